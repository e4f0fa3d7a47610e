/** A node of Elasticsearch that is killed (signal 9) and started again under a load, and operations of a writer that was held up until after it. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { connect } from '../../server/search/elasticsearch/connection.ts';
import { itemOperations, type Operation } from '../../server/search/elasticsearch/documents.ts';
import { pairOf } from '../../server/search/elasticsearch/names.ts';
import { recordOperations } from '../../server/search/elasticsearch/records.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { standBetween } from './between.ts';
import { expectIndexEqualsLibrary } from './expect-equal.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import { findMortalElasticsearch, type MortalServer } from './server.ts';

const node = await findMortalElasticsearch();

if ('skipped' in node) it.skip(`a node that is killed is not tested: ${node.skipped}`);
else describeNode(node);

function describeNode(server: MortalServer): void {
  afterAll(() => server.stop());

  describe('a node that is killed', () => {
    it('in the midst of a load stops it, and the load goes on once the node is back', async () => {
      await inPlace(server, async ({ open, options }) => {
        const letters = makeLetters(60, 4);
        let bulks = 0;
        const between = await standBetween(server.url, async (path) => {
          if (!path.startsWith('/_bulk')) return 'pass';
          bulks += 1;
          if (bulks !== 3) return 'pass';
          // The node has the request, and dies with it.
          setTimeout(() => void server.kill(), 5);
          return 'pass';
        });
        try {
          const index = await open({}, { url: between.url });
          const load = async () => {
            for (let from = 0; from < letters.length; from += 10) await index.put(letters.slice(from, from + 10));
          };
          await expect(load()).rejects.toMatchObject({ code: 'engine-unavailable' });
          await server.start();
          await load();
          expect(bulks).toBeGreaterThan(5);
          await expectIndexEqualsLibrary(server, options.index, index);
        } finally {
          await between.close();
        }
      });
    });
  });

  describe('operations of a writer that was held up', () => {
    it('undo nothing that is newer, nor once the node was started again', async () => {
      await inPlace(server, async (place) => {
        const index = await place.open();
        const before = makeLetter({ caseNumber: 'CM90-0000001', items: [{ request: 'Gym' }, { request: 'Cane' }] });
        const removed = makeLetter({ caseNumber: 'CM90-0000002', items: [{ request: 'Pool' }] });
        await index.put([before, removed]);
        await index.remove([before.determination.id]);
        // A letter of three items of which the index never had any: its writer was held up before the first.
        const never = makeLetter({ caseNumber: 'CM90-0000003', items: [{ request: 'Bed' }, { request: 'Ramp' }, { request: 'Sauna' }] });
        await index.writing(() => index.library.put([never]));
        await index.put([makeLetter({ caseNumber: 'CM90-0000003', note: 'later', decidedOn: '2019-01-02', items: [{ request: 'Bed' }] })]);
        const held = await heldUp(place, [
          { letter: before, number: 1, removed: 3 },
          { letter: removed, number: 2 },
          { letter: never, number: 4 },
        ]);
        await index.put([makeLetter({ caseNumber: 'CM90-0000001', note: 'later', items: [{ request: 'Walker' }, { request: 'Bed' }] })]);
        await index.remove([removed.determination.id]);
        await held.write();
        await expectIndexEqualsLibrary(server, place.options.index, index);
        // What was taken out is in no log any more from which the node starts.
        await fetch(`${server.url}/_flush?force=true`, { method: 'POST' });
        await server.kill();
        await server.start();
        await held.write();
        await expectIndexEqualsLibrary(server, place.options.index, index);
      });
    });
  });
}

/** Operations that earlier changes asked for: letters as they were put first, and a removal. */
async function heldUp({ options }: Place, changes: readonly { letter: Letter; number: number; removed?: number }[]) {
  const items = (await indicesOf(options, options.index)).find((name) => name.includes('-items-')) ?? '';
  const { records } = pairOf(`${options.index}-items`, items);
  const operations = changes.flatMap(({ letter: { determination }, number, removed }): Operation[] => {
    const target = { index: items, letter: determination.id, number };
    const most = determination.items.length;
    const made = itemOperations(target, determination, most);
    if (removed === undefined) return made;
    const out = recordOperations({ ...target, index: records, number: removed }, null, null, null);
    return [...made, ...itemOperations({ ...target, number: removed }, null, most), ...out];
  });
  return {
    write: async () => {
      const connection = await connect(options);
      try {
        await connection.write(operations);
      } finally {
        await connection.close();
      }
    },
  };
}
