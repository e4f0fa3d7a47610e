/** An index that is made anew on a real Elasticsearch: beside the one that answers, then in its place, for everybody who has it open. */
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import type { IssueQuery, QueryNode } from '#contract/query.ts';
import { INDEX_VERSION, toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';
import { concreteName, type Made, madeNow, pairOf, recordsAlias } from '../../server/search/elasticsearch/names.ts';
import type { Searching } from '../../server/search/port.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { standBetween } from './between.ts';
import { expectIndexEqualsLibrary } from './expect-equal.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: ['decision'], sort: 'case', offset: 0, limit: 200 };
const heading = (word: string): QueryNode => ({ kind: 'word', word, fields: ['heading'] });

if ('skipped' in server) it.skip(`indices that are made anew are not tested: ${server.skipped}`);
else describeRebuild(server);

function describeRebuild(address: ServerAddress): void {
  const client = new Client({ node: address.url });
  const placed = (check: (place: Place) => Promise<void>) => () => inPlace(address, check);

  /** Puts an index of another program in the place of the one that is there: with its items, but without words. */
  async function makeOther({ options, open }: Place, made: Made): Promise<string> {
    await open();
    const alias = `${options.index}-items`;
    const name = concreteName(alias, made);
    const old = await indicesOf(address, options.index);
    const { items, records } = pairOf(alias, name);
    for (const [index, definition] of [
      [items, toItemsDefinition()],
      [records, toRecordsDefinition()],
    ] as const) {
      const from = old.find((one) => one.startsWith(index === items ? alias : recordsAlias(alias))) ?? '';
      await client.indices.refresh({ index: from });
      const { hits } = await client.search({ index: from, size: 1000 });
      await client.indices.create({ index, ...definition } as Parameters<typeof client.indices.create>[0]);
      const operations = hits.hits.flatMap(({ _id, _source }) => [{ index: { _index: index, _id } }, _source]);
      await client.bulk({ operations, refresh: true });
    }
    await client.indices.updateAliases({
      actions: [...old.map((one) => ({ remove_index: { index: one } })), { add: { index: name, alias } }],
    });
    return name;
  }

  describe('an index that is made anew while it is searched', () => {
    it(
      'answers everybody as before or as after, and never otherwise',
      placed(async ({ open, options }) => {
        const [writer, reader, other] = [await open(), await open(), await open()];
        await writer.put(lettersFrom(0, 30));
        const allowed = [await answersOf(reader)];
        const seen: Answers[] = [];
        // Several at once: whoever finds the index replaced must not take another's new one away.
        const searchers = [reader, reader, writer].map((index) => ({ index, rounds: 0 }));
        let isDone = false;
        const searchOn = async (searcher: (typeof searchers)[number]) => {
          for (; !isDone; searcher.rounds += 1) seen.push(await answersOf(searcher.index));
        };
        const searches = Promise.all(searchers.map(searchOn));
        try {
          for (let round = 1; round <= 3; round += 1) {
            await other.writing(() => other.library.put(lettersFrom(30 * round, 30)));
            await other.reindex();
            allowed.push(await answersOf(other));
            for (const searcher of searchers) {
              const before = searcher.rounds;
              // The second round from here has begun with the new index.
              await Promise.race([searches, expect.poll(() => searcher.rounds).toBeGreaterThan(before + 1)]);
              expect(await answersOf(searcher.index)).toEqual(allowed.at(-1));
            }
          }
        } finally {
          isDone = true;
          await searches;
        }
        await expectIndexEqualsLibrary(address, options.index, other);
        for (const [at] of QUESTIONS.entries()) {
          const right = new Set(allowed.map((answers) => answers[at]));
          expect(right.size).toBe(4);
          expect(seen.map((answers) => answers[at]).filter((answer) => !right.has(answer))).toEqual([]);
        }
      }),
    );

    it(
      'is written to by a program that had the old one open',
      placed(async ({ open }) => {
        const [writer, other] = [await open(), await open()];
        await writer.put(lettersFrom(0, 3));
        await other.reindex();
        expect(await writer.put(lettersFrom(3, 2))).toMatchObject([{ outcome: 'added' }, { outcome: 'added' }]);
        for (const index of [writer, other, await open()]) expect((await index.search(EVERYTHING)).total).toBe(10);
      }),
    );
  });

  describe('an index of another version of the program', () => {
    it(
      'answers while a new one is made, where only its stems are outdated; then the new one does, and it is gone',
      placed(async (place) => {
        await (await place.open()).put(lettersFrom(0, 5));
        const outdated = await makeOther(place, madeNow(7, undefined, 'stems 0'));
        const go = Promise.withResolvers<void>();
        const between = await standBetween(address.url, async (path) => {
          if (path.startsWith('/_bulk')) await go.promise;
          return 'pass';
        });
        try {
          const said: string[] = [];
          const index = await place.open({ whileRebuilding: true, tell: (line) => said.push(line) }, { url: between.url });
          expect(said).toEqual([expect.stringContaining('made by another version of this program')]);
          expect((await index.search(EVERYTHING)).total).toBe(10);
          expect(await index.counts([heading('walker')])).toEqual([0]);
          expect(await indicesOf(address, place.options.index)).toContain(outdated);
          go.resolve();
          await expect.poll(() => index.counts([heading('walker')])).toEqual([5]);
          await expect.poll(() => indicesOf(address, place.options.index)).toEqual(bothOf(place, 8));
        } finally {
          go.resolve();
          await between.close();
        }
      }),
    );

    it(
      'is made anew before anything is answered, where its fields are others',
      placed(async (place) => {
        await (await place.open()).put(lettersFrom(0, 5));
        await makeOther(place, { ...madeNow(7), mapping: '0123456789ab' });
        expect(await (await place.open()).counts([heading('walker')])).toEqual([5]);
        expect(await indicesOf(address, place.options.index)).toEqual(bothOf(place, 8));
      }),
    );

    it(
      'is made anew, and is gone, where its documents were of the version before',
      placed(async (place) => {
        const { options } = place;
        const [old, left] = [7, 6].map((generation) => `${options.index}-items-v2-0123456789ab-0123456789ab-${generation}`);
        await client.indices.create({ index: old ?? '', aliases: { [`${options.index}-items`]: {} } });
        await client.indices.create({ index: left ?? '' });
        const index = await place.open();
        await index.put(lettersFrom(0, 5));
        expect(await index.counts([heading('walker')])).toEqual([5]);
        expect(await indicesOf(address, options.index)).toEqual(bothOf(place, 8));
      }),
    );

    it(
      'loses the alias and stays, where it is of a program that had no library',
      placed(async (place) => {
        const { options } = place;
        const old = `${options.index}-items-v1-0123456789ab`;
        await client.indices.create({ index: old, aliases: { [`${options.index}-items`]: {} } });
        const index = await place.open();
        await index.put(lettersFrom(0, 5));
        await index.reindex();
        expect(await indicesOf(address, options.index)).toEqual([old, ...bothOf(place, 2)].sort());
        expect(Object.keys(await client.indices.getAlias({ name: `${options.index}-items` }))).toEqual([nameOf(place, 2)]);
      }),
    );
  });

  it(
    'takes away what an interrupted run left, and nothing else',
    placed(async (place) => {
      const { options } = place;
      const index = await place.open();
      const others = `${options.index}-items-v9-not-ours`;
      for (const name of [...bothOf(place, 9), others]) await client.indices.create({ index: name });
      await index.reindex();
      expect(await indicesOf(address, options.index)).toEqual([...bothOf(place, 10), others].sort());
    }),
  );

  it(
    'of an earlier version of the documents is made anew, though all else is the same',
    placed(async (place) => {
      await (await place.open()).put(lettersFrom(0, 3));
      const earlier = { ...madeNow(4), version: INDEX_VERSION - 1 };
      await makeOther(place, earlier);
      expect(await (await place.open()).counts([heading('walker')])).toEqual([3]);
      expect(await indicesOf(address, place.options.index)).toEqual(bothOf(place, 5).sort());
    }),
  );

  it(
    'is made once where it is asked for while there is none',
    placed(async (place) => {
      await (await place.open()).put(lettersFrom(0, 3));
      await client.indices.delete({ index: await indicesOf(address, place.options.index) });
      const index = await place.open();
      expect(await index.reindex()).toEqual([]);
      expect(await indicesOf(address, place.options.index)).toEqual(bothOf(place, 1).sort());
      await index.reindex();
      expect(await indicesOf(address, place.options.index)).toEqual(bothOf(place, 2).sort());
    }),
  );

  it(
    'is made from the library alone where somebody took it away',
    placed(async (place) => {
      await (await place.open()).put(lettersFrom(0, 5));
      await client.indices.delete({ index: await indicesOf(address, place.options.index) });
      expect(await (await place.open()).counts([heading('walker')])).toEqual([5]);
    }),
  );
}

function nameOf({ options }: Place, generation: number): string {
  return concreteName(`${options.index}-items`, madeNow(generation));
}

/** The names of both indices. */
function bothOf(place: Place, generation: number): string[] {
  return Object.values(pairOf(`${place.options.index}-items`, nameOf(place, generation))).sort();
}

function lettersFrom(start: number, count: number): Letter[] {
  return Array.from({ length: count }, (_, at) =>
    makeLetter({ caseNumber: `CM90-${String(start + at).padStart(7, '0')}`, items: [{ request: 'Walker' }, { decision: 'overturned' }] }),
  );
}

type Answers = readonly string[];

const QUESTIONS: readonly ((index: Searching) => Promise<unknown>)[] = [
  (index) => index.search(EVERYTHING),
  (index) => index.counts([heading('walker'), { kind: 'all' }]),
  (index) => index.aggregate({ where: { kind: 'all' }, filters: [], programme: 'dwc', by: ['decision'] }),
  async (index) => {
    const ids: string[] = [];
    for await (const hits of index.each({ ...EVERYTHING, sort: 'case' })) ids.push(...hits.map(({ itemId }) => itemId));
    return ids;
  },
];

/** The answers to all questions: each is of one state of the index, though not all need be of the same. */
async function answersOf(index: Searching): Promise<Answers> {
  const answers: string[] = [];
  for (const question of QUESTIONS) answers.push(JSON.stringify(await question(index)));
  return answers;
}
