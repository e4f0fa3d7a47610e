/**
 * The topics that a citation names within its guideline, as values that can be counted: `mtus.cpmtg2009#Opioids, criteria for use`. A topic that letters
 * print in several ways is one: "MRIs (magnetic resonance imaging)", "Magnetic resonance imaging (MRI)", "MRI". A chapter cited without a topic is itself.
 */
import type { Citation } from '#contract/determination.ts';
import { placeWithin } from './cited-places.ts';
import { stem } from './text/stem.ts';
import { words } from './text/words.ts';
import { isChapter } from './vocabulary/chapters.ts';
import { laterMap } from './vocabulary/load.ts';
import { GUIDELINES } from './vocabulary/vocabulary.ts';

/** More words than this that no list holds are a sentence, not the name of a topic. */
const MOST_WORDS = 12;

/** Each topic once; the chapter where none is named; none where the guideline is no chapter. */
export function topicOf({ guideline, sections }: Pick<Citation, 'guideline' | 'sections'>): string[] {
  const topics = sections.flatMap((section) => nameOf(section) ?? []);
  if (topics.length === 0) return isChapter(guideline) ? [guideline] : [];
  return [...new Set(topics)].map((topic) => placeWithin(guideline, topic));
}

/** Most printed sections whose names are kept in mind: letters print the same ones again and again. */
const MOST_KNOWN = 10_000;
const known = new Map<string, string | null>();

function nameOf(section: string): string | null {
  const found = known.get(section);
  if (found !== undefined) return found;
  const made = readName(section);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(section, made);
  return made;
}

/** The name of a printed section: that of the closed lists, else its own words evened. Null where it names nothing. */
function readName(section: string): string | null {
  const listed = NAMES.get(keyOf(section));
  if (listed !== undefined) return listed;
  const printed = section.match(/\S+/gu) ?? [];
  if (printed.length > MOST_WORDS || !/\p{L}{2}/u.test(section)) return null;
  const [first = '', ...rest] = printed.map(evened);
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}

/** "Guidelines" is "guidelines"; "EMG," stays as it is. */
function evened(word: string): string {
  return /\p{Ll}/u.test(word) ? word.toLowerCase() : word;
}

/** What is in brackets explains a name; plural and singular are one. */
function keyOf(name: string): string {
  const outside = words(name.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' '));
  return (outside.length > 0 ? outside : words(name)).map(stem).join(' ');
}

/** The listed names by their keys, the first of a list before others; a short name ("MRI") is the long one that a list prints beside it. */
const NAMES = laterMap(() => {
  const listed = [...GUIDELINES.sectionNames, ...GUIDELINES.cpmtgTopics, ...GUIDELINES.acoemSectionHeadings];
  const names = new Map<string, string>();
  for (const name of listed) {
    const keys = [keyOf(name), ...otherKey(name)];
    const known = keys.map((key) => names.get(key)).find((one) => one !== undefined) ?? name;
    for (const key of keys) if (!names.has(key)) names.set(key, known);
  }
  return names;
});

/** "Magnetic resonance imaging (MRI)" is also "MRI", and "MRI (magnetic resonance imaging)" also what stands in its brackets. */
function otherKey(name: string): string[] {
  const { outside = '', inside = '' } = /^(?<outside>[^()]+?)\s*\((?<inside>[^()]+)\)$/u.exec(name)?.groups ?? {};
  return isShortFor(inside, outside) || isShortFor(outside, inside) ? [keyOf(inside)] : [];
}

/** Capitals that stand in the long name in their order, the first at its beginning: "MRI", "ESIs". */
function isShortFor(short: string, long: string): boolean {
  if (!/^\p{Lu}{2,6}s?$/u.test(short)) return false;
  const letters = words(short.replace(/s$/u, ''))[0] ?? '';
  const full = words(long).join('');
  let at = -1;
  const inOrder = [...letters].every((letter) => {
    at = full.indexOf(letter, at + 1);
    return at >= 0;
  });
  return inOrder && full.startsWith(letters.charAt(0));
}
