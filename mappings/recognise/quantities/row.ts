/**
 * The shapes of the rows that counts are read by. They are TypeScript and not a JSON of the vocabulary because their patterns
 * are built of shared fragments and their steps compute ("twenty-four" -> 24); what they are not is code that decides: where
 * a row applies, which groups count, and what it stands before is data, and `run-rows.ts` is the only reader.
 */
import type { Item } from '#contract/determination.ts';
import type { Row, Some } from '../rows.ts';

export type Field = keyof Item['quantity'];

/** A request of a category (null where the service is not known) and the count that the row must read in it. */
export type CountExample = readonly [category: string | null, text: string, count: number];
/** A request in which the row must not be what a count is read by. */
type CountCounterexample = readonly [category: string | null, text: string];

/** Where a row applies; everywhere without it. */
interface Where {
  /** Sessions are counted in therapy, pieces in requests for things. */
  readonly kind?: 'therapy' | 'things';
  /** Categories of the service. */
  readonly only?: Some<string>;
  readonly never?: Some<string>;
  /** How many kinds of pieces ("60 tablets") the request may ask for beside: none, or at most one. */
  readonly pieces?: 'none' | 'not several';
}

interface AnyCountRow extends Row<CountExample, CountCounterexample> {
  /** The field, then a name: `sessions.total`. Stands in the record's rule. */
  readonly id: `${Field}.${string}`;
  readonly where?: Where;
  /** Later rows of the field that would read another count in an example of this one: why the order is as it is. */
  readonly before?: readonly string[];
}

/** A row that finds its count in words. Of several patterns the match that stands first counts. */
export interface PatternRow extends AnyCountRow {
  readonly patterns: Some<RegExp>;
  /** Groups of the count, first and last; all without it. Two pairs are multiplied. */
  readonly groups?: readonly [from: number, to: number] | readonly [readonly [number, number], readonly [number, number]];
  /** What becomes of several matches: added, or what is taken at a time told from what is asked for. Without it the first counts. */
  readonly several?: 'added' | 'pieces';
  /** Reads as if "retrospective request for" and the like did not open the request. */
  readonly behindLead?: true;
  /** Refuses a number that a piece begins with ("1 tablet daily of"). */
  readonly notOfPiece?: true;
  /** Fewer is no count; 1 without it. */
  readonly least?: 0;
  /** More is no count. */
  readonly most?: number;
}

/** A row that multiplies two other fields. */
export interface ProductRow extends AnyCountRow {
  readonly multiplies: readonly [Field, Field];
}

export type CountRow = PatternRow | ProductRow;

/** A row that changes a request before its counts are read. An example is a text and what becomes of it, runs of blanks as one. */
export interface StepRow extends Row<readonly [text: string, becomes: string], string> {
  /** Flag g. */
  readonly pattern: RegExp;
  /** What takes the place of a match; blanks without it, so that nothing is read from it. */
  readonly becomes?: (match: RegExpExecArray) => string;
  /** Earlier rows without which an example would not be changed so: why the order is as it is. */
  readonly after?: readonly string[];
}

/** A row that only says yes or no to a text. */
export interface MarkRow extends Row<string> {
  readonly pattern: RegExp;
}
