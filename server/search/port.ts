/**
 * The port to a search engine, in our words. `test/conformance/` is its definition: whatever passes that suite is an
 * engine. The unit of a hit, a facet and a rate is the disputed item; letters are counted beside it.
 */
import type { CanonicalText, Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import type { IssueQuery, IssueResults, QueryNode, RatesQuery, RatesResults, Sort } from '#contract/query.ts';

/** What `each` is asked: a search without a page. `sort` null: in no particular order, which costs least. */
export type EachQuery = Pick<IssueQuery, 'where' | 'filters' | 'rank'> & { readonly sort: Sort | null };

export interface PutOptions {
  /**
   * Write anew what is stored already: of a file (sha-256) that is known, record, text and index documents become those that
   * are put. It keeps its place in the order of puts, and the version that counts is settled anew (a decision day may have
   * been read better). Where another case number was read, the version moves: it leaves the old case and is put last in
   * the new one. Default false.
   */
  readonly replace?: boolean;
}

/**
 * What became of one letter of a batch. `new_version`: another letter of a case that was stored before; `unchanged`: these
 * bytes are stored already; `replaced`: they were, and were written anew (`PutOptions.replace`).
 */
export interface PutOutcome {
  readonly id: string;
  readonly sha256: string;
  readonly outcome: 'added' | 'new_version' | 'unchanged' | 'replaced' | 'failed';
  /** Why it failed; null otherwise. */
  readonly reason: string | null;
}

/** One version of a determination. Of several, the one with the latest decision is current; of equals, the one put last. */
export interface Version {
  readonly sha256: string;
  readonly fileName: string;
  readonly decidedOn: string | null;
  readonly current: boolean;
}

export interface IndexStats {
  readonly letters: number;
  readonly items: number;
  readonly versions: number;
  readonly unreadable: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly decidedFrom: string | null;
  readonly decidedTo: string | null;
  /** Current letters that carry each message code at least once. */
  readonly messages: Readonly<Record<string, number>>;
}

/** A call with an empty list is answered without the engine. */
export interface SearchIndex {
  /** Name shown to users: `embedded` or `elasticsearch`. */
  readonly engine: string;
  /**
   * Stores a batch. What is reported as stored is found by the next search and survives a crash. One letter that fails
   * does not fail the others, and leaves what was stored of it. The same bytes twice change nothing, unless `replace` is
   * asked for. Putting a letter takes off the list of unreadable files
   * what stands there under its bytes or under its file name: a readable copy has taken its place.
   */
  put(batch: readonly Letter[], options?: PutOptions): Promise<PutOutcome[]>;
  /** Lists files that could not be read; the same file (sha-256) twice is one entry, the newer reason wins. */
  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void>;
  /** Which of these files (sha-256) are stored already, as a letter or as unreadable. */
  known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>>;
  /** Items that match; see `IssueQuery`. Only current versions are searched. Throws AppError `window-too-large`. */
  search(query: IssueQuery, signal?: AbortSignal): Promise<IssueResults>;
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
  /** Outcomes by the values of one field; see `RatesQuery`. */
  rates(query: RatesQuery, signal?: AbortSignal): Promise<RatesResults>;
  /** Current determinations by id, in the order asked for; ids that are not stored are left out. */
  determinations(ids: readonly string[]): Promise<Determination[]>;
  /** One determination with its text: the current version, or the one with this sha-256; null where there is none. */
  letter(id: string, sha256?: string): Promise<{ determination: Determination; canonical: CanonicalText } | null>;
  /** Every version of a determination, latest decision first; empty where there is none. */
  versions(id: string): Promise<Version[]>;
  /** Unreadable files by file name, then sha-256. */
  unreadable(offset: number, limit: number): Promise<{ total: number; letters: UnreadableLetter[] }>;
  /** Takes determinations (all their versions) out; returns how many there were. */
  remove(ids: readonly string[]): Promise<number>;
  stats(): Promise<IndexStats>;
  close(): Promise<void>;
}
