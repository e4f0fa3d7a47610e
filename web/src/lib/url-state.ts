/**
 * The address is the search: what narrows it, its order and its page, to and from `URLSearchParams`. The names are those of
 * the API, so the same string asks the server. `readSearch(writeSearch(state))` gives the state back (tested). Parameters that
 * are not known are dropped; days are kept as they stand, since the server says what is wrong with one.
 */
import { KEYWORD_FIELD_IDS, type KeywordField, valueToday } from '#contract/fields.ts';
import { readFlag } from '#contract/flag.ts';
import { SORTS, type Sort } from '#contract/lists.ts';

export type Filters = Readonly<Partial<Record<KeywordField, readonly string[]>>>;

/** What narrows the items, shared by search and analytics. `from` and `to` are days, both inclusive; null leaves that side open. */
export interface NarrowingState {
  readonly q: string;
  /** Values of one field are alternatives; fields must all hold. No field has an empty list. */
  readonly filters: Filters;
  readonly from: string | null;
  readonly to: string | null;
  /** Words are also looked for in the clinical case summary. */
  readonly summary: boolean;
  /** Words of `q` that are taken as typed: no other names, no correction, no condition. `*` means all of them. */
  readonly literal: readonly string[];
  /** The id of the snapshot that all is as of; null: as of now. */
  readonly snapshot: string | null;
}

/** A search: `page` counts from 1. */
export interface SearchState extends NarrowingState {
  readonly sort: Sort;
  /** One result for each item, or one for each letter. */
  readonly group: 'item' | 'letter';
  readonly page: number;
}

export const EMPTY_SEARCH: SearchState = {
  q: '',
  filters: {},
  from: null,
  to: null,
  summary: false,
  literal: [],
  snapshot: null,
  sort: 'relevance',
  group: 'item',
  page: 1,
};

export function readNarrowing(params: URLSearchParams): NarrowingState {
  const filters: Partial<Record<KeywordField, readonly string[]>> = {};
  for (const field of KEYWORD_FIELD_IDS) {
    const given = params.getAll(field).filter((value) => value !== '');
    const values = [...new Set(given.map((value) => valueToday(field, value)))];
    if (values.length > 0) filters[field] = values;
  }
  return {
    q: params.get('q') ?? '',
    filters,
    from: params.get('from') || null,
    to: params.get('to') || null,
    summary: readFlagIn(params, 'summary'),
    literal: [...new Set(params.getAll('literal').filter((words) => words !== ''))],
    snapshot: params.get('snapshot') || null,
  };
}

/** A parameter that is yes or no, by the server's rule; no where it is not given or says neither. */
export function readFlagIn(params: URLSearchParams, name: string): boolean {
  return readFlag(params.get(name) ?? '') ?? false;
}

/** The parameters of a narrowing, in one fixed order; what is empty or default is left out. */
export function writeNarrowing(state: NarrowingState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.q !== '') params.set('q', state.q);
  for (const field of KEYWORD_FIELD_IDS) for (const value of state.filters[field] ?? []) params.append(field, value);
  if (state.from) params.set('from', state.from);
  if (state.to) params.set('to', state.to);
  if (state.summary) params.set('summary', 'true');
  for (const words of state.literal) params.append('literal', words);
  if (state.snapshot) params.set('snapshot', state.snapshot);
  return params;
}

export function readSearch(params: URLSearchParams): SearchState {
  const sort = params.get('sort');
  const page = params.get('page') ?? '';
  return {
    ...readNarrowing(params),
    sort: SORTS.find((one) => one === sort) ?? 'relevance',
    group: params.get('group') === 'letter' ? 'letter' : 'item',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

export function writeSearch(state: SearchState): URLSearchParams {
  const params = writeNarrowing(state);
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.group !== 'item') params.set('group', state.group);
  if (state.page !== 1) params.set('page', String(state.page));
  return params;
}

/** The order in force: without words nothing matches better than anything else, and the newest decisions come first. */
export function orderOf({ q, sort }: Pick<SearchState, 'q' | 'sort'>): Sort {
  return q === '' && sort === 'relevance' ? 'newest' : sort;
}

/** The address of a search; `/` where nothing is asked. */
export function searchHref(state: Partial<SearchState>): string {
  return withParams('/', writeSearch({ ...EMPTY_SEARCH, ...state }));
}

/** A path with its parameters, without a lonely question mark. */
export function withParams(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Whether anything narrows the items. */
export function isNarrowed(state: NarrowingState): boolean {
  return state.q !== '' || Object.keys(state.filters).length > 0 || state.from !== null || state.to !== null;
}

/** The filters with the values of one field replaced; an empty list takes the field out. */
export function withFilter(filters: Filters, field: KeywordField, values: readonly string[]): Filters {
  const { [field]: _, ...rest } = filters;
  return values.length === 0 ? rest : { ...rest, [field]: values };
}

/** The filters with one value chosen if it was not, and no longer chosen if it was. */
export function toggleFilter(filters: Filters, field: KeywordField, value: string): Filters {
  const chosen = filters[field] ?? [];
  return withFilter(filters, field, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
}

/**
 * The search that opens exactly the narrowed items that also have one of `values` in `field`. Filters of one field are
 * alternatives, so a value outside those already chosen cannot be a filter beside them: it is typed into the query instead.
 */
export function narrowTo(state: NarrowingState, field: KeywordField, values: readonly string[], typed: string): NarrowingState {
  const chosen = state.filters[field];
  const both = chosen === undefined ? values : values.filter((value) => chosen.includes(value));
  if (both.length === values.length) return { ...state, filters: withFilter(state.filters, field, both) };
  const alternatives = values.map((value) => `${typed}:"${value}"`).join(' OR ');
  const clause = values.length === 1 ? alternatives : `(${alternatives})`;
  return withClause(state, clause);
}

/** The search for those of the narrowed items that also hold these words as a phrase. */
export function withPhrase(state: NarrowingState, words: string): NarrowingState {
  return withClause(state, `"${words.replace(/["\s]+/g, ' ').trim()}"`);
}

/** A bracket would take the words before it exactly as typed, without their other names: only alternatives need one. */
function withClause(state: NarrowingState, clause: string): NarrowingState {
  const before = /\bOR\b/.test(state.q) ? `(${state.q})` : state.q;
  return { ...state, q: `${before} ${clause}`.trim() };
}
