/**
 * The little of Elasticsearch's query language that we speak: these types list all that is asked of a server. (The
 * client's own types allow everything, and do not hold under `exactOptionalPropertyTypes`.)
 */

export type Query =
  | { readonly match_all: Record<string, never> }
  | { readonly term: Named<{ readonly value: string; readonly boost: number }> }
  | { readonly match_phrase: Named<{ readonly query: string; readonly boost: number }> }
  | { readonly prefix: Named<{ readonly value: string; readonly boost: number }> }
  | { readonly terms: Named<readonly string[]> }
  | { readonly range: Named<{ readonly gte?: string; readonly lte?: string }> }
  | { readonly exists: { readonly field: string } }
  | { readonly bool: BoolQuery };

interface BoolQuery {
  readonly must?: readonly Query[];
  readonly filter?: readonly Query[];
  readonly must_not?: readonly Query[];
  readonly should?: readonly Query[];
  readonly minimum_should_match?: 1;
}

/** The key of the last bucket of a composite page: where the next page starts. */
export type CompositeKey = Readonly<Record<string, string>>;

export type Aggregation = { readonly aggs?: Readonly<Record<string, Aggregation>> } & (
  | { readonly terms: { readonly field: string; readonly size: number } }
  | { readonly filter: Query }
  | { readonly cardinality: { readonly field: string; readonly precision_threshold: number } }
  | { readonly min: { readonly field: string } }
  | { readonly max: { readonly field: string } }
  | { readonly sum: { readonly field: string } }
  | { readonly composite: Composite }
);

interface Composite {
  readonly size: number;
  readonly sources: readonly Named<{ readonly terms: { readonly field: string } }>[];
  readonly after?: CompositeKey;
}

export type SortKey = Named<{ readonly order: 'asc' | 'desc'; readonly missing?: '_last' }>;

/** A search request: body, and the parameters that belong to it. */
export interface SearchBody {
  readonly query: Query;
  readonly post_filter?: Query;
  readonly from?: number;
  readonly size: number;
  readonly sort?: readonly SortKey[];
  readonly track_total_hits: boolean;
  readonly _source: boolean;
  readonly docvalue_fields?: readonly string[];
  readonly preference?: string;
  readonly aggs?: Readonly<Record<string, Aggregation>>;
}

type Named<T> = Readonly<Record<string, T>>;
