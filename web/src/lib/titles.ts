/** The titles of tabs and bookmarks. Pure. */
import { shortened } from './words.ts';

/** The longest query that a title names in full, in characters. */
const QUERY_LENGTH = 60;

/** "knee — IMR Index"; without a query, what the page is. `page` is put behind a query where it is not the search. */
export function pageTitle(q: string, page: string, isSearch = false): string {
  const query = shortened(q, QUERY_LENGTH);
  const name = query === '' ? page : isSearch ? query : `${query} — ${page}`;
  return `${name} — IMR Index`;
}
