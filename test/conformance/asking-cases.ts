/**
 * The rules of nearness, rank, one item a letter, facets of their own, `each`, `counts` and `similarWords` one by one, on
 * hand-made fictional letters. Part of the conformance suite: every engine runs them.
 */
import { describe, expect } from 'vitest';
import { NOT_STATED } from '#contract/fields.ts';
import { type IssueQuery, type QueryNode, type TextField, TextFieldSchema } from '#contract/query.ts';
import type { EachQuery, WritableIndex } from '../../server/search/port.ts';
import { EVERYTHING, found, holding, scope, version, word } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';

const near = (text: string, gap: number, fields: TextField[] = scope): QueryNode => ({ kind: 'near', words: text.split(' '), gap, fields });
const cases = (values: string[]): QueryNode => ({ kind: 'filter', filter: { field: 'caseNumber', values } });

export function describeAsking(open: () => Promise<OpenedIndex>): void {
  describe('nearness', () => {
    const letters = [
      version('CM90-0000001', {
        summary: 'Acupuncture was tried for the knee.',
        items: [
          { request: 'Knee brace', rationale: 'The brace for a stiff and swollen knee is one of many; sauna is not.' },
          { request: 'Gym', rationale: 'Brace one two brace three knee four five six seven brace.' },
        ],
      }),
    ];
    const rule = holding(open, letters);
    const [brace, gym] = ['dwc:CM90-0000001#1', 'dwc:CM90-0000001#2'];
    const table: readonly [string, QueryNode, readonly (string | undefined)[]][] = [
      ['two words next to each other, in either order', near('brace knee', 0), [brace]],
      ['two words with just enough room', near('brace swollen', 4), [brace]],
      ['two words with one word too many between', near('brace swollen', 3), []],
      ['three words count only the others between', near('brace knee swollen', 4, ['rationale']), [brace]],
      ['three words with one other too many', near('brace knee swollen', 3, ['rationale']), []],
      ['four words in any order', near('is knee the brace', 5, ['rationale']), [brace]],
      ['four words with one other too many', near('is knee the brace', 4, ['rationale']), []],
      ['the nearest of several places', near('knee brace', 1, ['rationale']), [gym]],
      ['a word that is asked for twice need stand but once', near('three knee three', 0), [gym]],
      ['words are not stemmed', near('braces knee', 9), []],
      ['a word that is nowhere', near('knee zebra', 99), []],
      ['fields are not joined, however wide the gap', near('gym knee', 1_000_000), []],
      ['fields are not joined, also where they are neighbours', near('gym brace', 9, ['heading', 'rationale']), []],
      ['a gap wider than any number', near('brace sauna', Number.MAX_SAFE_INTEGER), [brace]],
      ['the summary only where asked', near('acupuncture knee', 9), []],
      ['the summary where asked', near('acupuncture knee', 4, [...TextFieldSchema.options]), [brace, gym]],
      ['under a NOT', { kind: 'not', child: near('brace knee', 0) }, [gym]],
    ];
    for (const [title, where, expected] of table) {
      rule(title, async (index) => {
        expect(await found(index, where)).toEqual(expected);
      });
    }
  });

  describe('rank', () => {
    const letters = [
      version('CM90-0000001', { items: [{ request: 'Sauna', rationale: 'The fictional sauna is asked for.' }, { request: 'Yoga' }] }),
      version('CM90-0000002', { items: [{ request: 'Yoga', rationale: 'A sauna was named in many other words that tell nothing.' }] }),
      version('CM90-0000003', { items: [{ request: 'Walker' }] }),
    ];
    // A word that half of the items hold tells nothing, so others stand beside those asked for.
    const beside = Array.from({ length: 12 }, (_, at) => version(`CM91-00000${10 + at}`, { items: [{ request: 'Ramp' }] }));
    const rule = holding(open, [...letters, ...beside]);
    const asked: QueryNode = { kind: 'not', child: word('ramp', ['heading']) };
    const [sauna, yoga, mention, walker] = ['CM90-0000001#1', 'CM90-0000001#2', 'CM90-0000002#1', 'CM90-0000003#1'].map(
      (id) => `dwc:${id}`,
    );
    const ranked = async (index: WritableIndex, more: Partial<IssueQuery>) =>
      (await index.search({ ...EVERYTHING, where: asked, sort: 'relevance', ...more })).hits.map(({ itemId }) => itemId);

    rule('words that rank need not match', async (index) => {
      const rank = { text: word('sauna'), boosts: [] };
      expect(await ranked(index, { rank })).toEqual([sauna, mention, yoga, walker]);
      expect(await ranked(index, { rank, where: cases(['CM90-0000002', 'CM90-0000003']) })).toEqual([mention, walker]);
    });

    rule('words under a NOT do not rank', async (index) => {
      const text: QueryNode = { kind: 'and', children: [word('walker'), { kind: 'not', child: word('sauna') }] };
      expect(await ranked(index, { rank: { text, boosts: [] } })).toEqual([walker, sauna, yoga, mention]);
    });

    rule('a large boost comes first, words or not, and boosts add up', async (index) => {
      const boosts = [
        { where: cases(['CM90-0000003']), weight: 100 },
        { where: word('yoga', ['heading']), weight: 60 },
        { where: word('yoga'), weight: 60 },
        { where: word('zebra'), weight: 500 },
      ];
      const results = await index.search({ ...EVERYTHING, where: asked, sort: 'relevance', rank: { text: word('sauna'), boosts } });
      expect(results.hits.map(({ itemId }) => itemId)).toEqual([mention, yoga, walker, sauna]);
      const scores = results.hits.map(({ score }) => score);
      expect(scores[1]).toBeCloseTo(120, 4);
      expect(scores[2]).toBeCloseTo(100, 4);
      expect((scores[0] ?? 0) - 120).toBeGreaterThan(0);
    });

    rule('a word in a heading is worth a few units, which boosts are measured by', async (index) => {
      const results = await index.search({ ...EVERYTHING, where: asked, sort: 'relevance', rank: { text: word('sauna'), boosts: [] } });
      expect(results.hits[0]?.score).toBeGreaterThan(0.2);
      expect(results.hits[0]?.score).toBeLessThan(5);
    });

    rule('another sort does not look at it', async (index) => {
      const rank = { text: word('sauna'), boosts: [{ where: cases(['CM90-0000003']), weight: 100 }] };
      expect(await found(index, asked, { rank })).toEqual([sauna, yoga, mention, walker]);
    });
  });

  describe('the score of words', () => {
    const rationale = 'The fictional mud bath is asked for.';
    const letters = [
      version('CM90-0000001', { items: [{ request: 'Salt cave sauna', rationale }] }),
      version('CM90-0000002', { items: [{ request: 'Large walker', rationale: 'The fictional sauna is asked for.' }] }),
      version('CM90-0000003', { items: [{ request: 'Small sauna', rationale: 'The fictional sauna is asked for.' }] }),
    ];
    const beside = Array.from({ length: 12 }, (_, at) => version(`CM91-00000${10 + at}`, { items: [{ request: 'Ramp', rationale }] }));
    const rule = holding(open, [...letters, ...beside]);
    const scoreOf = async (index: WritableIndex, digit: number, text: QueryNode) => {
      const where = cases([`CM90-000000${digit}`]);
      const results = await index.search({ ...EVERYTHING, where, sort: 'relevance', rank: { text, boosts: [] } });
      return results.hits[0]?.score ?? 0;
    };

    rule('is for a phrase that of one thing, and not of as many as it has words', async (index) => {
      const cave = await scoreOf(index, 1, word('cave'));
      expect(cave).toBeGreaterThan(1);
      expect(await scoreOf(index, 1, { kind: 'phrase', words: ['salt', 'cave'], fields: scope })).toBeCloseTo(cave, 4);
      expect(await scoreOf(index, 1, { kind: 'or', children: [word('salt'), word('cave')] })).toBeCloseTo(2 * cave, 4);
    });

    rule('is for a phrase none where it does not stand, also where its words do', async (index) => {
      expect(await scoreOf(index, 1, { kind: 'phrase', words: ['salt', 'sauna'], fields: scope })).toBe(0);
    });

    rule('is for a word in two texts more than in one, and less than the sum of both', async (index) => {
      const [inRequest, inReasons, inBoth] = [
        await scoreOf(index, 1, word('sauna')),
        await scoreOf(index, 2, word('sauna')),
        await scoreOf(index, 3, word('sauna')),
      ];
      expect(inRequest).toBeGreaterThan(inReasons);
      expect(inBoth).toBeGreaterThan(inRequest);
      expect(inBoth).toBeLessThan(0.9 * (inRequest + inReasons));
    });
  });

  describe('one item of each letter', () => {
    const letters = [1, 2, 3].map((digit) =>
      version(`CM90-000000${digit}`, {
        decidedOn: `201${digit}-01-01`,
        items: [{ request: 'Walker' }, { request: digit === 2 ? 'Sauna' : 'Yoga' }, { request: 'Yoga, yoga and yoga' }],
      }),
    );
    const beside = Array.from({ length: 12 }, (_, at) => version(`CM91-00000${10 + at}`, { items: [{ request: 'Ramp' }] }));
    const rule = holding(open, [...letters, ...beside]);
    const where: QueryNode = { kind: 'not', child: word('ramp', ['heading']) };
    const ids = (...items: string[]) => items.map((item) => `dwc:CM90-000000${item}`);

    rule('is the first of it by the sort; totals and facets stay', async (index) => {
      const query: IssueQuery = { ...EVERYTHING, where, facets: ['decidedYear'], onePerLetter: true, sort: 'newest' };
      const results = await index.search(query);
      expect(results).toMatchObject({ total: 9, letters: { count: 3, exact: true } });
      expect(results.hits.map(({ itemId }) => itemId)).toEqual(ids('3#1', '2#1', '1#1'));
      expect(results.facets[0]?.values).toEqual(['2011', '2012', '2013'].map((value) => ({ value, count: 3 })));
    });

    rule('is the best of it by the score', async (index) => {
      const thrice: QueryNode = { kind: 'phrase', words: ['yoga', 'and', 'yoga'], fields: ['heading'] };
      const boosts = [
        { where: word('sauna'), weight: 90 },
        { where: thrice, weight: 50 },
      ];
      const rank = { text: word('yoga'), boosts };
      const results = await index.search({ ...EVERYTHING, where, onePerLetter: true, sort: 'relevance', rank });
      expect(results.hits.map(({ itemId }) => itemId)).toEqual(ids('2#2', '1#3', '3#3'));
    });

    rule('is one that matches, and pages hold every letter once', async (index) => {
      const page = (offset: number) =>
        index.search({
          ...EVERYTHING,
          where: word('yoga'),
          filters: [{ field: 'decidedYear', values: ['2011', '2012', '2013'] }],
          onePerLetter: true,
          offset,
          limit: 2,
        });
      expect((await page(0)).hits.map(({ itemId }) => itemId)).toEqual(ids('1#2', '2#3'));
      expect(await page(2)).toMatchObject({ total: 5, hits: [{ itemId: ids('3#2')[0] }] });
    });

    rule('is found also where a filter stands on a facet', async (index) => {
      const filters = [{ field: 'decidedYear' as const, values: ['2012'] }];
      const results = await index.search({ ...EVERYTHING, filters, facets: ['decidedYear'], onePerLetter: true });
      expect(results.hits.map(({ itemId }) => itemId)).toEqual(ids('2#1'));
      expect(results).toMatchObject({ total: 3, letters: { count: 1, exact: true } });
    });
  });

  describe('a facet of months, quarters or years', () => {
    const letters = ['2014-03-31', '2014-04-01', '2015-04-01'].map((decidedOn, at) => version(`CM90-000000${at}`, { decidedOn }));
    const rule = holding(open, letters);
    rule('is counted without a range of days, and with every other filter', async (index) => {
      const results = await index.search({
        ...EVERYTHING,
        filters: [
          { field: 'decidedOn', from: '2014-04-01', to: '2014-04-30' },
          { field: 'decidedYear', values: ['2014'] },
        ],
        facets: ['decidedMonth', 'decidedQuarter', 'decidedYear'],
      });
      expect(results.total).toBe(1);
      expect(results.facets).toEqual([
        { field: 'decidedMonth', values: ['2014-03', '2014-04'].map((value) => ({ value, count: 1 })) },
        { field: 'decidedQuarter', values: ['2014-Q1', '2014-Q2'].map((value) => ({ value, count: 1 })) },
        {
          field: 'decidedYear',
          values: [
            { value: '2014', count: 2 },
            { value: '2015', count: 1 },
          ],
        },
      ]);
    });
  });

  describe('what is not stated', () => {
    const letters = [
      version('CM90-0000001', { decidedOn: null, items: [{ request: 'Sauna', bodyParts: [] }, { request: 'Brace' }] }),
      version('CM90-0000002', { decidedOn: '2014-03-31', items: [{ request: 'Brace' }] }),
    ];
    const rule = holding(open, letters);
    const noDay = { field: 'decidedYear' as const, values: [NOT_STATED] };
    const ids = (...items: string[]) => items.map((item) => `dwc:CM90-000000${item}`);

    rule('is a value: found, negated and a choice beside others', async (index) => {
      expect(await found(index, { kind: 'filter', filter: noDay })).toEqual(ids('1#1', '1#2'));
      expect(await found(index, { kind: 'not', child: { kind: 'filter', filter: noDay } })).toEqual(ids('2#1'));
      expect(await found(index, { kind: 'all' }, { filters: [{ field: 'bodyPart', values: [NOT_STATED] }] })).toEqual(ids('1#1'));
      expect(await found(index, { kind: 'all' }, { filters: [{ ...noDay, values: ['2014', NOT_STATED] }] })).toHaveLength(3);
    });

    rule('is counted, so that the values of a field with one value add up to the total', async (index) => {
      const { total, facets } = await index.search({ ...EVERYTHING, facets: ['decidedYear', 'bodyPart', 'decision'] });
      expect(facets[0]?.values).toEqual([
        { value: NOT_STATED, count: 2 },
        { value: '2014', count: 1 },
      ]);
      expect(facets[1]?.values).toContainEqual({ value: NOT_STATED, count: 1 });
      expect(facets[2]?.values.map(({ value }) => value)).not.toContain(NOT_STATED);
      for (const { values } of [facets[0], facets[2]].flatMap((facet) => facet ?? [])) {
        expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      }
    });
  });

  describe('all that matches', () => {
    const letters = Array.from({ length: 700 }, (_, at) =>
      version(`CM90-${String(at).padStart(7, '0')}`, { items: [{}, { request: 'Sauna' }] }),
    );
    const rule = holding(open, letters);
    const query: EachQuery = { where: { kind: 'all' }, filters: [], sort: 'case' };

    rule('comes in batches, each item once and in order', async (index) => {
      const batches = [];
      for await (const hits of index.each(query)) batches.push(hits);
      expect(batches.length).toBeGreaterThan(1);
      const ids = batches.flat().map(({ itemId }) => itemId);
      expect(ids).toEqual(letters.flatMap(({ determination }) => determination.items.map(({ id }) => id)));
      expect(batches.flat()[1]).toMatchObject({ letterId: 'dwc:CM90-0000000', number: 2 });
    });

    rule('comes in no particular order where none is asked for, each item once', async (index) => {
      const batches = [];
      for await (const hits of index.each({ ...query, sort: null })) batches.push(hits);
      expect(batches.length).toBeGreaterThan(1);
      const ids = batches.flat().map(({ itemId }) => itemId);
      expect(ids.sort()).toEqual(letters.flatMap(({ determination }) => determination.items.map(({ id }) => id)).sort());
    });

    rule('goes by rank and filters where asked, and may be left early', async (index) => {
      const rank = { text: word('sauna'), boosts: [{ where: cases(['CM90-0000002']), weight: 100 }] };
      const filters = [{ field: 'caseNumber' as const, values: ['CM90-0000001', 'CM90-0000002'] }];
      for await (const hits of index.each({ ...query, filters, sort: 'relevance', rank })) {
        expect(hits.map(({ itemId }) => itemId.slice(-9))).toEqual(['0000002#2', '0000002#1', '0000001#2', '0000001#1']);
        expect(hits.map(({ score }) => score > 0)).toEqual([true, true, true, false]);
        break;
      }
      for await (const _ of index.each({ ...query, where: word('zebra') })) throw new Error('nothing was to come');
    });

    rule('stops for a signal that is aborted', async (index) => {
      const stop = new AbortController();
      const batches: unknown[] = [];
      const reading = async () => {
        for await (const hits of index.each(query, stop.signal)) {
          batches.push(hits);
          stop.abort();
        }
      };
      await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
      expect(batches).toHaveLength(1);
    });

    rule('is that of one state, whatever is written meanwhile', async (index) => {
      const ids: string[] = [];
      for await (const hits of index.each(query)) {
        if (ids.length === 0) {
          await index.remove(['dwc:CM90-0000699', 'dwc:CM90-0000000']);
          await index.put([version('CM90-0000698', { note: 'another', items: [{}] }), version('CM91-0000001', {})]);
        }
        ids.push(...hits.map(({ itemId }) => itemId));
      }
      expect(ids).toEqual(letters.flatMap(({ determination }) => determination.items.map(({ id }) => id)));
      expect((await index.search({ ...EVERYTHING, limit: 0 })).total).toBe(2 * 697 + 1 + 1 + 1 - 1);
    });
  });

  describe('at least so many', () => {
    const rule = holding(open, [
      version('CM90-0000001', { items: [{ request: 'Zither kazoo' }, { request: 'Zither sauna' }, { request: 'Gym' }] }),
    ]);
    rule('of several things are in an item, whichever they are', async (index) => {
      const things = [word('zither'), word('kazoo'), word('gym'), word('zither')];
      const least = (count: number): QueryNode => ({ kind: 'least', least: count, children: things });
      const counted = await index.counts([least(1), least(2), least(3), least(4), { kind: 'not', child: least(2) }]);
      expect(counted).toEqual([3, 2, 1, 0, 1]);
      expect(await found(index, least(2))).toEqual(['dwc:CM90-0000001#1', 'dwc:CM90-0000001#2']);
    });
  });

  describe('counts', () => {
    const rule = holding(open, [version('CM90-0000001', { items: [{ request: 'Sauna' }, {}] })]);
    rule('tell of each tree how many items match it', async (index) => {
      expect(await index.counts([word('sauna'), { kind: 'all' }, word('zebra'), { kind: 'not', child: word('sauna') }])).toEqual([
        1, 2, 0, 1,
      ]);
      expect(await index.counts([])).toEqual([]);
      await expect(index.counts([word('sauna')], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    });
  });

  describe('similar words', () => {
    const letters = [
      version('CM90-0000001', {
        summary: 'Fictional: acupunture.',
        items: [
          { request: 'Acupuncture', rationale: 'Gym. Gum. Gems. Myg. The acupuncturist.' },
          { request: 'Acupuncture', rationale: 'Gum. Guam. Straße.' },
        ],
      }),
      version('CM90-0000002', { summary: null, items: [{ request: 'Game', rationale: 'Acupuncture and acupunctures.' }] }),
    ];
    const rule = holding(open, letters);
    const table: readonly [string, string, readonly string[]][] = [
      ['are the nearest first, then the more frequent', 'acupuncturs', ['acupuncture', 'acupunctures', 'acupunture', 'acupuncturist']],
      ['leave the word itself out', 'acupuncture', ['acupunture', 'acupunctures']],
      ['are of one change up to four letters', 'gym', ['gum']],
      ['share the first letter', 'hum', []],
      ['are of two changes from five letters on', 'gamss', ['gems', 'game'].sort()],
      ['count two neighbours swapped as one change', 'gmae', ['game']],
      ['know letters beyond a-z', 'strasse', ['straße']],
      ['are none of a word that is near to nothing', 'zebra', []],
      ['are none of what is no word', '', []],
    ];
    for (const [title, asked, expected] of table) {
      rule(title, async (index) => {
        expect(await index.similarWords(asked, 5)).toEqual(expected);
      });
    }

    rule('are no more than asked for', async (index) => {
      expect(await index.similarWords('acupuncturs', 1)).toEqual(['acupuncture']);
      expect(await index.similarWords('acupuncturs', 0)).toEqual([]);
    });

    rule('are only words that still stand in an item', async (index) => {
      await index.remove(['dwc:CM90-0000002']);
      expect(await index.similarWords('gmae', 5)).toEqual([]);
      expect(await index.similarWords('acupuncturs', 5)).toEqual(['acupuncture', 'acupunture', 'acupuncturist']);
      await index.put(letters.slice(1));
      expect(await index.similarWords('gmae', 5)).toEqual(['game']);
    });
  });
}
