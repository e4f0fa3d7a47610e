/**
 * Where the words of a query stand in a text, as spans (never HTML). Words are compared by stem, phrases, nearness and
 * prefixes unstemmed, each only in the fields of its leaf: the same rules by which the engines match. What stands under a NOT is
 * never marked.
 */
import type { QueryNode, TextField } from '#contract/query.ts';
import type { Span } from '#contract/span.ts';
import { stem, type Token, tokenize } from '#mappings/analysis.ts';

/** A leaf of the query that asks for words. */
export type TextLeaf = Extract<QueryNode, { kind: 'word' | 'phrase' | 'near' | 'prefix' }>;

type NearLeaf = Extract<TextLeaf, { kind: 'near' }>;

/** One place that matched: its span, and the index of the leaf in the list given. */
export interface Match extends Span {
  readonly leaf: number;
}

/** The leaves that ask for words and stand under no NOT, in the order typed. */
export function positiveLeaves(node: QueryNode): TextLeaf[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'near':
    case 'prefix':
      return [node];
    case 'and':
    case 'or':
      return node.children.flatMap(positiveLeaves);
    default:
      return [];
  }
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
export function findMatches(text: string, field: TextField, leaves: readonly TextLeaf[]): Match[] {
  const asked = leaves.map((leaf, index) => ({ leaf, index })).filter(({ leaf }) => leaf.fields.includes(field));
  if (asked.length === 0 || text === '') return [];
  const byStem = new Map<string, number>();
  const byFirst = new Map<string, { words: readonly string[]; index: number }[]>();
  const prefixes: { prefix: string; index: number }[] = [];
  const nears: { leaf: NearLeaf; index: number }[] = [];
  for (const { leaf, index } of asked) {
    if (leaf.kind === 'word' && !byStem.has(stem(leaf.word))) byStem.set(stem(leaf.word), index);
    if (leaf.kind === 'prefix') prefixes.push({ prefix: leaf.prefix, index });
    if (leaf.kind === 'near') nears.push({ leaf, index });
    if (leaf.kind === 'phrase') {
      const first = leaf.words[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words: leaf.words, index }]);
    }
  }
  const tokens = tokenize(text);
  const matches: Match[] = [];
  tokens.forEach((token, position) => {
    const word = byStem.get(stem(token.word));
    if (word !== undefined) matches.push({ start: token.start, end: token.end, leaf: word });
    for (const { prefix, index } of prefixes) {
      if (token.word.startsWith(prefix)) matches.push({ start: token.start, end: token.end, leaf: index });
    }
    for (const { words, index } of byFirst.get(token.word) ?? []) {
      const last = tokens[position + words.length - 1];
      if (last !== undefined && standsAt(tokens, position, words)) matches.push({ start: token.start, end: last.end, leaf: index });
    }
  });
  for (const { leaf, index } of nears) {
    for (const { start, end } of wordsNear(tokens, leaf)) matches.push({ start, end, leaf: index });
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The spans to mark in a text of this field: ordered, without overlap. */
export function highlight(text: string, field: TextField, leaves: readonly TextLeaf[]): Span[] {
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
function wordsNear(tokens: readonly Token[], { words, gap }: NearLeaf): Token[] {
  const wanted = new Set(words);
  const last = new Map<string, number>();
  const marked = new Set<number>();
  let before = -1;
  tokens.forEach(({ word }, position) => {
    if (!wanted.has(word)) return;
    last.set(word, position);
    if (last.size < wanted.size) return;
    const places = [...last.values()];
    const first = Math.min(...places);
    // A window that starts where the one before did holds that one, so it is not a smallest one.
    if (first !== before && position - first + 1 - wanted.size <= gap) for (const place of places) marked.add(place);
    before = first;
  });
  return [...marked].flatMap((place) => tokens[place] ?? []);
}
