/**
 * A program that is cut off from a real Elasticsearch at any of its requests: what it left is never counted by half, and another program
 * that takes the same changes over comes to exactly what an undisturbed one comes to.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { IssueQuery } from '#contract/query.ts';
import { writersOf } from '../../server/index/writers.ts';
import type { Changes } from '../../server/library/library.ts';
import { type Library, openLibrary } from '../../server/library/open-library.ts';
import { elasticsearchProjections } from '../../server/search/elasticsearch/projections.ts';
import type { SearchEngine, Searching } from '../../server/search/port.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { standBetween } from './between.ts';
import { dropIndices, indicesOf, inPlace, uniquePrefix } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: ['service'], sort: 'case', offset: 0, limit: 100 };
const REFUSED = 'dwc:CM90-0000004';

const version = (caseNumber: string, note: string, requests: readonly string[], more: Parameters<typeof makeLetter>[0] = {}) =>
  makeLetter({ caseNumber, note, fileName: `${note}.txt`, items: requests.map((request) => ({ request })), ...more });
const BEFORE = [
  version('CM90-0000001', 'stored', ['Gym', 'Yoga', 'Swim'], { decidedOn: '2015-01-01' }),
  version('CM90-0000003', 'gone', ['Cane', 'Rollator']),
  version('CM90-0000004', 'fair', ['Splint', 'Brace']),
  version('CM90-0000005', 'stays', ['Pool']),
];
/** One bulk request does not hold them: its bytes are bounded. */
const AFTER = [
  version('CM90-0000001', 'new', ['Sauna'], { decidedOn: '2016-01-01' }),
  makeLetter({ caseNumber: 'CM90-0000006', note: 'large', items: [{ request: 'Bed', rationale: `${'x'.repeat(200)} `.repeat(15_500) }] }),
  version('CM90-0000002', 'case', ['Walker', 'Stairlift']),
  // No server takes a keyword of more than 32,766 bytes.
  version('CM90-0000004', 'unfair', ['Crutch'], { decidedOn: '2018-01-01', specialties: ['s'.repeat(40_000)] }),
];

if ('skipped' in server) it.skip(`programs that are cut off are not tested: ${server.skipped}`);
else describeCutOff(server);

function describeCutOff(address: ServerAddress): void {
  describe('taking over changes', () => {
    it('is cut off behind any request, and is whole when another program does it again', async () => {
      const { library, before, after, close } = await libraryOfBoth();
      const reached = { library: library.id, change: after.reached };
      try {
        const undisturbed = await inProjection(address, library, before, async (open) => {
          const index = await open();
          const old = await answersOf(index);
          const {
            cutOff,
            requests,
            done: refused,
          } = await throughLine(address, null, async (url, arm) => {
            const through = await open(url);
            arm();
            return await through.project(after.changes, reached);
          });
          expect(cutOff).toBe(false);
          return { old, refused, requests, now: await answersOf(index), stored: await storedIn(address, open.prefix) };
        });
        expect(undisturbed.refused).toEqual([{ letter: REFUSED, reason: expect.stringMatching(/for the field specialty/) as string }]);
        const ids = ['1#1', '2#1', '2#2', '5#1', '6#1'].map((end) => `dwc:CM90-000000${end}`);
        expect(undisturbed.stored.map(({ id }) => id)).toEqual(ids);
        expect(undisturbed.requests).toBeGreaterThan(6);
        await behindEach(undisturbed.requests, 2, (request) =>
          inProjection(address, library, before, async (open) => {
            const { cutOff } = await throughLine(address, request, async (url, arm) => {
              const through = await open(url);
              arm();
              await through.project(after.changes, reached);
            });
            expect(cutOff).toBe(true);
            const direct = await open();
            expect([undisturbed.old.answers, undisturbed.now.answers]).toContainEqual((await answersOf(direct)).answers);
            expect(await direct.project(after.changes, reached)).toEqual(undisturbed.refused);
            expect(await answersOf(direct)).toEqual(undisturbed.now);
            expect(await storedIn(address, open.prefix)).toEqual(undisturbed.stored);
          }),
        );
        // What was written of a letter and never shown is found when a later change takes the letter out.
        await library.remove(['dwc:CM90-0000002']);
        const later = await library.changes(before.reached, 100, true);
        const written = undisturbed.requests - 2;
        await inProjection(address, library, before, async (open) => {
          const cut = await throughLine(address, written, async (url, arm) => {
            const through = await open(url);
            arm();
            await through.project(after.changes, reached);
          });
          expect(cut).toMatchObject({ cutOff: true, requests: written });
          const direct = await open();
          await direct.project(later.changes, { library: library.id, change: later.reached });
          expect(await storedIn(address, open.prefix)).toEqual(undisturbed.stored.filter(({ id }) => !id?.startsWith('dwc:CM90-0000002')));
        });
      } finally {
        await close();
      }
    });
  });

  describe('making an index', () => {
    it('is cut off behind any request, and is whole when the library is opened again; nothing half made stays', async () => {
      const making = (request: number | null) =>
        inPlace(address, async ({ open, dataDir, options }) => {
          const library = openLibrary(dataDir);
          await library.put(BEFORE);
          await library.close();
          const { cutOff, requests } = await throughLine(address, request, async (url, arm) => {
            arm();
            await open({}, { url });
          });
          expect(cutOff).toBe(request !== null);
          const again = await open();
          expect((await again.search(EVERYTHING)).total).toBe(8);
          expect(await again.stats()).toMatchObject({ letters: 4, items: 8 });
          expect(await indicesOf(address, options.index)).toHaveLength(2);
          return requests;
        });
      const requests = await making(null);
      expect(requests).toBeGreaterThan(10);
      await behindEach(requests, 6, making);
    });
  });
}

