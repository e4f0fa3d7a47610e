/** Case numbers that are typed with blanks inside. */
import { beginsCaseNumber, caseNumbersOf, continuesCaseNumber, normaliseCaseNumber } from '#mappings/case-numbers.ts';
import type { Lexeme, Term } from './lexer.ts';

/** Terms that one case number may be typed as: "CM 14 - 0039143". */
const MOST_TERMS = 4;

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
  if (first?.kind !== 'term' || first.quoted || !beginsCaseNumber(first.text)) return 1;
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
  return lexeme?.kind === 'term' && !lexeme.quoted && lexeme.field === null && continuesCaseNumber(lexeme.text);
}
