/**
 * The words that stand whole although a letter breaks them at a line end, by their stems: data from WordNet 3.1, the vocabulary and a few
 * rows (`scripts/whole-words.ts`). The licence of WordNet stands in `whole-words-licence.txt`.
 */
import { readFileSync } from 'node:fs';
import { sha256Of } from '../text/sha256.ts';
import { stem } from '../text/stem.ts';
import { once } from './load.ts';

const list = once(() => readFileSync(new URL('whole-words.txt', import.meta.url), 'utf8'));
const stems = once((): ReadonlySet<string> => new Set(list().split('\n')));

/** Whether a folded word is one that is never written as a compound: "guidelines", not "shortacting" nor "postoperative". */
export function isWholeWord(word: string): boolean {
  return stems().has(stem(word));
}

/** Names the list: another one joins other words. */
export const wholeWordsName = once(() => sha256Of(list()).slice(0, 8));
