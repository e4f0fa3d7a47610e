/** Letters explained over HTTP: one of the index, and one that is sent as the body and kept nowhere. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplainResponse, ExplainResponseSchema, HealthResponseSchema } from '#contract/api.ts';
import { EXPLAIN_LIMIT } from '#contract/limits.ts';
import { ProblemSchema } from '#contract/problem.ts';
import { PROBLEMS, type ProblemCode } from '#contract/problems.ts';
import { FOR_SENT } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import { explainBytes } from '../../server/domain/letters/explain-letter.ts';
import { emptyFile, garbagePdf } from '../fixtures/letters/broken.ts';
import { makeLetter as drawLetter } from '../fixtures/letters/generate.ts';
import { toHtml } from '../fixtures/letters/render/to-html.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { FIRST, FIRST_EARLIER, type Running, run } from './running-server.ts';

let server: Running;
beforeAll(async () => {
  server = await run([FIRST_EARLIER, FIRST]);
});
afterAll(() => server.stop());

const letter = drawLetter({ seed: 31, layout: '2014' });
const decisionsOf = ({ values }: ExplainResponse) => values.filter((row) => row.label === 'Decision').map((row) => row.evidence[0]?.quote);

async function send(body: string | Uint8Array<ArrayBuffer>, type: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/v1/explain`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
}
const sent = (code: ProblemCode, body: string | Uint8Array<ArrayBuffer>, type: string, headers: Record<string, string> = {}) =>
  server.problem(code, '/explain', { method: 'POST', body, headers: { 'content-type': type, ...headers } });

describe('GET /determinations/:id/explain', () => {
  it('gives the record, its text and each value with its words', async () => {
    const { determination, text, values } = await server.get('/determinations/CM14-0000001/explain', ExplainResponseSchema);
    expect(determination).toEqual(FIRST.determination);
    expect(text).toEqual(FIRST.canonical);
    expect(values.find((row) => row.id === 'items.1.decision')).toMatchObject({
      path: 'item 2 · decision',
      value: 'UR decision overturned: found medically necessary',
      evidence: [{ quote: 'overturned' }],
    });
  });

  it('gives another version when it is asked for', async () => {
    const version = FIRST_EARLIER.determination.source.sha256;
    const { determination } = await server.get(`/determinations/CM14-0000001/explain?version=${version}`, ExplainResponseSchema);
    expect(determination.source.sha256).toBe(version);
  });

  it('refuses what it cannot give', async () => {
    await server.problem('determination-not-found', '/determinations/CM99-0000001/explain');
    await server.problem('bad-request', '/determinations/CM14-0000001/explain?version=abc');
    await server.problem('method-not-allowed', '/determinations/CM14-0000001/explain', { method: 'POST' });
  });
});

describe('POST /explain', () => {
  it('reads a letter in every kind of file, whatever it is called', async () => {
    const files: [string, string | Uint8Array<ArrayBuffer>][] = [
      ['text/plain;charset=utf-8', toText(letter)],
      ['text/markdown', toMarkdown(letter)],
      ['text/html', toHtml(letter)],
      ['application/pdf', new Uint8Array(await toPdf(letter))],
      ['application/octet-stream', new Uint8Array(await toPdf(letter))],
    ];
    const answers = await Promise.all(
      files.map(async ([type, body]) => {
        const response = await send(body, type);
        expect([type, response.status, response.headers.get('cache-control')]).toEqual([type, 200, 'no-store']);
        return ExplainResponseSchema.parse(await response.json());
      }),
    );
    for (const answer of answers) {
      expect(answer.determination.caseNumber?.value).toBe(letter.caseNumber);
      expect(decisionsOf(answer)).toHaveLength(letter.items.length);
      expect(decisionsOf(answer)).toEqual(decisionsOf(answers[0] ?? answer));
      for (const { start, end, quote } of answer.values.flatMap((row) => row.evidence))
        expect(answer.text.text.slice(start, end)).toBe(quote);
    }
  });

  it('stores nothing and logs nothing', async () => {
    const before = await server.index.stats();
    const answer = ExplainResponseSchema.parse(await (await send(toText(letter), 'text/plain')).json());
    expect(await server.index.stats()).toEqual(before);
    await server.problem('determination-not-found', `/determinations/${letter.caseNumber}`);
    expect(await server.originals.has(answer.determination.source.sha256)).toBe(false);
    expect(server.logged).toEqual([]);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['unreadable.layout', 'A fictional shopping list: nails, paint, a ladder.'],
    ['unreadable.empty', ''],
    ['unreadable.empty', ' \n '],
    ['unreadable.media_type', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0])],
  ])('tells why it cannot be read: %s', async (code, body) => {
    const problem = await sent('unreadable', body, 'application/octet-stream');
    expect(problem.errors).toEqual([{ code, detail: expect.any(String) }]);
    expect(problem.detail).not.toContain('nails');
  });

  it.each([emptyFile(), garbagePdf()])('tells why a broken file cannot be read: $name', async ({ bytes }) => {
    const problem = await sent('unreadable', new Uint8Array(bytes), 'application/pdf');
    expect(problem.errors[0]?.code).toMatch(/^unreadable\./);
  });

  it('tells of a fault of the reading without a word of the letter', async () => {
    const faulty = () => Promise.reject(new Error('quotes the letter'));
    const error: unknown = await explainBytes(new Uint8Array(), faulty).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unreadable', errors: [{ code: 'unreadable.fault' }] });
    expect(inspect(error, { depth: 9 })).not.toContain('quotes');
  });

  it('refuses what is too large, of another kind, compressed, or asked for with parameters', async () => {
    await sent('body-too-large', 'x'.repeat(EXPLAIN_LIMIT + 1), 'text/plain');
    await sent('media-type', '{}', 'application/json');
    await sent('media-type', 'x', 'text/plain', { 'content-encoding': 'gzip' });
    await sent('unreadable', 'x'.repeat(10), 'TEXT/PLAIN; charset=utf-8');
    const problem = await server.problem('bad-request', '/explain?store=1', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(problem.errors.map((fault) => fault.parameter)).toEqual(['store']);
  });

  it('takes POST alone', async () => {
    await server.problem('method-not-allowed', '/explain');
    expect((await fetch(`${server.url}/api/v1/explain`)).headers.get('allow')).toBe('POST');
  });
});

describe('letters that are sent while others are read', () => {
  it.each(['/explain', '/similar/letter'])('are refused where too many wait, and read when somebody goes away: %s', async (path) => {
    const unruly = new URL('../ingest/reading/unruly-reading.ts', import.meta.url);
    const busy = await run([FIRST], { reading: openReading({ ...FOR_SENT, processes: 1, mostWaiting: 1 }, unruly) });
    const post = (body: string, signal: AbortSignal | null = null) =>
      fetch(`${busy.url}/api/v1${path}`, { method: 'POST', body, signal, headers: { 'content-type': 'text/plain' } });
    try {
      const file = join(busy.dataDir, 'pid');
      const leaving = new AbortController();
      const looping = post(`loops ${file}`, leaving.signal).catch((error: unknown) => error);
      await expect.poll(() => existsSync(file)).toBe(true);
      const two = [post('good'), post('good')];
      expect((await Promise.race(two)).status).toBe(503);
      // Nobody else waits for the letter that is read.
      expect(await busy.get('/health', HealthResponseSchema)).toMatchObject({ status: 'ok' });
      leaving.abort();
      expect(await looping).toMatchObject({ name: 'AbortError' });
      const answers = await Promise.all(two);
      const problems = await Promise.all(answers.map(async (answer) => ProblemSchema.parse(await answer.json())));
      expect(problems.map(({ code, detail }) => [code, detail]).sort()).toEqual([
        ['reading-unavailable', 'As many letters as may wait to be read (1) do so already.'],
        ['unreadable', expect.stringMatching(/^read by \d+$/)],
      ]);
      expect(busy.logged.join()).not.toMatch(/good|loops/);
    } finally {
      await busy.stop();
    }
  });

  it('end with the server', async () => {
    const unruly = new URL('../ingest/reading/unruly-reading.ts', import.meta.url);
    const busy = await run([], { reading: openReading({ ...FOR_SENT, processes: 1 }, unruly) });
    const file = join(busy.dataDir, '..', `imr-pid-${randomUUID()}`);
    const looping = fetch(`${busy.url}/api/v1/explain`, {
      method: 'POST',
      body: `loops ${file}`,
      headers: { 'content-type': 'text/plain' },
    }).catch(() => null);
    await expect.poll(() => existsSync(file)).toBe(true);
    const pid = Number(readFileSync(file, 'utf8'));
    await busy.stop();
    await looping;
    rmSync(file);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('a browser', () => {
  /** The status of a POST with headers that `fetch` sets itself. */
  const statusWith = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      request(
        {
          host: '127.0.0.1',
          port: server.port,
          path: '/api/v1/explain',
          method: 'POST',
          headers: { 'content-type': 'text/plain', ...headers },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on('error', reject)
        .end(toText(letter));
    });
  const own = () => `127.0.0.1:${server.port}`;

  it.each<[string, () => Record<string, string>, number]>([
    ['from the own page', () => ({ 'sec-fetch-site': 'same-origin', origin: `http://${own()}` }), 200],
    ['an older one from the own page', () => ({ origin: `http://${own()}`, host: own() }), 200],
    ['from another page', () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://other.example' }), 403],
    ['from another port of this machine', () => ({ 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }), 403],
    ['an older one from another page', () => ({ origin: 'https://other.example' }), 403],
    ['a page without an origin', () => ({ origin: 'null' }), 403],
  ])('%s', async (_, headers, status) => {
    expect(await statusWith(headers())).toBe(status);
  });

  it('is told that it is another page that asks', async () => {
    await sent('cross-origin', toText(letter), 'text/plain', { origin: 'https://other.example' });
    expect(PROBLEMS['cross-origin'].status).toBe(403);
  });
});
