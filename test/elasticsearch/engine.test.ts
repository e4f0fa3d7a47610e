/** What is peculiar to the Elasticsearch engine, on a real server: words of any kind, letters that it refuses, foreign and missing servers. */
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { IssueQuery, QueryNode } from '#contract/query.ts';
import { INDEX_VERSION } from '#mappings/elasticsearch.ts';
import { words } from '#mappings/text/words.ts';
import { toTerm } from '../../server/search/elasticsearch/terms.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { indicesOf, inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const CASE = 'dwc:CM90-0000001';
const version = (note: string, decidedOn: string, request: string, more: Parameters<typeof makeLetter>[0] = {}) =>
  makeLetter({ note, decidedOn, fileName: `${note}.txt`, items: [{ request }], ...more });

if ('skipped' in server) it.skip(`the Elasticsearch engine is not tested: ${server.skipped}`);
else describeEngine(server);

function describeEngine(address: ServerAddress): void {
  const client = new Client({ node: address.url });
  const placed = (check: (place: Place) => Promise<void>) => () => inPlace(address, check);
  const withIndex = (check: (index: WritableIndex, place: Place) => Promise<void>) =>
    placed(async (place) => check(await place.open(), place));

  describe('words on the server', () => {
    it('are split at blanks and nowhere else', async () => {
      const text = `EMG/NCV 7.5mg 9792.24.2 Größe Ørsted ΑΛΦΑ 脊椎 ½ ١٢٣ ${'q'.repeat(300)} \u{20000}\u{20001} ${'\u{20000}'.repeat(200)}`;
      const terms = words(text).map(toTerm);
      expect(terms.length).toBeGreaterThan(12);
      const answer = await client.indices.analyze({ analyzer: 'whitespace', text: terms.join(' ') });
      expect(answer.tokens?.map(({ token, position }) => [token, position])).toEqual(terms.map((term, at) => [term, at]));
    });

    it(
      'may be 300 characters long and are still told apart',
      withIndex(async (index) => {
        const long = 'q'.repeat(300);
        await index.put([makeLetter({ items: [{ request: `Brace ${long}a soft` }] })]);
        expect(await total(index, { kind: 'word', word: `${long}a`, fields: ['heading'] })).toBe(1);
        expect(await total(index, { kind: 'word', word: `${long}b`, fields: ['heading'] })).toBe(0);
        expect(await total(index, { kind: 'phrase', words: ['brace', `${long}a`, 'soft'], fields: ['heading'] })).toBe(1);
        expect(await total(index, { kind: 'phrase', words: ['brace', 'soft'], fields: ['heading'] })).toBe(0);
        expect(await total(index, { kind: 'prefix', prefix: 'q'.repeat(179), fields: ['heading'] })).toBe(1);
      }),
    );

    it(
      'may stand in groups as deep as we let through',
      withIndex(async (index) => {
        await index.put([makeLetter({ items: [{ request: 'Brace' }] })]);
        let tree: QueryNode = { kind: 'word', word: 'brace', fields: ['heading', 'rationale'] };
        for (let depth = 0; depth < 26; depth += 1) tree = { kind: depth % 2 === 0 ? 'and' : 'or', children: [tree, { kind: 'all' }] };
        const filters = [{ field: 'decision' as const, values: ['upheld'] }];
        expect((await index.search({ ...EVERYTHING, where: tree, filters })).total).toBe(1);
      }),
    );
  });

  describe('a document, for whoever looks at it with Kibana', () => {
    it(
      'is flat, with plain names, dates that are dates and texts that can be read and searched',
      withIndex(async (index, { options }) => {
        const halved = 'A walker \ud800 for the left knee.';
        const item = { request: 'Walker', bodyParts: ['knee'], rationale: halved };
        await index.put([makeLetter({ decidedOn: '2016-03-04', items: [item] })]);
        const search = (query: object) => client.search<Readonly<Record<string, unknown>>>({ index: `${options.index}-items`, query });
        const found = await search({
          query_string: { query: '"walker" AND left AND decision:upheld AND decidedOn:[2016-03-01 TO 2016-03-31]' },
        });
        expect(found.hits.hits.map(({ _source }) => _source)).toMatchObject([
          {
            caseNumber: [expect.any(String)],
            itemNumber: 1,
            decision: ['upheld'],
            decidedOn: '2016-03-04',
            rationale: halved.toWellFormed(),
          },
        ]);
        const names = Object.keys(found.hits.hits[0]?._source ?? {});
        expect(names).toContain('heading');
        for (const own of ['stems', 'words']) expect(names).not.toContain(own);
      }),
    );
  });

  describe('a letter that the server refuses', () => {
    // No server takes a keyword of more than 32,766 bytes.
    const refused = version('new', '2016-01-01', 'Sauna', { specialties: ['s'.repeat(40_000)] });
    const other = version('other', '2015-01-01', 'Walker', { caseNumber: 'CM90-0000002' });

    it(
      'fails with its reason, and no other does; nothing of it is found, nor of what it takes the place of',
      withIndex(async (index) => {
        await index.put([version('old', '2015-01-01', 'Gym')]);
        const outcomes = await index.put([refused, other]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'added']);
        expect(outcomes[0]?.reason).toMatch(/refused it for the field specialty/);
        expect(outcomes[0]?.reason).not.toContain('sss');
        for (const word of ['sauna', 'gym']) expect(await total(index, { kind: 'word', word, fields: ['heading'] }), word).toBe(0);
        expect(await total(index, { kind: 'all' })).toBe(1);
      }),
    );

    it(
      'is in the library all the same, and found again once a version counts that the server takes',
      withIndex(async (index) => {
        await index.put([refused]);
        expect(await index.letter(CASE)).toEqual(refused);
        expect(await index.put([version('newer', '2017-01-01', 'Pool')])).toMatchObject([{ outcome: 'new_version' }]);
        expect(await total(index, { kind: 'word', word: 'pool', fields: ['heading'] })).toBe(1);
      }),
    );

    it(
      'does not hold a new index up',
      placed(async ({ open }) => {
        const index = await open();
        await index.put([refused, other]);
        expect(await index.reindex()).toMatchObject([{ letter: CASE }]);
        expect(await total(index, { kind: 'all' })).toBe(1);
      }),
    );
  });

  describe('opening', () => {
    it(
      'finds what was stored before',
      placed(async ({ open }) => {
        const index = await open();
        await index.put([makeLetter()]);
        const again = await open();
        expect(await again.stats()).toEqual(await index.stats());
        expect(await again.indexState()).toEqual(await index.indexState());
      }),
    );

    it(
      'makes an index with the shards and replicas asked for, and asks one that has others as well until it is made anew',
      placed(async ({ open, options }) => {
        const shards = async () => {
          const found = Object.values(await client.indices.getSettings({ index: `${options.index}-*` }));
          return found.map(({ settings }) => [settings?.index?.number_of_shards, settings?.index?.number_of_replicas]);
        };
        await (await open({}, { shards: 3, replicas: 0 })).put([makeLetter()]);
        expect(await shards()).toEqual([
          ['3', '0'],
          ['3', '0'],
        ]);
        const index = await open({}, { shards: 2 });
        expect(await total(index, { kind: 'all' })).toBe(1);
        expect((await shards())[0]).toEqual(['3', '0']);
        await index.reindex();
        expect((await shards()).map(([primaries]) => primaries)).toEqual(['2', '2']);
        expect(await total(index, { kind: 'all' })).toBe(1);
      }),
    );

    it(
      'makes nothing for a command that only reads where there is no library',
      placed(async ({ open, options }) => {
        await expect(open({ create: false })).rejects.toMatchObject({ code: 'no-index' });
        expect(await indicesOf(address, options.index)).toEqual([]);
      }),
    );

    it.each(['items-v0-000000000000', `items-v${INDEX_VERSION + 1}-000000000000-000000000000-1`, 'others'])(
      'refuses an index behind the alias that it does not know, and leaves it alone: %s',
      async (end) => {
        await inPlace(address, async ({ open, options }) => {
          const name = `${options.index}-${end}`;
          await client.indices.create({ index: name, aliases: { [`${options.index}-items`]: {} } });
          await expect(open()).rejects.toMatchObject({ code: 'index-incompatible', message: expect.stringContaining(name) as string });
          expect(await indicesOf(address, options.index)).toEqual([name]);
        });
      },
    );

    it(
      'refuses an index that stands where the alias should',
      placed(async ({ open, options }) => {
        await client.indices.create({ index: `${options.index}-items` });
        await expect(open()).rejects.toMatchObject({ code: 'index-incompatible' });
        expect(await indicesOf(address, options.index)).toEqual([`${options.index}-items`]);
      }),
    );

    it(
      'refuses an index of another library, and overwrites it only when told',
      withIndex(async (index, { options }) => {
        await index.put([version('mine', '2015-01-01', 'Gym')]);
        await inPlace(address, async (other) => {
          const open = (replace: boolean) => other.open({ replace }, { index: options.index });
          await expect(open(false)).rejects.toMatchObject({ code: 'index-foreign' });
          expect(await total(index, { kind: 'all' })).toBe(1);
          expect(await total(await open(true), { kind: 'all' })).toBe(0);
        });
      }),
    );

    it(
      'says that a server which is not there cannot be reached',
      placed(async ({ open }) => {
        await expect(open({}, { url: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'engine-unavailable' });
      }),
    );

    it(
      'says that a CA file which is not there is a fault of the configuration',
      placed(async ({ open }) => {
        await expect(open({}, { caFile: '/no/such/file.pem' })).rejects.toMatchObject({ code: 'bad-configuration' });
      }),
    );
  });
}

const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 10 };

async function total(index: WritableIndex, where: QueryNode): Promise<number> {
  return (await index.search({ ...EVERYTHING, where })).total;
}
