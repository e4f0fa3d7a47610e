/**
 * Words as Elasticsearch terms. The server's `whitespace` analyzer cuts a word behind 255 characters; so that nothing is
 * cut in silence, a longer word is indexed as its beginning, a `~` (which no folded word holds) and the hash of the whole.
 */
import { sha256Of } from '#mappings/text/sha256.ts';

/** UTF-16 units up to which a word is its own term. */
const LONGEST_WORD = 240;
/** Units of a longer word that are kept: 180 + `~` + 64 is under 255. */
const KEPT = 180;
/** The longest prefix that can be asked for, in UTF-16 units (one less than is kept, since a pair may be spared the cut). */
export const LONGEST_PREFIX = KEPT - 1;

/** The term of a folded word (or stem): the word itself in all but freak cases. */
export function toTerm(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const head = word.slice(0, KEPT);
  // A pair of surrogates is not cut in two: half of one is no character.
  const whole = /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
  return `${whole}~${sha256Of(word)}`;
}
