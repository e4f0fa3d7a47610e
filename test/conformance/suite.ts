/**
 * The conformance suite: the definition of the search port. Whatever passes it is an engine. `describeConformance` puts
 * each corpus and holds every answer against the brute-force oracle; `named-cases.ts` holds the rules one by one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Letter } from '#contract/determination.ts';
import type { IssueQuery, IssueResults, QueryNode } from '#contract/query.ts';
import type { EachQuery, WritableIndex } from '../../server/search/port.ts';
import { describeAsking } from './asking-cases.ts';
import { describeBrokenWords } from './broken-words-cases.ts';
import { describeCounting } from './counting-cases.ts';
import { describeFamilies } from './family-cases.ts';
import { describeNamedCases } from './named-cases.ts';
import type { OpenedIndex } from './opened-index.ts';
import { makeOracle, type Oracle } from './oracle.ts';
import { drawAggregates, drawCases, drawMisspelt, drawSearches, drawTrees } from './queries.ts';
import { describeSuggesting } from './suggesting-cases.ts';

/** Letters to ask questions about. */
export interface Corpus {
  readonly name: string;
  /** The letters, or what reads them (called once, before the tests). */
  readonly letters: readonly Letter[] | (() => Promise<readonly Letter[]>);
  /** How many generated queries; 300 unless told. Four fifths as many counts of outcomes are asked, and a tenth as many of the rest. */
  readonly queries?: number;
  /** The seed of the queries; 1 unless told. */
  readonly seed?: number;
}

const BATCH = 200;

/** Runs the suite on one engine. `open` is called for each corpus and each named case, and must give an empty index. */
export function describeConformance(name: string, open: () => Promise<OpenedIndex>, corpora: readonly Corpus[]): void {
  describe(`the ${name} engine`, () => {
    describeNamedCases(open);
    describeAsking(open);
    describeCounting(open);
    describeFamilies(open);
    describeBrokenWords(open);
    describeSuggesting(open);
    for (const corpus of corpora) describeCorpus(open, corpus);
  });
}

