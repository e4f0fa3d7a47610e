/**
 * The brute-force oracle: what a search, its facets and its rates must answer, by the words of ARCHITECTURE.md ("What
 * matching means") and nothing else. It loops over every item for every question and knows no engine. Only its token
 * sets are made once per item, so that a few thousand letters can be asked hundreds of questions.
 */
import type { Determination, Item, Letter } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import type {
  Filter,
  IssueQuery,
  IssueResults,
  KeywordField,
  OutcomeCounts,
  QueryNode,
  RatesQuery,
  RatesResults,
  TextField,
} from '#contract/query.ts';
import { stem, words } from '#mappings/analysis.ts';
import { KEYWORD_FIELDS, TEXT_FIELDS } from '#mappings/fields.ts';

/** The words of one text of one item: in order, and as sets. */
interface Stream {
  readonly words: readonly string[];
  readonly distinct: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** One item of a current letter, as the oracle looks at it. */
export interface OracleItem {
  readonly determination: Determination;
  readonly item: Item;
  readonly texts: Readonly<Record<TextField, Stream>>;
  readonly values: (field: KeywordField) => readonly string[];
}

/** What must be answered. Hits come without scores; for `relevance` only their set has a meaning. */
export interface Oracle {
  /** The items of the current letters. */
  readonly items: readonly OracleItem[];
  search(query: IssueQuery): Omit<IssueResults, 'hits'> & { itemIds: string[] };
  rates(query: RatesQuery): RatesResults;
}

/** The oracle over letters, put in this order. */
export function makeOracle(letters: readonly Letter[]): Oracle {
  const items = currentDeterminations(letters).flatMap((determination) => determination.items.map((item) => lookAt(determination, item)));
  return {
    items,
    search: (query) => {
      const inTree = items.filter((item) => matches(item, query.where));
      const matched = inTree.filter((item) => passesAll(item, query.filters));
      const ordered = [...matched].sort((a, b) => compareItems(a, b, query.sort));
      const facet = (field: KeywordField) =>
        countValues(
          inTree.filter((item) =>
            passesAll(
              item,
              query.filters.filter((filter) => filter.field !== field),
            ),
          ),
          field,
        );
      return {
        total: matched.length,
        letters: { count: countLetters(matched), exact: true },
        itemIds: ordered.slice(query.offset, query.offset + query.limit).map(({ item }) => item.id),
        facets: query.facets.map((field) => ({ field, values: facet(field) })),
      };
    },
    rates: (query) => {
      const matched = items.filter((item) => matches(item, query.where) && passesAll(item, query.filters));
      const groups = new Map<string, OracleItem[]>();
      for (const item of matched) {
        for (const value of item.values(query.by)) {
          const group = groups.get(value);
          if (group === undefined) groups.set(value, [item]);
          else group.push(item);
        }
      }
      const rows = [...groups].map(([value, group]) => ({ value, ...countOutcomes(group) }));
      rows.sort((a, b) => b.items - a.items || compareStrings(a.value, b.value));
      return { total: countOutcomes(matched), rows };
    },
  };
}

/** Of the versions of a case, the one with the latest decision; of equals, the one put last. A version put again changes nothing. */
function currentDeterminations(letters: readonly Letter[]): Determination[] {
  const current = new Map<string, Determination>();
  const seen = new Set<string>();
  for (const { determination } of letters) {
    const version = `${determination.id} ${determination.source.sha256}`;
    if (seen.has(version)) continue;
    seen.add(version);
    const best = current.get(determination.id);
    if (best === undefined || dayOf(determination) >= dayOf(best)) current.set(determination.id, determination);
  }
  return [...current.values()];
}

/** The decision day; empty, and so before every day, where there is none. */
function dayOf(determination: Determination): string {
  return determination.dates.decided?.value ?? '';
}

function lookAt(determination: Determination, item: Item): OracleItem {
  const stream = (field: TextField): Stream => {
    const inOrder = words(TEXT_FIELDS[field].of(determination, item));
    return { words: inOrder, distinct: new Set(inOrder), stems: new Set(inOrder.map(stem)) };
  };
  const texts = {
    heading: stream('heading'),
    rationale: stream('rationale'),
    administratorGuideline: stream('administratorGuideline'),
    reviewerGuideline: stream('reviewerGuideline'),
    summary: stream('summary'),
  };
  return { determination, item, texts, values: (field) => KEYWORD_FIELDS[field].of(determination, item) };
}

function matches(item: OracleItem, node: QueryNode): boolean {
  switch (node.kind) {
    case 'all':
      return true;
    case 'word':
      return node.fields.some((field) => item.texts[field].stems.has(stem(node.word)));
    case 'phrase':
      return node.fields.some((field) => holdsPhrase(item.texts[field], node.words));
    case 'prefix':
      return node.fields.some((field) => item.texts[field].words.some((word) => word.startsWith(node.prefix)));
    case 'filter':
      return passes(item, node.filter);
    case 'and':
      return node.children.every((child) => matches(item, child));
    case 'or':
      return node.children.some((child) => matches(item, child));
    case 'not':
      return !matches(item, node.child);
  }
}

function holdsPhrase(stream: Stream, phrase: readonly string[]): boolean {
  if (!phrase.every((word) => stream.distinct.has(word))) return false;
  return stream.words.some((_, start) => phrase.every((word, index) => stream.words[start + index] === word));
}

function passes(item: OracleItem, filter: Filter): boolean {
  if (filter.field !== 'decidedOn') {
    const values = item.values(filter.field);
    return filter.values.some((value) => values.includes(value));
  }
  const day = dayOf(item.determination);
  return day !== '' && (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to);
}

function passesAll(item: OracleItem, filters: readonly Filter[]): boolean {
  return filters.every((filter) => passes(item, filter));
}

function countValues(items: readonly OracleItem[], field: KeywordField): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of item.values(field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || compareStrings(a.value, b.value));
}

function countOutcomes(items: readonly OracleItem[]): OutcomeCounts {
  const decisions: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };
  for (const { item } of items) decisions[item.decision?.value ?? 'undetermined'] += 1;
  return { items: items.length, letters: { count: countLetters(items), exact: true }, decisions };
}

function countLetters(items: readonly OracleItem[]): number {
  return new Set(items.map(({ determination }) => determination.id)).size;
}

function compareItems(a: OracleItem, b: OracleItem, sort: IssueQuery['sort']): number {
  return (
    compareBySort(a.determination, b.determination, sort) ||
    compareStrings(a.determination.id, b.determination.id) ||
    a.item.number - b.item.number
  );
}

function compareBySort(a: Determination, b: Determination, sort: IssueQuery['sort']): number {
  if (sort === 'case') return compareStrings(a.caseNumber.value, b.caseNumber.value);
  if (sort === 'relevance' || dayOf(a) === dayOf(b)) return 0;
  if (dayOf(a) === '') return 1;
  if (dayOf(b) === '') return -1;
  return sort === 'newest' ? compareStrings(dayOf(b), dayOf(a)) : compareStrings(dayOf(a), dayOf(b));
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
