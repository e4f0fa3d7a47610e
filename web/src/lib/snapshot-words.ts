/** Snapshots in words. */
import type { Snapshot } from '#contract/snapshots.ts';
import { dayOfInstant } from './instants.ts';
import { countWords, numberWords } from './words.ts';

/** "Snapshot “2026 yearly report”, taken Nov 30, 2026: 116 letters". `what`: "letter", or "determination" where rows of tables are among them. */
export function snapshotWords({ name, takenAt, letters }: Snapshot, what: string): string {
  return `Snapshot “${name}”, taken ${dayOfInstant(takenAt)}: ${countWords(letters, what)}`;
}

/** "Live: 116 letters as of change 240". */
export function liveWords({ letters, change }: { letters: number; change: number }, what: string): string {
  return `Live: ${countWords(letters, what)} as of change ${numberWords(change)}`;
}

export const OTHER_VOCABULARY_WORDS =
  'The vocabulary of this program has changed since it was taken: the letters are those of then, but words and categories may be understood otherwise.';
