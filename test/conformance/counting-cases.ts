/**
 * The rules of `aggregate` and of `casesBeginning` one by one, on hand-made fictional letters counted by hand. Part of the conformance suite: every engine runs them.
 */
import { describe, expect } from 'vitest';
import { type AggregateResults, MOST_CELLS } from '#contract/aggregate.ts';
import type { Decision } from '#contract/lists.ts';
import type { QueryNode } from '#contract/query.ts';
import { readQuestion } from '../../server/domain/question/read-question.ts';
import type { ItemParts } from '../fixtures/factories.ts';
import { EVERYTHING, holding, outcomesBy, version, word } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';

const item = (service: string, decision: Decision | null, more: Partial<ItemParts> = {}) => ({
  service,
  category: 'rehab',
  decision,
  ...more,
});
const drug = (generic: string) => ({ generic, class: 'nsaid' });

export function describeCounting(open: () => Promise<OpenedIndex>): void {
  describeCases(open);
  describe('counting outcomes', () => {
    const letters = [
      version('CM90-0000001', {
        receivedOn: '2016-01-30',
        decidedOn: '2016-03-01',
        specialties: ['Pain Medicine', 'Neurology'],
        items: [
          item('pt', 'upheld', { drugs: [drug('naproxen'), drug('ibuprofen')] }),
          item('pt', 'overturned', { decisionGrade: 'inferred' }),
          item('yoga', null, { request: 'A sauna' }),
          item('yoga', 'upheld', { drugs: [drug('naproxen')] }),
        ],
      }),
      version('CM90-0000002', {
        receivedOn: '2017-01-02',
        decidedOn: '2017-01-01',
        specialties: [],
        items: [item('yoga', 'undetermined'), item('pt', 'overturned_in_part', { request: 'Another sauna' })],
      }),
      version('CM90-0000003', { receivedOn: null, decidedOn: null, specialties: ['Neurology'], items: [item('pt', 'overturned')] }),
      version('CM90-0000004', { programme: 'dmhc', decidedOn: '2016-03-02', items: [item('pt', 'overturned'), item('pt', 'overturned')] }),
    ];
    const asking = holding(open, letters);

    asking('knows no group where none is asked for', async (index) => {
      const { total, cells } = await index.aggregate(outcomesBy());
      expect(cells).toEqual([]);
      expect(total).toEqual({
        items: 7,
        letters: { count: 3, exact: true },
        knownLetters: { count: 3, exact: true },
        decisions: { upheld: 2, overturned: 2, overturned_in_part: 1, undetermined: 2 },
        // Three known items of a letter of three, one of a letter of one, one of another of one.
        knownInLetters: 3 * 3 + 1 + 1,
      });
    });

    asking('leaves out decisions that were inferred, where that is asked', async (index) => {
      const grades = await index.aggregate(outcomesBy('decisionGrade'));
      expect(grades.cells.map(({ keys, items }) => `${keys} ${items}`)).toEqual(['stated 4', 'not_stated 2', 'inferred 1']);
      const { total } = await index.aggregate({ ...outcomesBy(), filters: [{ field: 'decisionGrade', values: ['stated', 'not_stated'] }] });
      expect([total.items, total.decisions]).toEqual([6, { upheld: 2, overturned: 1, overturned_in_part: 1, undetermined: 2 }]);
      const { where, filters } = await readQuestion(index, { q: 'decision-grade:inferred', filters: {}, summary: false, literal: [] });
      const found = await index.search({ ...EVERYTHING, where, filters: [...filters], facets: ['decisionGrade'] });
      expect(found.hits.map(({ itemId }) => itemId)).toEqual(['dwc:CM90-0000001#2']);
      expect(found.facets).toEqual([{ field: 'decisionGrade', values: [{ value: 'inferred', count: 1 }] }]);
    });

    asking('never mixes programmes', async (index) => {
      const ours = await index.aggregate(outcomesBy('service'));
      expect(said(ours)).toEqual(['pt 4/3/3 8', 'yoga 3/2/1 3']);
      const theirs = await index.aggregate({ ...outcomesBy('service'), programme: 'dmhc' });
      expect(said(theirs)).toEqual(['pt 2/1/1 4']);
      expect(theirs.total.decisions.overturned).toBe(2);
      // Neither does a filter or a word that asks for the other one.
      const both = { field: 'programme' as const, values: ['dwc', 'dmhc'] };
      expect(await index.aggregate({ ...outcomesBy('service'), filters: [both] })).toEqual(ours);
      expect(
        (await index.aggregate({ ...outcomesBy('service'), where: { kind: 'filter', filter: { field: 'programme', values: ['dmhc'] } } }))
          .total.items,
      ).toBe(0);
      expect((await index.aggregate({ ...outcomesBy('service'), programme: 'ny_dfs' })).cells).toEqual([]);
    });

    asking('counts an item in the cell of each of its values, and a letter once in each', async (index) => {
      expect(said(await index.aggregate(outcomesBy('drug')))).toEqual(['not_stated 5/3/3 5', 'naproxen 2/1/1 6', 'ibuprofen 1/1/1 3']);
      expect(said(await index.aggregate(outcomesBy('specialty')))).toEqual([
        'Neurology 5/2/2 10',
        'Pain Medicine 4/1/1 9',
        'not_stated 2/1/1 1',
      ]);
    });

    asking('counts by two groups, of items and of letters', async (index) => {
      expect(said(await index.aggregate(outcomesBy('service', 'drug')))).toEqual([
        'pt not_stated 3/3/3 5',
        'yoga not_stated 2/2/0 0',
        'pt ibuprofen 1/1/1 3',
        'pt naproxen 1/1/1 3',
        'yoga naproxen 1/1/1 3',
      ]);
      expect(said(await index.aggregate(outcomesBy('decidedYear', 'service')))).toEqual([
        '2016 pt 2/1/1 6',
        '2016 yoga 2/1/1 3',
        '2017 pt 1/1/1 1',
        '2017 yoga 1/1/0 0',
        'not_stated pt 1/1/1 1',
      ]);
    });

    asking('counts by whole days, also below none and over a leap day', async (index) => {
      expect(said(await index.aggregate(outcomesBy('applicationReceived_decided')))).toEqual([
        '31 4/1/1 9',
        '-1 2/1/1 1',
        'not_stated 1/1/1 1',
      ]);
      expect(said(await index.aggregate(outcomesBy('applicationReceived_decided', 'service')))).toEqual([
        '31 pt 2/1/1 6',
        '31 yoga 2/1/1 3',
        '-1 pt 1/1/1 1',
        '-1 yoga 1/1/0 0',
        'not_stated pt 1/1/1 1',
      ]);
      // Dates that no letter has.
      expect(said(await index.aggregate(outcomesBy('assigned_decided')))).toEqual(['not_stated 7/3/3 11']);
    });

    asking('counts the letters of what a word leaves of them', async (index) => {
      const where = word('sauna');
      expect(said(await index.aggregate({ ...outcomesBy('service'), where }))).toEqual(['pt 1/1/1 1', 'yoga 1/1/0 0']);
      expect(said(await index.aggregate({ ...outcomesBy('service'), where: { kind: 'not', child: where } }))).toEqual([
        'pt 3/2/2 7',
        'yoga 2/2/1 3',
      ]);
      const yoga = { field: 'service' as const, values: ['yoga'] };
      expect(said(await index.aggregate({ ...outcomesBy('decidedYear'), filters: [yoga] }))).toEqual(['2016 2/1/1 3', '2017 1/1/0 0']);
    });
  });

  describe('fields of many values', () => {
    const names = (kind: string) => Array.from({ length: 12_000 }, (_, at) => `${kind} ${at}`);
    const many = { decision: 'upheld' as const, drugs: names('drug').map(drug) };
    const asking = holding(open, [
      version('CM90-0000001', { specialties: names('specialty'), items: [many] }),
      version('CM90-0000002', { specialties: ['specialty 7'], items: [{ decision: 'overturned' }] }),
    ]);

    asking('are counted whole, each without its own filter', async (index) => {
      const filters = [{ field: 'specialty' as const, values: ['specialty 7'] }];
      const { facets } = await index.search({ ...EVERYTHING, filters, facets: ['specialty', 'drug'], limit: 0 });
      const [specialties, drugs] = facets.map(({ values }) => values);
      expect([specialties?.length, drugs?.length]).toEqual([12_000, 12_001]);
      expect(specialties?.[0]).toEqual({ value: 'specialty 7', count: 2 });
      expect(drugs?.find(({ value }) => value === 'not_stated')).toEqual({ value: 'not_stated', count: 1 });
      expect(new Set(drugs?.map(({ value }) => value)).size).toBe(12_001);
    });
  });

  describe('too many cells', () => {
    const many = (count: number, kind: string) => Array.from({ length: count }, (_, at) => `${kind} ${at}`);
    const wide = version('CM90-0000001', {
      specialties: many(257, 'specialty'),
      items: [item('pt', 'upheld', { drugs: many(256, 'drug').map(drug) })],
    });
    const asking = holding(open, [wide]);

    asking('are refused, and as many as are allowed are not', async (index) => {
      await expect(index.aggregate(outcomesBy('specialty', 'drug'))).rejects.toMatchObject({ code: 'too-many-cells' });
      const narrower = version('CM90-0000001', {
        note: 'later',
        decidedOn: '2020-01-01',
        specialties: many(256, 'specialty'),
        items: [item('pt', 'upheld', { drugs: many(256, 'drug').map(drug) })],
      });
      await index.put([narrower]);
      const { cells } = await index.aggregate(outcomesBy('specialty', 'drug'));
      expect(cells.length).toBe(MOST_CELLS);
      expect(new Set(cells.map(({ items, letters, knownLetters }) => `${items} ${letters.count} ${knownLetters.count}`))).toEqual(
        new Set(['1 1 1']),
      );
    });
  });
}

