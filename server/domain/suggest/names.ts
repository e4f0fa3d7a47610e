/**
 * By what names the values of closed lists are found as one types: their words on screen, what the synonyms and the drug vocabulary call them,
 * the outcome in its long form
 * and in the words that queries have for it. Derived from the lists; nothing is named here.
 */
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { DECISIONS } from '#contract/lists.ts';
import { FIRST_PROGRAMME, outcomeWords } from '#contract/programmes.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { words } from '#mappings/text/words.ts';
import { SYNONYMS } from '#mappings/vocabulary/synonyms.ts';
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';
import { CONDITION_WORDS } from '../query-language/known-words.ts';
import { wordedValues } from './value-words.ts';

/** One name of something, and its folded words. */
export interface Name {
  readonly text: string;
  readonly words: readonly string[];
}

/** A value with its names, its words on screen first. */
export interface Named {
  readonly field: KeywordField;
  readonly value: string;
  readonly label: string;
  readonly names: readonly Name[];
  /** All words of its names, each behind a blank: what does not stand there need not be looked for word by word. */
  readonly allWords: string;
}

/** The fields whose values are suggested for plain words, but for those without a list. */
export const SUGGESTED: readonly KeywordField[] = KEYWORD_FIELD_IDS.filter((field) => FIELDS[field].suggested === true);

const byField = new Map<KeywordField, readonly Named[]>();

/** The values of a closed list with their names; none of a field without a list. */
export function namedOf(field: KeywordField): readonly Named[] {
  const known = byField.get(field);
  if (known !== undefined) return known;
  const others = otherNames(field);
  const named = [...(KEYWORD_FIELDS[field].labels ?? [])].map(([value, label]) => toNamed(field, value, label, others(value)));
  byField.set(field, named);
  return named;
}

/** A value with its words on screen and other names of it. */
export function toNamed(field: KeywordField, value: string, label: string, others: readonly string[] = []): Named {
  const seen = new Set<string>();
  // Of names that are one but for capitals and marks the first is shown.
  const names = [label, ...others].flatMap((text): Name[] => {
    const found = words(text);
    const key = found.join(' ');
    return !seen.has(key) && seen.add(key) ? [{ text, words: found }] : [];
  });
  return { field, value, label, names, allWords: names.map((name) => ` ${name.words.join(' ')}`).join('') };
}

function otherNames(field: KeywordField): (value: string) => readonly string[] {
  const names = new Map<string, string[]>();
  const add = (value: string, more: readonly string[]) => names.set(value, [...(names.get(value) ?? []), ...more]);
  for (const { means, shown, short } of SYNONYMS) {
    const [value, ...rest] = means?.field === field && means.only === null ? means.values : [];
    // A name of several values is none of one of them.
    if (value !== undefined && rest.length === 0) add(value, [...shown, ...short]);
  }
  // A mixture of a pharmacy is several drugs.
  if (field === 'drug')
    for (const { base, generic, aliases, parts } of DRUGS.drugs) if (parts === undefined) add(base, [generic, ...aliases]);
  if (field === 'decision') {
    for (const decision of DECISIONS) add(decision, [outcomeWords(FIRST_PROGRAMME, decision)]);
    for (const word of CONDITION_WORDS) {
      const [value, ...rest] = wordedValues(field, word);
      if (value !== undefined && rest.length === 0) add(value, [word]);
    }
  }
  return (value) => names.get(value) ?? [];
}
