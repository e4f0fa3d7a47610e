/**
 * Misspelt words. One that stands in no item, nor in any case summary, is taken as its nearest neighbour in the index, and that is
 * told, where the neighbour is a word that users look for and hardly another word is meant; else it is only offered. A real word that
 * happens to stand in no letter must not become another.
 */
import { ITEM_SCOPE, type QueryNode, type TextField, TextFieldSchema } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { editDistance, isWithin } from '#mappings/text/edit-distance.ts';
import type { Place } from '#mappings/text/places.ts';
import type { Letters } from '../../search/port.ts';
import { CONDITION_WORDS, isInExamples, isKnownWord, isNameWord } from '../query-language/known-words.ts';
import { isSlight } from './slight-words.ts';

/** What is made of one folded word; `items`: how many have `used`. */
export interface Respelling {
  readonly word: string;
  readonly used: string;
  readonly items: number;
  readonly applied: boolean;
}

/** Words with fewer letters are not looked at: too much is near them. */
const LEAST_LETTERS = 4;
/** Words with fewer letters are only offered a neighbour. */
const TAKEN_FROM = 5;
/** From here on any one letter may be wrong, and a neighbour that names nothing is taken too, where it is a word of this many items. */
const ANY_FROM = 7;
const ANY_ITEMS = 5;
/** From here on a neighbour two letters off is taken, where it begins alike; and a word of an example may be one that letters misspell. */
const FAR_FROM = 9;
const BEGINNING = 3;
const MISSPELT_EXAMPLE_FROM = 8;
/** A word in no more items than this may be a slip where a neighbour is so many times as frequent. */
const RARE = 2;
const TIMES = 20;
/** Neighbours that are asked for, and rare words and words in all that are looked at. */
const NEIGHBOURS = 8;
const MOST_RARE = 2;
const MOST_WORDS = 24;

/** Which of some folded words are misspelt; `scope`: the fields that items are counted in. */
export async function respellings(
  index: Letters,
  typed: readonly string[],
  scope: readonly TextField[],
  signal?: AbortSignal,
): Promise<Respelling[]> {
  const looked = [...new Set(typed)].filter(mayBeMisspelt).slice(0, MOST_WORDS);
  if (looked.length === 0) return [];
  const counts = await index.counts(
    looked.map((word) => wordIn(word, TextFieldSchema.options)),
    signal,
  );
  const absent = looked.filter((_, at) => counts[at] === 0);
  const rare = looked.flatMap((word, at) => {
    const count = counts[at] ?? 0;
    return count > 0 && count <= RARE ? [{ word, count }] : [];
  });
  const found = [];
  for (const word of absent) found.push(await nearestTo(index, word, scope, signal));
  for (const { word, count } of rare.slice(0, MOST_RARE)) found.push(await farMoreFrequent(index, word, count, scope, signal));
  return found.filter((one) => one !== null);
}

/** Denials and what is left of contractions ("wasn't", "shouldnt"): the words nearest to them say the opposite. */
const DENIALS =
  /^(?:never|none|neither|nothing|nobody|nowhere|cannot|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|might|need|ought)nt?|(?:they|you|we|who|that|there|what)(?:re|ve|ll|d|s)?)$/;

function mayBeMisspelt(word: string): boolean {
  return word.length >= LEAST_LETTERS && /^[a-z]+$/.test(word) && !isSlight(word) && !isKnownWord(word) && !DENIALS.test(word);
}

