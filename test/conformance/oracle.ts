/**
 * The brute-force oracle: what a search, its facets and its rates must answer, by the words of ARCHITECTURE.md ("What
 * matching means") and nothing else. It loops over every item for every question and knows no engine, and it cuts texts into words by
 * itself; stems it takes from the product, since they are a definition. Only what says nothing about a question (an item's token sets
 * and values, a word's stem, how many items hold a word, the number of a day) is made once, so that a few thousand letters can be asked hundreds of questions.
 */
import type { AggregateQuery, AggregateResults, Cell, Group, OutcomeCounts } from '#contract/aggregate.ts';
import type { Determination, Item, Letter } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { LetterDate } from '#contract/letter-dates.ts';
import type { Decision } from '#contract/lists.ts';
import { type Filter, type IssueQuery, type IssueResults, isOwnFilter, type QueryNode, type TextField } from '#contract/query.ts';
import { KEYWORD_FIELDS, TEXT_FIELDS } from '#mappings/fields.ts';
import { stem } from '#mappings/text/stem.ts';
import type { CasesQuery, CountedCase, EachQuery } from '../../server/search/port.ts';
import { withoutBreaks, wordsOf } from './oracle-words.ts';

/** The words of one text of one item: in order, each once, and as sets. */
interface Stream {
  readonly words: readonly string[];
  readonly vocabulary: readonly string[];
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

/** What must be answered. Hits come without scores; for `relevance` only their set (with `onePerLetter`: of letters) has a meaning. */
export interface Oracle {
  /** The items of the current letters. */
  readonly items: readonly OracleItem[];
  search(query: IssueQuery): Omit<IssueResults, 'hits'> & { itemIds: string[] };
  /** The ids of all that matches, in order. */
  each(query: EachQuery): string[];
  counts(trees: readonly QueryNode[]): number[];
  similarWords(word: string, most: number): string[];
  casesBeginning(query: CasesQuery): CountedCase[];
  aggregate(query: AggregateQuery): AggregateResults;
}

/** The oracle over letters, put in this order. */
export function makeOracle(letters: readonly Letter[]): Oracle {
  let held: ReadonlyMap<string, number> | undefined;
  let last: { where: QueryNode; items: OracleItem[] } | undefined;
  /** One query is asked in several ways, one after the other. */
  const inTreeOf = (where: QueryNode): OracleItem[] => {
    if (last?.where !== where) last = { where, items: items.filter((item) => matches(item, where)) };
    return last.items;
  };
  const items = currentDeterminations(letters).flatMap((determination) => determination.items.map((item) => lookAt(determination, item)));
  return {
    items,
    search: (query) => {
      const inTree = inTreeOf(query.where);
      const matched = inTree.filter((item) => passesAll(item, query.filters));
      const ordered = inOrder(matched, query.sort);
      const hits = query.onePerLetter === true ? firstsOfLetters(ordered) : ordered;
      const facet = (field: KeywordField) =>
        countValues(
          inTree.filter((item) =>
            passesAll(
              item,
              query.filters.filter((filter) => !isOwnFilter(field, filter)),
            ),
          ),
          field,
        );
      return {
        total: matched.length,
        letters: { count: countLetters(matched), exact: true },
        itemIds: hits.slice(query.offset, query.offset + query.limit).map(({ item }) => item.id),
        facets: query.facets.map((field) => ({ field, values: facet(field) })),
      };
    },
    each: ({ where, filters, sort }) => {
      const matched = inTreeOf(where).filter((item) => passesAll(item, filters));
      return inOrder(matched, sort ?? 'case').map(({ item }) => item.id);
    },
    counts: (trees) => trees.map((tree) => items.filter((item) => matches(item, tree)).length),
    similarWords: (word, most) => {
      held ??= countWords(items);
      return similarIn(held, word).slice(0, most);
    },
    casesBeginning: ({ where, beginnings, most }) => {
      const numbers = items.filter((item) => matches(item, where)).map(({ determination }) => determination.caseNumber.value);
      const asked = [...new Set(numbers)].filter((number) =>
        beginnings.some((beginning) => number.slice(0, beginning.length) === beginning),
      );
      const inOrder = asked.sort(compareStrings).slice(0, most);
      return inOrder.map((caseNumber) => ({ caseNumber, count: numbers.filter((number) => number === caseNumber).length }));
    },
    aggregate: ({ where, filters, programme, by }) => {
      const matched = items.filter(
        (item) => item.determination.programme === programme && matches(item, where) && passesAll(item, filters),
      );
      const groups = new Map<string, OracleItem[]>();
      for (const item of matched) {
        for (const keys of keysOf(item, by)) {
          const name = JSON.stringify(keys);
          const group = groups.get(name);
          if (group === undefined) groups.set(name, [item]);
          else group.push(item);
        }
      }
      const cells = [...groups].map(([keys, group]): Cell => ({ keys: JSON.parse(keys), ...countOutcomes(group) }));
      cells.sort(
        (a, b) => b.items - a.items || compareStrings(a.keys[0] ?? '', b.keys[0] ?? '') || compareStrings(a.keys[1] ?? '', b.keys[1] ?? ''),
      );
      return { total: countOutcomes(matched), cells: by.length === 0 ? [] : cells };
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
    const decided = determination.dates.decided?.value ?? '';
    if (best === undefined || decided >= (best.dates.decided?.value ?? '')) current.set(determination.id, determination);
  }
  return [...current.values()];
}

/** The decision day, or a day of the year that a table has; empty, and so before every day, where there is neither. */
function dayOf({ dates, published }: Determination, ofYear: string): string {
  const year = published?.year?.value;
  return dates.decided?.value ?? (year === undefined ? '' : `${year}-${ofYear}`);
}

function lookAt(determination: Determination, item: Item): OracleItem {
  const stream = (field: TextField): Stream => {
    const inOrder = wordsOf(withoutBreaks(TEXT_FIELDS[field].of(determination, item)));
    const distinct = new Set(inOrder);
    return { words: inOrder, vocabulary: [...distinct], distinct, stems: new Set(inOrder.map(stemOf)) };
  };
  const texts = {
    heading: stream('heading'),
    rationale: stream('rationale'),
    administratorGuideline: stream('administratorGuideline'),
    reviewerGuideline: stream('reviewerGuideline'),
    summary: stream('summary'),
  };
  const values = new Map<KeywordField, readonly string[]>();
  return {
    determination,
    item,
    texts,
    values: (field) => {
      const known = values.get(field);
      if (known !== undefined) return known;
      const own = KEYWORD_FIELDS[field].of(determination, item);
      const found = own.length === 0 ? ['not_stated'] : own;
      values.set(field, found);
      return found;
    },
  };
}

const stems = new Map<string, string>();
function stemOf(word: string): string {
  const known = stems.get(word) ?? stem(word);
  stems.set(word, known);
  return known;
}

function matches(item: OracleItem, node: QueryNode): boolean {
  switch (node.kind) {
    case 'all':
      return true;
    case 'word': {
      const asked = stemOf(node.word);
      return node.fields.some((field) => item.texts[field].stems.has(asked));
    }
    case 'phrase':
      return node.fields.some((field) => holdsPhrase(item.texts[field], node.words));
    case 'near':
      return node.fields.some((field) => holdsNear(item.texts[field], node.words, node.gap));
    case 'prefix':
      return node.fields.some((field) => item.texts[field].vocabulary.some((word) => word.startsWith(node.prefix)));
    case 'filter':
      return passes(item, node.filter);
    case 'and':
      return node.children.every((child) => matches(item, child));
    case 'or':
      return node.children.some((child) => matches(item, child));
    case 'least':
      return node.children.filter((child) => matches(item, child)).length >= node.least;
    case 'not':
      return !matches(item, node.child);
  }
}

function holdsPhrase(stream: Stream, phrase: readonly string[]): boolean {
  if (!phrase.every((word) => stream.distinct.has(word))) return false;
  return stream.words.some((first, start) => first === phrase[0] && phrase.every((word, index) => stream.words[start + index] === word));
}

/** From each place of a word on: the shortest stretch that holds all words has few enough others in it. */
function holdsNear(stream: Stream, near: readonly string[], gap: number): boolean {
  const wanted = [...new Set(near)];
  if (!wanted.every((word) => stream.distinct.has(word))) return false;
  return stream.words.some((first, start) => {
    if (!wanted.includes(first)) return false;
    const stretch = stream.words.slice(start, start + wanted.length + gap);
    return wanted.every((word) => stretch.includes(word));
  });
}

function passes(item: OracleItem, filter: Filter): boolean {
  if (filter.field !== 'decidedOn') {
    const values = item.values(filter.field);
    return filter.values.some((value) => values.includes(value));
  }
  const [first, last] = [dayOf(item.determination, '01-01'), dayOf(item.determination, '12-31')];
  return first !== '' && (filter.from === null || first >= filter.from) && (filter.to === null || last <= filter.to);
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

/** The cells of an item: each value of the first group with each of the second. */
function keysOf(item: OracleItem, by: readonly Group[]): string[][] {
  return by.reduce<string[][]>((keys, group) => keys.flatMap((before) => groupKeys(item, group).map((key) => [...before, key])), [[]]);
}

/** The values of a field, or the days from one date of the letter to another, counted one by one. */
function groupKeys(item: OracleItem, group: Group): readonly string[] {
  const [from, to] = group.split('_');
  if (to === undefined) return item.values(group as KeywordField);
  const { dates } = item.determination;
  const [first, last] = [dates[from as LetterDate]?.value, dates[to as LetterDate]?.value];
  if (first === undefined || last === undefined) return ['not_stated'];
  return [String(numberOfDay(last) - numberOfDay(first))];
}

/** The days from 1900 on, numbered one by one as far as any was asked for. */
const calendar = new Map<string, number>();
const nextDay = new Date('1900-01-01');

function numberOfDay(date: string): number {
  for (let known = calendar.get(date); ; known = calendar.get(date)) {
    if (known !== undefined) return known;
    if (nextDay.getUTCFullYear() > 2100) throw new Error(`${date} is no day of the calendar`);
    calendar.set(nextDay.toISOString().slice(0, 10), calendar.size);
    nextDay.setUTCDate(nextDay.getUTCDate() + 1);
  }
}

function countOutcomes(items: readonly OracleItem[]): OutcomeCounts {
  const decisions: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };
  for (const { item } of items) decisions[item.decision?.value ?? 'undetermined'] += 1;
  const known = items.filter(({ item }) => isKnown(item));
  return {
    items: items.length,
    letters: { count: countLetters(items), exact: true },
    knownLetters: { count: countLetters(known), exact: true },
    decisions,
    knownInLetters: known.reduce((sum, { determination }) => sum + determination.items.filter(isKnown).length, 0),
  };
}

function isKnown({ decision }: Item): boolean {
  return decision !== null && decision.value !== 'undetermined';
}

function countLetters(items: readonly OracleItem[]): number {
  return new Set(items.map(({ determination }) => determination.id)).size;
}

function inOrder(items: readonly OracleItem[], sort: IssueQuery['sort']): OracleItem[] {
  return [...items].sort((a, b) => compareItems(a, b, sort));
}

function firstsOfLetters(items: readonly OracleItem[]): OracleItem[] {
  const firsts = new Map<string, OracleItem>();
  for (const item of items) if (!firsts.has(item.determination.id)) firsts.set(item.determination.id, item);
  return [...firsts.values()];
}

/** How many items hold each word. */
function countWords(items: readonly OracleItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { texts } of items) {
    const held = new Set(Object.values(texts).flatMap(({ distinct }) => [...distinct]));
    for (const word of held) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The words within reach of one: all that can be made of it by one change, and for a long word by one more. */
function similarIn(counts: ReadonlyMap<string, number>, word: string): string[] {
  const most = [...word].length <= 4 ? 1 : 2;
  return [...counts]
    .filter(([other]) => other[0] === word[0])
    .map(([other, count]) => ({ other, count, changes: changesBetween([...word], [...other]) }))
    .filter(({ changes }) => changes >= 1 && changes <= most)
    .sort((a, b) => a.changes - b.changes || b.count - a.count || compareStrings(a.other, b.other))
    .map(({ other }) => other);
}

/** The least number of changes, said as it is defined: whatever their ends have in common stays, and one change is made at their start. */
function changesBetween(a: readonly string[], b: readonly string[], left = 3): number {
  if (left === 0 || a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  if (a[0] === b[0]) return changesBetween(a.slice(1), b.slice(1), left);
  const swapped = a[0] === b[1] && a[1] === b[0] ? changesBetween(a.slice(2), b.slice(2), left - 1) : 3;
  const changed = [
    [a.slice(1), b.slice(1)],
    [a.slice(1), b],
    [a, b.slice(1)],
  ] as const;
  return 1 + Math.min(swapped, ...changed.map(([restOfA, restOfB]) => changesBetween(restOfA, restOfB, left - 1)));
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
  const [dayOfA, dayOfB] = [dayOf(a, '12-31'), dayOf(b, '12-31')];
  if (sort === 'relevance' || dayOfA === dayOfB) return 0;
  if (dayOfA === '') return 1;
  if (dayOfB === '') return -1;
  return sort === 'newest' ? compareStrings(dayOfB, dayOfA) : compareStrings(dayOfA, dayOfB);
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
