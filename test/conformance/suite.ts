/**
 * The conformance suite: the definition of the search port. Whatever passes it is an engine. `describeConformance` puts
 * each corpus and holds every answer against the brute-force oracle; `named-cases.ts` holds the rules one by one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Letter } from '#contract/determination.ts';
import type { IssueQuery, IssueResults } from '#contract/query.ts';
import type { SearchIndex } from '../../server/search/port.ts';
import { describeNamedCases } from './named-cases.ts';
import type { OpenedIndex } from './opened-index.ts';
import { makeOracle, type Oracle } from './oracle.ts';
import { drawRates, drawSearches } from './queries.ts';

/** Letters to ask questions about. */
export interface Corpus {
  readonly name: string;
  /** The letters, or what reads them (called once, before the tests). */
  readonly letters: readonly Letter[] | (() => Promise<readonly Letter[]>);
  /** How many generated queries; 300 unless told. A third as many rates are asked. */
  readonly queries?: number;
  /** The seed of the queries; 1 unless told. */
  readonly seed?: number;
}

const BATCH = 200;

/** Runs the suite on one engine. `open` is called for each corpus and each named case, and must give an empty index. */
export function describeConformance(name: string, open: () => Promise<OpenedIndex>, corpora: readonly Corpus[]): void {
  describe(`the ${name} engine`, () => {
    describeNamedCases(open);
    for (const corpus of corpora) describeCorpus(open, corpus);
  });
}

function describeCorpus(open: () => Promise<OpenedIndex>, corpus: Corpus): void {
  const { queries: count = 300, seed = 1 } = corpus;
  describe(`over ${corpus.name}`, () => {
    let opened: OpenedIndex | undefined;
    let oracle: Oracle = makeOracle([]);
    let letters: readonly Letter[] = [];
    const index = (): SearchIndex => {
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

    it(`answers ${count} generated searches as the oracle does, page by page`, { timeout: 600_000 }, async () => {
      let answered = 0;
      for (const query of drawSearches(oracle.items, count, seed, RESULT_WINDOW)) {
        await expectSearch(index(), oracle, query);
        answered += 1;
      }
      expect(answered).toBe(count);
    });

    it(`counts outcomes for ${Math.ceil(count / 3)} generated questions as the oracle does`, { timeout: 600_000 }, async () => {
      for (const query of drawRates(oracle.items, Math.ceil(count / 3), seed)) {
        expect(await index().rates(query), said(query)).toEqual(oracle.rates(query));
      }
    });
  });
}

/** Holds one search, whole and in pages, against the oracle. */
async function expectSearch(index: SearchIndex, oracle: Oracle, query: IssueQuery): Promise<void> {
  const expected = oracle.search(query);
  const answer = await index.search(query);
  const ids = idsOf(answer);
  const { total, letters, facets } = answer;
  expect({ total, letters, facets }, said(query)).toEqual({ total: expected.total, letters: expected.letters, facets: expected.facets });
  if (query.sort === 'relevance') {
    // A score may order as it likes, but over the whole result it leaves nothing out and repeats nothing.
    if (total <= query.limit) expect([...ids].sort(), said(query)).toEqual([...expected.itemIds].sort());
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

function scoresFall(results: IssueResults): boolean {
  return results.hits.every((hit, position) => hit.score <= (results.hits[position - 1]?.score ?? Number.POSITIVE_INFINITY));
}

/** The query, to be shown where an answer differs. */
function said(query: object): string {
  return JSON.stringify(query);
}
