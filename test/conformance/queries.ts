/**
 * Searches and counts drawn from a seed and from a corpus' own words: words and their other forms, phrases and words near each
 * other that stand in a text and near misses, prefixes, AND, OR, NOT and at least so many of several in nests, filters on every field, ranges of days,
 * facets, sorts, ranks with boosts, one item a letter; and words that are misspelt.
 */
import type { AggregateQuery, Group } from '#contract/aggregate.ts';
import type { KeywordField } from '#contract/fields.ts';
import { DAY_PAIRS } from '#contract/letter-dates.ts';
import { PROGRAMME_IDS } from '#contract/programmes.ts';
import {
  type Filter,
  type IssueQuery,
  ITEM_SCOPE,
  KeywordFieldSchema,
  type QueryNode,
  type Rank,
  type TextField,
  TextFieldSchema,
} from '#contract/query.ts';
import type { CasesQuery } from '../../server/search/port.ts';
import { type Random, seeded } from '../fixtures/seeded-random.ts';
import type { OracleItem } from './oracle.ts';

const SORTS = ['relevance', 'newest', 'oldest', 'case'] as const;
const ENDINGS = ['', '', '', 's', 'ing', 'ed', 'ly'];

/** `count` searches over these items. They ask for everything (offset 0, the limit given); the suite cuts its own pages. */
export function drawSearches(items: readonly OracleItem[], count: number, seed: number, limit: number): IssueQuery[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const about = drawSubject(random, items);
    return {
      where: drawNode(random, about, 3),
      filters: drawFilters(random, about),
      facets: drawFields(random, 4),
      sort: random.pick(SORTS),
      ...(random.chance(0.4) ? { rank: drawRank(random, about) } : {}),
      ...(random.chance(0.3) ? { onePerLetter: true } : {}),
      offset: 0,
      limit,
    };
  });
}

/** `count` lists of trees to be counted. */
export function drawTrees(items: readonly OracleItem[], count: number, seed: number): QueryNode[][] {
  const random = seeded(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: random.below(12) }, () => drawNode(random, drawSubject(random, items), 2)),
  );
}

/** `count` questions for case numbers by one or two beginnings of numbers of the items, the shortest of which all have. */
export function drawCases(items: readonly OracleItem[], count: number, seed: number): CasesQuery[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const about = drawSubject(random, items);
    const beginnings = Array.from({ length: 1 + random.below(2) }, () => {
      const number = items.length === 0 ? 'CM' : random.pick(items).determination.caseNumber.value;
      return number.slice(0, random.below(number.length + 1));
    });
    return { where: random.chance(0.4) ? { kind: 'all' } : drawNode(random, about, 2), beginnings, most: 1 + random.below(9) };
  });
}

/** `count` words of the items, most of them misspelt by one change or more. */
export function drawMisspelt(items: readonly OracleItem[], count: number, seed: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const text = drawText(random, items, TextFieldSchema.options);
    let letters = [...(text.length === 0 ? 'medical' : random.pick(text))];
    for (let changes = random.below(4); changes > 0; changes -= 1) letters = misspell(random, letters);
    return letters.join('');
  });
}

/** One letter less, more or other, or two neighbours swapped; seldom at the first letter. */
function misspell(random: Random, letters: readonly string[]): string[] {
  const at = random.chance(0.1) ? 0 : Math.min(letters.length, 1 + random.below(letters.length));
  const [head, [first = 'a', ...rest]] = [letters.slice(0, at), letters.slice(at)];
  const draw = random.below(4);
  if (draw === 0 && letters.length > 1) return [...head, ...rest];
  if (draw === 1) return [...head, random.pick([...'aeinrst2']), first, ...rest];
  if (draw === 2) return [...head, random.pick([...'aeinrst2']), ...rest];
  const [second = 'a', ...others] = rest;
  return [...head, second, first, ...others];
}

function drawRank(random: Random, items: readonly OracleItem[]): Rank {
  const boost = () => ({ where: drawNode(random, items, 1), weight: random.pick([0.5, 1, 3, 8]) });
  return { text: drawNode(random, items, 2), boosts: Array.from({ length: random.below(4) }, boost) };
}

/**
 * `count` questions for outcomes over these items, by none, one or two groups: fields, days between dates. Many hold for whole letters, which
 * engines may count in a way of their own.
 */
export function drawAggregates(items: readonly OracleItem[], count: number, seed: number): AggregateQuery[] {
  const random = seeded(seed);
  const drawGroup = (): Group => (random.chance(0.15) ? random.pick(DAY_PAIRS).pair : random.pick(KeywordFieldSchema.options));
  return Array.from({ length: count }, (_, at) => {
    const about = drawSubject(random, items);
    const filters = drawFilters(random, about);
    const whole = random.chance(0.4);
    // One in eight has no group, two in eight have one, all others two.
    const by = [...new Set(Array.from({ length: [0, 1, 1][at % 8] ?? 2 }, drawGroup))];
    return {
      where: whole || random.chance(0.2) ? { kind: 'all' } : drawNode(random, about, 2),
      filters: whole ? filters.filter(({ field }) => field === 'decidedOn' || field === 'specialty' || field === 'decidedYear') : filters,
      programme: random.chance(0.8) ? (random.pick(about).determination.programme ?? 'dwc') : random.pick(PROGRAMME_IDS),
      by,
    };
  });
}

