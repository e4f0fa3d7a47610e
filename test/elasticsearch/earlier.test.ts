/** Letters that a program before there was a library kept in Elasticsearch itself: read whole, in order, a batch at a time. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { tidy } from '../../server/index/tidy.ts';
import type { EarlierIndex } from '../../server/library/takeover.ts';
import { readEarlierIndex, removeEarlierIndex } from '../../server/search/open.ts';
import { replayElasticsearch } from '../fixtures/takeover/replay-elasticsearch.ts';
import { expectTaken, TAKEOVERS } from '../server/library/expect-taken.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const FOLDER = 'elasticsearch-1';

if ('skipped' in server) it.skip(`indices of an earlier program are not tested: ${server.skipped}`);
else describeEarlier(server);

function describeEarlier(address: ServerAddress): void {
  const client = new Client({ node: address.url });
  const read = ({ options }: Place) => readEarlierIndex({ ...options, engine: 'elasticsearch' });
  const replayed = (check: (place: Place) => Promise<void>) => () =>
    inPlace(address, async (place) => {
      await replayElasticsearch({ node: address.url }, join(TAKEOVERS, FOLDER), place.options.index);
      await check(place);
    });

  describe('the index of an earlier program', () => {
    it(
      'gives a library all that it held, and stays as it was until it is told to go',
      replayed(async (place) => {
        const { dataDir, options, open } = place;
        const before = await indicesOf(address, options.index);
        cpSync(join(TAKEOVERS, FOLDER, 'data'), dataDir, { recursive: true });
        const said: string[] = [];
        const index = await open({ create: false, tell: (line) => said.push(line) });
        await expectTaken(index, FOLDER);
        expect(said.join('\n')).toMatch(/^What an earlier [^\n]*\nTaking over 8 letters[^\n]*\nWhat an earlier [^\n]* in Elasticsearch/);
        const { change } = await index.library.stats();
        await index.close();
        const again = await open({ tell: (line) => said.push(line) });
        await expectTaken(again, FOLDER);
        expect([(await again.library.stats()).change, said.length]).toEqual([change, 4]);
        expect(await indicesOf(address, options.index)).toEqual(expect.arrayContaining(before));
        const { removed, kept } = await tidy(again.library, { ...options, engine: 'elasticsearch', dataDir });
        expect(kept).toEqual([]);
        expect(removed.map(({ name }) => name).sort()).toEqual([...before, 'saved.sqlite'].sort());
        expect(await indicesOf(address, options.index)).toHaveLength(2);
        expect(await read(place)).toBeNull();
        await expectTaken(await open(), FOLDER);
      }),
    );

    it(
      'is read in bounded batches; a version that no head names is left out, and versions come in the order of their puts',
      replayed(async (place) => {
        const prefix = place.options.index;
        const { hits } = await client.search<{ determination: Letter['determination']; canonical: object }>({
          index: `${prefix}-versions`,
          size: 1,
        });
        const model = hits.hits[0]?._source;
        if (model === undefined) throw new Error('the dump has no version');
        const cases = Array.from({ length: 230 }, (_, at) => `dwc:CM80-${String(at).padStart(7, '0')}`);
        const version = (letterId: string, sha256: string) => {
          const source = { ...model.determination.source, sha256 };
          return [
            { index: { _index: `${prefix}-versions`, _id: sha256 } },
            { letterId, sha256, determination: { ...model.determination, id: letterId, source }, canonical: model.canonical },
          ];
        };
        // The later put is listed first, as the one that counts, and its key comes first too.
        const head = (letterId: string) => [
          { index: { _index: `${prefix}-letters`, _id: letterId } },
          {
            letterId,
            sha256: `a-${letterId}`,
            decidedOn: null,
            itemIds: [],
            versionCount: 2,
            messageCodes: [],
            versions: ['a', 'b'].map((key, at) => ({ sha256: `${key}-${letterId}`, fileName: 'x', decidedOn: null, sequence: 2 - at })),
          },
        ];
        const operations = cases.flatMap((id) => [...['a', 'b', 'unnamed'].flatMap((key) => version(id, `${key}-${id}`)), ...head(id)]);
        expect((await client.bulk({ operations, refresh: true })).errors).toBe(false);
        const earlier = await found(read(place));
        const batches: Letter[][] = [];
        for await (const batch of earlier.letters) batches.push([...batch]);
        expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(100);
        const given = batches.flat().map(({ determination: { id, source } }) => ({ id, sha256: source.sha256 }));
        expect(given).toHaveLength(earlier.total);
        expect(given.filter(({ id }) => id.startsWith('dwc:CM80-')).map(({ sha256 }) => sha256)).toEqual(
          cases.flatMap((id) => [`b-${id}`, `a-${id}`]),
        );
      }),
    );

    it('is none where there is none, nor where only newer ones are', () =>
      inPlace(address, async (place) => {
        expect(await read(place)).toBeNull();
        await place.open();
        expect(await read(place)).toBeNull();
        expect(await removeEarlierIndex({ ...place.options, engine: 'elasticsearch' })).toEqual([]);
      }));
  });
}

async function found(reading: Promise<EarlierIndex | null>): Promise<EarlierIndex> {
  const earlier = await reading;
  if (earlier === null) throw new Error('nothing was found');
  return earlier;
}
