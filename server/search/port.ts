/**
 * The port to a search engine, in our words. An engine holds a projection of the library: the disputed items of the letters that count, as far as
 * one change number. `test/conformance/` is its definition: whatever passes that suite is an engine. The unit of a hit, a facet and a
 * rate is the disputed item; letters are counted beside it.
 */
import type { AggregateQuery, AggregateResults } from '#contract/aggregate.ts';
import type { HiddenPart } from '#contract/api.ts';
import type { Decision, Sort } from '#contract/lists.ts';
import type { IssueQuery, IssueResults, QueryNode } from '#contract/query.ts';
import type { Snapshot } from '#contract/snapshots.ts';
import type { KeptStore } from '../library/kept-store.ts';
import type { Change, Intake, LibraryStats, Records } from '../library/library.ts';
import type { SnapshotChange } from '../library/snapshots.ts';
import type { PageQuery, PageResults } from './page.ts';

/** What `each` is asked: a search without a page. `sort` null: in no particular order, which costs least. */
export type EachQuery = Pick<IssueQuery, 'where' | 'filters' | 'rank'> & { readonly sort: Sort | null };

/** Which case numbers are asked for: those of the items that match which begin so; the first `most` by their letters. */
export interface CasesQuery {
  readonly where: QueryNode;
  readonly beginnings: readonly string[];
  readonly most: number;
}

/** A case number with how many items that match it has. */
export interface CountedCase {
  readonly caseNumber: string;
  readonly count: number;
}

/** What can be asked of the letters that count. A call with an empty list is answered without the engine. */
export interface Searching {
  /** Name shown to users: `embedded` or `elasticsearch`. */
  readonly engine: string;
  /** Items that match; see `IssueQuery`. Only current versions are searched. Throws AppError `window-too-large`. */
  search(query: IssueQuery, signal?: AbortSignal): Promise<IssueResults>;
  /** A page of results with both tiers and what else of their letters matches, all of one state of the index; see `pageSteps`. */
  page(query: PageQuery, signal?: AbortSignal): Promise<PageResults>;
  /**
   * All items that match, in the order of the sort, in batches; not bound by the result window. One state of the index is
   * seen from first to last. `facets`, `offset` and `limit` have no meaning here. Stops where `signal` says so.
   */
  each(query: EachQuery, signal?: AbortSignal): AsyncIterable<IssueResults['hits']>;
  /** How many items match each of these trees, exactly, in their order. */
  counts(trees: readonly QueryNode[], signal?: AbortSignal): Promise<number[]>;
  /**
   * Words (unstemmed) that stand in some current item and differ from a folded word by one edit (up to four letters) or two (from
   * five letters on): a letter more, less, other, or two neighbours swapped. The first letter is the same. Nearest
   * first, then the more frequent, then by their letters; at most `most`. Words over 60 letters are near to none.
   */
  similarWords(word: string, most: number, signal?: AbortSignal): Promise<string[]>;
  /** Case numbers by their beginnings, in the order of their letters; see `CasesQuery`. */
  casesBeginning(query: CasesQuery, signal?: AbortSignal): Promise<CountedCase[]>;
  /** Items by outcome in the cells of up to two groups; see `AggregateQuery`. Throws AppError `too-many-cells`. */
  aggregate(query: AggregateQuery, signal?: AbortSignal): Promise<AggregateResults>;
}

/** How far a projection is. */
export interface ProjectionState {
  /** The id of the library that it is of. */
  readonly library: string;
  /** The change number reached. */
  readonly change: number;
  /** The token of the program that wrote last, of an engine that others can write to as well; see `Writers`. */
  readonly writer?: string;
}

/** A letter that an engine refused; what it had of it is gone from the index. */
export interface Refused {
  readonly letter: string;
  readonly reason: string;
}

/** The letters that count, of an engine that holds their records and texts as well as their items. */
export interface HeldLetters extends Pick<Records, 'determinations' | 'letter'> {
  holds(): Promise<Pick<LibraryStats, 'letters' | 'decidedFrom' | 'decidedTo' | 'messages'>>;
}

/** One projection, held open. */
export interface SearchEngine extends Searching {
  /** Null: it holds items alone, and changes are handed to it without texts. */
  readonly held: HeldLetters | null;
  /** Null: nothing was taken over yet. */
  state(): Promise<ProjectionState | null>;
  /**
   * Takes over what changed: each letter as it counts now, or that it does not any more. All of it is there when this returns, with the
   * new state; the same changes twice are as once. One program at a time may call this. Returns the letters that the engine refused.
   */
  project(changes: readonly Change[], reached: ProjectionState): Promise<readonly Refused[]>;
  close(): Promise<void>;
}

