/** Puts that are cut off on their way to a real Elasticsearch: whoever opens the index next counts nothing of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { describe, expect, inject, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import type { IssueQuery } from '#contract/query.ts';
import { openElasticsearch } from '../../server/search/elasticsearch/client.ts';
import type { SearchIndex } from '../../server/search/port.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { standBetween } from './between.ts';
import { dropIndices, openTestIndex, uniquePrefix } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');
const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: ['service'], sort: 'case', offset: 0, limit: 100 };

const stored = makeLetter({ decidedOn: '2015-01-01', note: 'stored', items: [{ request: 'Gym' }, { request: 'Yoga' }] });
const newVersion = makeLetter({ decidedOn: '2016-01-01', note: 'new', items: [{ request: 'Sauna' }, {}, {}] });
const newCase = makeLetter({ caseNumber: 'CM90-0000002', note: 'case', items: [{ request: 'Walker' }, {}] });
const better = makeLetter({ decidedOn: '2017-01-01', note: 'better', items: [{ request: 'Pool' }] });
const moved = makeLetter({ caseNumber: 'CM90-0000003', note: 'moved', items: [{ request: 'Cane' }] });
for (const letter of [better, moved]) letter.determination.source.sha256 = stored.determination.source.sha256;

if ('skipped' in server) it.skip(`puts that are cut off are not tested: ${server.skipped}`);
else describeCutOff(server);

function describeCutOff(address: ServerAddress): void {
  /** A test on an index that holds `stored`, with a second opening of it whose requests `look` sees. */
  const cut =
    (
      look: (path: string, body: string, prefix: string) => Promise<'pass' | 'cut'>,
      check: (through: SearchIndex, prefix: string) => Promise<void>,
    ) =>
    async () => {
      const prefix = uniquePrefix();
      const between = await standBetween(address.url, (path, body) => look(path, body, prefix));
      try {
        const direct = await openTestIndex(address, prefix);
        await direct.index.put([stored]);
        await direct.index.close();
        const through = await openElasticsearch({ ...address, url: between.url, index: prefix });
        await check(through, prefix);
        await through.close();
      } finally {
        await between.close();
        await dropIndices(address, prefix);
      }
    };
  /** Whether a request writes (or deletes) a letter's head. */
  const writesHead = (path: string, body: string, prefix: string) =>
    path.startsWith('/_bulk') && body.includes(`"_index":"${prefix}-letters"`);
  const afterItems = async (path: string, body: string, prefix: string) => (writesHead(path, body, prefix) ? 'cut' : 'pass');

  describe('an index whose last put was cut off after its items were written', () => {
    const puts: readonly [string, (index: SearchIndex) => Promise<unknown>][] = [
      ['a new case', (index) => index.put([newCase])],
      ['a new version', (index) => index.put([newVersion])],
      ['both at once', (index) => index.put([newCase, newVersion])],
      ['a record written anew', (index) => index.put([better], { replace: true })],
      ['a record that moves to another case', (index) => index.put([moved], { replace: true })],
    ];
    it.each(puts)('counts nothing of it, and is the same as before: %s', async (_, put) => {
      await cut(afterItems, async (through, prefix) => {
        await expect(put(through)).rejects.toMatchObject({ code: 'engine-unavailable' });
        const again = await openElasticsearch({ ...address, index: prefix });
        await expectLetters(again, [stored]);
        // The next opening finds nothing left to do, and the same put is whole.
        await again.close();
        const last = await openElasticsearch({ ...address, index: prefix });
        await put(last);
        expect(await last.stats()).not.toMatchObject({ items: 0 });
        await last.close();
      })();
    });
  });

  it('a program that has the index open all the while stops counting it by itself', async () => {
    await cut(afterItems, async (through, prefix) => {
      const reader = await openElasticsearch({ ...address, index: prefix }, false, 50);
      await expect(through.put([newCase])).rejects.toMatchObject({ code: 'engine-unavailable' });
      const client = new Client({ node: address.url });
      await client.indices.refresh({ index: `${prefix}-items` });
      await client.close();
      const rightly = stored.determination.items.length;
      const count = async () => (await reader.search(EVERYTHING)).total;
      // The question is answered at once, and sets the mending off.
      expect(await count()).toBe(rightly + newCase.determination.items.length);
      for (let looks = 0; looks < 100 && (await count()) !== rightly; looks += 1) await sleep(100);
      await expectLetters(reader, [stored]);
      await reader.close();
    })();
  });

  it('a removal that was cut off after the head was deleted leaves no item behind', async () => {
    const onItems = async (path: string, body: string, prefix: string) =>
      path.startsWith('/_bulk') && body.includes(`{"delete":{"_index":"${prefix}-items"`) ? 'cut' : 'pass';
    await cut(onItems, async (through, prefix) => {
      await expect(through.remove([stored.determination.id])).rejects.toMatchObject({ code: 'engine-unavailable' });
      const again = await openElasticsearch({ ...address, index: prefix });
      await expectLetters(again, []);
      await again.close();
    })();
  });

  it('a put that is only slow loses nothing to a program that opens the index meanwhile', async () => {
    const hold = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const slow = async (path: string, body: string, prefix: string): Promise<'pass'> => {
      if (!writesHead(path, body, prefix)) return 'pass';
      held.resolve();
      await hold.promise;
      return 'pass';
    };
    await cut(slow, async (through, prefix) => {
      const putting = through.put([newCase, newVersion]);
      await held.promise;
      const opener = await openElasticsearch({ ...address, index: prefix });
      await expectLetters(opener, [stored]);
      hold.resolve();
      expect((await putting).map(({ outcome }) => outcome)).toEqual(['added', 'new_version']);
      await expectLetters(opener, [newVersion, newCase], 3);
      await opener.close();
    })();
  });

  it('a put that goes on is waited for, and not disturbed', async () => {
    const slow = async (path: string, body: string, prefix: string) => {
      if (writesHead(path, body, prefix)) await sleep(700);
      return 'pass' as const;
    };
    await cut(slow, async (through, prefix) => {
      const putting = through.put([newCase]);
      await sleep(300);
      const opener = await openElasticsearch({ ...address, index: prefix });
      expect((await putting).map(({ outcome }) => outcome)).toEqual(['added']);
      await expectLetters(opener, [stored, newCase]);
      await opener.close();
    })();
  });
}

/** Holds items, facets, rates and counts against what these letters (current versions) hold. */
async function expectLetters(index: SearchIndex, letters: readonly Letter[], versions = letters.length): Promise<void> {
  const items = letters.flatMap(({ determination }) => determination.items);
  const results = await index.search(EVERYTHING);
  expect(results.hits.map(({ itemId }) => itemId)).toEqual(items.map(({ id }) => id));
  expect(results).toMatchObject({ total: items.length, letters: { count: letters.length, exact: true } });
  expect(results.facets[0]?.values.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
  const rates = await index.rates({ where: { kind: 'all' }, filters: [], by: 'service' });
  expect(rates.total).toMatchObject({ items: items.length, letters: { count: letters.length, exact: true } });
  expect(await index.stats()).toMatchObject({ letters: letters.length, items: items.length, versions });
  for (const letter of letters) {
    expect(await index.letter(letter.determination.id)).toEqual(letter);
    const first = letter.determination.items[0]?.heading?.value.toLowerCase() ?? '';
    const found = await index.search({ ...EVERYTHING, where: { kind: 'phrase', words: [first], fields: ['heading'] } });
    expect(found.hits[0]?.letterId).toBe(letter.determination.id);
  }
}