async function nearestTo(index: Letters, word: string, scope: readonly TextField[], signal?: AbortSignal): Promise<Respelling | null> {
  const near = (await index.similarWords(word, NEIGHBOURS, signal)).filter((other) => !isSlight(other));
  // How a review ended is told by words that no letter need have.
  const ends = CONDITION_WORDS.filter((other) => other.length >= ANY_FROM && other[0] === word[0] && isWithin(word, other, 2));
  const candidates = [...new Set([...near, ...ends])];
  const counts = await countsOf(index, candidates, scope, signal);
  const found = candidates
    .map((used, at) => ({ used, items: counts[at] ?? 0, distance: editDistance(word, used), known: isKnownWord(used) }))
    .filter(({ used, items }) => items > 0 || ends.includes(used))
    .sort((a, b) => a.distance - b.distance || Number(b.known) - Number(a.known));
  const best = found[0];
  if (best === undefined) return null;
  const { used, items, distance } = best;
  const isName = isNameWord(used) || ends.includes(used) || (isKnownWord(used) && used.length >= ANY_FROM);
  if (isInExamples(word) && !(isName && distance === 1 && word.length >= MISSPELT_EXAMPLE_FROM && !isOtherForm(word, used))) return null;
  const isMeant = word.length >= ANY_FROM ? isName || items >= ANY_ITEMS : isName && word.length >= TAKEN_FROM && isSlip(word, used);
  const isNear = distance === 1 || (word.length >= FAR_FROM && word.slice(0, BEGINNING) === used.slice(0, BEGINNING));
  return { word, used, items, applied: isMeant && isNear && !isOtherForm(word, used) };
}

/** "nightly" and "night", "shower" and "showed": the same beginning with other endings. */
function isOtherForm(one: string, other: string): boolean {
  const beginnings = beginningsOf(one);
  return beginningsOf(other).some((beginning) => beginnings.includes(beginning));
}

/** "d" and "r" behind an e alone ("later"), and no e of its own vowel ("knee"). */
const ENDINGS = [/(?<=[^aeiou])e$/, /(?<=e)[dr]$/, /s$/, /es$/, /ed$/, /ing$/, /ly$/, /er$/];

function beginningsOf(word: string): string[] {
  const bare = ENDINGS.map((ending) => word.replace(ending, ''));
  return [word, ...bare].filter((beginning) => beginning.length >= LEAST_LETTERS - 1);
}

/** A short word with another letter is as likely another word ("spice", "spine"); two swapped, one lost or one doubled is a slip. */
function isSlip(word: string, used: string): boolean {
  const doubled = word.replace(/(.)\1/g, '$1') === used.replace(/(.)\1/g, '$1');
  return doubled || word.length < used.length || [...word].sort().join('') === [...used].sort().join('');
}

async function farMoreFrequent(
  index: Letters,
  word: string,
  count: number,
  scope: readonly TextField[],
  signal?: AbortSignal,
): Promise<Respelling | null> {
  if (isInExamples(word)) return null;
  const near = (await index.similarWords(word, NEIGHBOURS, signal)).filter(
    (other) => other !== word && isWithin(word, other, 1) && !isOtherEnding(word, other) && !isSlight(other),
  );
  const counts = await countsOf(index, near, scope, signal);
  const best = near.map((used, at) => ({ used, items: counts[at] ?? 0 })).sort((a, b) => b.items - a.items)[0];
  return best === undefined || best.items < TIMES * count ? null : { word, ...best, applied: false };
}

/** "trainer" and "trained": another form of a word is no slip. */
function isOtherEnding(a: string, b: string): boolean {
  const stays = Math.min(a.length, b.length) - 2;
  return a.slice(0, stays) === b.slice(0, stays);
}

function countsOf(index: Letters, words: readonly string[], scope: readonly TextField[], signal?: AbortSignal): Promise<number[]> {
  return words.length === 0
    ? Promise.resolve([])
    : index.counts(
        words.map((word) => wordIn(word, scope)),
        signal,
      );
}

function wordIn(word: string, scope: readonly TextField[]): QueryNode {
  return { kind: 'word', word, fields: [...(scope.length === 0 ? ITEM_SCOPE : scope)] };
}

/** What is told of the words of one term; `typed` and `at`: the term in the query. */
export function toldRespellings(found: readonly Respelling[], words: readonly string[], typed: string, at: Place): UnderstoodPart[] {
  return found
    .filter(({ word }) => words.includes(word))
    .map(({ used, items, applied }) => ({ kind: applied ? 'corrected' : 'suggested', at, typed, used, items }));
}
