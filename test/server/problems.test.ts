/** Every problem that a route can give, provoked: each body is parsed by its schema and carries the request id. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATE_FIELDS } from '#contract/fields.ts';
import { MetricResponseSchema } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { PROBLEMS } from '#contract/problems.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { FIRST, type Running, run } from './running-server.ts';

let server: Running;
beforeAll(async () => {
  server = await run([FIRST]);
});
afterAll(() => server.stop());

const parameters = (problem: { errors: { parameter?: string | undefined }[] }) => problem.errors.map((fault) => fault.parameter);

describe('a request is refused as', () => {
  it('bad-request with every fault, by parameter', async () => {
    const problem = await server.problem('bad-request', '/search?page=0&size=101&sort=best&from=2016-2-1&summary=maybe&colour=red&page=2');
    expect(parameters(problem).sort()).toEqual(['colour', 'from', 'page', 'size', 'sort', 'summary']);
    expect(problem.errors.find((fault) => fault.parameter === 'colour')?.detail).toMatch(
      /there are .*decision.*page, perioperative, priority.*q,/,
    );
  });

  it('bad-request for filter values that are in no list and days in the wrong order, all at once', async () => {
    const problem = await server.problem(
      'bad-request',
      '/search?decision=upheld&decision=granted&category=rehap&from=2016-01-02&to=2016-01-01',
    );
    expect(parameters(problem).sort()).toEqual(['category', 'decision', 'to']);
    expect(problem.errors.find((fault) => fault.parameter === 'category')?.detail).toContain('there are: rehab,');
  });

  it.each([
    ['/search?caseNumber=not_stated', /^caseNumber: every item has a case number; expected one as CM\d\d-\d{7}$/],
    ['/search?decision=not_stated', /^decision: every item has a decision; there are: (?:\w+, )+\w+$/],
    ['/metrics/outcomes?by=category&programme=zzz', /^programme: there is no such value; there are: (?:\w+, )*dwc/],
    ['/search?side=zzz', /^side: there is no such value; there are: (?:\w+, )+\w+$/],
  ])('bad-request for a value that cannot be, with what can: %s', async (path, expected) => {
    const { detail, errors } = await server.problem('bad-request', path);
    expect(detail).toMatch(expected);
    expect(errors.map(({ value }) => value)).toEqual([/(?<==)(?:not_stated|zzz)$/.exec(path)?.[0]]);
  });

  it.each([
    ['/search?decision=', ['decision']],
    [`/search?q=${'a'.repeat(2_001)}`, ['q']],
    ['/search?q=a&q=b', ['q']],
    ['/search?summary=__proto__', ['summary']],
    ['/search?filters=x', ['filters']],
    ['/metrics/outcomes', ['by']],
    ['/metrics/outcomes?by=caseNumber', ['by']],
    ['/metrics/outcomes?by=category&page=1', ['page']],
    ['/stats?x=1', ['x']],
    ['/fields?x=1', ['x']],
    ['/fields/service?x=1', ['x']],
    ['/unreadable?size=0&q=a', ['q', 'size']],
    ['/determinations/CM14-0000001?version=abc', ['version']],
    ['/determinations/CM14-0000001/text?version=abc&sort=case', ['sort', 'version']],
    ['/determinations/CM14-0000001/original?inline=1', ['inline']],
    ['/determinations/CM14-0000001/items/1?version=1', ['version']],
  ])('bad-request: %s', async (path, expected) => {
    expect(parameters(await server.problem('bad-request', path)).sort()).toEqual(expected);
  });

  it.each([
    ['/search?literal=', 'literal: expected words of the query, or * for all of them'],
    [`/search?literal=${'a'.repeat(201)}`, 'literal: expected at most 200 characters'],
    [`/search?${'literal=a&'.repeat(101)}`, 'literal: expected at most 100 values'],
    ['/search?sort=best', 'sort: expected one of relevance, newest, oldest, case'],
    ['/search?group=case', 'group: expected item or letter'],
    ['/search?caseNumber=', 'caseNumber: expected a value'],
    ['/export?format=csv&sort=', 'sort: expected one of relevance, newest, oldest, case'],
    ['/export?format=csv&collection=', 'collection: expected the id of a collection'],
    ['/collections?item=', 'item: expected the id of an item, as dwc:CM14-0012345#1'],
  ])('bad-request in plain words: %s', async (path, expected) => {
    expect((await server.problem('bad-request', path)).detail).toBe(expected);
  });

  it('bad-request where the path is no text', async () => {
    await server.problem('bad-request', '/determinations/%E0%A4%A');
  });

  it('not-a-query: a rate of a case told in words, by whatever it is grouped; its words as typed have one', async () => {
    const told =
      'fictional piper with neck pain since spring asks again for six visits of acupuncture and massage after one first course in winter';
    const q = encodeURIComponent(told);
    for (const by of RATE_FIELDS)
      expect(parameters(await server.problem('not-a-query', `/metrics/outcomes?by=${by}&q=${q}`))).toEqual(['q']);
    // Filters beside it make it no query.
    await server.problem('not-a-query', `/metrics/outcomes?by=category&q=${q}&service=rehab.acupuncture`);
    expect((await server.get(`/metrics/outcomes?by=category&q=${q}&literal=*`, MetricResponseSchema)).total.items).toBe(0);
    // Twelve telling words are a query.
    const [twelve, thirteen] = [12, 13].map((count) => Array.from({ length: count }, (_, at) => `knee${'abcdefghijklm'[at]}`).join('+'));
    expect((await server.get(`/metrics/outcomes?by=category&q=${twelve}`, MetricResponseSchema)).total.items).toBe(0);
    await server.problem('not-a-query', `/metrics/outcomes?by=category&q=${thirteen}`);
  });

  it.each(['/search', '/metrics/outcomes', '/determinations/CM14-0000001/text'])('bad-query with the places: %s', async (path) => {
    const by = path === '/metrics/outcomes' ? '&by=category' : '';
    const problem = await server.problem('bad-query', `${path}?q=knee+%22open+AND${by}`);
    expect(problem.errors).toEqual([{ parameter: 'q', detail: expect.stringMatching(/not closed/), at: { start: 5, end: 6 } }]);
  });

  it('not-found below /api and for files that are not there', async () => {
    await server.problem('not-found', '/nothing');
    await server.problem('not-found', `${server.url}/api/v2/search`);
    await server.problem('not-found', `${server.url}/assets/gone.js`);
    await server.problem('not-found', `${server.url}/problems/none`);
  });

  it.each(['CM99-0000001', 'CM14-1', 'dmhc:CM14-0000001', 'xyz:CM14-0000001', '%23'])('determination-not-found: %s', async (id) => {
    for (const rest of ['', '/text', '/original', '/items/1'])
      await server.problem('determination-not-found', `/determinations/${id}${rest}`);
  });

  it('determination-not-found for a version that is not stored', async () => {
    await server.problem('determination-not-found', `/determinations/CM14-0000001?version=${'0'.repeat(64)}`);
  });

  it.each(['0', '3', '-1', '1.0', 'x', '9'.repeat(30)])('item-not-found: %s', async (number) => {
    const problem = await server.problem('item-not-found', `/determinations/CM14-0000001/items/${number}`);
    expect(problem.detail).toBe('dwc:CM14-0000001 has the disputed items 1, 2');
  });

  it('original-not-found where the file is not kept', async () => {
    await server.problem('original-not-found', '/determinations/CM14-0000001/original');
  });

  it('window-too-large beyond what paging reaches', async () => {
    await server.problem('window-too-large', '/search?page=101&size=100');
    await server.problem('window-too-large', '/unreadable?page=501&size=20');
    expect((await fetch(`${server.url}/api/v1/search?page=100&size=100`)).status).toBe(200);
  });

  it.each([
    '/search',
    '/metrics/outcomes',
    '/stats',
    '/health',
    '/fields',
    '/fields/service',
    '/unreadable',
    '/determinations/x',
    '/determinations/x/text',
  ])('method-not-allowed with the ones that are: POST %s', async (path) => {
    await server.problem('method-not-allowed', path, { method: 'POST' });
    const response = await fetch(`${server.url}/api/v1${path}`, { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('nothing else: HEAD is answered wherever GET is', async () => {
    const response = await fetch(`${server.url}/api/v1/search?q=trainer`, { method: 'HEAD' });
    expect(response.status).toBe(200);
  });
});

describe('trouble of the engine is told as', () => {
  /** The real index, with a search that fails. */
  const failing = (error: Error) => (index: WritableIndex) => ({ ...index, page: () => Promise.reject(error) });

  it.each(['engine-unavailable', 'inexact', 'index-incompatible'] as const)('%s', async (code) => {
    const faulty = await run([], { wrap: failing(new AppError(code, 'invented trouble', { cause: new Error('the reason for the log') })) });
    try {
      const problem = await faulty.problem(code, '/search?q=ladder');
      expect(problem.detail).toBe('invented trouble');
      expect(faulty.logged.join()).toContain('the reason for the log');
      expect(faulty.logged.join()).not.toContain('ladder');
    } finally {
      await faulty.stop();
    }
  });

  it('internal, without a word of what went wrong; the log has it under the request id', async () => {
    const faulty = await run([], { wrap: failing(new TypeError('a secret of the machine')) });
    try {
      const problem = await faulty.problem('internal', '/search');
      expect(JSON.stringify(problem)).not.toMatch(/secret|TypeError/);
      expect(faulty.logged).toHaveLength(1);
      expect(faulty.logged[0]).toMatch(new RegExp(`^${problem.instance} internal: TypeError: a secret`));
    } finally {
      await faulty.stop();
    }
  });

  it('nothing to nobody: a request that is given up stops the engine and is no fault', async () => {
    const stopped = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const slow = await run([], {
      wrap: (index) => ({
        ...index,
        page: (_query, signal) =>
          new Promise((_, reject) => {
            started.resolve();
            signal?.addEventListener('abort', () => {
              stopped.resolve();
              reject(signal.reason);
            });
          }),
      }),
    });
    try {
      const controller = new AbortController();
      const request = fetch(`${slow.url}/api/v1/search`, { signal: controller.signal });
      await started.promise;
      controller.abort();
      await expect(request).rejects.toThrow();
      await stopped.promise;
      expect(slow.logged).toEqual([]);
    } finally {
      await slow.stop();
    }
  });
});

describe('the pages behind `type`', () => {
  it('are there for every problem, and listed', async () => {
    const list = await (await fetch(`${server.url}/problems`)).text();
    for (const [code, { title, help }] of Object.entries(PROBLEMS)) {
      expect(list).toContain(`href="/problems/${code}"`);
      const response = await fetch(`${server.url}/problems/${code}`);
      expect(response.headers.get('content-type')).toContain('text/html');
      const page = await response.text();
      expect(page).toContain(title);
      expect(page).toContain(help);
    }
  });

  it('take no other method', async () => {
    await server.problem('method-not-allowed', `${server.url}/problems`, { method: 'POST' });
  });
});
