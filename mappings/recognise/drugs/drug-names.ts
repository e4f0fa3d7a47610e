/**
 * The names of the drug vocabulary as a tree of words, walked once over a request. Salts and forms between the words of a
 * name are passed over ("hydrocodone bitartrate and acetaminophen"). A word of seven letters or more that is no name
 * but one letter off a single drug's name is that drug ("cyclobenzaprene"): a rule, not a list of misspellings.
 */

import type { Place } from '../../text/places.ts';
import { DRUGS } from '../../vocabulary/vocabulary.ts';
import { classHas } from './drug-class.ts';

type DrugRow = (typeof DRUGS.drugs)[number];

export interface Token extends Place {
  readonly word: string;
  /** Whether a comma or semicolon parts it from the word before: a list, and no name of several words. */
  readonly listed: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  drug: DrugRow | null;
}

export interface NameHit extends Place {
  readonly drug: DrugRow;
  /** The words matched, lower case, one blank between. */
  readonly alias: string;
  /** Tokens used. */
  readonly used: number;
}

/** A strength may stand right behind a name: "Norco10/325mg", "tramadol50mg". */
const WORD = /\d{1,9}(?:\.\d{1,9})?(?=%|mg\b|mcg\b)|[a-z]{4,40}(?=\d{1,4}(?:\.\d{1,2})?(?:\/\d|%|mc?g\b))|[a-z0-9]{1,60}|#|%/g;
const SALT =
  /^(?:hcl|hydrochloride|sodium|na|potassium|bitartrate|bit|tartrate|sulfate|succinate|maleate|fumarate|besylate|citrate|acetate|phosphate|calcium|magnesium|mesylate|hbr|hydrobromide|er|xr|sr|cr|ir|dr|la|odt|and|with)$/;
/** Short forms that stand for a word of a combination's name. */
const SHORT_WORDS: Readonly<Record<string, readonly string[]>> = {
  acetaminophen: ['apap'],
  aspirin: ['asa'],
  hydrochlorothiazide: ['hctz', 'hct'],
};
const FUZZY_FROM = 7;
/** Letters from which on a substance's own name may be two letters off, or only sound alike. */
const FAR_FROM = 10;
const SOUND_FROM = 8;
/** Ordinary words that are spelt nearly as a drug: found by running a word list through `nearDrug`. */
const ORDINARY = new Set(
  `ability accolade allegro annuity aspirate aspiration aspiring augmenting buffering capsule capsules castrate clarinet collage concert concerto concerts contrive control creating creative creator differing embrace enabled enables enclose fontanel genteel glycogen halcyon hurricane insulate interfere interfered interferes interfering laminal lanolin liminal mitigate mitigating northern paragon patient patients phonation precede preceded precedes precise president probate program programs pronate prorate proverb provident relation relieved restore restored restores silvery splenium sensors starlit sublimate sublimes thyroids`.split(
    ' ',
  ),
);

export function drugTokens(text: string): Token[] {
  let last = 0;
  return [...text.toLowerCase().matchAll(WORD)].map((match) => {
    const listed = /[,;]/.test(text.slice(last, match.index));
    last = match.index + match[0].length;
    return { word: match[0] === 'w' ? 'with' : match[0], start: match.index, end: last, listed };
  });
}

const ROOT: Node = { next: new Map(), drug: null };
const NEAR = new Map<string, Set<DrugRow>>();

/** Names of several words, and of one word as printed in two ("Thera-gesic"), written as one. */
const JOINED = new Map<string, DrugRow>();
const NEAR_ENOUGH = new Map<string, Set<string>>();
const SOUND = new Map<string, Set<DrugRow>>();
const JOINED_FROM = 7;

for (const drug of DRUGS.drugs)
  for (const name of [drug.generic, ...(drug.parts === undefined ? [drug.base] : []), ...drug.aliases]) {
    const words = drugTokens(name).map((token) => token.word);
    for (const variant of variantsOf(words)) plant(variant, drug);
    const joined = words.join('');
    if (/^[a-z]+$/.test(joined) && joined.length >= JOINED_FROM && !JOINED.has(joined)) JOINED.set(joined, drug);
    const [only] = words;
    if (words.length !== 1 || only === undefined || only.length < FUZZY_FROM) continue;
    for (const key of deletions(only)) NEAR.set(key, (NEAR.get(key) ?? new Set()).add(drug));
    if (name !== drug.generic && name !== drug.base) continue;
    if (only.length >= FAR_FROM) NEAR_ENOUGH.set(only.slice(0, 1), (NEAR_ENOUGH.get(only.slice(0, 1)) ?? new Set()).add(only));
    if (only.length >= SOUND_FROM) SOUND.set(soundOf(only), (SOUND.get(soundOf(only)) ?? new Set()).add(drug));
  }

