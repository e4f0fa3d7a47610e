/**
 * The words that stand whole although a letter breaks them at a line end, by their stems: data from WordNet 3.1, the vocabulary and a few
 * rows (`scripts/whole-words.ts`). The licence of WordNet stands in `whole-words-licence.txt`.
 */
import { readFileSync } from 'node:fs';
import { countWhile } from '../text/places.ts';
import { sha256Of } from '../text/sha256.ts';
import { stem } from '../text/stem.ts';
import { once } from './load.ts';

const list = once(() => readFileSync(new URL('whole-words.txt', import.meta.url), 'utf8'));
/** In order, as they stand in the file. */
const inOrder = once((): readonly string[] => list().trimEnd().split('\n'));
const stems = once((): ReadonlySet<string> => new Set(inOrder()));

/** Whether a folded word is one that is never written as a compound: "guidelines", not "shortacting" nor "postoperative". */
export function isWholeWord(word: string): boolean {
  return stems().has(stem(word));
}

/** Whether a folded word is the beginning of a longer one of the list, and none itself: "recommenda". */
export function isCutWord(word: string): boolean {
  if (isWholeWord(word)) return false;
  const all = inOrder();
  return all[countWhile(all.length, (index) => (all[index] ?? '') < word)]?.startsWith(word) === true;
}

/** Names the list: another one joins other words. */
export const wholeWordsName = once(() => sha256Of(list()).slice(0, 8));
