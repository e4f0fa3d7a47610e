/**
 * Closed lists as rows: each row is one expression of the list that its `kind` names, with texts that are read by it and texts that it
 * leaves as they are. A runner joins a list to one expression; what stands on no list tells nothing.
 */
import type { Row } from './rows.ts';

/** One expression of a list. An example tells what a text is read as because of the row, a counter-example what it is read as with or without. */
export interface ListRow<Kind extends string, Told = string> extends Row<readonly [text: string, told: Told]> {
  readonly kind: Kind;
  /** Only its source counts: the list sets flags and what may stand around it. */
  readonly pattern: RegExp;
}

/** The expressions of one list as one source, tried in the order of its rows; a list without rows matches nothing. */
export function listOf<Kind extends string>(rows: readonly ListRow<Kind, unknown>[], kind: NoInfer<Kind>): string {
  const sources = rows.filter((row) => row.kind === kind).map(({ pattern }) => pattern.source);
  return sources.length === 0 ? '(?!)' : `(?:${sources.join('|')})`;
}