function plant(words: readonly string[], drug: DrugRow): void {
  let node = ROOT;
  for (const word of words) {
    const child = node.next.get(word) ?? { next: new Map(), drug: null };
    node.next.set(word, child);
    node = child;
  }
  node.drug ??= drug;
}

/** The words of a name, and the same with the short forms of its ingredients. */
function variantsOf(words: readonly string[]): (readonly string[])[] {
  if (words.length < 2) return [words];
  let all: (readonly string[])[] = [[]];
  for (const word of words) all = all.flatMap((head) => [word, ...(SHORT_WORDS[word] ?? [])].map((each) => [...head, each]));
  return all;
}

/** One name printed in two parts, "Omepra-zole", "Bio freeze": the row of the parts joined, or null. */
export function joinedAt(tokens: readonly Token[], at: number, text: string): NameHit | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined) return null;
  const gap = text.slice(first.end, second.start);
  const drug = /^(?:-\s?| )$/.test(gap) ? JOINED.get(first.word + second.word) : undefined;
  return drug === undefined ? null : { drug, alias: first.word + second.word, start: first.start, end: second.end, used: 2 };
}

/** The longest name that begins at a token, or null. */
export function nameAt(tokens: readonly Token[], at: number, most = Number.POSITIVE_INFINITY): NameHit | null {
  let node = ROOT;
  let listed = false;
  let best: NameHit | null = null;
  const first = tokens[at];
  if (first === undefined) return null;
  for (let i = at; i < tokens.length && i - at < most; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    listed ||= i > at && token.listed;
    const child = node.next.get(token.word);
    if (child === undefined) {
      if (i > at && SALT.test(token.word) && i - at < 8) continue;
      break;
    }
    node = child;
    // "Lidocaine, menthol" lists two ingredients.
    if (node.drug !== null && !(listed && classHas(node.drug.class, 'topical')))
      best = {
        drug: node.drug,
        alias: tokens
          .slice(at, i + 1)
          .map((one) => one.word)
          .join(' '),
        start: first.start,
        end: token.end,
        used: i + 1 - at,
      };
  }
  return best;
}

/** The drug whose name is a word without its blanks, one letter off it, sounds alike, or (a long one) is two off, where only one drug's is. */
export function nearDrug(word: string): DrugRow | null {
  if (word.length < FUZZY_FROM || /\d/.test(word) || ORDINARY.has(word)) return null;
  return JOINED.get(word) ?? onlyOne(oneOffRows(word)) ?? onlyOne(soundRows(word)) ?? onlyOne(twoOffRows(word));
}

function onlyOne(rows: readonly DrugRow[]): DrugRow | null {
  return new Set(rows.map((row) => row.base)).size === 1 ? (rows[0] ?? null) : null;
}

function oneOffRows(word: string): DrugRow[] {
  const rows = new Set(deletions(word).flatMap((key) => [...(NEAR.get(key) ?? [])]));
  return [...rows].filter((row) => [row.generic, ...row.aliases].some((name) => oneOff(word, name.toLowerCase())));
}

function soundRows(word: string): DrugRow[] {
  return [...(SOUND.get(soundOf(word)) ?? [])].filter((row) => row.base[0] === word[0]);
}

function twoOffRows(word: string): DrugRow[] {
  if (word.length < FAR_FROM || SOUND.has(soundOf(word)) || oneOffRows(word).length > 0) return [];
  const names = [...(NEAR_ENOUGH.get(word.slice(0, 1)) ?? [])].filter((name) => twoOff(word, name));
  return names.flatMap((name) => ROOT.next.get(name)?.drug ?? []);
}

/** How a word sounds: vowels alike, doubled consonants once, "ph" as "f": "flurbiprophen" and "flurbiprofen". */
function soundOf(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replaceAll(/[aeiouy]/g, 'a')
    .replaceAll(/([b-z])\1+/g, '$1')
    .replaceAll('z', 's');
}

/** At most two letters more, fewer or other; the first letter and the length (by two) stay. */
function twoOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  const prefix = (left: string, right: string) => {
    let i = 0;
    while (i < left.length && left[i] === right[i]) i += 1;
    return i;
  };
  const within = (left: string, right: string, edits: number): boolean => {
    const i = prefix(left, right);
    const [x, y] = [left.slice(i), right.slice(i)];
    if (x === '' || y === '') return x.length + y.length <= edits;
    return edits > 0 && (within(x.slice(1), y.slice(1), edits - 1) || within(x.slice(1), y, edits - 1) || within(x, y.slice(1), edits - 1));
  };
  return within(a, b, 2);
}

/** A word, and the word without each of its letters: two words one edit apart share one of these. */
function deletions(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

/** One letter more, fewer, other, or two swapped; the first letter stays. */
function oneOff(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [x, y] = [a.slice(i), b.slice(i)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
}
