/**
 * An export of many items is made while it is taken. What is counted is pieces (reads of the index), not times: how many were read when
 * so much of the file was taken, and that nothing more is read once nobody takes it.
 */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportRequestSchema } from '#contract/export.ts';
import { EXPORT_FORMATS } from '#contract/lists.ts';
import { exportSearch } from '../../../../server/domain/export/export.ts';
import { PIECE } from '../../../../server/domain/export/rows.ts';
import type { WritableIndex } from '../../../../server/search/port.ts';
import { makeItemParts, makeLetter } from '../../../fixtures/factories.ts';
import { lettersNow, type Running, run } from '../../running-server.ts';
import { readCsv, readJsonl, readXlsx } from './read-exports.ts';

const LETTERS = 500;
const ITEMS = 5_000;
/**
 * Long enough that the whole file fits into no buffer between the server and its client; no two are alike, so that XLSX is long too. In few
 * long words, which are indexed in a moment.
 */
const rationale = (number: number) =>
  Array.from(
    { length: 350 },
    (_, part) => ((number * 7_919 + part * 104_729 + 1) * 2_654_435_761).toString(36) + (part % 25 === 24 ? ' ' : ''),
  ).join('');

/** What the server asked of the index. */
const asked = { pieces: 0, largest: 0, batches: 0, running: 0 };
const counting = (index: WritableIndex): WritableIndex => ({
  ...index,
  determinations: (ids) => {
    asked.pieces += 1;
    asked.largest = Math.max(asked.largest, ids.length);
    return index.determinations(ids);
  },
  async *each(query, signal) {
    asked.running += 1;
    try {
      for await (const batch of index.each(query, signal)) {
        asked.batches += 1;
        yield batch;
      }
    } finally {
      asked.running -= 1;
    }
  },
});

let server: Running;
beforeAll(async () => {
  server = await run([], { wrap: counting });
  for (let start = 0; start < LETTERS; start += 50) {
    const letters = Array.from({ length: 50 }, (_, at) => {
      const letter = start + at;
      const items = Array.from({ length: 10 }, (_, item) => makeItemParts({ rationale: rationale(letter * 10 + item) }));
      return makeLetter({ caseNumber: `CM17-${String(letter).padStart(7, '0')}`, items });
    });
    expect((await server.index.put(letters)).every(({ outcome }) => outcome === 'added')).toBe(true);
  }
});
afterAll(() => server.stop());

const PIECES = ITEMS / PIECE;
const begin = () => Object.assign(asked, { pieces: 0, largest: 0, batches: 0, running: 0 });

describe.each(EXPORT_FORMATS)('5,000 items as %s', (format) => {
  it('are read piece by piece, never further than the file was taken', async () => {
    begin();
    const index = counting(server.index);
    const request = ExportRequestSchema.parse({ format, sort: 'case' });
    const { chunks } = await exportSearch({ index: await lettersNow(index), now: new Date(), version: '0' }, request);
    expect(asked).toMatchObject({ pieces: 0, running: 0 });
    const taken: (Uint8Array | string)[] = [];
    let longest = 0;
    for await (const chunk of chunks) {
      taken.push(chunk);
      longest = Math.max(longest, chunk.length);
      // One piece at most has been read for each that was handed over.
      expect(asked.pieces).toBeLessThanOrEqual(taken.length);
      expect(asked.running).toBeLessThanOrEqual(1);
    }
    expect(asked).toMatchObject({ pieces: PIECES, running: 0 });
    expect(asked.largest).toBeLessThanOrEqual(PIECE);
    const bytes = Buffer.concat(taken.map((chunk) => Buffer.from(chunk as string)));
    expect(longest).toBeLessThan(bytes.length / 20);
    const count = {
      csv: () => readCsv(bytes).rows.length,
      xlsx: async () => (await readXlsx(bytes)).get('Items')?.rows.length,
      jsonl: () => readJsonl(bytes).end,
    };
    expect(await count[format]()).toBe(ITEMS);
  });

  it('let other work of the server in before each piece', async () => {
    // Work that is always waiting for its turn, as requests may be: so many turns it had when each piece was read.
    let turns = 0;
    let waiting = setImmediate(function next() {
      turns += 1;
      waiting = setImmediate(next);
    });
    const turnsAt: number[] = [];
    const index: WritableIndex = {
      ...server.index,
      determinations: (ids) => {
        turnsAt.push(turns);
        return server.index.determinations(ids);
      },
    };
    const request = ExportRequestSchema.parse({ format, sort: 'case' });
    const { chunks } = await exportSearch({ index: await lettersNow(index), now: new Date(), version: '0' }, request);
    const started = turns;
    for await (const _ of chunks);
    clearImmediate(waiting);
    expect(turnsAt).toHaveLength(PIECES);
    expect(turnsAt[0]).toBeGreaterThan(started);
    for (const [at, before] of turnsAt.slice(0, -1).entries()) expect(turnsAt[at + 1]).toBeGreaterThan(before);
  });

  it('wait for a client that does not read, and go on when it does', async () => {
    begin();
    const response = await answered(`/export?format=${format}&sort=case`);
    await standsStill();
    expect(asked.pieces).toBeLessThan(PIECES);
    expect(asked.running).toBe(1);
    let size = 0;
    for await (const chunk of response) size += (chunk as Buffer).length;
    expect(asked).toMatchObject({ pieces: PIECES, running: 0 });
    expect(size).toBeGreaterThan(5_000_000);
    expect(response.complete).toBe(true);
  });

  it('are given up when the client goes away, which is no fault', async () => {
    begin();
    const response = await answered(`/export?format=${format}&sort=case`);
    await standsStill();
    response.destroy();
    while (asked.running > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const read = asked.pieces;
    expect(read).toBeLessThan(PIECES);
    await standsStill();
    expect(asked.pieces).toBe(read);
    expect(server.logged).toEqual([]);
  });
});

it('a fault in the middle cuts the answer off and is logged, so that no part is taken for the whole', async () => {
  const faulty = await run(
    Array.from({ length: 3 }, (_, at) => makeLetter({ caseNumber: `CM17-000000${at}` })),
    {
      wrap: (index) => ({
        ...index,
        async *each(query, signal) {
          for await (const batch of index.each(query, signal)) {
            yield batch.slice(0, 1);
            throw new Error('the disk went away');
          }
        },
      }),
    },
  );
  try {
    const response = await fetch(`${faulty.url}/api/v1/export?format=csv`);
    await expect(response.text()).rejects.toThrow();
    expect(faulty.logged.join()).toContain('the disk went away');
  } finally {
    await faulty.stop();
  }
});

/** The head of an answer whose body nobody reads yet. */
async function answered(path: string): Promise<IncomingMessage> {
  const request = get(`${server.url}/api/v1${path}`);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => {}); // cut off on purpose
  expect(response.statusCode).toBe(200);
  return response;
}

/** Resolves when the server has read nothing more for a while. */
async function standsStill(): Promise<void> {
  for (let last = -1; last !== asked.pieces; ) {
    last = asked.pieces;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