/** Puts a corpus and holds every answer about it against the oracle. */
export function describeCorpus(open: () => Promise<OpenedIndex>, corpus: Corpus): void {
  const { queries: count = 300, seed = 1 } = corpus;
  const questions = Math.ceil(count * 0.8);
  describe(`over ${corpus.name}`, () => {
    let opened: OpenedIndex | undefined;
    let oracle: Oracle = makeOracle([]);
    let letters: readonly Letter[] = [];
    const index = (): WritableIndex => {
      if (opened === undefined) throw new Error('the index was not opened');
      return opened.index;
    };

    beforeAll(async () => {
      letters = typeof corpus.letters === 'function' ? await corpus.letters() : corpus.letters;
      oracle = makeOracle(letters);
      opened = await open();
      for (let start = 0; start < letters.length; start += BATCH) {
        const outcomes = await opened.index.put(letters.slice(start, start + BATCH));
        expect(outcomes.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      }
    });
    afterAll(() => opened?.close());

    it('holds every letter and item', async () => {
      const stats = await index().stats();
      expect({ letters: stats.letters, items: stats.items }).toEqual({
        letters: new Set(letters.map(({ determination }) => determination.id)).size,
        items: oracle.items.length,
      });
    });

    it(`answers ${count} generated searches as the oracle does, page by page`, async () => {
      let answered = 0;
      for (const query of drawSearches(oracle.items, count, seed, RESULT_WINDOW)) {
        await expectSearch(index(), oracle, query);
        answered += 1;
      }
      expect(answered).toBe(count);
    });

    it(`gives all that matches ${count / 10} generated searches in the order of their pages`, async () => {
      for (const query of drawSearches(oracle.items, Math.ceil(count / 10), seed + 1, RESULT_WINDOW)) {
        const expected = oracle.each(query);
        const ids = await eachOf(index(), query);
        if (query.sort !== 'relevance') expect(ids, said(query)).toEqual(expected);
        else expect([...ids].sort(), said(query)).toEqual([...expected].sort());
        const { onePerLetter: _, ...whole } = query;
        expect(idsOf(await index().search({ ...whole, facets: [] })), said(query)).toEqual(ids);
      }
    });

    it(`gives pages of both tiers of ${count / 10} generated searches as single searches do`, async () => {
      for (const first of drawSearches(oracle.items, Math.ceil(count / 10), seed + 2, RESULT_WINDOW)) {
        const second: QueryNode = { kind: 'not', child: first.where };
        for (const query of [first, { ...first, offset: Math.max(0, oracle.search(first).total - 3), limit: 7 }]) {
          const page = await index().page({ first: query, second });
          expect(page.first, said(query)).toEqual(await index().search(query));
          const isAsked = query.onePerLetter !== true || page.first.total === 0;
          expect(page.second !== null, said(query)).toBe(isAsked);
          if (page.second === null) continue;
          const whole = await index().search({ ...query, where: second, facets: [], offset: 0, limit: RESULT_WINDOW });
          expect(page.second.total, said(query)).toBe(whole.total);
          const length = query.onePerLetter === true ? page.first.letters.count : page.first.total;
          const run = whole.hits.slice(Math.max(0, query.offset - length), Math.max(0, query.offset + query.limit - length));
          expect(page.second.hits, said(query)).toEqual(run);
        }
      }
    });

    it(`counts ${count / 10} lists of generated trees as the oracle does`, async () => {
      for (const trees of drawTrees(oracle.items, Math.ceil(count / 10), seed)) {
        expect(await index().counts(trees), said(trees)).toEqual(oracle.counts(trees));
      }
    });

    it(`finds the words that ${count / 10} misspelt ones are near to as the oracle does`, async () => {
      const found: string[] = [];
      for (const word of drawMisspelt(oracle.items, Math.ceil(count / 10), seed)) {
        const near = await index().similarWords(word, 5);
        expect(near, word).toEqual(oracle.similarWords(word, 5));
        found.push(...near);
      }
      expect(found.length).toBeGreaterThan(0);
    });

    it(`gives the case numbers of ${count / 10} generated beginnings as the oracle does`, async () => {
      let found = 0;
      for (const query of drawCases(oracle.items, Math.ceil(count / 10), seed)) {
        const cases = await index().casesBeginning(query);
        expect(cases, said(query)).toEqual(oracle.casesBeginning(query));
        found += cases.length;
      }
      expect(found).toBeGreaterThan(0);
    });

    it(`counts outcomes for ${questions} generated questions as the oracle does`, async () => {
      let cells = 0;
      for (const query of drawAggregates(oracle.items, questions, seed)) {
        const expected = oracle.aggregate(query);
        expect(await index().aggregate(query), said(query)).toEqual(expected);
        cells += expected.cells.length;
      }
      expect(cells).toBeGreaterThan(questions);
    });
  });
}

/** Holds one search, whole and in pages, against the oracle. */
async function expectSearch(index: WritableIndex, oracle: Oracle, query: IssueQuery): Promise<void> {
  const expected = oracle.search(query);
  const answer = await index.search(query);
  const ids = idsOf(answer);
  const { total, letters, facets } = answer;
  expect({ total, letters, facets }, said(query)).toEqual({ total: expected.total, letters: expected.letters, facets: expected.facets });
  if (query.sort === 'relevance') {
    // A score may order as it likes, but over the whole result it leaves nothing out and repeats nothing.
    const whole = query.onePerLetter === true ? idsOf(await index.search({ ...query, facets: [], onePerLetter: false })) : ids;
    if (total <= query.limit) expect([...whole].sort(), said(query)).toEqual([...oracle.each(query)].sort());
    if (query.onePerLetter === true) expect(ids, said(query)).toEqual(firstsOfLetters(whole));
    expect(scoresFall(answer), said(query)).toBe(true);
  } else {
    expect(ids, said(query)).toEqual(expected.itemIds);
  }
  expect(
    ids.filter((id, position) => id !== `${answer.hits[position]?.letterId}#${answer.hits[position]?.number}`),
    said(query),
  ).toEqual([]);
  const size = Math.max(1, Math.ceil(ids.length / 3));
  const paged: string[] = [];
  for (let offset = 0; offset < ids.length; offset += size) {
    const page = await index.search({ ...query, facets: [], offset, limit: Math.min(size, RESULT_WINDOW - offset) });
    expect({ total: page.total, letters: page.letters }, said(query)).toEqual({ total, letters });
    paged.push(...idsOf(page));
  }
  expect(paged, said(query)).toEqual(ids);
}

function idsOf(results: IssueResults): string[] {
  return results.hits.map((hit) => hit.itemId);
}

/** Everything that `each` gives, whose batches are never empty. */
async function eachOf(index: WritableIndex, query: EachQuery): Promise<string[]> {
  const ids: string[] = [];
  for await (const hits of index.each(query)) {
    expect(hits.length).toBeGreaterThan(0);
    ids.push(...hits.map((hit) => hit.itemId));
  }
  return ids;
}

/** The first item of each letter. */
function firstsOfLetters(itemIds: readonly string[]): string[] {
  const firsts = new Map<string, string>();
  for (const itemId of itemIds) {
    const letter = itemId.slice(0, itemId.lastIndexOf('#'));
    if (!firsts.has(letter)) firsts.set(letter, itemId);
  }
  return [...firsts.values()];
}

function scoresFall(results: IssueResults): boolean {
  return results.hits.every((hit, position) => hit.score <= (results.hits[position - 1]?.score ?? Number.POSITIVE_INFINITY));
}

/** The query, to be shown where an answer differs. */
function said(query: object): string {
  return JSON.stringify(query);
}
