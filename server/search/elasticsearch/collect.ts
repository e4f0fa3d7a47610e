/** Composite aggregations, several of one query side by side, each page by page to its end. */
import type { Aggregation, CompositeKey, Query } from './dialect.ts';
import { type Ask, aggregation, assertWhole } from './response.ts';

/** Buckets of one page. Their parts count as buckets too, of which the server makes at most 65,536. */
const PAGE = 10_000;

/** What buckets are made by: the values of a field. `missing`: documents without one have a bucket as well. */
export interface Source {
  readonly field: string;
  readonly missing?: true;
}

export interface Asked {
  readonly sources: readonly Source[];
  /** What is counted in each bucket. */
  readonly aggs: Readonly<Record<string, Aggregation>>;
  /** Buckets of a page; `PAGE` unless told. */
  readonly size?: number;
  /** Where there are more buckets than this, the rest is not asked for. */
  readonly most?: number;
}

/** `keys`: in the order of the sources; null where a document has none. */
export interface Bucket {
  readonly keys: readonly unknown[];
  readonly doc_count: number;
  readonly sum?: { readonly value: number };
  readonly letters?: { readonly value: number };
  readonly known?: { readonly doc_count: number; readonly letters?: { readonly value: number } };
}

/** All buckets of each, by name. */
export async function collect(ask: Ask, query: Query, asked: Readonly<Record<string, Asked>>): Promise<Record<string, Bucket[]>> {
  const found: Record<string, Bucket[]> = Object.fromEntries(Object.keys(asked).map((name) => [name, []]));
  let open = Object.entries(asked).map(([name, one]) => ({ name, one, after: null as CompositeKey | null }));
  while (open.length > 0) {
    const aggs = Object.fromEntries(open.map(({ name, one, after }) => [name, toAggregation(one, after)]));
    const answer = await ask({ query, size: 0, _source: false, track_total_hits: false, aggs });
    assertWhole(answer);
    open = open.flatMap(({ name, one }) => {
      const page = aggregation(answer, name) as { buckets: (Omit<Bucket, 'keys'> & { key: CompositeKey })[]; after_key?: CompositeKey };
      const buckets = found[name] ?? [];
      for (const bucket of page.buckets) buckets.push({ ...bucket, keys: one.sources.map((_, at) => bucket.key[String(at)]) });
      const isLast = page.buckets.length < (one.size ?? PAGE) || buckets.length > (one.most ?? Number.POSITIVE_INFINITY);
      return isLast || page.after_key === undefined ? [] : [{ name, one, after: page.after_key }];
    });
  }
  return found;
}

function toAggregation({ sources, aggs, size = PAGE }: Asked, after: CompositeKey | null): Aggregation {
  const composite = {
    size,
    sources: sources.map(({ field, missing }, at) => ({
      [String(at)]: { terms: { field, ...(missing ? { missing_bucket: missing } : {}) } },
    })),
    ...(after === null ? {} : { after }),
  };
  return { composite, ...(Object.keys(aggs).length === 0 ? {} : { aggs }) };
}
