/** What a row of the field table says (`fields.ts`), and the value that stands for having none. */
import type { DayPair } from './letter-dates.ts';

/**
 * The value of every field for an item that has none: a reserved key, indexed, filtered and counted as any other. So the values of a field
 * that is not `several` add up to the total.
 */
export const NOT_STATED = 'not_stated';

/** Values of a facet with what they are called together. */
export interface FacetValues {
  readonly label: string;
  readonly values: readonly string[];
}

/** `F`: the names of the fields, where one names another. */
export interface FieldRow<F extends string = string> {
  /** What the page calls it. */
  readonly label: string;
  /** Names a user may type before a colon; the first is the one suggested. */
  readonly typed: readonly [string, ...string[]];
  /** The words for an item that has no value of it; null where every item has one. */
  readonly notStated: string | null;
  /** An item can have several values. */
  readonly several?: true;
  /** `closed`: its values are a list with words. `open`: whatever letters say. `formed`: endless, but each is typed in a certain form. */
  readonly list: 'closed' | 'open' | 'formed';
  /** Beside its closed list an index may have values of its user's own. */
  readonly own?: true;
  /** A value as one would type it, for help; else the first of a closed list. */
  readonly example?: string;
  /** Values by the ids they had before; addresses, saved searches and typed queries may still have those. */
  readonly formerly?: Readonly<Record<string, string>>;
  /** How a value is shown, where neither its list nor itself says it. */
  readonly words?: (value: string) => string;
  /** Each value lies under one of another field. A typed value is looked for in both fields; a branch is also meant by the start of its id. */
  readonly under?: { readonly branch: F; readonly first: 'branch' | 'leaf' };
  /** A value names one of another field and a place in it, or that one alone: its words begin with those of the other (`cited-places.ts`). */
  readonly within?: F;
  /** It is part of a decision day: a range of days is a filter of its own. */
  readonly ofDay?: true;
  /** Its values are bands of the whole days between these two dates, which can be counted one by one as well. */
  readonly between?: DayPair;
  /** Another order than by count: a list's own, the latest first, or by the numbers that its values begin with. */
  readonly order?: 'latest' | 'value' | readonly string[];
  /** How it is offered as a filter beside the results; with `under` it is a tree of both fields. */
  readonly facet?: {
    readonly as: 'list' | 'tree' | 'days';
    readonly label?: string;
    /** Values that belong together, under a title; each group by count. */
    readonly groups?: readonly FacetValues[];
    /** Open before anyone opened or closed it. */
    readonly open?: true;
    /** Not shown while there is but one value. */
    readonly unlessAlone?: true;
  };
  /** Its values are suggested for plain words that begin as they do; those of every field are, behind its name and a colon. */
  readonly suggested?: true;
  /** Rates can be grouped by it. What measures an outcome cannot group outcomes. */
  readonly rates?: true;
  /** Its column in exports, with its values in words. */
  readonly column?: { readonly key: string; readonly heading: string; readonly help: string };
}
