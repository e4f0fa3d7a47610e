/**
 * Counting letters beside items. Elasticsearch has no exact distinct count, so letters are listed page by page (a
 * composite aggregation) up to a bound of matching items; above it the server's estimate is taken and called one.
 */
import type { SearchBody } from './dialect.ts';
import { LETTERS_PAGE, type LettersQuery, MOST_COUNTED, toLettersEstimateBody, toLettersPageBody } from './request.ts';
import {
  type CompositePage,
  fromCompositePage,
  fromLettersEstimate,
  fromRowLettersEstimate,
  type GroupLetters,
  type RatesLetters,
  type SearchAnswer,
} from './response.ts';

/** Sends a search to the items. */
export type Ask = (body: SearchBody) => Promise<SearchAnswer>;

/**
 * The letters of all matching items, and those with a known decision where `query` asks for them. `first` is the page that came with
 * the answer; `total` the matching items.
 */
export async function countLetters(ask: Ask, query: LettersQuery, first: CompositePage, total: number): Promise<GroupLetters> {
  const whole = { ...query, by: null };
  if (first.after !== null && total > MOST_COUNTED) return fromLettersEstimate(await ask(toLettersEstimateBody(whole)));
  let [all, known] = [0, 0];
  for await (const page of pages(ask, whole, first)) {
    all += page.keys.length;
    known += page.known.filter(Boolean).length;
  }
  return exactly(all, known);
}

/** The letters of each value of `query.by`. */
export async function countRowLetters(ask: Ask, query: LettersQuery, first: CompositePage, total: number): Promise<RatesLetters['of']> {
  if (first.after !== null && total > MOST_COUNTED) {
    const estimates = fromRowLettersEstimate(await ask(toLettersEstimateBody(query)));
    const none = { letters: { count: 0, exact: false }, knownLetters: { count: 0, exact: false } };
    return (value) => estimates.get(value) ?? none;
  }
  const all = new Map<string, number>();
  const known = new Map<string, number>();
  for await (const page of pages(ask, query, first)) {
    for (const [index, { value = '' }] of page.keys.entries()) {
      all.set(value, (all.get(value) ?? 0) + 1);
      if (page.known[index] === true) known.set(value, (known.get(value) ?? 0) + 1);
    }
  }
  return (value) => exactly(all.get(value) ?? 0, known.get(value) ?? 0);
}

function exactly(all: number, known: number): GroupLetters {
  return { letters: { count: all, exact: true }, knownLetters: { count: known, exact: true } };
}

async function* pages(ask: Ask, query: LettersQuery, first: CompositePage): AsyncGenerator<CompositePage> {
  let page = first;
  yield page;
  while (page.after !== null) {
    page = fromCompositePage(await ask(toLettersPageBody(query, page.after)), ['page'], LETTERS_PAGE);
    yield page;
  }
}
