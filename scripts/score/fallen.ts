/** Which figures are not what they must be. Pure. */
import type { FieldScore } from './compare.ts';
import { ITEM_FIELDS, LETTER_FIELDS } from './fields.ts';
import type { Figure } from './page.ts';

type Fields = Readonly<Record<string, FieldScore>>;

/** Fields that letters print and that are not wholly right. */
export function notWhole(fields: Fields): string[] {
  return Object.keys({ ...LETTER_FIELDS, ...ITEM_FIELDS })
    .filter((field) => fields[field] === undefined || fields[field].right !== fields[field].n || fields[field].extra > 0)
    .map((field) => `${field} is printed and not wholly right: ${JSON.stringify(fields[field])}`);
}

/**
 * Fields whose F1 is below the committed one. With `set` (an independent set, whose labels are in this repository) also those with
 * another number of values: figures of other labels cannot be held against each other.
 */
export function fallen(committed: Readonly<Record<string, Figure>>, fields: Fields, set?: string): string[] {
  const name = set === undefined ? '' : `${set}: `;
  return Object.entries(committed).flatMap(([field, was]) => {
    const now = fields[field];
    if (set !== undefined && now?.n !== was.n) return [`${name}${field} has ${now?.n ?? 0} labelled values, the committed figure ${was.n}`];
    return (now?.f1 ?? 0) < (was.f1 ?? 0) ? [`${name}${field} fell from F1 ${was.f1} to ${now?.f1 ?? 0}`] : [];
  });
}