/** Projections of one engine: the one that answers, and a new one that is made beside it. */
export interface Projections {
  /** Where they are, for messages. */
  readonly place: string;
  /**
   * The projection that answers; null where there is none. `outdated`: it was made by another version of the program; it can answer, and no change
   * may be projected into it. `answers` false: it can only tell its state, to whoever would overwrite it.
   */
  current(): Promise<{ readonly index: SearchEngine; readonly outdated: boolean; readonly answers?: boolean } | null>;
  /** Whether this one is still the one that answers; an engine that says `index-replaced` by itself need not know. */
  isCurrent(index: SearchEngine): Promise<boolean>;
  /** Takes away what an interrupted run left half made, or what another one has taken the place of. Only who may write calls it. */
  sweep(): Promise<void>;
  /** An empty one beside it: `swap` makes it the one that answers, `drop` takes it away. Either closes it for this use. */
  beside(): Promise<{ readonly index: SearchEngine; swap(): Promise<void>; drop(): Promise<void> }>;
}

/** Projections of one engine as of snapshots: each of one snapshot, made when it is first asked for. */
export interface SnapshotProjections {
  /** Those of the snapshot of this id. */
  of(id: string): Projections;
  /** The ids of the snapshots that have anything here, of this library. */
  ids(): Promise<string[]>;
  /** Takes away all that is as of a snapshot; whoever still asks it is told `index-replaced`. */
  remove(id: string): Promise<void>;
}

/** Where it is kept which projection answers, for an engine that keeps it in the library. */
export interface Pointer {
  get(): Promise<number | null>;
  set(generation: number): Promise<void>;
}

/** Which programs of this library wrote to its index, for an engine that others can write to as well. */
export interface Writers {
  /** The id of the library whose they are. */
  readonly library: string;
  /** That of this program. */
  readonly token: string;
  /** Whether a program of this library has, or had once, announced this token. */
  knows(token: string): Promise<boolean>;
  /** Says that this program is about to leave its token in an index. */
  announce(): Promise<void>;
  /** Says that the index which answers has this program's token: those before it are not known any more. */
  confirm(): Promise<void>;
}

/** Letters that can be searched, read and counted, without a word on when they were so. */
export interface Letters extends Searching, Pick<Records, 'determinations' | 'letter'> {}

/** The letters as they were at one change: as of a snapshot, or as they are now. Hold it no longer than for one question. */
export interface LettersAt extends Letters, Pick<Records, 'versions'> {
  /** Null: as they are now. */
  readonly snapshot: Snapshot | null;
  /** The change number that the index had reached when this was asked for; that of the snapshot. Letters of now may be those of a later one by the time they answer. */
  readonly change: number;
  /** How many letters counted then, and their items. */
  size(): Promise<Pick<IndexStats, 'letters' | 'items'>>;
}

/** The snapshots of a library. Throws AppError `snapshot-not-found`, `saved-conflict`, `library-unavailable`. */
export interface SnapshotStore {
  /** The newest first. */
  list(): Promise<Snapshot[]>;
  get(id: string): Promise<Snapshot>;
  /** Of the letters as they are now. `program`: the version of the program that takes it. */
  take(snapshot: { readonly name: string; readonly note: string; readonly takenAt: string; readonly program: string }): Promise<Snapshot>;
  change(id: string, change: SnapshotChange): Promise<Snapshot>;
  /** With its index. */
  remove(id: string): Promise<void>;
}

/** The letters with their index, to be asked: what routes and commands hold that only read. What is hidden throws AppError `not-on-this-server`. */
export interface SearchIndex extends Records, Letters {
  /** Whether nothing can be written. */
  readonly readOnly: boolean;
  /** What of the library is not here. */
  readonly hidden: readonly HiddenPart[];
  /** What `owner` keeps. */
  kept(owner: string): KeptStore;
  readonly snapshots: SnapshotStore;
  /**
   * The letters as of a snapshot, by its id; null: as they are now. Throws AppError `snapshot-not-found`, `snapshot-building` with how far its index is, `engine-unavailable`.
   */
  at(snapshot: string | null): Promise<LettersAt>;
  stats(): Promise<IndexStats>;
  close(): Promise<void>;
}

/** The same where letters can be brought in. */
export interface WritableIndex extends SearchIndex, Intake {
  /** Runs work that writes more than once, alone among all processes. Throws AppError `library-locked`. */
  writing<T>(work: () => Promise<T>): Promise<T>;
}

/** `versions` and `unreadable`: null where only the library could tell. `change`: the one that the index has reached. */
export interface IndexStats extends Omit<LibraryStats, 'readings' | 'versions' | 'unreadable'> {
  readonly versions: number | null;
  readonly unreadable: number | null;
  readonly decisions: Readonly<Record<Decision, number>>;
}
