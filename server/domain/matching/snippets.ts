/**
 * The pieces of an item's texts that a result shows. What decided: the sentence that says it, or a cut of it where it is long. Why it matched: of
 * each text the sentence with most of the query's leaves, with its neighbours as far as they fit; but no sentence that is shown as what decided,
 * and none that only says how the rationale ends.
 */

import type { TextField } from '#contract/query.ts';
import type { Piece, Snippet } from '#contract/search.ts';
import type { Span } from '#contract/span.ts';
import type { TextLeaf } from '#mappings/query-tree.ts';
import { type Sentence, sentencesOf } from '#mappings/text/sentences.ts';
import { isConclusion } from './conclusion.ts';
import { findMatches, type Match, type Matches, merge } from './highlight.ts';
import type { ReadText } from './read-text.ts';

/** The longest piece, in UTF-16 units; only a match that is longer itself makes it longer. */
export const SNIPPET_LENGTH = 240;

/** The order in which fields are shown. */
const ORDER = ['rationale', 'heading', 'administratorGuideline', 'reviewerGuideline', 'summary'] as const satisfies readonly TextField[];

/** What decided, as a result shows it. */
interface Deciding {
  /** The whole of it. */
  readonly text: string;
  readonly piece: Piece;
  /** The leaves whose words the piece marks. */
  readonly leaves: ReadonlySet<number>;
}

/** The sentence that decided with the words of the query marked; cut around them where it is long, else behind its front. Null for none. */
export function decidingPiece(sentence: string | null, leaves: readonly TextLeaf[]): Deciding | null {
  if (sentence === null) return null;
  const matches = findMatches(sentence, 'rationale', leaves);
  const whole = { start: 0, end: sentence.length };
  const shown = sentence.length <= SNIPPET_LENGTH ? whole : windowIn(sentence, whole, matches[0] ?? { start: 0, end: 0 }, matches);
  const marked = matchesIn(shown, matches).map(({ leaf }) => leaf);
  return { text: sentence, piece: cut(sentence, shown, matches), leaves: new Set(marked) };
}

/** One snippet for each field where something was found, the rationale first; none of a rationale that has nothing beyond what decided. */
export function snippetsOf(texts: Readonly<Record<TextField, ReadText>>, found: Matches, deciding: Deciding | null): Snippet[] {
  return ORDER.flatMap((field) => {
    const { text } = texts[field];
    const sentences = found[field].length === 0 ? [] : sentencesOf(text);
    const told = field === 'rationale' ? sentences.filter((sentence) => isTold(sentence, deciding)) : [];
    const matches = found[field].filter((match) => !told.some((sentence) => isInside(match, sentence)));
    const shown = field === 'rationale' ? deciding?.leaves : undefined;
    if (matches.every(({ leaf }) => shown?.has(leaf) === true)) return [];
    return [{ field, ...snippetAround(text, sentences, new Set(told), matches) }];
  });
}

/** Whether a sentence of the rationale says only how it ends, or what is shown as what decided; either may be a part of the other. */
function isTold({ text }: Sentence, deciding: Deciding | null): boolean {
  return (deciding !== null && (text.includes(deciding.text) || deciding.text.includes(text))) || isConclusion(text);
}

/** The piece of a text around its best matches and apart from what is told already; `matches` are in order and at least one. */
function snippetAround(text: string, sentences: readonly Sentence[], told: ReadonlySet<Sentence>, matches: readonly Match[]): Piece {
  const open = sentences.filter((sentence) => !told.has(sentence));
  const best = bestOf(open, (sentence) => worth(sentence, matches)) ?? { start: 0, end: text.length };
  const first = matches.find((match) => match.start >= best.start && match.start < best.end) ?? matches[0] ?? best;
  const piece = best.end - best.start > SNIPPET_LENGTH ? windowIn(text, best, first, matches) : widen(sentences, told, best);
  // A phrase may run over the end of a sentence; the piece then ends behind it.
  const whole = { start: Math.min(piece.start, first.start), end: Math.max(piece.end, first.end) };
  return cut(text, whole, matches);
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
    if (isInside(match, piece)) inside.push(match);
  }
  return inside;
}

function isInside(match: Span, piece: Span): boolean {
  return match.start >= piece.start && match.end <= piece.end;
}

/** The sentence with those behind it, then those before it, as long as all fit and none is told already. */
function widen(sentences: readonly Sentence[], told: ReadonlySet<Sentence>, best: Span): Span {
  let { start, end } = best;
  for (const next of sentences) {
    if (next.start < end) continue;
    if (told.has(next) || next.end - start > SNIPPET_LENGTH) break;
    end = next.end;
  }
  for (const before of sentences.toReversed()) {
    if (before.end > start) continue;
    if (told.has(before) || end - before.start > SNIPPET_LENGTH) break;
    start = before.start;
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

function cut(text: string, piece: Span, matches: readonly Match[]): Piece {
  return {
    text: text.slice(piece.start, piece.end),
    marks: merge(matchesIn(piece, matches)).map(({ start, end }) => ({ start: start - piece.start, end: end - piece.start })),
    cutBefore: text.slice(0, piece.start).trim() !== '',
    cutAfter: text.slice(piece.end).trim() !== '',
  };
}
