/** What is peculiar to the Elasticsearch engine, on a real server: words of any kind, failures, crashes, foreign indices. */
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { IssueQuery, QueryNode } from '#contract/query.ts';
import { words } from '#mappings/text/words.ts';
import { openElasticsearch } from '../../server/search/elasticsearch/client.ts';
import { toTerm } from '../../server/search/elasticsearch/terms.ts';
import type { SearchIndex } from '../../server/search/port.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import { makeLetter, makeUnreadable } from '../fixtures/factories.ts';
import { dropIndices, openTestIndex, uniquePrefix } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const CASE = 'dwc:CM90-0000001';
const version = (note: string, decidedOn: string, request: string, more: Parameters<typeof makeLetter>[0] = {}) =>
  makeLetter({ note, decidedOn, fileName: `${note}.txt`, items: [{ request }], ...more });

if ('skipped' in server) it.skip(`the Elasticsearch engine is not tested: ${server.skipped}`);
else describeEngine(server);

function describeEngine(address: ServerAddress): void {
  const client = new Client({ node: address.url });
  const withIndex = (check: (opened: OpenedIndex, prefix: string) => Promise<void>) => async () => {
    const prefix = uniquePrefix();
    const opened = await openTestIndex(address, prefix);
    try {
      await check(opened, prefix);
    } finally {
      await opened.close();
    }
  };

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
      withIndex(async ({ index }) => {
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
      withIndex(async ({ index }) => {
        await index.put([makeLetter({ items: [{ request: 'Brace' }] })]);
        let tree: QueryNode = { kind: 'word', word: 'brace', fields: ['heading', 'rationale'] };
        for (let depth = 0; depth < 26; depth += 1) tree = { kind: depth % 2 === 0 ? 'and' : 'or', children: [tree, { kind: 'all' }] };
        const filters = [{ field: 'decision' as const, values: ['upheld'] }];
        expect((await index.search({ ...EVERYTHING, where: tree, filters })).total).toBe(1);
      }),
    );
  });

  describe('putting', () => {
    it(
      'fails the letter that the server refuses, with its reason, and keeps what was there',
      withIndex(async ({ index }) => {
        const [old, other] = [
          version('old', '2015-01-01', 'Gym'),
          version('other', '2015-01-01', 'Walker', { caseNumber: 'CM90-0000002' }),
        ];
        await index.put([old]);
        // No server takes a keyword of more than 32,766 bytes.
        const refused = version('new', '2016-01-01', 'Sauna', { specialties: ['s'.repeat(40_000)] });
        const outcomes = await index.put([refused, other]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'added']);
        expect(outcomes[0]?.reason).toMatch(/refused it for the field keywords\.specialty/);
        expect(outcomes[0]?.reason).not.toContain('sss');
        expect(await total(index, { kind: 'word', word: 'sauna', fields: ['heading'] })).toBe(0);
        expect(await total(index, { kind: 'word', word: 'gym', fields: ['heading'] })).toBe(1);
        expect((await index.versions(CASE)).map(({ fileName, current }) => [fileName, current])).toEqual([['old.txt', true]]);
        expect(await index.known([refused.determination.source.sha256])).toEqual(new Map());
      }),
    );

    it(
      'keeps record and items of a stored letter where the server refuses those that should take their place',
      withIndex(async ({ index }) => {
        const old = version('old', '2015-01-01', 'Gym');
        await index.put([old]);
        const refused = version('new', '2016-01-01', 'Sauna', { specialties: ['s'.repeat(40_000)] });
        refused.determination.source.sha256 = old.determination.source.sha256;
        expect(await index.put([refused], { replace: true })).toMatchObject([{ outcome: 'failed' }]);
        expect(await index.letter(CASE)).toEqual(old);
        expect(await total(index, { kind: 'word', word: 'gym', fields: ['heading'] })).toBe(1);
        expect(await total(index, { kind: 'word', word: 'sauna', fields: ['heading'] })).toBe(0);
        expect((await index.versions(CASE)).map(({ fileName, current }) => [fileName, current])).toEqual([['old.txt', true]]);
      }),
    );

    it(
      'completes a put that was cut off before the letter’s head was written',
      withIndex(async ({ index }, prefix) => {
        const letter = version('cut', '2016-01-01', 'Sauna');
        await index.put([letter]);
        await client.delete({ index: `${prefix}-letters`, id: CASE, refresh: true });
        expect(await index.known([letter.determination.source.sha256])).toEqual(new Map());
        expect((await index.put([letter])).map(({ outcome }) => outcome)).toEqual(['added']);
        expect(await index.stats()).toMatchObject({ letters: 1, items: 1, versions: 1 });
        expect((await index.letter(CASE))?.canonical).toEqual(letter.canonical);
      }),
    );

    it(
      'loses no version where two programs write one case at once: one of them is told that it failed',
      withIndex(async ({ index }, prefix) => {
        const second = await openElasticsearch({ ...address, index: prefix });
        const letters = Array.from({ length: 8 }, (_, at) => version(`v${at}`, '2016-01-01', `Request ${at}`));
        const outcomes = await Promise.all(letters.map((letter, at) => (at % 2 === 0 ? index : second).put([letter])));
        await second.close();
        const stored = outcomes.flat().filter(({ outcome }) => outcome !== 'failed');
        expect((await index.versions(CASE)).map(({ sha256 }) => sha256).sort()).toEqual(stored.map(({ sha256 }) => sha256).sort());
      }),
    );

    it(
      'gives back every character, also half of a pair',
      withIndex(async ({ index }) => {
        const letter = makeLetter({ summary: 'A lone \ud800 half, a NUL \u0000, "quotes" and 脊椎.' });
        await index.put([letter]);
        expect(await index.letter(CASE)).toEqual(letter);
        expect(await index.determinations([CASE])).toEqual([letter.determination]);
      }),
    );
  });

  describe('opening', () => {
    it(
      'finds what was stored before',
      withIndex(async ({ index }, prefix) => {
        await index.put([makeLetter()]);
        await index.putUnreadable([makeUnreadable('scan.pdf')]);
        const again = await openElasticsearch({ ...address, index: prefix });
        expect(await again.stats()).toEqual(await index.stats());
        await again.close();
      }),
    );

    it('makes nothing for a command that only reads, and says that there is no index', async () => {
      const prefix = uniquePrefix();
      await expect(openElasticsearch({ ...address, index: prefix }, false)).rejects.toMatchObject({
        code: 'no-index',
        message: `There is no index behind the Elasticsearch alias ${prefix}-items; read letters with: npm run imr -- ingest PATHS`,
      });
      expect(await client.indices.get({ index: `${prefix}-*` })).toEqual({});
    });

    it(
      'finds for a command that only reads what is there',
      withIndex(async ({ index }, prefix) => {
        await index.put([makeLetter()]);
        const reader = await openElasticsearch({ ...address, index: prefix }, false);
        expect(await reader.stats()).toMatchObject({ letters: 1 });
        await reader.close();
      }),
    );

    it('refuses an index that was made with another mapping, and leaves it alone', async () => {
      const prefix = uniquePrefix();
      await client.indices.create({ index: `${prefix}-items-v0-000000000000`, aliases: { [`${prefix}-items`]: {} } });
      try {
        await expect(openElasticsearch({ ...address, index: prefix })).rejects.toMatchObject({ code: 'index-incompatible' });
        expect(Object.keys(await client.indices.get({ index: `${prefix}-*` }))).toEqual([`${prefix}-items-v0-000000000000`]);
      } finally {
        await dropIndices(address, prefix);
      }
    });

    it('refuses an index that stands where the alias should', async () => {
      const prefix = uniquePrefix();
      await client.indices.create({ index: `${prefix}-items` });
      try {
        await expect(openElasticsearch({ ...address, index: prefix })).rejects.toMatchObject({ code: 'index-incompatible' });
      } finally {
        await client.indices.delete({ index: `${prefix}-items` });
      }
    });

    it('says that a server which is not there cannot be reached', async () => {
      await expect(openElasticsearch({ url: 'http://127.0.0.1:9', index: 'imr' })).rejects.toMatchObject({ code: 'engine-unavailable' });
    });

    it('says that a CA file which is not there is a fault of the configuration', async () => {
      const options = { ...address, index: 'imr', caFile: '/no/such/file.pem' };
      await expect(openElasticsearch(options)).rejects.toMatchObject({ code: 'bad-configuration' });
    });
  });
}

const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 10 };

async function total(index: SearchIndex, where: QueryNode): Promise<number> {
  return (await index.search({ ...EVERYTHING, where })).total;
}
