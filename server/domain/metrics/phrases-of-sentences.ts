/**
 * What is typically said where the UR decision was upheld, and where it was overturned: phrases that stand in many sentences of one side and in few of the
 * other, and the sentences that hold most of them. The weight is TF-IDF of two sets: the share of a side's sentences with the phrase, times the logarithm of how
 * many times as large that share is as the other side's (J. Martineau, T. Finin, "Delta TFIDF: an improved feature space for sentiment analysis", ICWSM 2009;
 * both shares evened by half a sentence, so that a phrase the other side lacks weighs no more than its numbers bear), times that of the phrase's words and one,
 * for long phrases say more and are rarer (K. Frantzi, S. Ananiadou, H. Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method", 2000).
 */
import { words } from '#mappings/text/words.ts';
import { nearCopies } from '../similar/near-copies.ts';
import { type Phrase, phrasesOf } from './phrases-of-text.ts';

/** The most phrases and the most sentences of a side. */
const MOST = { phrases: 12, sentences: 5 } as const;
/** A phrase of fewer sentences is no habit of anybody. */
const LEAST_SENTENCES = 3;
/** How many times as often a side says a typical phrase, at least. */
const LEAST_TIMES = 2;
/** The part of a phrase's sentences that a longer one must have to stand for it, or another one around the same words. */
const NEARLY = 0.75;
/** Sentences with so few other words are the same one, said again; shorter ones where all words are the same. */
const COPIES = { run: 2, leastWords: 8 } as const;

/** `phrase` as it is mostly written; in how many sentences of each side it stands; `weight`: above 0, only for comparing those of one side. */
interface TypicalPhrase {
  readonly phrase: string;
  readonly upheld: number;
  readonly overturned: number;
  readonly weight: number;
}

export interface TypicalOfSide {
  /** How many different sentences there are, near copies counted once. */
  readonly sentences: number;
  /** Most typical first, at most twelve. */
  readonly phrases: readonly TypicalPhrase[];
  /** The most typical sentences, at most five: their places in the list that was given. */
  readonly examples: readonly number[];
}

export interface TypicalOfBoth {
  readonly upheld: TypicalOfSide;
  readonly overturned: TypicalOfSide;
}

interface Side {
  /** Places of the sentences that are no copies of earlier ones. */
  readonly places: readonly number[];
  readonly texts: readonly string[];
  /** Of each such sentence the keys of its phrases, each once. */
  readonly keys: readonly ReadonlySet<string>[];
  /** By key: in how many of them it stands. */
  readonly counts: ReadonlyMap<string, number>;
}

interface Weighed {
  readonly key: string;
  readonly count: number;
  readonly weight: number;
}

/** Of two sets of sentences (or other short texts), in one order always the same. Nothing is typical where one side has none. */
export function typicalPhrases(upheld: readonly string[], overturned: readonly string[]): TypicalOfBoth {
  const [forUpheld, forOverturned] = [sideOf(upheld), sideOf(overturned)];
  return {
    upheld: typicalOf(forUpheld, forOverturned, (own, other) => ({ upheld: own, overturned: other })),
    overturned: typicalOf(forOverturned, forUpheld, (own, other) => ({ upheld: other, overturned: own })),
  };
}

function typicalOf(
  own: Side,
  other: Side,
  counts: (own: number, other: number) => Pick<TypicalPhrase, 'upheld' | 'overturned'>,
): TypicalOfSide {
  const chosen = chosenOf(own, other);
  const said = saidOf(own, new Set(chosen.map(({ key }) => key)));
  return {
    sentences: own.texts.length,
    phrases: chosen.map(({ key, count, weight }) => ({
      phrase: said.get(key) ?? key,
      ...counts(count, other.counts.get(key) ?? 0),
      weight,
    })),
    examples: examplesOf(own, chosen),
  };
}

function sideOf(given: readonly string[]): Side {
  const seen = new Set<string>();
  const differing = given.flatMap((text, place) => {
    const all = words(text).join(' ');
    if (all === '' || seen.has(all)) return [];
    seen.add(all);
    return [{ text, place }];
  });
  const first = nearCopies(
    differing.map(({ text }) => text),
    COPIES,
  );
  const kept = differing.filter((_, at) => first[at] === at);
  const keys = kept.map(({ text }) => new Set(phrasesOf(text).map(({ key }) => key)));
  const counts = new Map<string, number>();
  for (const those of keys) for (const key of those) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { places: kept.map(({ place }) => place), texts: kept.map(({ text }) => text), keys, counts };
}

