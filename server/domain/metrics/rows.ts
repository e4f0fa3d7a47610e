/** Cells of `aggregate` -> the rows of a part: labelled, in the order in which their field is read, the largest first where it has none. */
import type { Cell, OutcomeCounts } from '#contract/aggregate.ts';
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { FEW_FOR_RATE, isOfFew, LEAST_FOR_RATE } from '#contract/limits.ts';
import type { Key, Row } from '#contract/metrics.ts';
import { fieldLabel, notStatedLabel } from '#contract/programme-fields.ts';
import type { Programme } from '#contract/programmes.ts';
import { labelOf } from '#mappings/fields.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { inOrder } from '#mappings/text/value-order.ts';
import { type Answers, answerTo, type Context } from './metric.ts';
import { withRate } from './rated.ts';

/** Groups that a part names; the others are counted together, and in the total. */
const MOST_ROWS = 400;

function keyOf(field: KeywordField, value: string, programme: Programme): Key {
  return { field, value, label: value === NOT_STATED ? notStatedLabel(field, programme) : labelOf(field, value) };
}

export function rowOf(
  fields: readonly KeywordField[],
  values: readonly string[],
  counts: OutcomeCounts,
  programme: Programme,
  r: number,
): Row {
  return keyed(
    fields.map((field, at) => keyOf(field, values[at] ?? NOT_STATED, programme)),
    counts,
    r,
  );
}

/** A row of a phrase, which is no value of any field: its words, in quotes, open what has them. */
export function phraseRow(phrase: string, counts: OutcomeCounts, r: number): Row {
  return keyed([{ field: null, value: phrase, label: phrase }], counts, r);
}

function keyed(keys: Key[], counts: OutcomeCounts, r: number): Row {
  const measured = withRate(counts, r);
  return { ...measured, keys, numbers: {}, tags: isOfFew(measured.overturned) ? ['few'] : [], against: null };
}

export function fieldOf(field: KeywordField, programme: Programme): { field: KeywordField; value: string; label: string } {
  return { field, value: field, label: fieldLabel(field, programme) };
}

/** A label within a sentence: "service category"; abbreviations stay as they are. */
export function inSentence(label: string): string {
  return label.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
}

/** The groups of one field in the order in which they are read; what is not stated stands last. */
export function inReadingOrder<G extends Pick<Cell, 'keys'>>(field: KeywordField, cells: readonly G[]): readonly G[] {
  const { order, ofDay } = FIELDS[field];
  const valued = cells.map((cell) => ({ value: cell.keys[0] ?? NOT_STATED, cell }));
  const inTime = ofDay === true ? valued.toSorted((a, b) => byCodeUnits(a.value, b.value)) : valued;
  return inOrder(inTime, ofDay === true ? undefined : order).map(({ cell }) => cell);
}

/** The cells of two groups, row by row, both in the order in which they are read. `down` and `across`: the cells of each alone. */
export function pairsInOrder(
  cells: readonly Cell[],
  down: readonly Cell[],
  across: readonly Cell[],
  [by, and]: readonly [KeywordField, KeywordField],
): Cell[] {
  const placeOf = (field: KeywordField, alone: readonly Cell[]) =>
    new Map(inReadingOrder(field, alone).map(({ keys }, place) => [keys[0] ?? NOT_STATED, place]));
  const [rows, columns] = [placeOf(by, down), placeOf(and, across)];
  const at = (places: ReadonlyMap<string, number>, value: string | undefined) => places.get(value ?? NOT_STATED) ?? places.size;
  return cells.toSorted((a, b) => at(rows, a.keys[0]) - at(rows, b.keys[0]) || at(columns, a.keys[1]) - at(columns, b.keys[1]));
}

/** The groups of one field as rows that sum up those of a table of two. `within`: values that all of the table has, behind the group's. */
export function sumsOf(
  answer: string,
  field: KeywordField,
  answers: Answers,
  context: Context,
  within: { readonly fields: readonly KeywordField[]; readonly values: readonly string[] } = { fields: [], values: [] },
): Row[] {
  return inReadingOrder(field, answerTo(answers, answer).cells).map((cell) => {
    const row = context.row([field, ...within.fields], [...cell.keys, ...within.values], cell);
    return { ...row, tags: [...row.tags, 'sum'] };
  });
}

/** The largest rows in the order they have, that of what is not stated always among them, and how many are left out. */
export function most(rows: readonly Row[]): { rows: Row[]; more: number } {
  if (rows.length <= MOST_ROWS) return { rows: [...rows], more: 0 };
  const isStated = ({ keys }: Row) => keys.every(({ value }) => value !== NOT_STATED);
  const ranked = rows.toSorted((a, b) => Number(isStated(a)) - Number(isStated(b)) || b.items - a.items);
  const kept = new Set(ranked.slice(0, MOST_ROWS));
  return { rows: rows.filter((row) => kept.has(row)), more: rows.length - MOST_ROWS };
}

/** Why a group has no rate. */
export const TOO_FEW_WORDS = `No rate is given for fewer than ${LEAST_FOR_RATE.items} items or ${LEAST_FOR_RATE.letters} letters with a known decision; one of fewer than ${FEW_FOR_RATE} items is marked.`;
