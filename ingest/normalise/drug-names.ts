/**
 * The names of the drug vocabulary as a tree of words, walked once over a request. Salts and forms between the words of a
 * name are passed over ("hydrocodone bitartrate and acetaminophen"). A word of seven letters or more that is no name
 * but one letter off a single drug's name is that drug ("cyclobenzaprene"): a rule, not a list of misspellings.
 */
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';

type DrugRow = (typeof DRUGS.drugs)[number];

export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  drug: DrugRow | null;
}

export interface NameHit {
  readonly drug: DrugRow;
  /** The words matched, lower case, one blank between. */
  readonly alias: string;
  readonly start: number;
  readonly end: number;
  /** Tokens used. */
  readonly used: number;
}

const WORD = /\d{1,9}(?:\.\d{1,9})?(?=%|mg\b|mcg\b)|[a-z0-9]{1,60}|#|%/g;
const SALT =
  /^(?:hcl|hydrochloride|sodium|na|potassium|bitartrate|bit|tartrate|sulfate|succinate|maleate|fumarate|besylate|citrate|acetate|phosphate|calcium|magnesium|mesylate|hbr|hydrobromide|er|xr|sr|cr|ir|dr|la|odt|and|with)$/;
const FUZZY_FROM = 7;
/** Words of the field one letter off a drug's name. */
const ORDINARY = new Set([
  'program',
  'programs',
  'relation',
  'control',
  'sensors',
  'patient',
  'patients',
  'aspirate',
  'aspiration',
  'capsule',
  'capsules',
  'insulate',
]);

export function drugTokens(text: string): Token[] {
  return [...text.toLowerCase().matchAll(WORD)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const ROOT: Node = { next: new Map(), drug: null };
const NEAR = new Map<string, Set<DrugRow>>();

for (const drug of DRUGS.drugs)
  for (const name of [drug.generic, drug.base, ...drug.aliases]) {
    const words = drugTokens(name).map((token) => token.word);
    let node = ROOT;
    for (const word of words) {
      const child = node.next.get(word) ?? { next: new Map(), drug: null };
      node.next.set(word, child);
      node = child;
    }
    node.drug ??= drug;
    const [only] = words;
    if (words.length === 1 && only !== undefined && only.length >= FUZZY_FROM)
      for (const key of deletions(only)) NEAR.set(key, (NEAR.get(key) ?? new Set()).add(drug));
  }

/** The longest name that begins at a token, or null. */
export function nameAt(tokens: readonly Token[], at: number): NameHit | null {
  let node = ROOT;
  let best: NameHit | null = null;
  const first = tokens[at];
  if (first === undefined) return null;
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const child = node.next.get(token.word);
    if (child === undefined) {
      if (i > at && SALT.test(token.word) && i - at < 8) continue;
      break;
    }
    node = child;
    if (node.drug !== null)
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

/** The drug whose name is one letter off a word, where only one drug's is. */
export function nearDrug(word: string): DrugRow | null {
  if (word.length < FUZZY_FROM || /\d/.test(word) || ORDINARY.has(word)) return null;
  const rows = new Set(deletions(word).flatMap((key) => [...(NEAR.get(key) ?? [])]));
  const near = [...rows].filter((row) => [row.generic, ...row.aliases].some((name) => oneOff(word, name.toLowerCase())));
  const bases = new Set(near.map((row) => row.base));
  return bases.size === 1 ? (near[0] ?? null) : null;
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