function describeCases(open: () => Promise<OpenedIndex>): void {
  describe('case numbers by their beginnings', () => {
    const letters = [
      version('CM91-0000012', { items: [item('pt', 'upheld'), item('yoga', 'upheld', { request: 'A sauna' })] }),
      version('CM90-0000002', { items: [item('pt', 'upheld')] }),
      version('CM90-0000011', { items: [item('pt', 'upheld', { request: 'Another sauna' })] }),
      version('MN14-10001', { programme: 'dmhc', items: [item('pt', 'upheld')] }),
    ];
    const asking = holding(open, letters);
    const all = { kind: 'all' } as const;

    asking('come in the order of their letters, with their items', async (index) => {
      expect(await index.casesBeginning({ where: all, beginnings: ['CM9'], most: 9 })).toEqual([
        { caseNumber: 'CM90-0000002', count: 1 },
        { caseNumber: 'CM90-0000011', count: 1 },
        { caseNumber: 'CM91-0000012', count: 2 },
      ]);
    });

    asking('are those of any beginning, of what matches alone, no more than asked for', async (index) => {
      const numbers = async (beginnings: string[], most = 9, where: QueryNode = all) =>
        (await index.casesBeginning({ where, beginnings, most })).map(({ caseNumber, count }) => `${caseNumber} ${count}`);
      expect(await numbers(['CM90-000001', 'MN14', 'CM91-000001'])).toEqual(['CM90-0000011 1', 'CM91-0000012 2', 'MN14-10001 1']);
      expect(await numbers(['CM'], 2)).toEqual(['CM90-0000002 1', 'CM90-0000011 1']);
      expect(await numbers(['CM'], 9, word('sauna'))).toEqual(['CM90-0000011 1', 'CM91-0000012 1']);
      expect(await numbers(['cm90', 'M90', 'CM90-0000002 '])).toEqual([]);
      expect(await numbers([])).toEqual([]);
      expect(await numbers(['CM'], 0)).toEqual([]);
    });

    asking('are those of letters that are there', async (index) => {
      await index.remove(['dwc:CM90-0000002']);
      expect(await index.casesBeginning({ where: all, beginnings: ['CM90'], most: 9 })).toEqual([{ caseNumber: 'CM90-0000011', count: 1 }]);
    });
  });
}

/** A cell in a line: its keys, items/letters/letters with a known decision, known items in the letters of known items. */
function said({ cells }: AggregateResults): string[] {
  return cells.map(({ keys, items, letters, knownLetters, knownInLetters }) => {
    expect([letters.exact, knownLetters.exact]).toEqual([true, true]);
    return `${keys.join(' ')} ${items}/${letters.count}/${knownLetters.count} ${knownInLetters}`;
  });
}