/** The phrases of a side that are typical of it against the other, heaviest first, of those that say nearly the same one. */
function chosenOf(own: Side, other: Side): Weighed[] {
  if (other.texts.length === 0) return [];
  const share = (count: number, side: Side) => (count + 0.5) / (side.texts.length + 1);
  const typical = [...own.counts].flatMap(([key, count]): Weighed[] => {
    const times = share(count, own) / share(other.counts.get(key) ?? 0, other);
    if (count < LEAST_SENTENCES || times < LEAST_TIMES) return [];
    return [{ key, count, weight: (count / own.texts.length) * Math.log2(times) * Math.log2(wordsOf(key).length + 1) }];
  });
  const chosen: Weighed[] = [];
  const sentences = sentencesOf(own, new Set(typical.map(({ key }) => key)));
  for (const one of withoutParts(typical).sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))) {
    if (chosen.length === MOST.phrases) break;
    if (!chosen.some((before) => overlap(before.key, one.key) && alike(sentences.get(before.key), sentences.get(one.key))))
      chosen.push(one);
  }
  return chosen;
}

/** Without the phrases that are part of a longer one with nearly as many sentences. */
function withoutParts(phrases: readonly Weighed[]): Weighed[] {
  /** By phrase, the most sentences of a kept longer one that holds it. */
  const inLonger = new Map<string, number>();
  const longestFirst = phrases.toSorted((a, b) => wordsOf(b.key).length - wordsOf(a.key).length);
  return longestFirst.filter(({ key, count }) => {
    if ((inLonger.get(key) ?? 0) >= NEARLY * count) return false;
    for (const part of partsOf(key)) inLonger.set(part, Math.max(count, inLonger.get(part) ?? 0));
    return true;
  });
}

function wordsOf(key: string): string[] {
  return key.split(' ');
}

/** All shorter runs of words in a phrase. */
function partsOf(key: string): string[] {
  const all = wordsOf(key);
  return all
    .flatMap((_, from) => all.slice(from).map((_, more) => all.slice(from, from + more + 1).join(' ')))
    .filter((part) => part !== key);
}

function overlap(a: string, b: string): boolean {
  const those = new Set(wordsOf(b));
  return wordsOf(a).some((word) => those.has(word));
}

/** By key, which sentences of the side it stands in. */
function sentencesOf(side: Side, keys: ReadonlySet<string>): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>(Array.from(keys, (key) => [key, new Set()]));
  for (const [at, those] of side.keys.entries()) for (const key of those) found.get(key)?.add(at);
  return found;
}

function alike(a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): boolean {
  return a.intersection(b).size >= NEARLY * a.union(b).size;
}

/** By key, how the side mostly writes it: the inflection that it mostly has, as that is mostly written, in small letters where both are as frequent. */
function saidOf(side: Side, keys: ReadonlySet<string>): Map<string, string> {
  const standing = side.texts.flatMap((text) => phrasesOf(text).filter(({ key }) => keys.has(key)));
  const inflected = ({ said }: Phrase) => words(said).join(' ');
  const written = ({ said }: Phrase) => said;
  return new Map(
    Array.from(
      Map.groupBy(standing, ({ key }) => key),
      ([key, those]) => [key, mostOf(mostOf(those, inflected), written)[0]?.said ?? key],
    ),
  );
}

/** The largest of the groups; of two as large the last by name, where small letters stand. */
function mostOf(phrases: readonly Phrase[], by: (phrase: Phrase) => string): readonly Phrase[] {
  const groups = [...Map.groupBy(phrases, by)];
  return groups.sort(([a, one], [b, other]) => other.length - one.length || (a > b ? -1 : 1))[0]?.[1] ?? [];
}

/** The sentences with most weight for their length (by its root, as a vector's); one without a typical phrase is none. */
function examplesOf(side: Side, phrases: readonly Weighed[]): number[] {
  return side.keys
    .map((keys, at) => {
      const weight = phrases.reduce((sum, { key, weight }) => sum + (keys.has(key) ? weight : 0), 0);
      return { place: side.places[at] ?? 0, weight: weight / Math.sqrt(words(side.texts[at] ?? '').length) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, MOST.sentences)
    .map(({ place }) => place);
}
