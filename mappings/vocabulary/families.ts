/**
 * Families of words, as data: what one of them says another says too ("denial", "denied"), though they are no inflections of one word, so
 * that the stemmer keeps them apart. Each form stands for all its inflections. A family joins words where each says in letters what the
 * other says: a word with a sense of its own there stays outside, and `apart` says which and why. The rows are JSON beside this file.
 */
import { z } from 'zod';
import { stem } from '../text/stem.ts';
import { laterMap, loadedWhenUsed } from './load.ts';

const FamilySchema = z.strictObject({
  id: z.string(),
  /** The words, each of another stem; each finds all. */
  forms: z.array(z.string()).min(1),
  /** Words that are found by the forms, and not the other way. */
  narrower: z.array(z.string()).default([]),
  /** A text that is found by every form, and one that is found by none. Both are invented. */
  found: z.string(),
  notFound: z.string(),
  /** Where the row comes from. */
  source: z.string().min(1),
});

/** `apart`: words that look like a family and are none, no two of which may ever stand in one row. */
export const FAMILIES = loadedWhenUsed(
  'families.json',
  z.object({ rows: z.array(FamilySchema), apart: z.array(z.strictObject({ words: z.array(z.string()).min(2), why: z.string() })) }),
);

const BY_STEM = laterMap(() => new Map(FAMILIES.rows.flatMap((row) => row.forms.map((form) => [stem(form), row] as const))));

/** The other words of a folded word's family, one for each stem; empty where it has none. */
export function relativesOf(word: string): readonly string[] {
  const own = stem(word);
  const family = BY_STEM.get(own);
  return family === undefined ? [] : [...family.forms, ...family.narrower].filter((form) => stem(form) !== own);
}
