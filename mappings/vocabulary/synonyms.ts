/**
 * Names of one thing, as data: whoever types one of them looks for all. Not among them: misspellings, and procedures that are
 * only alike (a medial branch block is no facet injection). The rows are JSON beside this file.
 */
import { z } from 'zod';
import type { KeywordField } from '../contract/fields.ts';
import { KeywordFieldSchema } from '../contract/query.ts';
import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import synonymsJson from './synonyms.json' with { type: 'json' };

const ValuesSchema = z.strictObject({ field: KeywordFieldSchema, values: z.array(z.string()).min(1) });
const SynonymRowSchema = z.strictObject({
  id: z.string(),
  /** Names of the same thing; each finds the same. */
  forms: z.array(z.string()).min(1),
  /** Short names that mean other things elsewhere ("PT"): this one only where a request of the typed words would be of `means`. */
  short: z.array(z.string()).default([]),
  /** Narrower names: found by the forms, and not the other way. */
  narrower: z.array(z.string()).default([]),
  /** True where a stem would be another thing ("interpreter", "interpretation"). */
  exact: z.boolean().default(false),
  /**
   * The values that are exactly what the forms name; their items are found whatever words they use. `only`: those of them that
   * have one of these values too (an equipment around an operation is for after it, a test for before).
   */
  means: ValuesSchema.extend({ only: ValuesSchema.optional() }).optional(),
  /** A text that is found by every form, and one that is found by none. Both are invented. */
  found: z.string(),
  notFound: z.string(),
  /** Where the row comes from. */
  source: z.string().min(1),
});

interface Values {
  readonly field: KeywordField;
  readonly values: readonly string[];
}

/** A row with its names as words. `names`: forms and narrower ones, with their plurals; each is looked for. */
export interface SynonymRow {
  readonly id: string;
  readonly forms: readonly string[];
  readonly short: readonly string[];
  readonly names: readonly (readonly string[])[];
  readonly exact: boolean;
  readonly shown: readonly string[];
  readonly means: (Values & { readonly only: Values | null }) | null;
  readonly found: string;
  readonly notFound: string;
}

/** A name of a row that was typed; `short` where it means the row only in its context. */
export interface SynonymName {
  readonly row: SynonymRow;
  readonly short: boolean;
}

/** Longer words are one with their other endings; shorter ones ("TENS", "knee") only with their plural. */
const STEMMED_FROM = 6;

export function isStemmed(word: string): boolean {
  return word.length >= STEMMED_FROM;
}

/** A single long word is found with all its endings. */
function isOneStem(name: readonly string[]): boolean {
  return name.length === 1 && name.every(isStemmed);
}

export const SYNONYMS: readonly SynonymRow[] = z
  .object({ rows: z.array(SynonymRowSchema) })
  .parse(synonymsJson)
  .rows.map(({ forms, short, narrower, means, exact, ...row }) => ({
    ...row,
    forms,
    short,
    exact,
    shown: [...forms, ...narrower],
    names: distinct([...forms, ...narrower].map(words).flatMap((name) => (isOneStem(name) && !exact ? [name] : withPlural(name)))),
    means: means === undefined ? null : { ...means, only: means.only ?? null },
  }));

const BY_KEY = new Map<string, SynonymName[]>();
for (const row of SYNONYMS) {
  const plant = (name: string, short: boolean) => {
    const keys = withPlural(words(name)).map((words) => (row.exact ? words.join(' ') : keyOf(words)));
    for (const key of new Set(keys)) BY_KEY.set(key, [...(BY_KEY.get(key) ?? []), { row, short }]);
  };
  for (const form of row.forms) plant(form, false);
  for (const form of row.short) plant(form, true);
}

/** The most words of a name. */
export const MOST_NAME_WORDS = Math.max(...[...BY_KEY.keys()].map((key) => key.split(' ').length));

/** The row that folded words name, in any number; null where they name none. */
export function synonymOf(name: readonly string[]): SynonymName | null {
  return rowsNamed(name)[0] ?? null;
}

/** All rows that folded words could mean; more than one is a fault of the list. */
export function rowsNamed(name: readonly string[]): readonly SynonymName[] {
  const byStems = BY_KEY.get(keyOf(name)) ?? [];
  return byStems.length > 0 ? byStems : (BY_KEY.get(name.join(' ')) ?? []);
}

/** Whether two names are one but for their number and endings. */
export function isSameName(one: readonly string[], other: readonly string[]): boolean {
  const keys = withPlural(one).map(keyOf);
  return withPlural(other).some((name) => keys.includes(keyOf(name)));
}

function keyOf(name: readonly string[]): string {
  return name.map((word) => (isStemmed(word) ? stem(word) : word)).join(' ');
}

/** A name, and the same in its other number. */
function withPlural(name: readonly string[]): (readonly string[])[] {
  const last = name.at(-1);
  const other = last === undefined ? null : otherNumber(last);
  return other === null ? [name] : [name, [...name.slice(0, -1), other]];
}

function otherNumber(word: string): string | null {
  if (/\d/.test(word) || word.length < 3) return null;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|is|us)$/.test(word)) return null;
  if (word.endsWith('s')) return word.length > 4 ? word.slice(0, -1) : null;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function distinct(names: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(names.map((name) => [name.join(' '), name])).values()];
}
