/** What is no case of its own, and is in no rate: items that follow another, and those asked for after the treatment. They are counted beside. */
import { type KeywordField, NOT_STATED } from './fields.ts';

/** By field: the value that is apart, and those that are counted. Of two, what is told of first is in no row of the second. */
export const COUNTED_APART = [
  { field: 'follows', apart: 'yes', counted: [NOT_STATED] },
  { field: 'retrospective', apart: 'yes', counted: [NOT_STATED, 'no', 'unknown'] },
] as const satisfies readonly { field: KeywordField; apart: string; counted: readonly string[] }[];
