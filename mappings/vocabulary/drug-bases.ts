/** From a drug's name as people type it (brand, generic, short form) to the active substances it stands for. */
import { DRUGS } from './vocabulary.ts';

/** Bases by every name, lower case: in words, and written as one word. */
const BASES = new Map<string, Set<string>>();

for (const { generic, base, aliases, parts } of DRUGS.drugs)
  for (const name of parts === undefined ? [generic, base, ...aliases] : [generic, ...aliases]) {
    const words = wordsOf(name);
    for (const key of new Set([words.join(' '), words.join('')])) {
      const bases = BASES.get(key) ?? new Set();
      for (const each of parts ?? [base]) bases.add(each);
      BASES.set(key, bases);
    }
  }

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[a-z0-9]+|#/g) ?? [];
}

/**
 * The bases of a drug named by brand, generic or short form: "Norco" is ["hydrocodone/acetaminophen"], "fluriflex" two.
 * Case, blanks and hyphens do not count; names are not guessed at: an unknown one gives [].
 */
export function drugBases(name: string): string[] {
  const words = wordsOf(name);
  return words.length === 0 ? [] : [...(BASES.get(words.join(' ')) ?? BASES.get(words.join('')) ?? [])];
}
