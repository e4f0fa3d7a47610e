/**
 * The stem of a word: what its inflections have in common (plural, tense, -ing). Porter's steps 1a to 1c, 5a and 5b ("An algorithm for
 * suffix stripping", Program 14, 1980) take endings of inflection away and even a final e and y; steps 2 to 4, which make "medication"
 * and "medical" one, are left out. What the steps alone get wrong stands in `word-forms.ts`.
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { sha256Of } from './sha256.ts';
import { WORD_FORMS } from './word-forms.ts';

/** Raised when the rule itself comes to give other stems; a change of the listed forms tells by itself. */
const RULE = 2;

/** Names what stems are made by. An index that was written by another one is refused, see the engines. */
export const STEMMER = `stems ${RULE}-${sha256Of(WORD_FORMS.join()).slice(0, 8)}`;

/** Each listed form with its stem, which is the first word of its row. */
const LISTED: ReadonlyMap<string, string> = new Map(
  WORD_FORMS.flatMap((row) => {
    const [first = '', ...others] = row.split(' ');
    return [first, ...others].map((form): [string, string] => [form, first]);
  }),
);

const stems = new Map<string, string>();
const MOST_STEMS = 200_000;
const ENGLISH = /^[a-z]{3,}$/;

/** The stem of a folded word; words of one or two letters, or with digits or other letters than a-z, stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (!ENGLISH.test(word)) return word;
  if (stems.size >= MOST_STEMS) stems.clear();
  const made = LISTED.get(word) ?? porter.step5b(porter.step5a(porter.step1c(porter.step1b(porter.step1a(word)))));
  stems.set(word, made);
  return made;
}