/** What a query takes its words and values from: mostly one item, so that its parts can match together, else all items. */
function drawSubject(random: Random, items: readonly OracleItem[]): readonly OracleItem[] {
  return items.length > 0 && random.chance(0.75) ? [random.pick(items)] : items;
}

function drawNode(random: Random, items: readonly OracleItem[], depth: number): QueryNode {
  if (depth === 0 || random.chance(0.35)) return drawLeaf(random, items);
  const child = () => drawNode(random, items, depth - 1);
  const children = () => Array.from({ length: 1 + random.below(3) }, child);
  const draw = random.below(12);
  if (draw > 9) {
    const some = children();
    return { kind: 'least', least: 1 + random.below(some.length), children: some };
  }
  if (draw < 4) return { kind: 'and', children: children() };
  if (draw < 8) return { kind: 'or', children: children() };
  return { kind: 'not', child: child() };
}

function drawLeaf(random: Random, items: readonly OracleItem[]): QueryNode {
  const fields = drawTextFields(random);
  const draw = random.below(23);
  if (draw === 0) return { kind: 'all' };
  if (draw < 3) return { kind: 'filter', filter: drawFilter(random, items) };
  const text = drawText(random, items, fields);
  if (text.length === 0) return { kind: 'word', word: 'medical', fields };
  const start = random.below(text.length);
  const word = text[start] ?? '';
  if (draw < 9) return { kind: 'word', word: word + random.pick(ENDINGS), fields };
  if (draw < 12) return { kind: 'prefix', prefix: [...word].slice(0, 1 + random.below(6)).join(''), fields };
  if (draw < 20 || text.length < 2) return { kind: 'phrase', words: drawPhrase(random, text, start), fields };
  return drawNear(random, text, start, fields);
}

/** Some words of a stretch of text, in any order; the gap is about what it takes, one less or more, and sometimes nothing. */
function drawNear(random: Random, text: readonly string[], start: number, fields: TextField[]): QueryNode {
  const stretch = text.slice(start, start + 2 + random.below(9));
  const words = new Set([stretch[0] ?? '', random.pick(stretch), random.chance(0.2) ? random.pick(text) : (stretch.at(-1) ?? '')]);
  if (random.chance(0.3)) words.add(random.pick(stretch));
  if (words.size < 2) words.add('medical').add('knee');
  const gap = random.chance(0.2) ? random.below(20) : Math.max(0, stretch.length - words.size + random.below(3) - 1);
  const inOrder = [...words];
  return { kind: 'near', words: random.chance(0.5) ? inOrder : inOrder.reverse(), gap, fields };
}

/** Words that stand next to each other; in one of three with a word left out, turned round or replaced. */
function drawPhrase(random: Random, text: readonly string[], start: number): string[] {
  const phrase = text.slice(start, start + 1 + random.below(4));
  if (phrase.length < 2 || random.chance(0.67)) return [...phrase];
  const draw = random.below(3);
  if (draw === 0) return [...phrase].reverse();
  if (draw === 1) return phrase.filter((_, index) => index !== phrase.length - 2);
  return [...phrase.slice(0, -1), random.pick(text)];
}

/** The words of one text: mostly of a field that is asked, sometimes of another. */
function drawText(random: Random, items: readonly OracleItem[], fields: readonly TextField[]): readonly string[] {
  if (items.length === 0) return [];
  const field = random.chance(0.8) ? random.pick(fields) : random.pick(TextFieldSchema.options);
  return random.pick(items).texts[field].words;
}

function drawTextFields(random: Random): TextField[] {
  const draw = random.below(4);
  if (draw < 2) return [...ITEM_SCOPE];
  if (draw === 2) return [...TextFieldSchema.options];
  const chosen = TextFieldSchema.options.filter(() => random.chance(0.4));
  return chosen.length > 0 ? chosen : [random.pick(TextFieldSchema.options)];
}

function drawFilters(random: Random, items: readonly OracleItem[]): Filter[] {
  return random.chance(0.5) ? [] : Array.from({ length: 1 + random.below(3) }, () => drawFilter(random, items));
}

function drawFilter(random: Random, items: readonly OracleItem[]): Filter {
  if (items.length > 0 && random.chance(0.2)) return drawRange(random, items);
  const field = random.pick(KeywordFieldSchema.options);
  const values = Array.from({ length: 1 + random.below(3) }, () => drawValue(random, items, field));
  return { field, values: [...new Set(values)] };
}

/** A value that some item has, or one that none has. */
function drawValue(random: Random, items: readonly OracleItem[], field: KeywordField): string {
  const values = items.length === 0 || random.chance(0.05) ? [] : random.pick(items).values(field);
  return values.length === 0 ? 'no such value' : random.pick(values);
}

function drawRange(random: Random, items: readonly OracleItem[]): Filter {
  const day = () => (random.chance(0.25) ? null : (random.pick(items).determination.dates.decided?.value ?? null));
  return { field: 'decidedOn', from: day(), to: day() };
}

function drawFields(random: Random, most: number): KeywordField[] {
  return [...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(KeywordFieldSchema.options)))];
}
