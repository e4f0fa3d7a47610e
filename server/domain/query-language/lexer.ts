/**
 * From the typed text to lexemes: operators, brackets and terms. A term is a run without blanks, brackets and quotes,
 * or what stands between two quotes; either may have a field name before it. Marks without a word ("&", "-" between
 * blanks, en and em dashes) separate words here as they do in the letters.
 */
import type { Place } from '#mappings/text/places.ts';
import { words } from '#mappings/text/words.ts';
import type { FaultList } from './faults.ts';

/** A term as typed. `field` is the name before the colon as typed; null where there is none. */
export interface Term {
  readonly kind: 'term';
  readonly text: string;
  readonly quoted: boolean;
  /** Typed with a + before it: a strict query. */
  readonly plus: boolean;
  /** The most other words between these words, typed as `"a b"~5`; null where they are a phrase. */
  readonly gap: number | null;
  readonly field: { readonly name: string; readonly at: Place } | null;
  readonly at: Place;
}
export interface Mark {
  readonly kind: 'and' | 'or' | 'not' | 'open' | 'close';
  readonly at: Place;
}
export type Lexeme = Term | Mark;

const BLANKS = /\s+/uy;
/** Straight, curly, low, angled, double prime and wide: whatever keyboard or word processor it came from. */
const QUOTES = '"“”„‟«»″＂';
/** A bracket right behind a digit belongs to its number: "9792.20(e)", "9792.24.2(a)(1)". */
const RUN = new RegExp(`(?:(?<=[\\p{N})])\\([\\p{L}\\p{N}]{1,4}\\)|[^\\s()${QUOTES}])+`, 'uy');
const QUOTED = new RegExp(`[^${QUOTES}]*`, 'uy');
/** "-pain", "+pain"; U+2212 is a minus sign. En and em dashes are no sign. */
const SIGNS = /^[-+\u2212]+/u;
const NEARNESS = /~(\d{0,9})/uy;
/** The most words that nearness may leave between. */
const MOST_GAP = 1_000;
/** What ends a clause of a sentence, where a word stands before it. */
const ENDING = /[,;:.!?]+$/u;
const FIELD = /^(\p{L}[\p{L}\p{N}_-]*):/u;
const OPERATORS: ReadonlyMap<string, Mark['kind']> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['&&', 'AND'],
  ['||', 'OR'],
]);

/** Short names ("TENS NOT EMG") are typed in capitals anyway: capitals tell of a pasted heading by words longer than these. */
const SHORT_NAME = 5;

/**
 * Whether a text is words in capitals throughout, as a heading is pasted ("WRIST SPLINT AND PHYSICAL THERAPY"): its AND, OR and NOT are words.
 * A field, a quote, a bracket, a sign or a star is typed by someone who means the operators.
 */
export function isPastedCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text) || /[:"“”()*~+]|(?:^|\s)-\S/u.test(text)) return false;
  return words(text).some((word) => word.length > SHORT_NAME && /^\p{L}+$/u.test(word));
}

/** The lexemes of a text in order. Faults are noted and the reading goes on. */
export function lex(text: string, faults: FaultList): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const operators: ReadonlyMap<string, Mark['kind']> = isPastedCapitals(text) ? new Map() : OPERATORS;
  const isQuote = (index: number) => index < text.length && QUOTES.includes(text.charAt(index));
  let at = 0;

  /** Reads from the quote at `at`; leaves `at` behind the closing one. */
  const quoted = (start: number, field: Term['field'], plus = false) => {
    const content = match(QUOTED, text, at + 1);
    const end = at + 1 + content.length;
    if (end >= text.length)
      faults.add({ start: at, end: at + 1 }, () => 'This quote is not closed; expected a second one behind the phrase');
    at = Math.min(end + 1, text.length);
    const nearness = match(NEARNESS, text, at);
    const place = { start: at, end: at + nearness.length };
    at = place.end;
    const gap = nearness === '' ? null : Number(nearness.slice(1));
    if (nearness === '~') faults.add(place, () => 'Expected a number directly behind the ~, as in "first second"~5');
    else if (gap !== null && gap > MOST_GAP) faults.add(place, () => `Words may be at most ${MOST_GAP} words apart`);
    lexemes.push({ kind: 'term', text: content, quoted: true, plus, gap, field, at: { start, end: at } });
  };

  const run = () => {
    const start = at;
    const whole = match(RUN, text, at);
    at += whole.length;
    const behind = start === 0 || /[\s(]/u.test(text.charAt(start - 1));
    const signs = behind ? (SIGNS.exec(whole)?.[0] ?? '') : '';
    const rest = whole.slice(signs.length);
    if (!behind && /["“”„‟«»″＂)]/u.test(text.charAt(start - 1)) && /^[-+\u2212]+[\p{L}\p{N}]/u.test(whole)) {
      faults.add({ start, end: start + 1 }, () => 'Expected a blank before this sign');
    }
    const from = start + signs.length;
    const plus = signs === '+';
    const opens = rest === '' && (isQuote(at) || text.charAt(at) === '(');
    if (signs !== '' && (opens || words(rest).length > 0)) {
      const place = { start, end: from };
      if (signs.length > 1) faults.add(place, () => 'Expected one sign: - (without) or + (with) directly before a word');
      else if (signs !== '+') lexemes.push({ kind: 'not', at: place });
    }
    if (rest === '') {
      if (plus && isQuote(at)) quoted(at, null, true);
      return;
    }
    const place = { start: from, end: at };
    const operator = signs === '' ? operators.get(rest) : undefined;
    const foreign = FOREIGN.get(rest);
    const field = FIELD.exec(rest);
    if (operator !== undefined) lexemes.push({ kind: operator, at: place });
    else if (foreign !== undefined) faults.add(place, () => `This sign is not understood; write ${foreign}`);
    else if (/^!\p{L}/u.test(rest)) faults.add(place, () => 'A leading ! is not understood; write NOT or - before the word');
    else if (field === null) {
      // A comma behind a word is of the sentence, not of the word.
      const text = rest.replace(ENDING, '') || rest;
      lexemes.push({ kind: 'term', text, quoted: false, plus, gap: null, field: null, at: { start: from, end: from + text.length } });
    } else {
      const name = { name: field[1] ?? '', at: { start: from, end: from + field[0].length } };
      const value = rest.slice(field[0].length);
      if (value === '' && isQuote(at)) quoted(from, name, plus);
      else lexemes.push({ kind: 'term', text: value, quoted: false, plus, gap: null, field: name, at: place });
    }
  };

  while (at < text.length) {
    const char = text.charAt(at);
    const blanks = match(BLANKS, text, at);
    if (blanks !== '') at += blanks.length;
    else if (char === '(' || char === ')') {
      lexemes.push({ kind: char === '(' ? 'open' : 'close', at: { start: at, end: at + 1 } });
      at += 1;
    } else if (isQuote(at)) quoted(at, null);
    else run();
  }
  return lexemes;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
