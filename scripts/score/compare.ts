/** Counting right, wrong, missing and extra. Pure. */
import type { Determination } from '#contract/determination.ts';
import { type FieldRow, ITEM_FIELDS, LETTER_FIELDS } from './fields.ts';
import type { GoldLetter } from './gold.ts';

/**
 * `n`: values that the labels state; right + wrong + missing = n. `extra`: values that we state and the labels do not.
 * Compared without white space, since PDF readers differ in the blanks at line ends; `even` counts those also equal with
 * every run of blanks as one blank.
 */
export interface FieldScore {
  n: number;
  right: number;
  wrong: number;
  missing: number;
  extra: number;
  even: number;
}

/** One disagreement: field, letter, item (null: the letter), both values. */
export interface Difference {
  readonly field: string;
  readonly letter: string;
  readonly item: number | null;
  readonly gold: string | null;
  readonly ours: string | null;
}

export class Tally {
  readonly fields: Record<string, FieldScore> = {};
  readonly differences: Difference[] = [];

  /** Adds one letter; `ours` is null where the letter could not be read. */
  add(gold: GoldLetter, ours: Determination | null): void {
    for (const [field, row] of Object.entries(LETTER_FIELDS)) this.#compare(field, gold.caseNumber, null, row, gold, ours);
    const numbers = Math.max(gold.issues.length, ours?.items.length ?? 0);
    for (let index = 0; index < numbers; index += 1) {
      for (const [field, row] of Object.entries(ITEM_FIELDS)) {
        this.#compare(field, gold.caseNumber, index + 1, row, gold.issues[index] ?? null, ours?.items[index] ?? null);
      }
    }
  }

  #compare<G, O>(field: string, letter: string, item: number | null, row: FieldRow<G, O>, gold: G | null, ours: O | null): void {
    const stated = gold === null ? [] : row.gold(gold);
    const read = ours === null ? [] : row.ours(ours);
    const score = this.fields[field] ?? { n: 0, right: 0, wrong: 0, missing: 0, extra: 0, even: 0 };
    this.fields[field] = score;
    for (let index = 0; index < Math.max(stated.length, read.length); index += 1) {
      const expected = stated[index] ?? null;
      const found = read[index] ?? null;
      if (expected === null && found === null) continue;
      if (expected !== null) score.n += 1;
      if (expected !== null && found !== null && bare(expected) === bare(found)) {
        score.right += 1;
        if (even(expected) === even(found)) score.even += 1;
        continue;
      }
      score[expected === null ? 'extra' : found === null ? 'missing' : 'wrong'] += 1;
      this.differences.push({ field, letter, item, gold: expected, ours: found });
    }
  }
}

const bare = (text: string) => text.replace(/\s+/g, '');
const even = (text: string) => text.replace(/\s+/g, ' ').trim();
