/**
 * Counting letters beside items. Elasticsearch has no exact distinct count, so letters are listed page by page (a
 * composite aggregation) up to a bound of matching items; above it the server's estimate is taken and called one.
 */
import type { LetterCount } from '#contract/query.ts';
import type { SearchBody } from './dialect.ts';
import { LETTERS_PAGE, type LettersQuery, MOST_COUNTED, toLettersEstimateBody, toLettersPageBody } from './request.ts';
import {
  type CompositePage,
  fromCompositePage,
  fromLettersEstimate,
  fromRowLettersEstimate,
  type RatesLetters,
  type SearchAnswer,
} from './response.ts';

/** Sends a search to the items. */
export type Ask = (body: SearchBody) => Promise<SearchAnswer>;

/** The letters of all matching items. `first` is the page that came with the answer; `total` the matching items. */
export async function countLetters(ask: Ask, query: LettersQuery, first: CompositePage, total: number): Promise<LetterCount> {
  if (first.after !== null && total > MOST_COUNTED) {
    return { count: fromLettersEstimate(await ask(toLettersEstimateBody({ ...query, by: null }))), exact: false };
  }
  let count = 0;
  for await (const page of pages(ask, { ...query, by: null }, first)) count += page.keys.length;
  return { count, exact: true };
}

/** The letters of each value of `query.by`. */
export async function countRowLetters(ask: Ask, query: LettersQuery, first: CompositePage, total: number): Promise<RatesLetters['of']> {
  if (first.after !== null && total > MOST_COUNTED) {
    const estimates = fromRowLettersEstimate(await ask(toLettersEstimateBody(query)));
    return (value) => ({ count: estimates.get(value) ?? 0, exact: false });
  }
  const counts = new Map<string, number>();
  for await (const page of pages(ask, query, first)) {
    for (const { value = '' } of page.keys) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (value) => ({ count: counts.get(value) ?? 0, exact: true });
}

async function* pages(ask: Ask, query: LettersQuery, first: CompositePage): AsyncGenerator<CompositePage> {
  let page = first;
  yield page;
  while (page.after !== null) {
    page = fromCompositePage(await ask(toLettersPageBody(query, page.after)), ['page'], LETTERS_PAGE);
    yield page;
  }
}
