/**
 * Where the words of a query stand in a text, as spans (never HTML). Words are compared by stem, phrases, nearness and
 * prefixes unstemmed, each only in the fields of its leaf: the same rules by which the engines match. What stands under a NOT is
 * never marked.
 */
import type { TextField } from '#contract/query.ts';
import type { Span } from '#contract/span.ts';
import type { TextLeaf } from '#mappings/query-tree.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Token } from '#mappings/text/words.ts';
import { ReadText } from './read-text.ts';

type NearLeaf = Extract<TextLeaf, { kind: 'near' }>;

/** One place that matched: its span, and the index of the leaf in the list given. */
export interface Match extends Span {
  readonly leaf: number;
}

/** The folded words that are looked for, each once; a prefix keeps its star. */
export function termsOf(leaves: readonly TextLeaf[]): string[] {
  const terms = leaves.flatMap((leaf) => {
    if (leaf.kind === 'word') return [leaf.word];
    return leaf.kind === 'prefix' ? [`${leaf.prefix}*`] : leaf.words;
  });
  return [...new Set(terms)];
}

/** Every place where a leaf matches in a text of this field, by start, then the longer first. Places may overlap. */
export function findMatches(text: ReadText | string, field: TextField, leaves: readonly TextLeaf[]): Match[] {
  const asked = leaves.map((leaf, index) => ({ leaf, index })).filter(({ leaf }) => leaf.fields.includes(field));
  const read = typeof text === 'string' ? new ReadText(text) : text;
  if (asked.length === 0 || read.text === '') return [];
  const matches: Match[] = [];
  const stems = new Set<string>();
  for (const kind of KINDS) {
    for (const { leaf, index } of asked) {
      if (leaf.kind !== kind) continue;
      if (leaf.kind === 'word') {
        // Words of one stem match at the same places: they are marked for the first.
        const own = stem(leaf.word);
        if (stems.has(own)) continue;
        stems.add(own);
      }
      for (const { start, end } of spansOf(read, leaf)) matches.push({ start, end, leaf: index });
    }
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Places that are the same come in this order of what was asked. */
const KINDS = ['word', 'prefix', 'phrase', 'near'] as const satisfies readonly TextLeaf['kind'][];

/** Every place in each text of an item. */
export type Matches = Readonly<Record<TextField, readonly Match[]>>;

export function findInAll(texts: Readonly<Record<TextField, ReadText>>, leaves: readonly TextLeaf[]): Matches {
  const find = (field: TextField) => findMatches(texts[field], field, leaves);
  return {
    heading: find('heading'),
    rationale: find('rationale'),
    administratorGuideline: find('administratorGuideline'),
    reviewerGuideline: find('reviewerGuideline'),
    summary: find('summary'),
  };
}

/** Whether the leaf matches in a text of this field. */
export function standsIn(text: ReadText, field: TextField, leaf: TextLeaf): boolean {
  return leaf.fields.includes(field) && spansOf(text, leaf).length > 0;
}

function spansOf(text: ReadText, leaf: TextLeaf): Span[] {
  switch (leaf.kind) {
    case 'word':
      return text.wordsOf(stem(leaf.word)).flatMap((word) => spansOfWord(text, word));
    case 'prefix':
      return [...text.places.keys()].filter((word) => word.startsWith(leaf.prefix)).flatMap((word) => spansOfWord(text, word));
    case 'phrase':
      return spansOfPhrase(text, leaf.words);
    case 'near':
      return wordsNear(text, leaf);
  }
}

function spansOfWord({ places, tokens }: ReadText, word: string): Span[] {
  return (places.get(word) ?? []).flatMap((position) => tokens[position] ?? []);
}

function spansOfPhrase({ places, tokens }: ReadText, words: readonly string[]): Span[] {
  return (places.get(words[0] ?? '') ?? []).flatMap((position) => {
    const [first, last] = [tokens[position], tokens[position + words.length - 1]];
    return first !== undefined && last !== undefined && standsAt(tokens, position, words) ? [{ start: first.start, end: last.end }] : [];
  });
}

/** The spans to mark in a text of this field: ordered, without overlap. */
export function highlight(text: ReadText | string, field: TextField, leaves: readonly TextLeaf[]): Span[] {
  return merge(findMatches(text, field, leaves));
}

/** Spans in order with overlapping ones made one; those that only touch stay apart. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function standsAt(tokens: readonly Token[], position: number, words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[position + offset]?.word === word);
}

/** The words of every smallest window that holds all words of the leaf with few enough others between; each once. */
function wordsNear({ places, tokens }: ReadText, { words, gap }: NearLeaf): Token[] {
  const wanted = [...new Set(words)];
  if (!wanted.every((word) => places.has(word))) return [];
  const standing = wanted.flatMap((word) => (places.get(word) ?? []).map((position) => ({ word, position })));
  standing.sort((a, b) => a.position - b.position);
  /** The last place of each word, the one that lies furthest back first. */
  const last = new Map<string, number>();
  const marked = new Set<number>();
  let before = -1;
  for (const { word, position } of standing) {
    last.delete(word);
    last.set(word, position);
    if (last.size < wanted.length) continue;
    const [first = position] = last.values();
    // A window that starts where the one before did holds that one, so it is not a smallest one.
    if (first !== before && position - first + 1 - wanted.length <= gap) for (const place of last.values()) marked.add(place);
    before = first;
  }
  return [...marked].flatMap((place) => tokens[place] ?? []);
}
