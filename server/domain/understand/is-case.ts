/** Whether a typed text is a case told in words rather than a query: long, and without an operator. Pure. */
import { words } from '#mappings/analysis.ts';

/** The most words of a query. */
const MOST_QUERY_WORDS = 12;

const OPERATORS =
  /["“”„‟«»″＂()*~]|(?:^|\s)(?:AND|OR|NOT)(?=\s)|(?:^|\s)[-+\u2212](?=[\p{L}\p{N}])|(?:^|\s)\p{L}[\p{L}\p{N}_-]*:(?=[^\s])/u;

export function isCase(q: string): boolean {
  return words(q).length > MOST_QUERY_WORDS && !OPERATORS.test(q);
}
