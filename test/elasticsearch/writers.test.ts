/** Several programs, and several copies of a library, that would write to one index on a real Elasticsearch. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { standBetween } from './between.ts';
import { expectIndexEqualsLibrary } from './expect-equal.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const letter = (number: number) => makeLetter({ caseNumber: `CM90-000000${number}`, items: [{ request: 'Walker' }] });

if ('skipped' in server) it.skip(`programs that write to one index are not tested: ${server.skipped}`);
else describeWriters(server);

function describeWriters(address: ServerAddress): void {
  const client = new Client({ node: address.url });
  const placed = (check: (place: Place) => Promise<void>) => () => inPlace(address, check);

  describe('a program of another library', () => {
    it(
      'is refused the index, also where somebody took its records away',
      placed(async ({ open, options }) => {
        await (await open()).put([letter(1)]);
        const before = await indicesOf(address, options.index);
        const records = before.find((name) => name.includes('-records-')) ?? '';
        const dataDir = await mkdtemp(join(tmpdir(), 'imr-other-'));
        const other = { ...options, engine: 'elasticsearch', dataDir } as const;
        try {
          await expect(openSearchIndex(other)).rejects.toMatchObject({ code: 'index-foreign' });
          await client.indices.delete({ index: records });
          await expect(openSearchIndex(other)).rejects.toMatchObject({ code: 'index-foreign' });
          expect(await indicesOf(address, options.index)).toEqual(before.filter((name) => name !== records));
          // Its own library makes what is missing.
          expect(await itemsOf(await open())).toBe(1);
        } finally {
          await rm(dataDir, { recursive: true });
        }
      }),
    );
  });

  describe('programs of one library', () => {
    it(
      'write in turns',
      placed(async ({ open }) => {
        const [one, other] = [await open(), await open()];
        for (const [at, writer] of [one, other, one, other].entries()) {
          expect(await writer.put([letter(at)])).toMatchObject([{ outcome: 'added' }]);
          for (const index of [one, other]) expect(await itemsOf(index)).toBe(at + 1);
        }
      }),
    );

    it(
      'write once where the answer to a state is lost',
      placed(async ({ open }) => {
        const lost = new Set<string>();
        const between = await standBetween(address.url, async (path, body) => {
          if (!path.includes('/state') || body === '' || lost.has(body)) return 'pass';
          lost.add(body);
          return 'lose';
        });
        try {
          const index = await open({}, { url: between.url });
          for (const number of [1, 2]) expect(await index.put([letter(number)])).toMatchObject([{ outcome: 'added' }]);
          expect(lost.size).toBe(3);
          expect(await (await open()).indexState()).toEqual(await index.indexState());
        } finally {
          await between.close();
        }
      }),
    );

    it.each([
      ['index-foreign', 'a program of another copy', false],
      ['library-locked', 'another program of the same library', true],
    ] as const)('stop with %s where %s has begun to write meanwhile', async (code, _, isKnown) => {
      await inPlace(address, async ({ open, options }) => {
        const index = await open();
        await index.put([letter(1)]);
        const between = await standBetween(address.url, async (path) => {
          if (path.startsWith('/_bulk')) {
            const records = (await indicesOf(address, options.index)).find((name) => name.includes('-records-')) ?? '';
            await client.update({ index: records, id: 'state', doc: { writer: 'another' } });
            if (isKnown) await index.library.setMark(`writers ${options.index}`, JSON.stringify(['another']));
          }
          return 'pass';
        });
        try {
          const through = await open({}, { url: between.url });
          await expect(through.put([letter(2)])).rejects.toMatchObject({ code });
          expect((await through.indexState())?.change).toBe(1);
          if (isKnown) return expect(await index.put([letter(2)])).toMatchObject([{ outcome: 'unchanged' }]);
          await expect(index.put([letter(3)])).rejects.toMatchObject({ code });
        } finally {
          await between.close();
        }
      });
    });
  });

  describe('a copy of a library', () => {
    it(
      'is refused the index that the library wrote to since, and takes it only when told; the library is then refused',
      placed(async (place) => {
        const library = await place.open();
        await library.put([letter(1)]);
        await library.close();
        await withCopy(place, async (openCopy) => {
          const again = await place.open();
          // The same change number in both, with other letters.
          await again.put([letter(2)]);
          const elsewhere = await openSearchIndex({ engine: 'embedded', dataDir: openCopy.dataDir });
          await elsewhere.put([letter(3)]);
          await elsewhere.close();
          await expect(openCopy()).rejects.toMatchObject({
            code: 'index-foreign',
            message: expect.stringContaining('another copy') as string,
          });
          const taken = await openCopy(true);
          expect(await itemsOf(taken)).toBe(2);
          expect(await taken.put([letter(4)])).toMatchObject([{ outcome: 'added' }]);
          await expectIndexEqualsLibrary(address, place.options.index, taken);
          await expect(again.put([letter(5)])).rejects.toMatchObject({ code: 'index-foreign' });
          await expect(place.open()).rejects.toMatchObject({ code: 'index-foreign' });
          const healed = await place.open({ replace: true });
          await healed.put([letter(6)]);
          expect(await itemsOf(await place.open())).toBe(4);
          await expectIndexEqualsLibrary(address, place.options.index, healed);
        });
      }),
    );

    it(
      'that has begun to write is noticed by a server that only answers, which then says so',
      placed(async (place) => {
        const library = await place.open();
        await library.put([letter(1)]);
        await library.close();
        await withCopy(place, async (openCopy) => {
          const serving = await place.open({ lookEveryMs: 0 });
          expect(await itemsOf(serving)).toBe(1);
          await (await openCopy()).put([letter(2)]);
          await expect.poll(() => itemsOf(serving).catch((error: { code: string }) => error.code)).toBe('index-foreign');
        });
      }),
    );

    it(
      'that is put back in its place is refused the index of later, and heals it when told',
      placed(async (place) => {
        const { dataDir } = place;
        const before = await place.open();
        await before.put([letter(1)]);
        await before.close();
        await withCopy(place, async ({ dataDir: copy }) => {
          const later = await place.open();
          await later.put([letter(2)]);
          await later.close();
          await rm(dataDir, { recursive: true });
          await cp(copy, dataDir, { recursive: true });
          await expect(place.open()).rejects.toMatchObject({ code: 'index-foreign' });
          await expectIndexEqualsLibrary(address, place.options.index, await place.open({ replace: true }));
          expect(await itemsOf(await place.open())).toBe(1);
        });
      }),
    );
  });
}

/** Runs a test beside a copy of the data folder of a place. */
async function withCopy(
  { dataDir, options }: Place,
  test: (open: ((replace?: boolean) => Promise<IndexedLibrary>) & { dataDir: string }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'imr-copy-'));
  const copy = join(folder, 'data');
  const opened: IndexedLibrary[] = [];
  const open = async (replace = false) => {
    const index = await openSearchIndex({ ...options, engine: 'elasticsearch', dataDir: copy }, { replace });
    opened.push(index);
    return index;
  };
  try {
    await cp(dataDir, copy, { recursive: true });
    await test(Object.assign(open, { dataDir: copy }));
  } finally {
    for (const index of opened) await index.close();
    await rm(folder, { recursive: true });
  }
}

async function itemsOf(index: IndexedLibrary): Promise<number> {
  const query = { where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 10 } as const;
  return (await index.search({ ...query, filters: [], facets: [] })).total;
}
