/**
 * Misspelt words of a request that nothing else could name: a word of seven letters or more that is one letter away from one
 * word of the vocabulary's names and examples is read as that word ("functinal restoration" -> "functional restoration"). Names of
 * drugs have rules of their own (`drug-names.ts`), since many a word is one letter from a brand.
 */
import { SERVICES } from '../../vocabulary/vocabulary.ts';

const SHORTEST = 7;
const WORDS: ReadonlySet<string> = new Set(
  SERVICES.services
    .filter(({ category }) => category !== 'pharm')
    .flatMap((row) => wordsOf([row.name, ...row.examples].join(' ')))
    .filter((word) => word.length >= SHORTEST),
);
/** Each word by what is left of it without one letter. */
const SHORTENED: ReadonlyMap<string, readonly string[]> = byShortened();

/** The text with misspelt words as the vocabulary writes them. */
export function respelt(text: string): string {
  return text.replace(/[a-z]{6,30}/gi, (word) => nearest(word.toLowerCase()) ?? word);
}

/** The one word at distance one; null where there is none, or several. */
function nearest(word: string): string | null {
  if (WORDS.has(word)) return null;
  const near = new Set<string>(SHORTENED.get(word) ?? []);
  for (const shorter of shortenedOf(word)) {
    if (WORDS.has(shorter)) near.add(shorter);
    for (const other of SHORTENED.get(shorter) ?? []) if (isSwap(word, other)) near.add(other);
  }
  const [only, ...more] = near;
  return more.length > 0 ? null : (only ?? null);
}

/** Whether two words of one length differ in one letter, or in two neighbours changed about. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differ = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  const [first = 0, second] = differ;
  if (differ.length === 1) return true;
  return differ.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function byShortened(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of WORDS) for (const shorter of shortenedOf(word)) map.set(shorter, [...(map.get(shorter) ?? []), word]);
  return map;
}

function shortenedOf(word: string): Set<string> {
  return new Set([...word].map((_, index) => word.slice(0, index) + word.slice(index + 1)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}
