/**
 * The pages of analytics, in the order of their navigation: those of the contract (`report-pages.ts`), which are questions to metrics one below the other,
 * and what stands beside them. Their code is loaded when they are opened.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { matchPath } from 'react-router';
import type { KeywordField } from '#contract/fields.ts';
import type { MetricId } from '#contract/metric-ids.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { asksOf, REPORT_PAGE_IDS, REPORT_PAGES, type ReportPageId } from '#contract/report-pages.ts';
import { ANALYTICS } from './address.ts';
import type { PageProps } from './page-props.ts';

export interface AnalyticsPage {
  /** Below the first of the pages; '' for that. `:id` in it is the value that all of the page is of (`of`). */
  readonly path: string;
  /** In the navigation and in the title of the tab. */
  readonly title: string;
  /** On top of the page; of one value its words stand there. */
  readonly heading: string;
  /** Its questions; null: it has a page of its own. */
  readonly report: ReportPageId | null;
  /** The metrics that it shows; how they are counted is told on paper. */
  readonly metrics: readonly MetricId[];
  /** It is of one value of this field, and stands in the navigation as the page at `under`. */
  readonly of?: KeywordField;
  readonly under?: string;
  /** It is of all that a program has, whatever narrows the other pages. */
  readonly plain?: true;
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>;
}

const FIRST: ReportPageId = 'overview';
/** Where the pages of one value stand. */
const UNDER: Readonly<Partial<Record<ReportPageId, ReportPageId>>> = { service: 'services', drug: 'services', guideline: 'guidelines' };

const Report = lazy(async () => ({ default: (await import('./report-page.tsx')).ReportPage }));

export const PAGES: readonly AnalyticsPage[] = [
  ...REPORT_PAGE_IDS.map(ofReport),
  {
    path: 'method',
    title: 'Method',
    heading: 'How the numbers are counted',
    report: null,
    metrics: [],
    plain: true,
    Page: lazy(async () => ({ default: (await import('./pages/method.tsx')).Method })),
  },
];

function ofReport(report: ReportPageId): AnalyticsPage {
  const { title, of, asks } = REPORT_PAGES[report];
  const under = UNDER[report];
  return {
    path: report === FIRST ? '' : of === undefined ? report : `${report}/:id`,
    title,
    heading: report === FIRST ? 'How IMR decided' : title,
    report,
    metrics: [...new Set(asks.map(({ metric }) => metric))],
    ...(of === undefined ? {} : { of }),
    ...(under === undefined ? {} : { under }),
    Page: Report,
  };
}

/** The pages of the navigation that a program has; `programme` null: it is not known yet. */
export function pagesOf(programme: string | null): readonly AnalyticsPage[] {
  return PAGES.filter((page) => page.of === undefined && isOffered(page, programme));
}

/** Whether a program has something that a page is of. */
export function isOffered({ report, of }: AnalyticsPage, programme: string | null): boolean {
  if (programme === null || report === null) return true;
  const has = (field: KeywordField) => !isLacked(programme, field);
  const page = REPORT_PAGES[report];
  return (of === undefined || has(of)) && (page.against === true || asksOf(page, {}, has).length > 0);
}

/** A part of an address as it was before it was written there; null where it is none. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The page at an address, and the value that it is of (null where it is of none); null where there is no page. */
export function pageAt(pathname: string): { readonly page: AnalyticsPage; readonly value: string | null } | null {
  for (const page of PAGES) {
    const match = matchPath(page.path === '' ? ANALYTICS : `${ANALYTICS}/${page.path}`, pathname);
    const value = match === null ? null : decoded(match.params['id'] ?? '');
    if (value !== null) return { page, value: page.of === undefined ? null : value };
  }
  return null;
}
