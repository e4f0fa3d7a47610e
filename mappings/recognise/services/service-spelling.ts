/**
 * Misspelt words of a request that nothing else could name: a word of seven letters or more that is one letter away from one
 * word of the vocabulary's names and examples is read as that word ("functinal restoration" -> "functional restoration"). Names of
 * drugs have rules of their own (`../drugs/drug-names.ts`), since many a word is one letter from a brand.
 */

import { Neighbours } from '../../text/neighbours.ts';
import { words } from '../../text/words.ts';
import { SERVICES } from '../../vocabulary/vocabulary.ts';

const SHORTEST = 7;
const WORDS: ReadonlySet<string> = new Set(
  SERVICES.services
    .filter(({ category }) => category !== 'pharm')
    .flatMap((row) => words([row.name, ...row.examples].join(' ')))
    .filter((word) => word.length >= SHORTEST),
);
const NEAR = new Neighbours(WORDS);

/** Real words one letter off another thing: found by running the words of letters through `respelt`. */
const ORDINARY: ReadonlySet<string> = new Set(
  'aftercare avascular classes continue continues eating emergence femora generic herring infection infections interpreted interval junction medial particular radiography recorded remained silicon trained treated unclear'.split(
    ' ',
  ),
);

/** The text with misspelt words as the vocabulary writes them. */
export function respelt(text: string): string {
  return text.replace(/[a-z]{6,30}/gi, (word) => nearest(word.toLowerCase()) ?? word);
}

/** The one word at distance one; null where there is none, or several. */
function nearest(word: string): string | null {
  if (WORDS.has(word) || ORDINARY.has(word)) return null;
  const [only, ...more] = NEAR.of(word);
  return more.length > 0 ? null : (only ?? null);
}