/** Lets work go through a line that is cut behind one of the requests from `arm` on (null: behind none); how many there were. */
async function throughLine<T>(
  address: ServerAddress,
  cutBehind: number | null,
  work: (url: string, arm: () => void) => Promise<T>,
): Promise<{ cutOff: boolean; requests: number; done: T | null }> {
  let requests = 0;
  let isArmed = false;
  const between = await standBetween(address.url, async () => {
    if (isArmed) requests += 1;
    return isArmed && requests === cutBehind ? 'cut' : 'pass';
  });
  const arm = () => {
    isArmed = true;
  };
  try {
    return { done: await work(between.url, arm), cutOff: false, requests };
  } catch (error) {
    expect(error).toMatchObject({ code: 'engine-unavailable' });
    return { done: null, cutOff: true, requests };
  } finally {
    await between.close();
  }
}

/** `atOnce`: each waits long for a server that it does not reach any more; large letters of many would fill a small server. */
async function behindEach(requests: number, atOnce: number, test: (request: number) => Promise<unknown>): Promise<void> {
  for (let first = 1; first <= requests; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, requests - first + 1) }, (_, at) => first + at);
    await Promise.all(some.map(test));
  }
}

/** A library with its changes in two parts, the later of which changes, adds and removes letters. */
async function libraryOfBoth(): Promise<{ library: Library; before: Changes; after: Changes; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-cut-off-'));
  const library = openLibrary(dataDir);
  await library.put(BEFORE);
  const before = await library.changes(0, 100, true);
  await library.put(AFTER);
  await library.remove(['dwc:CM90-0000003']);
  const after = await library.changes(before.reached, 100, true);
  expect([before.changes.length, after.changes.length]).toEqual([4, 5]);
  const close = async () => {
    await library.close();
    await rm(dataDir, { recursive: true });
  };
  return { library, before, after, close };
}

interface OpenProjection {
  (url?: string): Promise<SearchEngine>;
  readonly prefix: string;
}

/** Runs a test on a projection of its own that has taken over `changes`. */
async function inProjection<T>(
  address: ServerAddress,
  library: Library,
  { changes, reached }: Changes,
  test: (open: OpenProjection) => Promise<T>,
): Promise<T> {
  const prefix = uniquePrefix();
  const opened: SearchEngine[] = [];
  const open = async (url = address.url): Promise<SearchEngine> => {
    const found = await elasticsearchProjections({ ...address, url, index: prefix }, writersOf(library, prefix)).current();
    if (found === null || found.outdated) throw new Error('there is no index of this program');
    opened.push(found.index);
    return found.index;
  };
  try {
    const beside = await elasticsearchProjections({ ...address, index: prefix }, writersOf(library, prefix)).beside();
    await beside.index.project(changes, { library: library.id, change: reached });
    await beside.swap();
    return await test(Object.assign(open, { prefix }));
  } finally {
    for (const index of opened) await index.close();
    await dropIndices(address, prefix);
  }
}

/** What an index answers, and how far it is; who wrote it is another program each time. */
async function answersOf(index: SearchEngine) {
  const { library, change } = (await index.state()) ?? {};
  return { answers: await asked(index), state: { library, change } };
}

async function asked(index: Searching) {
  const { hits, ...search } = await index.search(EVERYTHING);
  const each: string[] = [];
  for await (const batch of index.each({ ...EVERYTHING, sort: 'case' })) each.push(...batch.map(({ itemId }) => itemId));
  const words = ['gym', 'sauna', 'cane', 'splint', 'crutch', 'stairlift'];
  return {
    ...search,
    hits: hits.map(({ itemId }) => itemId),
    each,
    words: await index.counts(words.map((word) => ({ kind: 'word', word, fields: ['heading'] }))),
    outcomes: await index.aggregate({ where: { kind: 'all' }, filters: [], programme: 'dwc', by: ['service'] }),
  };
}

/** The documents as they are stored, with the number of the change that each is of. */
async function storedIn(address: ServerAddress, prefix: string) {
  const client = new Client({ node: address.url });
  try {
    const { hits } = await client.search({ index: `${prefix}-items`, size: 1000, version: true, sort: ['itemId'] });
    return hits.hits.map(({ _id, _version, _source }) => ({ id: _id, version: _version, source: _source }));
  } finally {
    await client.close();
  }
}
