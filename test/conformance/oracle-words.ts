/**
 * The words of a letter's text as the oracle has them: by the words of ARCHITECTURE.md, and cut by itself. Which words stand whole is a
 * definition, as stems are: it takes that list from the product.
 */
import { isWholeWord } from '#mappings/vocabulary/whole-words.ts';

/**
 * A text with its words whole that were broken at line ends: at a soft hyphen always, at a hyphen before blanks where the list of whole words
 * has the two as one, and both are small or both in capitals, but for a capital in front.
 */
export function withoutBreaks(text: string): string {
  const letter = String.raw`\p{L}\p{M}*`;
  const softened = text.replace(new RegExp(String.raw`(?<=${letter})\u00ad\s*(?=${letter})`, 'gu'), '');
  let whole = '';
  let from = 0;
  let isJoined = false;
  const runs = [...softened.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  for (const [at, run] of runs.entries()) {
    const next = runs[at + 1];
    const end = run.index + run[0].length;
    isJoined = !isJoined && next !== undefined && /^[-‐]\s+$/u.test(softened.slice(end, next.index)) && areHalves(run[0], next[0]);
    if (!isJoined || next === undefined) continue;
    whole += softened.slice(from, end);
    from = next.index;
  }
  return whole + softened.slice(from);
}

function areHalves(front: string, back: string): boolean {
  const inCapitals = /^[\p{Lu}\p{M}]{2,}$/u;
  const small = /^\p{L}[\p{Ll}\p{M}]+$/u.test(front) && /^[\p{Ll}\p{M}]{2,}$/u.test(back);
  if (!small && !(inCapitals.test(front) && inCapitals.test(back))) return false;
  return !['and', 'or', 'to', 'nor'].includes(back.toLowerCase()) && wordsOf(front + back).every((word) => isWholeWord(word));
}

/** The words of a text, sign by sign: marks are passed over, letters and digits are gathered, anything else parts words. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const sign of text.normalize('NFKD')) {
    for (const part of partsOf(sign)) {
      if (part !== ' ') word += part;
      else if (word !== '') {
        found.push(word);
        word = '';
      }
    }
  }
  return word === '' ? found : [...found, word];
}

const seen = new Map<string, string>();

/** What a sign adds to a word, in lower case: nothing (a mark), letters and digits, or a blank, which ends the word. */
function partsOf(sign: string): string {
  const known = seen.get(sign);
  if (known !== undefined) return known;
  const lower = [...sign.toLowerCase().normalize('NFKD')].filter((part) => !/^\p{M}$/u.test(part));
  const parts = lower.map((part) => (part === 'ς' ? 'σ' : /^[\p{L}\p{N}]$/u.test(part) ? part : ' ')).join('');
  seen.set(sign, parts);
  return parts;
}
