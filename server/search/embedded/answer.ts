/**
 * Questions -> answers over the columns: a search with its facets, and rates. All counts are exact. The caller holds a
 * read transaction, so that words and columns are of one state of the index.
 */
import { itemId } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import { DecisionSchema } from '#contract/lists.ts';
import type { IssueQuery, IssueResults, KeywordField, OutcomeCounts, RatesQuery, RatesResults, Sort } from '#contract/query.ts';
import type { Columns } from './columns.ts';
import { type Mask, type MaskSource, maskOf, maskOfFilter, narrow, rowsOf } from './masks.ts';
import { joinMatches, positiveLeaves, toMatch } from './match.ts';
import { firstOf } from './top.ts';

/** What a search reads, besides columns and words: the scores (higher is better) of an FTS5 expression's rows. */
export interface AnswerSource extends MaskSource {
  readonly scoresOf: (match: string) => Map<number, number>;
}

export function answerSearch(source: AnswerSource, query: IssueQuery): IssueResults {
  const { columns } = source;
  const tree = maskOf(source, query.where);
  const filters = query.filters.map((filter) => ({ field: filter.field, mask: maskOfFilter(source, filter) }));
  const allBut = (field: KeywordField | null): Mask => {
    const mask = tree.slice();
    for (const filter of filters) if (filter.field !== field) narrow(mask, filter.mask);
    return mask;
  };
  const rows = rowsOf(allBut(null));
  const scores = query.sort === 'relevance' && query.limit > 0 ? scoresFor(source, query) : new Map<number, number>();
  source.checkpoint();
  const first = firstOf(rows, query.offset + query.limit, orderOf(columns, query.sort, scores));
  const hits = first.slice(query.offset).map((row) => {
    const letterId = letterOf(columns, row);
    const number = columns.number[row] ?? 0;
    return { itemId: itemId(letterId, number), letterId, number, score: scores.get(row) ?? 0 };
  });
  const facets = query.facets.map((field) => {
    source.checkpoint();
    const own = filters.some((filter) => filter.field === field);
    return { field, values: countValues(columns, field, own ? rowsOf(allBut(field)) : rows) };
  });
  return { total: rows.length, letters: { count: countLetters(columns, rows), exact: true }, hits, facets };
}

export function answerRates(source: MaskSource, query: RatesQuery): RatesResults {
  const { columns } = source;
  const mask = maskOf(source, query.where);
  for (const filter of query.filters) narrow(mask, maskOfFilter(source, filter));
  source.checkpoint();
  const decisions = columns.keywords.decision;
  const decisionOf = decisions.sets.map(([decision]) => DecisionSchema.parse(decision));
  const { codes, sets } = columns.keywords[query.by];
  const total = new Tally();
  const groups = new Map<string, Tally>();
  for (const row of rowsOf(mask)) {
    const letter = columns.letter[row] ?? 0;
    const decision = decisionOf[decisions.codes[row] ?? 0] ?? 'undetermined';
    total.add(letter, decision);
    for (const value of sets[codes[row] ?? 0] ?? []) {
      const group = groups.get(value) ?? new Tally();
      groups.set(value, group);
      group.add(letter, decision);
    }
  }
  const rows = [...groups].map(([value, group]) => ({ value, ...group.counts() }));
  rows.sort((a, b) => b.items - a.items || compareStrings(a.value, b.value));
  return { total: total.counts(), rows };
}

/** Items by decision, and their letters. Items of one letter come one after the other. */
class Tally {
  private items = 0;
  private letters = 0;
  private lastLetter = -1;
  private readonly decisions: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };

  add(letter: number, decision: Decision): void {
    this.items += 1;
    if (letter !== this.lastLetter) this.letters += 1;
    this.lastLetter = letter;
    this.decisions[decision] += 1;
  }

  counts(): OutcomeCounts {
    return { items: this.items, letters: { count: this.letters, exact: true }, decisions: this.decisions };
  }
}

/**
 * Scores by the leaves under no NOT. Where everything but text is a condition without leaves (the usual query with filters or
 * a NOT beside its words) the text itself is asked, which has far fewer rows than its leaves one by one.
 */
function scoresFor(source: AnswerSource, { where }: IssueQuery): Map<number, number> {
  source.checkpoint();
  const children = where.kind === 'and' ? where.children : [where];
  const matches = children.map((child) => toMatch(child));
  const text = matches.filter((match) => match !== null);
  const others = children.filter((_, index) => matches[index] === null).flatMap(positiveLeaves);
  if (others.length === 0) return text.length === 0 ? new Map() : source.scoresOf(joinMatches(text, 'and'));
  return source.scoresOf(joinMatches(positiveLeaves(where), 'or'));
}

/** The order of rows: by the sort, then by letter id, then by item number. */
function orderOf(columns: Columns, sort: Sort, scores: ReadonlyMap<number, number>): (a: number, b: number) => number {
  const bySort = compareBy(columns, sort, scores);
  return (a, b) =>
    bySort(a, b) || compareStrings(letterOf(columns, a), letterOf(columns, b)) || (columns.number[a] ?? 0) - (columns.number[b] ?? 0);
}

function compareBy(columns: Columns, sort: Sort, scores: ReadonlyMap<number, number>): (a: number, b: number) => number {
  if (sort === 'relevance') return (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0);
  if (sort === 'case') {
    const { codes, sets } = columns.keywords.caseNumber;
    const caseNumber = (row: number) => sets[codes[row] ?? 0]?.[0] ?? '';
    return (a, b) => compareStrings(caseNumber(a), caseNumber(b));
  }
  const day = (row: number) => columns.letterDays[columns.letter[row] ?? 0] ?? 0;
  return (a, b) => {
    const [dayOfA, dayOfB] = [day(a), day(b)];
    if (dayOfA === dayOfB) return 0;
    if (dayOfA === 0 || dayOfB === 0) return dayOfA === 0 ? 1 : -1;
    return sort === 'newest' ? dayOfB - dayOfA : dayOfA - dayOfB;
  };
}

function countValues(columns: Columns, field: KeywordField, rows: readonly number[]): { value: string; count: number }[] {
  const { codes, sets } = columns.keywords[field];
  const bySet = new Int32Array(sets.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    bySet[code] = (bySet[code] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [code, count] of bySet.entries()) {
    if (count > 0) for (const value of sets[code] ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || compareStrings(a.value, b.value));
}

function countLetters(columns: Columns, rows: readonly number[]): number {
  let count = 0;
  let last = -1;
  for (const row of rows) {
    const letter = columns.letter[row] ?? 0;
    if (letter !== last) count += 1;
    last = letter;
  }
  return count;
}

function letterOf(columns: Columns, row: number): string {
  return columns.letterIds[columns.letter[row] ?? 0] ?? '';
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
