/** In which order the values of a field stand. Pure. */
import { type FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';

type Order = (typeof FIELDS)[KeywordField]['order'];

/** Values in their order, the lack of one last: what is not stated is no value among values, however many items it has. */
export function notStatedLast<V extends { readonly value: string }>(values: readonly V[]): V[] {
  return values.toSorted((a, b) => Number(a.value === NOT_STATED) - Number(b.value === NOT_STATED));
}

/** The values of a list in its order; what is not stated is the last. */
export function inOrder<V extends { readonly value: string }>(values: readonly V[], order: Order): readonly V[] {
  const ordered = (): V[] => {
    if (order === undefined) return [...values];
    if (order === 'latest') return values.toSorted((a, b) => (a.value < b.value ? 1 : -1));
    if (order === 'value') return values.toSorted((a, b) => firstNumber(a.value) - firstNumber(b.value));
    return values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  };
  return notStatedLast(ordered());
}

/** The number that a value begins with ("11 to 20"); one without any comes behind all that have one. */
function firstNumber(value: string): number {
  return Number(/^\D{0,12}(\d+)/.exec(value)?.[1] ?? Number.MAX_SAFE_INTEGER);
}
