/** Sizes of answers, apart from the schemas, so that what only names them need not load those. */

/** The most characters of a query. */
export const QUERY_LENGTH = 2_000;

/** What is suggested at once as one types. */
export const MOST_SUGGESTIONS = 8;

/** Items on a page. */
export const PAGE_SIZE = { default: 20, max: 100 } as const;
