/** Which names a half-typed text may become, and how well each fits. Pure. */
import { isWithin } from '#mappings/text/edit-distance.ts';
import type { Name, Named } from './names.ts';

/** How a name fits, best first: it is what was typed; it begins so; words of it do, in the typed order; all but for one slip of the hand. */
export const FITS = ['whole', 'beginning', 'inside', 'misspelt'] as const;
export type Fit = (typeof FITS)[number];

export interface Match {
  readonly named: Named;
  readonly fit: Fit;
  /** The name that fits best; of equals the earlier. */
  readonly name: Name;
}

/** Beginnings of words other than the last need so many letters: "mri of kn" is no "medical ...". */
const LEAST_BEGINNING = 3;
/** A typed word of so many letters may have a slip in it. */
const LEAST_MISSPELT = 5;

/** The values whose names fit; `misspelt`: also with a slip in the last word. */
export function matching(typed: readonly string[], among: readonly Named[], misspelt = false): Match[] {
  const last = typed.at(-1) ?? '';
  const begins = ` ${misspelt ? last.slice(0, 1) : last}`;
  return among.flatMap((named) => {
    if (!named.allWords.includes(begins)) return [];
    let best: Match | null = null;
    for (const name of named.names) {
      const fit = fitOf(typed, name.words, misspelt);
      if (fit !== null && (best === null || FITS.indexOf(fit) < FITS.indexOf(best.fit))) best = { named, fit, name };
    }
    return best ?? [];
  });
}

/** How the words of a name fit typed words, the last of which may be half a word, or none yet. */
export function fitOf(typed: readonly string[], name: readonly string[], misspelt = false): Fit | null {
  if (typed.length === name.length && typed.every((word, at) => word === name[at])) return 'whole';
  const before = typed.slice(0, -1);
  const last = typed.at(-1) ?? '';
  if (before.every((word, at) => word === name[at]) && name[before.length]?.startsWith(last)) return 'beginning';
  let at = 0;
  for (const word of before) {
    const found = name.findIndex((other, index) => index >= at && isBegun(word, other));
    if (found === -1) return null;
    at = found + 1;
  }
  const rest = name.slice(at);
  if (rest.some((other) => other.startsWith(last))) return before.length === 0 && last === '' ? null : 'inside';
  return misspelt && rest.some((other) => isSlip(last, other)) ? 'misspelt' : null;
}

function isBegun(word: string, other: string): boolean {
  return word === other || (word.length >= LEAST_BEGINNING && other.startsWith(word));
}

/** Whether a word is one change from the beginning of another; the first letter is right. */
function isSlip(word: string, other: string): boolean {
  if (word.length < LEAST_MISSPELT || word[0] !== other[0]) return false;
  return [-1, 0, 1].some((more) => isWithin(word, other.slice(0, word.length + more), 1));
}
