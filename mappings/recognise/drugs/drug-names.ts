/**
 * The names of the drug vocabulary as a tree of words, walked once over a request. Salts and forms between the words of a
 * name are passed over ("hydrocodone bitartrate and acetaminophen"). A word of seven letters or more that is no name
 * but one letter off a single drug's name is that drug ("cyclobenzaprene"): a rule, not a list of misspellings.
 */

import { isWithin } from '../../text/edit-distance.ts';
import { Neighbours } from '../../text/neighbours.ts';
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
/** Rows by each of their names that a misspelt word may be: those of one word, long or hardly shorter than a long one ("Valium"). */
const NAMED = new Map<string, Set<DrugRow>>();

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
    if (words.length !== 1 || only === undefined) continue;
    const isNamed = name === drug.generic || drug.aliases.includes(name);
    if (isNamed && isLong(only, drug)) NAMED.set(only, (NAMED.get(only) ?? new Set()).add(drug));
    if (only.length < FUZZY_FROM) continue;
    if (name !== drug.generic && name !== drug.base) continue;
    if (only.length >= FAR_FROM) NEAR_ENOUGH.set(only.slice(0, 1), (NEAR_ENOUGH.get(only.slice(0, 1)) ?? new Set()).add(only));
    if (only.length >= SOUND_FROM) SOUND.set(soundOf(only), (SOUND.get(soundOf(only)) ?? new Set()).add(drug));
  }

const NEAR = new Neighbours(NAMED.keys());

/** A name is long by its own letters, or by those of another spelling of it in the same row. */
function isLong(name: string, { generic, aliases }: DrugRow): boolean {
  if (name.length >= FUZZY_FROM) return true;
  return (
    name.length === FUZZY_FROM - 1 &&
    [generic, ...aliases].some((other) => other.length >= FUZZY_FROM && isWithin(name, other.toLowerCase(), 1))
  );
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
  const names = NEAR.of(word).filter((name) => name[0] === word[0]);
  return [...new Set(names.flatMap((name) => [...(NAMED.get(name) ?? [])]))];
}

function soundRows(word: string): DrugRow[] {
  return [...(SOUND.get(soundOf(word)) ?? [])].filter((row) => row.base[0] === word[0]);
}

function twoOffRows(word: string): DrugRow[] {
  if (word.length < FAR_FROM || SOUND.has(soundOf(word)) || oneOffRows(word).length > 0) return [];
  const names = [...(NEAR_ENOUGH.get(word.slice(0, 1)) ?? [])].filter((name) => isWithin(word, name, 2));
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
