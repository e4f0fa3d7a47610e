/**
 * The little of Elasticsearch's query language that we speak: these types list all that is asked of a server. (The
 * client's own types allow everything, and do not hold under `exactOptionalPropertyTypes`.)
 */

export type Query =
  | { readonly match_all: Record<string, never> }
  | { readonly term: Named<{ readonly value: string }> }
  | { readonly combined_fields: { readonly query: string; readonly fields: readonly string[]; readonly boost: number } }
  | { readonly match_phrase: Named<{ readonly query: string }> }
  | { readonly intervals: Named<{ readonly match: IntervalsMatch }> }
  | { readonly prefix: Named<{ readonly value: string }> }
  | { readonly terms: Named<readonly string[]> }
  | { readonly range: Named<{ readonly gte?: string; readonly lte?: string }> }
  | { readonly exists: { readonly field: string } }
  | { readonly dis_max: { readonly queries: readonly Query[] } }
  | { readonly constant_score: { readonly filter: Query; readonly boost: number } }
  | { readonly bool: BoolQuery };

interface IntervalsMatch {
  readonly query: string;
  readonly max_gaps: number;
  readonly ordered: false;
}

interface BoolQuery {
  readonly must?: readonly Query[];
  readonly filter?: readonly Query[];
  readonly must_not?: readonly Query[];
  readonly should?: readonly Query[];
  readonly minimum_should_match?: number;
}

/** The key of the last bucket of a composite page: where the next page starts. */
export type CompositeKey = Readonly<Record<string, string | number | null>>;

export type Aggregation = { readonly aggs?: Readonly<Record<string, Aggregation>> } & (
  | { readonly terms: { readonly field: string; readonly size: number; readonly order?: { readonly _key: 'asc' } } }
  | { readonly stats_bucket: { readonly buckets_path: string } }
  | { readonly filter: Query }
  | { readonly filters: { readonly filters: readonly Query[] } }
  | { readonly cardinality: { readonly field: string; readonly precision_threshold: number } }
  | { readonly sum: { readonly field: string } }
  | { readonly min: { readonly field: string } }
  | { readonly max: { readonly field: string } }
  | { readonly composite: Composite }
);

interface Composite {
  readonly size: number;
  readonly sources: readonly Named<{ readonly terms: { readonly field: string; readonly missing_bucket?: true } }>[];
  readonly after?: CompositeKey;
}

export type SortKey = Named<{ readonly order: 'asc' | 'desc'; readonly missing?: number }>;

/** A search request: body, and the parameters that belong to it. */
export interface SearchBody {
  readonly query: Query;
  readonly post_filter?: Query;
  /** One hit for each value of a field, the first by the sort. */
  readonly collapse?: { readonly field: string };
  readonly from?: number;
  readonly size: number;
  readonly sort?: readonly SortKey[];
  readonly track_total_hits: boolean;
  readonly _source: boolean;
  readonly docvalue_fields?: readonly string[];
  readonly preference?: string;
  /** What the answer carries, or (behind a dash) does not. */
  readonly filter_path?: string;
  readonly aggs?: Readonly<Record<string, Aggregation>>;
  readonly suggest?: { readonly text: string } & Readonly<Record<string, string | Suggester>>;
  /** The state of the index that is asked, where it is held open, and the hit behind which to go on. */
  readonly pit?: { readonly id: string; readonly keep_alive: string };
  readonly search_after?: readonly unknown[];
}

/** Terms of a field that are a few edits away from the text. */
export interface Suggester {
  readonly term: {
    readonly field: string;
    readonly suggest_mode: 'always';
    readonly max_edits: 1 | 2;
    readonly prefix_length: number;
    readonly min_word_length: number;
    readonly accuracy: number;
    readonly max_term_freq: number;
    readonly size: number;
    readonly shard_size: number;
  };
}

type Named<T> = Readonly<Record<string, T>>;
