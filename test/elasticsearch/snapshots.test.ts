/** Snapshots on a real Elasticsearch: their indices beside the one of the letters of now, made when asked for, taken away with them. */
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import { toItemsDefinition } from '#mappings/elasticsearch.ts';
import { openToRead } from '../../server/index/open-index.ts';
import { concreteName, madeNow } from '../../server/search/elasticsearch/names.ts';
import { fictionalLetters } from '../conformance/corpora.ts';
import { proveSnapshot, report } from '../conformance/snapshot-proof.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const TAKEN = { note: '', takenAt: '2026-11-30T12:00:00.000Z', program: '0' };

if ('skipped' in server) it.skip(`snapshots are not tested on Elasticsearch: ${server.skipped}`);
else describeSnapshots(server);

function describeSnapshots(address: ServerAddress): void {
  const placed = (check: (place: Place) => Promise<void>) => () => inPlace(address, check);
  const client = new Client({ node: address.url });
  const ofSnapshots = async ({ options }: Place) => await indicesOf(address, `${options.index}-snapshot`);

  describe('a snapshot', () => {
    it(
      'gives the same report after 1,000 letters were loaded, 50 taken out and all read again, also where its index was lost',
      placed(async (place) => {
        const letters = await fictionalLetters();
        const index = await place.open();
        const { id, before } = await proveSnapshot(index, { first: letters.slice(0, 200), later: letters.slice(200), removed: 50 });
        const made = await ofSnapshots(place);
        expect(made.map((name) => name.slice(`${place.options.index}-snapshot-`.length))).toEqual(
          ['items', 'records'].map((kind) => expect.stringMatching(new RegExp(`^${id}-${kind}-v.*-1$`)) as string),
        );
        await client.indices.delete({ index: made });
        expect(await report(await index.at(id))).toEqual(before);
        expect(await report(await (await place.open()).at(id))).toEqual(before);
      }),
    );

    it(
      'is made anew where its index is of another version, and goes with its index; what is not of it stays',
      placed(async (place) => {
        const { options } = place;
        const index = await place.open();
        await index.put(makeLetters(40, 1));
        const live = await indicesOf(address, options.index);
        const [kept, gone] = [
          await index.snapshots.take({ name: 'Kept', ...TAKEN }),
          await index.snapshots.take({ name: 'Gone', ...TAKEN }),
        ];
        const before = await report(await index.at(kept.id));
        await index.at(gone.id);
        await index.snapshots.remove(gone.id);
        const alias = `${options.index}-snapshot-${kept.id}-items`;
        const [made = '', ...more] = Object.keys(await client.indices.getAlias({ name: alias }));
        expect([made, ...more]).toEqual([concreteName(alias, madeNow(1))]);
        expect(await ofSnapshots(place)).toEqual([made, made.replace('-items-', '-records-')]);
        await index.close();
        await client.indices.delete({ index: await ofSnapshots(place) });
        const older = concreteName(alias, { ...madeNow(7), mapping: '0123456789ab' });
        const [unknown, foreign] = ['a', 'b'].map((own) => concreteName(`${options.index}-snapshot-${own}-items`, madeNow(1)));
        for (const [name, library] of [
          [older, index.library.id],
          [unknown, index.library.id],
          [foreign, 'another'],
        ] as const) {
          const { settings, mappings } = toItemsDefinition();
          const definition = { settings, mappings: { ...mappings, _meta: { library } } };
          await client.indices.create({ index: name ?? '', ...definition } as Parameters<typeof client.indices.create>[0]);
        }
        await client.indices.putAlias({ index: older, name: alias });
        const again = await place.open();
        expect(await report(await again.at(kept.id))).toEqual(before);
        await again.writing(async () => {});
        const now = concreteName(alias, madeNow(8));
        expect(await ofSnapshots(place)).toEqual([now, now.replace('-items-', '-records-'), foreign].sort());
        expect(await indicesOf(address, options.index)).toEqual(expect.arrayContaining(live));
      }),
    );

    it(
      'is hidden on a server that has no library, which says so',
      placed(async ({ options, dataDir, open }) => {
        const index = await open();
        await index.put(makeLetters(10, 2));
        const { id } = await index.snapshots.take({ name: 'Kept', ...TAKEN });
        const alone = await openToRead({ ...options, engine: 'elasticsearch', dataDir });
        expect(alone.hidden).toContain('snapshots');
        await expect(alone.snapshots.list()).rejects.toMatchObject({ code: 'not-on-this-server' });
        await expect(alone.at(id)).rejects.toMatchObject({ code: 'not-on-this-server' });
        expect(await report(await alone.at(null))).toEqual(await report(await index.at(null)));
        expect((await alone.at(null)).change).toBe((await index.at(null)).change);
        await alone.close();
      }),
    );
  });
}
