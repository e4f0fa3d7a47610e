/**
 * The addresses of the analytics pages. What narrows the items is read and written by url-state.ts and goes along from page to page; what a page has of
 * its own (by what it groups, its period, its order) stands beside it under one of `OWN_NAMES`, is left out where it is as usual, and stays behind.
 */
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { DotRow } from '../../components/chart/dot-plot-geometry.ts';
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import { type NarrowingState, readNarrowing, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';

/** The first of the pages; the others lie below it. */
export const ANALYTICS = '/analytics';

/** What a page may have of its own: any text, '' where the address says nothing. None is the name of a field or of anything else that narrows. */
export const OWN_NAMES = ['by', 'and', 'period', 'against', 'sort'] as const;
export type Own = Readonly<Record<(typeof OWN_NAMES)[number], string>>;

/** What the address says of them. */
export function readOwn(params: URLSearchParams): Own {
  return Object.fromEntries(OWN_NAMES.map((name) => [name, params.get(name) ?? ''])) as Own;
}

/** The parameters of a narrowing with what a page has of its own. */
export function writeOwn(own: Own, state: NarrowingState): URLSearchParams {
  const params = writeNarrowing(state);
  for (const name of OWN_NAMES) if (own[name] !== '') params.set(name, own[name]);
  return params;
}

/** The address of a page within a narrowing, with nothing of its own. `path`: below the first of the pages, '' for that. */
export function analyticsHref(path: string, state: NarrowingState): string {
  return withParams(path === '' ? ANALYTICS : `${ANALYTICS}/${path}`, writeNarrowing(state));
}

/** The pages of one value, by the fields whose values they are of: a guideline has one, whoever cites it. */
const VALUE_PAGES = {
  service: 'service',
  drug: 'drug',
  guideline: 'guideline',
  imrGuideline: 'guideline',
  urGuideline: 'guideline',
} as const satisfies Partial<Record<KeywordField, KeywordField>>;

/**
 * Everything on one value of a field, within a narrowing: without what is narrowed by the field of that page itself, which may exclude the value. Null where
 * values of the field have no page.
 */
export function valueHref(field: KeywordField, value: string, state: NarrowingState): string | null {
  const of = isPaged(field) ? VALUE_PAGES[field] : null;
  if (of === null || value === NOT_STATED) return null;
  const { under } = FIELDS[of];
  const filters = [of, ...(under === undefined ? [] : [under.branch])].reduce((left, one) => withFilter(left, one, []), state.filters);
  return analyticsHref(`${of}/${encodeURIComponent(value)}`, { ...state, filters });
}

/** Everything on the group of a row, where it is one value that has a page. */
export function rowPage({ keys: [key, another] }: Pick<MeasuredRow, 'keys'>, state: NarrowingState): string | null {
  return key?.field && another === undefined ? valueHref(key.field, key.value, state) : null;
}

/** The rows of a chart, whose names lead there. */
export function withPages(rows: readonly MeasuredRow[], state: NarrowingState): (MeasuredRow & Pick<DotRow, 'page'>)[] {
  return rows.map((row) => {
    const href = rowPage(row, state);
    return { ...row, page: href === null ? null : { href, state: named(row.label) } };
  });
}

/** What a link to the page of a value says of it: its name, under which the page begins. */
export function named(name: string): { readonly named: string } {
  return { named: name };
}

/** The name that the link has said by which a page was come to; null where it was come to otherwise. */
export function nameIn(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'named' in state && typeof state.named === 'string' ? state.named : null;
}

/** What a value of a field is called on its page: "Guideline". Which side cites it is another question there. */
export function nameOf(field: KeywordField): string {
  return FIELDS[field].label.replace(/,.*$/, '');
}

function isPaged(field: KeywordField): field is keyof typeof VALUE_PAGES {
  return Object.hasOwn(VALUE_PAGES, field);
}

/** The addresses of other narrowings of the page that is shown, with all that it has of its own. */
export function useAnalyticsHref(): (state: NarrowingState) => string {
  const { pathname, search } = useLocation();
  return (state) => narrowedHref(pathname, new URLSearchParams(search), state);
}

/** The address of the same page with another narrowing. `params`: those that it has now. */
export function narrowedHref(pathname: string, params: URLSearchParams, state: NarrowingState): string {
  return withParams(pathname, writeOwn(readOwn(params), state));
}

/** What the page that is shown has of its own, and the way to have it otherwise. */
export function useOwn() {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const own = readOwn(params);
  return {
    own,
    /** Goes there; what was looked at stays in place. */
    change: (part: Partial<Own>) =>
      void navigate(withParams(pathname, writeOwn({ ...own, ...part }, readNarrowing(params))), { preventScrollReset: true }),
  };
}
