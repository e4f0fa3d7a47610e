/**
 * The piece of a text that shows best why it matched: the sentence with most of the query's leaves, with its
 * neighbours as far as they fit, or a cut of it where it is long. Without a match, the sentence a rationale closes with.
 */

import type { TextField } from '#contract/query.ts';
import type { Snippet } from '#contract/search.ts';
import type { Span } from '#contract/span.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { type Match, type Matches, merge } from './highlight.ts';
import type { ReadText } from './read-text.ts';

/** The longest piece, in UTF-16 units; only a match that is longer itself makes it longer. */
export const SNIPPET_LENGTH = 240;

/** The order in which fields are shown. */
const ORDER = ['rationale', 'heading', 'administratorGuideline', 'reviewerGuideline', 'summary'] as const satisfies readonly TextField[];

/** One snippet for each field where something was found, the rationale first; where nothing was, the closing sentence of the rationale. */
export function snippetsOf(texts: Readonly<Record<TextField, ReadText>>, found: Matches): Snippet[] {
  const matching = ORDER.flatMap((field) => (found[field].length === 0 ? [] : [snippetAround(field, texts[field].text, found[field])]));
  if (matching.length > 0) return matching;
  const { text } = texts.rationale;
  const closing = closingSentence(text);
  return closing === null ? [] : [cut('rationale', text, closing, [])];
}

/** The piece of a text around its best matches; `matches` are in order and at least one. */
function snippetAround(field: TextField, text: string, matches: readonly Match[]): Snippet {
  const sentences = sentencesOf(text);
  const best = bestOf(sentences, (sentence) => worth(sentence, matches)) ?? { start: 0, end: text.length };
  const first = matches.find((match) => match.start >= best.start && match.start < best.end) ?? matches[0] ?? best;
  const piece = best.end - best.start > SNIPPET_LENGTH ? windowIn(text, best, first, matches) : widen(sentences, best);
  // A phrase may run over the end of a sentence; the piece then ends behind it.
  const whole = { start: Math.min(piece.start, first.start), end: Math.max(piece.end, first.end) };
  return cut(field, text, whole, matches);
}

/** The last sentence of a text, its front cut off where it is long; null for a text of blanks. */
function closingSentence(text: string): Span | null {
  const last = sentencesOf(text).at(-1);
  if (last === undefined) return null;
  return last.end - last.start <= SNIPPET_LENGTH ? last : { start: wordStart(text, last.end - SNIPPET_LENGTH, last.end), end: last.end };
}

/** The first of the pieces that are worth most. */
function bestOf<T extends Span>(pieces: readonly T[], worthOf: (piece: T) => number): T | undefined {
  let best: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const worth = worthOf(piece);
    if (worth > most) [best, most] = [piece, worth];
  }
  return best;
}

/** Different leaves count before the number of places. */
function worth(sentence: Span, matches: readonly Match[]): number {
  const inside = matchesIn(sentence, matches);
  return new Set(inside.map((match) => match.leaf)).size * 1_000 + Math.min(inside.length, 999);
}

/** The matches that lie in a piece; they come by their start. */
function matchesIn(piece: Span, matches: readonly Match[]): Match[] {
  const inside: Match[] = [];
  for (const match of matches) {
    if (match.start >= piece.end) break;
    if (match.start >= piece.start && match.end <= piece.end) inside.push(match);
  }
  return inside;
}

/** The sentence with those behind it, then those before it, as long as all fit. */
function widen(sentences: readonly Span[], best: Span): Span {
  let { start, end } = best;
  for (const next of sentences) {
    if (next.start >= end && next.end - start <= SNIPPET_LENGTH) end = next.end;
    else if (next.start >= end) break;
  }
  for (const before of sentences.toReversed()) {
    if (before.end <= start && end - before.start <= SNIPPET_LENGTH) start = before.start;
    else if (before.end <= start) break;
  }
  return { start, end };
}

/** A piece of a long sentence that begins a little before the match after which most of them follow. */
function windowIn(text: string, sentence: Span, first: Span, matches: readonly Match[]): Span {
  const inside = matchesIn(sentence, matches);
  const lead = 60;
  const count = (from: Span) =>
    new Set(matchesIn({ start: from.start, end: from.start + SNIPPET_LENGTH - lead }, inside).map((match) => match.leaf)).size;
  const anchor = bestOf([first, ...inside], count) ?? first;
  const latest = Math.max(sentence.start, sentence.end - SNIPPET_LENGTH);
  const wished = Math.min(Math.max(sentence.start, anchor.start - lead), latest);
  const start = wished <= sentence.start ? sentence.start : wordStart(text, wished, anchor.start);
  const end = start + SNIPPET_LENGTH >= sentence.end ? sentence.end : wordEnd(text, start + SNIPPET_LENGTH, anchor.end);
  return { start, end };
}

/** The first start of a word at or behind `at`, at most `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  for (let index = at; index < limit; index += 1) {
    if (/\s/.test(text.charAt(index - 1)) && !/\s/.test(text.charAt(index))) return index;
  }
  return Math.min(whole(text, at), limit);
}

/** The last end of a word at or before `at`, at least `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  for (let index = at; index > limit; index -= 1) {
    if (/\s/.test(text.charAt(index)) && !/\s/.test(text.charAt(index - 1))) return index;
  }
  return Math.max(whole(text, at), limit);
}

/** A cut is never made inside a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function cut(field: TextField, text: string, piece: Span, matches: readonly Match[]): Snippet {
  return {
    field,
    text: text.slice(piece.start, piece.end),
    marks: merge(matchesIn(piece, matches)).map(({ start, end }) => ({ start: start - piece.start, end: end - piece.start })),
    cutBefore: text.slice(0, piece.start).trim() !== '',
    cutAfter: text.slice(piece.end).trim() !== '',
  };
}
