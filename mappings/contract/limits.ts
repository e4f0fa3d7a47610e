/** Sizes of answers, apart from the schemas, so that what only names them need not load those. */

/** Items on a page. */
export const PAGE_SIZE = { default: 20, max: 100 } as const;
