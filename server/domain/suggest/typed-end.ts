/**
 * What is being typed before the caret: the value of a field ("body:low b", `service:"phys`), or the last words of a query, the last of
 * which may be half a word. Nothing inside a phrase, whose words are as typed. Pure.
 */
import type { Place } from '#mappings/text/places.ts';
import { words } from '#mappings/text/words.ts';

/** The last words before the caret as one: `words` folded, the last one half typed; empty as the last where a blank was typed behind the others. */
export interface Window {
  readonly words: readonly string[];
  /** As typed. */
  readonly text: string;
  /** Whether it stands behind the name of a field and a colon. */
  readonly isValue: boolean;
  /** What a suggestion takes the place of, also what stands of the word behind the caret. */
  readonly at: Place;
  /** The end of the word that the caret stands in: what is no value has no blank behind it that would come twice. */
  readonly wordEnd: number;
}

export interface TypedValue {
  readonly kind: 'value';
  /** The field's name, as typed. */
  readonly field: string;
  /** The value behind the colon and its quote. */
  readonly window: Window;
}
export interface TypedWords {
  readonly kind: 'words';
  /** The longest first. */
  readonly windows: readonly Window[];
}

const QUOTES = '"“”„‟«»″＂';
const QUOTED_VALUE = new RegExp(`(?:^|[\\s(])[-+]?(\\p{L}[\\p{L}\\p{N}_-]*):([${QUOTES}][^${QUOTES}]*)$`, 'u');
const VALUE = new RegExp(`(?:^|[\\s(])[-+]?(\\p{L}[\\p{L}\\p{N}_-]*):([^\\s()${QUOTES}]*)$`, 'u');
/** A run that is a word and no syntax, behind what may open it. */
const WORD = new RegExp(`^([(]*[-+]?[(]*)([\\p{L}\\p{N}#][^\\s()${QUOTES}:*~^]*)$`, 'u');
const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);
/** Words of a window: the names that people type have no more. */
const MOST_WORDS = 5;

/** What is typed at a caret; null where nothing can be suggested. */
export function typedEnd(q: string, caret: number): TypedValue | TypedWords | null {
  const before = q.slice(0, caret);
  const value = QUOTED_VALUE.exec(before) ?? (inQuotes(before) ? null : VALUE.exec(before));
  if (value !== null) {
    const [, field = '', typed = ''] = value;
    const text = typed.replace(new RegExp(`^[${QUOTES}]`), '');
    const { wordEnd, end } = endsOf(q, caret, text !== typed);
    const at = { start: caret - typed.length, end };
    return { kind: 'value', field, window: { words: halfTyped(text), text, isValue: true, at, wordEnd } };
  }
  if (inQuotes(before)) return null;
  const windows = windowsOf(q, before);
  return windows.length === 0 ? null : { kind: 'words', windows };
}

function windowsOf(q: string, before: string): Window[] {
  const runs = [...before.matchAll(/\S+/g)].slice(-MOST_WORDS).reverse();
  const { wordEnd, end } = endsOf(q, before.length, false);
  const windows: Window[] = [];
  for (const { 0: run, index } of runs) {
    const [, opening = '', word] = WORD.exec(run) ?? [];
    if (word === undefined || OPERATORS.has(word)) break;
    const start = index + opening.length;
    const text = before.slice(start);
    windows.unshift({ words: halfTyped(text), text, isValue: false, at: { start, end }, wordEnd });
    // A sign or a bracket is of the word behind it, and words before it are others.
    if (opening !== '') break;
  }
  return windows;
}

/** The words of a text that goes on: behind a blank the next one has no letter yet. */
function halfTyped(text: string): string[] {
  const found = words(text);
  return /\s$/.test(text) || found.length === 0 ? [...found, ''] : found;
}

function inQuotes(text: string): boolean {
  return (text.match(new RegExp(`[${QUOTES}]`, 'g'))?.length ?? 0) % 2 === 1;
}

/** Behind the word that the caret stands in, with its closing quote, and behind the blanks there, which a value brings itself. */
function endsOf(q: string, caret: number, isQuoted: boolean): { wordEnd: number; end: number } {
  const rest = q.slice(caret);
  // A quote that is still open takes nothing of what stands behind it.
  const toQuote = isQuoted && inQuotes(rest) ? new RegExp(`^[^${QUOTES}]*[${QUOTES}]`, 'u') : null;
  const word = (toQuote ?? new RegExp(`^[^\\s()${QUOTES}]*`, 'u')).exec(rest)?.[0].length ?? 0;
  const blanks = /^\s*/.exec(rest.slice(word))?.[0].length ?? 0;
  return { wordEnd: caret + word, end: caret + word + blanks };
}
