/** Case numbers as users type them: with or without CM, dashes and blanks, in any case, or the last seven digits alone. */
import { formatCaseNumber } from '#contract/determination.ts';
import type { Lexeme, Term } from './lexer.ts';

/** The years of a case number: the programme began in 2013. A closed list, so that a query means the same on every day. */
const YEARS = Array.from({ length: 27 }, (_, index) => String(13 + index));
const DASHES = '\\-\\u2010-\\u2015\\u2212';
/** The digits of a serial stand in one run: "12-1-2016" and "555-1234" are other numbers. */
const CASE_NUMBER = new RegExp(`^(?:CM[\\s${DASHES}]*)?(\\d{2})[\\s${DASHES}]*(\\d{7})$`, 'iu');
const SERIAL = new RegExp(`^(?:CM[\\s${DASHES}]*)?(\\d{7})$`, 'iu');
const PIECE = new RegExp(`^[${DASHES}\\d]{1,10}$`, 'u');
/** Terms that one case number may be typed as: "CM 14 - 0039143". */
const MOST_TERMS = 4;

/**
 * The case number as letters print it, `CMyy-ddddddd`; null where the text is not one.
 * Takes "CM14-0039143", "cm140039143", "14 0039143"; not "CM14-39143".
 */
export function normaliseCaseNumber(typed: string): string | null {
  const parts = CASE_NUMBER.exec(typed.trim());
  return parts === null ? null : formatCaseNumber(parts[1] ?? '', parts[2] ?? '');
}

/** The case numbers that a text may mean: one, for seven digits one of each year, none where it is no case number. */
export function caseNumbersOf(typed: string): string[] {
  const whole = normaliseCaseNumber(typed);
  if (whole !== null) return [whole];
  const serial = SERIAL.exec(typed.trim())?.[1];
  return serial === undefined ? [] : YEARS.map((year) => formatCaseNumber(year, serial));
}

/** Terms that are one case number typed with blanks, as one term. */
export function joinCaseNumbers(lexemes: readonly Lexeme[], text: string): Lexeme[] {
  const joined: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const count = termsOfCaseNumber(lexemes, at);
    const [first, last] = [lexemes[at], lexemes[at + count - 1]];
    if (first?.kind === 'term' && last?.kind === 'term' && count > 1) {
      const from = first.field === null ? first.at.start : first.field.at.end;
      joined.push({ ...first, text: text.slice(from, last.at.end), at: { start: first.at.start, end: last.at.end } });
    } else if (first !== undefined) joined.push(first);
    at += count;
  }
  return joined;
}

/** How many terms from here on are one case number; 1 where it is none, or stands in one term. */
function termsOfCaseNumber(lexemes: readonly Lexeme[], at: number): number {
  const first = lexemes[at];
  if (first?.kind !== 'term' || first.quoted || !/^(?:cm|\d{2}\b|$)/i.test(first.text)) return 1;
  if (first.field !== null ? !/^case$/i.test(first.field.name) : first.text === '') return 1;
  if (caseNumbersOf(first.text).length > 0) return 1;
  let whole = first.text;
  for (let count = 1; count < MOST_TERMS; count += 1) {
    const next = lexemes[at + count];
    if (!isPiece(next)) return 1;
    whole = `${whole} ${next.text}`;
    // "case: 0039143" is a value left out, and told as that.
    if (first.text !== '' && normaliseCaseNumber(whole) !== null) return count + 1;
  }
  return 1;
}

function isPiece(lexeme: Lexeme | undefined): lexeme is Term {
  return lexeme?.kind === 'term' && !lexeme.quoted && lexeme.field === null && PIECE.test(lexeme.text);
}
