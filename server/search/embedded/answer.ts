/**
 * Questions -> answers over the columns: a search with its facets, all that matches in order, and counts, which are
 * exact. The caller holds a read transaction, so that words and columns are of one state of the index.
 */
import { itemId } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import { type IssueQuery, type IssueResults, isOwnFilter, type QueryNode } from '#contract/query.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import type { CasesQuery, CountedCase, EachQuery } from '../port.ts';
import type { Columns } from './columns.ts';
import { countMatching, type Mask, type MaskSource, maskOf, maskOfFilter, narrow, type Rows, rowsOf } from './masks.ts';
import { firstOfEachLetter, letterOf, orderOf } from './order.ts';
import { type ScoreSource, scoresFor } from './scores.ts';
import { firstOf } from './top.ts';

export function answerSearch(source: ScoreSource, query: IssueQuery): IssueResults {
  const { columns } = source;
  const tree = maskOf(source, query.where);
  const filters = query.filters.map((filter) => ({ filter, mask: maskOfFilter(source, filter) }));
  const narrowed = (facet: KeywordField | null): Mask => {
    const mask = tree.slice();
    for (const { filter, mask: passed } of filters) if (facet === null || !isOwnFilter(facet, filter)) narrow(mask, passed);
    return mask;
  };
  const rows = rowsOf(narrowed(null));
  const facets = query.facets.map((field) => {
    source.checkpoint();
    const own = filters.some(({ filter }) => isOwnFilter(field, filter));
    return { field, values: countValues(columns, field, own ? rowsOf(narrowed(field)) : rows) };
  });
  const hits = query.limit > 0 ? pageOf(source, query, rows) : [];
  return { total: rows.length, letters: { count: countLetters(columns, rows), exact: true }, hits, facets };
}

function pageOf(source: ScoreSource, query: IssueQuery, rows: Rows): IssueResults['hits'] {
  const { columns } = source;
  const scores = scoresFor(source, query, rows);
  source.checkpoint();
  const order = orderOf(columns, query.sort, scores);
  const candidates = query.onePerLetter === true ? firstOfEachLetter(columns, rows, order) : rows;
  const first = firstOf(candidates, query.offset + query.limit, order);
  return first.slice(query.offset).map((row) => toHit(columns, row, scores));
}

/** Everything that matches, in order. */
export interface Ordered {
  readonly length: number;
  readonly hit: (position: number) => IssueResults['hits'][number];
}

/**
 * All items that match, in the order of the sort or, without one, of their rows. What comes back stays true whatever is written later: a row never comes to
 * mean another item, since rows and letters are never used twice.
 */
export function answerOrder(source: ScoreSource, query: EachQuery): Ordered {
  const { columns } = source;
  const rows = rowsOf(matching(source, query));
  const scores = scoresFor(source, query, rows);
  source.checkpoint();
  const ordered = query.sort === null ? rows : rows.sort(orderOf(columns, query.sort, scores));
  return { length: ordered.length, hit: (position) => toHit(columns, ordered[position] ?? 0, scores) };
}

/** How many items match each of the trees. */
export function answerCounts(source: MaskSource, trees: readonly QueryNode[]): number[] {
  return trees.map((tree) => countMatching(source, tree));
}

/** The case numbers that begin so of what matches. */
export function answerCases(source: MaskSource, { where, beginnings, most }: CasesQuery): CountedCase[] {
  // A serial of any year is many beginnings of one length.
  const byLength = [...Map.groupBy(beginnings, ({ length }) => length)].map(([length, same]) => ({ length, same: new Set(same) }));
  const counted = countValues(source.columns, 'caseNumber', rowsOf(maskOf(source, where)), (caseNumber) =>
    byLength.some(({ length, same }) => same.has(caseNumber.slice(0, length))),
  );
  const cases = counted.map(({ value, count }) => ({ caseNumber: value, count }));
  return cases.sort((a, b) => byCodeUnits(a.caseNumber, b.caseNumber)).slice(0, most);
}

/** The mask of what matches a tree and passes all filters. */
export function matching(source: MaskSource, { where, filters }: Pick<IssueQuery, 'where' | 'filters'>): Mask {
  const mask = maskOf(source, where);
  for (const filter of filters) narrow(mask, maskOfFilter(source, filter));
  return mask;
}

function toHit(columns: Columns, row: number, scores: Float64Array): IssueResults['hits'][number] {
  const letterId = letterOf(columns, row);
  const number = columns.number[row] ?? 0;
  return { itemId: itemId(letterId, number), letterId, number, score: scores[row] ?? 0 };
}

function countValues(
  columns: Columns,
  field: KeywordField,
  rows: Rows,
  isAsked: (value: string) => boolean = () => true,
): { value: string; count: number }[] {
  const { codes, sets } = columns.keywords[field];
  const bySet = new Int32Array(sets.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    bySet[code] = (bySet[code] ?? 0) + 1;
  }
  const byValue = new Map<string, number>();
  for (const [code, count] of bySet.entries()) {
    if (count === 0) continue;
    for (const value of sets[code] ?? []) if (isAsked(value)) byValue.set(value, (byValue.get(value) ?? 0) + count);
  }
  const values = [...byValue].map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value));
}

function countLetters(columns: Columns, rows: Rows): number {
  let count = 0;
  let last = -1;
  for (const row of rows) {
    const letter = columns.letter[row] ?? 0;
    if (letter !== last) count += 1;
    last = letter;
  }
  return count;
}
