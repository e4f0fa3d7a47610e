/**
 * Whether a typed text is a case told in words rather than a query: it has many words that tell something, and no unmistakable syntax. A
 * bracket, a quotation or a dash is no syntax in a long text, since told cases have them. Pure.
 */
import { words } from '#mappings/text/words.ts';
import { fieldOf } from '../query-language/fields.ts';
import { isPastedCapitals } from '../query-language/lexer.ts';
import { isSlight } from './slight-words.ts';

/** The most words of a query, those that tell nothing by themselves and numbers aside. */
const MOST_QUERY_WORDS = 12;

const CAPITALS = /(?:^|[\s)"”])(?:AND|OR|NOT)(?=[\s("“])/;
const FIELD = /(?:^|[\s(+-])(\p{L}[\p{L}\p{N}_-]*):(?=[^\s])/gu;
const PREFIX_OR_NEAR = /\p{L}{2}\*(?=\s|$|\))|["”]~\d/u;
const QUOTED = /"[^"]*"|“[^”]*”/g;

export function isCase(q: string): boolean {
  return tellingWords(q) > MOST_QUERY_WORDS && !isSyntax(q);
}

function tellingWords(q: string): number {
  return words(q).filter((word) => /\p{L}/u.test(word) && !isSlight(word)).length;
}

/** Operators in capitals, a field that there is, a prefix, a nearness, or mostly quotations: no one tells a case so. */
function isSyntax(q: string): boolean {
  if ((CAPITALS.test(q) && !isPastedCapitals(q)) || PREFIX_OR_NEAR.test(q)) return true;
  if ([...q.matchAll(FIELD)].some(([, name]) => fieldOf(name ?? '') !== null)) return true;
  const quoted = [...q.matchAll(QUOTED)].reduce((sum, [quote]) => sum + words(quote).length, 0);
  return quoted * 2 > words(q).length;
}
