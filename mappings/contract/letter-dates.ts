/** The dates of a letter, and the whole days between two of them. */
import { z } from 'zod';

/** In the order in which a case has them. */
export const LetterDateSchema = z.enum(['injury', 'urDenial', 'applicationReceived', 'assigned', 'decided']);
export type LetterDate = z.infer<typeof LetterDateSchema>;

/** Two dates, the one that comes first in a case named first: `applicationReceived_decided`. */
export type DayPair = `${LetterDate}_${LetterDate}`;

const DATES = LetterDateSchema.options;

/** Every pair of two dates. */
export const DAY_PAIRS: readonly { readonly pair: DayPair; readonly from: LetterDate; readonly to: LetterDate }[] = DATES.flatMap(
  (from, at) => DATES.slice(at + 1).map((to) => ({ pair: `${from}_${to}` as const, from, to })),
);
