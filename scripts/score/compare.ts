/** Counting right, wrong, missing and extra, and what follows from it. Pure. */
import type { Determination } from '#contract/determination.ts';
import { type FieldRow, ITEM_FIELDS, LABEL_FIELDS, LETTER_FIELDS } from './fields.ts';
import type { GoldLabel, GoldLetter } from './schema.ts';

/**
 * `n`: values that the labels state; right + wrong + missing = n. `extra`: values that we state and the labels do not.
 * Compared without white space, since PDF readers differ in the blanks at line ends; `even` counts those also equal with
 * every run of blanks as one blank.
 */
export interface FieldCounts {
  n: number;
  right: number;
  wrong: number;
  missing: number;
  extra: number;
  even: number;
}

/**
 * `precision`: right of what we state; `recall`: right of what the labels state; `f1`: their harmonic mean. Null where there is
 * nothing to take a share of: we state nothing, the labels state nothing, neither does.
 */
export interface FieldScore extends FieldCounts {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** One disagreement: field, letter, item (null: the letter), both values; `inferred`: the missing value was read, but only inferred. */
export interface Difference {
  readonly field: string;
  readonly letter: string;
  readonly item: number | null;
  readonly gold: string | null;
  readonly ours: string | null;
  readonly inferred: boolean;
}

export class Tally {
  readonly #fields = new Map<string, FieldCounts>();
  readonly differences: Difference[] = [];

  /** Adds one letter; `ours` is null where the letter could not be read. `labels`: its items' labels, by number; may be empty. */
  add(gold: GoldLetter, ours: Determination | null, labels: ReadonlyMap<number, GoldLabel>): void {
    for (const [field, row] of Object.entries(LETTER_FIELDS)) this.compare(field, gold.caseNumber, null, row, gold, ours);
    const issues = gold.issues ?? [];
    const numbers = Math.max(issues.length, ours?.items.length ?? 0, ...labels.keys());
    for (let index = 0; index < numbers; index += 1) {
      const item = ours?.items[index] ?? null;
      for (const [field, row] of Object.entries(ITEM_FIELDS)) {
        const issue = issues[index] ?? null;
        // An item that the labels do not know is extra in the fields that they label elsewhere.
        const counts =
          issue !== null || (gold.issues !== undefined && (issues.length === 0 || issues.some((one) => one[row.key] !== undefined)));
        if (counts) this.compare(field, gold.caseNumber, index + 1, row, issue, item);
      }
      const label = labels.get(index + 1);
      if (label === undefined) continue;
      for (const [field, row] of Object.entries(LABEL_FIELDS)) this.compare(field, gold.caseNumber, index + 1, row, label, item);
    }
  }

  scores(): Record<string, FieldScore> {
    return Object.fromEntries([...this.#fields].map(([field, counts]) => [field, withRates(counts)]));
  }

  /** All values of all fields together. */
  total(): FieldScore {
    const sum: FieldCounts = { n: 0, right: 0, wrong: 0, missing: 0, extra: 0, even: 0 };
    for (const counts of this.#fields.values()) for (const name of COUNTS) sum[name] += counts[name];
    return withRates(sum);
  }

  /** Counts one field of one letter or item; nothing where the label leaves the field's key out. */
  compare<G extends object, O>(
    field: string,
    letter: string,
    item: number | null,
    row: FieldRow<G, O>,
    gold: G | null,
    ours: O | null,
  ): void {
    const counts = this.#fields.get(field) ?? { n: 0, right: 0, wrong: 0, missing: 0, extra: 0, even: 0 };
    this.#fields.set(field, counts);
    if (gold !== null && gold[row.key] === undefined) return;
    const stated = gold === null ? [] : row.gold(gold, ours);
    const read = ours === null ? [] : row.ours(ours);
    const inferred = ours === null ? [] : (row.inferred?.(ours) ?? []);
    for (const [expected, found] of row.set === true ? pairSets(stated, read) : pairInOrder(stated, read)) {
      if (expected === null && found === null) continue;
      if (expected !== null) counts.n += 1;
      if (expected !== null && found !== null && bare(expected) === bare(found)) {
        counts.right += 1;
        if (even(expected) === even(found)) counts.even += 1;
        continue;
      }
      counts[expected === null ? 'extra' : found === null ? 'missing' : 'wrong'] += 1;
      this.differences.push({
        field,
        letter,
        item,
        gold: expected,
        ours: found,
        inferred: expected !== null && inferred.includes(expected),
      });
    }
  }
}

type Pair = readonly [gold: string | null, ours: string | null];
type Values = readonly (string | null | undefined)[];

function pairInOrder(stated: Values, read: Values): Pair[] {
  return Array.from({ length: Math.max(stated.length, read.length) }, (_, index) => [stated[index] ?? null, read[index] ?? null]);
}

/** Values without order: a value on one side only is missing or extra, never wrong. */
function pairSets(stated: Values, read: Values): Pair[] {
  const left = new Set(stated.filter((value) => value != null));
  const right = new Set(read.filter((value) => value != null));
  return [
    ...[...left].map((value): Pair => [value, right.has(value) ? value : null]),
    ...[...right].filter((value) => !left.has(value)).map((value): Pair => [null, value]),
  ];
}

const COUNTS = ['n', 'right', 'wrong', 'missing', 'extra', 'even'] as const;

function withRates(counts: FieldCounts): FieldScore {
  const { right, wrong, missing, extra } = counts;
  return {
    ...counts,
    precision: shareOf(right, right + wrong + extra),
    recall: shareOf(right, right + wrong + missing),
    f1: shareOf(2 * right, 2 * right + 2 * wrong + missing + extra),
  };
}

/** A share with four decimals; null of nothing. */
export function shareOf(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 10_000) / 10_000;
}

const bare = (text: string) => text.replace(/\s+/g, '');
const even = (text: string) => text.replace(/\s+/g, ' ').trim();
