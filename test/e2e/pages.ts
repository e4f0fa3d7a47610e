/**
 * The pages of the dashboard as they are looked at and measured, once for every test and for the pictures: the address of each over the fictional
 * letters, and what is in `main` once all of it has come.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { longLetter, trainerLetter } from './served.ts';

/** The ids of what is kept on a server: one saved search, and one collection. */
export interface Kept {
  readonly search: string;
  readonly collection: string;
}

export interface DashboardPage {
  /** Short, for files and for choosing one. */
  readonly name: string;
  readonly title: string;
  readonly path: (kept: Kept) => string;
  /** A CSS selector: the first of it comes last. */
  readonly full: string;
  /** It shows nothing that the server is asked for. */
  readonly asksNothing?: true;
}

const ONE = trainerLetter().caseNumber;
const MANY = longLetter().caseNumber;
const own = `/similar?case=dwc:${ONE}&item=1`;
const beside = [`dwc:${MANY}#1`, `dwc:${MANY}#2`].map((item) => `&beside=${encodeURIComponent(item)}`).join('');

export const PAGES: readonly DashboardPage[] = [
  { name: 'start', title: 'Search: nothing asked yet', path: () => '/', full: 'h2' },
  { name: 'results', title: 'Search: results', path: () => '/?q=physical+therapy', full: 'article' },
  {
    name: 'filtered',
    title: 'Search: results with filters',
    path: () => '/?q=overturned+therapy&category=rehab&category=diag&from=2014-01-01&to=2017-12-31&sort=newest',
    full: 'article',
  },
  { name: 'one-case', title: 'Search: a case number', path: () => `/?q=${ONE}`, full: 'article' },
  { name: 'some-words', title: 'Search: results that lack a word', path: () => '/?q=knee+zzyzx', full: 'article' },
  { name: 'nearest', title: 'Search: what comes nearest', path: () => '/?q=why+was+kazoo+overturned+2012', full: 'article' },
  { name: 'no-results', title: 'Search: no results', path: () => '/?q=zyzzyva', full: 'h2' },
  {
    name: 'faulty',
    title: 'Search: a query that cannot be honored',
    path: () => `/?q=${encodeURIComponent('knee (left')}`,
    full: '[role="alert"]',
  },
  { name: 'determination', title: 'Determination of one item', path: () => `/determinations/${ONE}`, full: 'h2' },
  { name: 'determination-many', title: 'Determination of many items', path: () => `/determinations/${MANY}?q=therapy`, full: 'h2' },
  { name: 'similar-form', title: 'Similar cases: the form', path: () => '/similar', full: 'textarea', asksNothing: true },
  { name: 'similar', title: 'Similar cases: results', path: () => own, full: 'article' },
  { name: 'side-by-side', title: 'Similar cases: side by side', path: () => `${own}${beside}`, full: 'table' },
  { name: 'saved', title: 'Saved searches and collections', path: () => '/saved', full: 'h2' },
  { name: 'collection', title: 'A collection', path: ({ collection }) => `/saved/collections/${collection}`, full: 'h1' },
  { name: 'new-items', title: 'New items of a saved search', path: ({ search }) => `/saved/searches/${search}`, full: 'h1' },
  { name: 'analytics', title: 'Analytics', path: () => '/analytics', full: 'svg a' },
  ...Object.entries({
    services: '?by=service',
    guidelines: '',
    decided: '',
    trends: '?period=year',
    reviewers: '',
    crosstab: '',
    compare: `?q=therapy&against=${encodeURIComponent('q=knee')}`,
    'service/rehab.pt': '',
  }).map(([path, search]) => ({
    name: `analytics-${path.replace(/\W/g, '-')}`,
    title: `Analytics: ${path}`,
    path: () => `/analytics/${path}${search}`,
    full: 'section table, svg a',
  })),
  { name: 'analytics-narrowed', title: 'Analytics, narrowed', path: () => '/analytics?q=knee&priority=standard', full: 'h2' },
  { name: 'analytics-method', title: 'Analytics: method', path: () => '/analytics/method', full: 'ol li' },
  { name: 'explain-form', title: 'How a letter is read: the form', path: () => '/explain', full: 'textarea', asksNothing: true },
  { name: 'explain', title: 'How a letter was read', path: () => `/explain?id=${MANY}`, full: 'table' },
  { name: 'about', title: 'About', path: () => '/about', full: 'dl, table' },
  { name: 'unreadable', title: 'Letters that could not be read', path: () => '/unreadable', full: 'li, tr' },
  { name: 'not-found', title: 'Not found', path: () => '/nowhere', full: 'h1', asksNothing: true },
];

/** Waits until all of a page has come that was opened. */
export async function waitForFull(page: Page, { full }: DashboardPage): Promise<void> {
  await page.getByRole('main').locator(full).filter({ visible: true }).first().waitFor();
  await settled(page);
}

/** Waits until nothing is asked for any more and the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

const ANSWERS = '**/api/v1/**';
/** What a server says that has a fault of its own. */
export const FAULT = {
  type: '/problems/internal',
  title: 'Something went wrong in the server',
  status: 500,
  detail: 'The request could not be answered.',
  instance: '00000000-0000-4000-8000-000000000000',
  code: 'internal',
  errors: [],
};
/** An answer of a server that has a fault. */
export const FAULTY = { status: FAULT.status, contentType: 'application/problem+json', body: JSON.stringify(FAULT) };

/** Every question to the server waits for ever. */
export async function holdAnswers(context: BrowserContext): Promise<void> {
  await context.route(ANSWERS, () => undefined);
}

/** Every question to the server is answered with a fault of its own. */
export async function answerWithFaults(context: BrowserContext): Promise<void> {
  await context.route(ANSWERS, (route) => route.fulfill(FAULTY));
}

/** Saves a search and makes a collection of these items on a server, as the dashboard does. */
export async function keepSome(url: string, items: readonly string[] = [`dwc:${ONE}#1`, `dwc:${MANY}#2`]): Promise<Kept> {
  const search = await post(url, 'saved-searches', { name: 'Therapy of the knee', search: 'q=therapy', note: 'For the quarterly report' });
  const collection = await post(url, 'collections', { name: 'Programs and trainers', note: 'Seen on Tuesday' });
  for (const [place, item] of items.entries()) {
    await post(url, `collections/${collection}/items`, { item, note: place === 0 ? 'A trainer is a matter of choice' : '' });
  }
  return { search, collection };
}

async function post(url: string, path: string, body: object): Promise<string> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const made: unknown = await answer.json();
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(made)}`);
  return typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
}
