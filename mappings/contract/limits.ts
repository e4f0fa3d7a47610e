/** Sizes of answers, apart from the schemas, so that what only names them need not load those. */

/** The most characters of a query. */
export const QUERY_LENGTH = 2_000;

/** What is suggested at once as one types. */
export const MOST_SUGGESTIONS = 8;

/** Items on a page. */
export const PAGE_SIZE = { default: 20, max: 100 } as const;

/** No rate is shown for fewer items or letters than these, both with a known decision. */
export const LEAST_FOR_RATE = { items: 10, letters: 5 } as const;

/** A rate of fewer items than these is marked as one of few. */
export const FEW_FOR_RATE = 30;

/** Whether a rate is of few items; no rate is of none. */
export function isOfFew(rate: { readonly of: number } | null): boolean {
  return rate !== null && rate.of < FEW_FOR_RATE;
}

/** The most bytes of a letter that is sent to be explained. */
export const EXPLAIN_LIMIT = 8_000_000;

/** POST /similar/case: the most bytes of a case told in plain text. */
export const SIMILAR_TEXT_LIMIT = 200_000;

/** The most that is kept, and the longest texts (characters). */
export const SAVED_LIMITS = {
  name: 120,
  note: 4_000,
  /** The parameters of a search. */
  search: 16_000,
  searches: 200,
  collections: 200,
  snapshots: 200,
  /** Items of one collection. */
  items: 5_000,
  /** Items that are added or taken out by one request. */
  atOnce: 400,
  /** Deletions of one owner that can be undone: the last ones. */
  restorable: 500,
  /** The most bytes that these deletions take; the last one can be undone however large it is. */
  restorableBytes: 50_000_000,
} as const;
