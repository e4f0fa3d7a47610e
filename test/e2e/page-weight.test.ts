/** What a page weighs, and that nothing of it moves while it comes: on the built dashboard, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { movedOf, noteShifts, shiftsOf } from './moved.ts';
import { serveFictional } from './serve-fictional.ts';
import { longLetter, trainerLetter } from './served.ts';

const browsing = browse();
const served = serveFictional();

/** What a search page may cost who opens it for the first time, in bytes as transferred, headers and all. */
const MOST_BYTES = 350 * 1_024;
/** The sum of the layout shifts of a page; 0.1 is what the web vitals call good. */
const MOST_SHIFT = 0.05;

/** Opens an address and waits until all of it is there. Returns what was transferred, by path without the hashes of files. */
async function transferred(page: Page, path: string): Promise<Map<string, number>> {
  const cdp = await page.context().newCDPSession(page);
  const names = new Map<string, string>();
  const bytes = new Map<string, number>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { origin, pathname } = new URL(names.get(requestId) ?? '');
    if (origin === served.url) bytes.set(pathname, (bytes.get(pathname) ?? 0) + encodedDataLength);
  });
  await cdp.send('Network.enable');
  await page.goto(`${served.url}${path}`);
  await page.getByRole('article').first().waitFor();
  await page.waitForLoadState('networkidle');
  return bytes;
}

describe('the search page', () => {
  it.each(['/', '/?q=therapy', '/?q=therapy&decision=upheld'])('%s weighs less than 350 KB', async (path) => {
    const bytes = await transferred(browsing.page(), path);
    const sum = [...bytes.values()].reduce((all, one) => all + one, 0);
    // Else nothing was counted.
    expect([...bytes.keys()]).toEqual(expect.arrayContaining(['/', '/api/v1/search', expect.stringMatching(/^\/assets\/.*\.js$/)]));
    expect(sum, JSON.stringify(Object.fromEntries(bytes))).toBeLessThan(MOST_BYTES);
  });

  it('asks for what it shows alone', async () => {
    const paths = [...(await transferred(browsing.page(), '/?q=therapy')).keys()];
    expect(paths.filter((path) => path.startsWith('/api/')).sort()).toEqual(['/api/v1/collected', '/api/v1/search', '/api/v1/stats']);
    // The chart library is of another page.
    expect(paths.filter((path) => path.includes('analytics'))).toEqual([]);
  });
});

function besideOf({ caseNumber }: { caseNumber: string }, item: number): string {
  return `&beside=${encodeURIComponent(`dwc:${caseNumber}#${item}`)}`;
}

const PAGES = {
  'a search without words': '/',
  'a search with words': '/?q=therapy',
  'a search with a filter': '/?q=therapy&category=rehab',
  'a determination': `/determinations/${trainerLetter().caseNumber}?q=trainer`,
  'similar cases': `/similar?case=dwc:${trainerLetter().caseNumber}&item=1`,
  'two side by side': `/similar?case=dwc:${trainerLetter().caseNumber}&item=1${besideOf(trainerLetter(), 1)}${besideOf(longLetter(), 2)}`,
  'a case to be described': '/similar',
  saved: '/saved',
  explain: '/explain',
  'an explained letter': `/explain?id=dwc:${trainerLetter().caseNumber}`,
  about: '/about',
  unreadable: '/unreadable',
  analytics: '/analytics',
};

it('a shift that is made on purpose is seen', async () => {
  const page = browsing.page();
  await noteShifts(page);
  await page.goto(`${served.url}/about`);
  await page.getByRole('main').locator('h1').first().waitFor();
  const before = await movedOf(page);
  await page
    .locator('body')
    .evaluate((body) => body.prepend(Object.assign(body.ownerDocument.createElement('div'), { style: 'height: 300px' })));
  await expect.poll(() => movedOf(page)).toBeGreaterThan(before + 0.05);
});

describe.each(Object.entries(PAGES))('%s', (_, path) => {
  it.each([1_280, 390])('does not move while it comes, at %i px', async (width) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await noteShifts(page);
    await page.goto(`${served.url}${path}`);
    await page.getByRole('main').locator('h1, h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await shiftsOf(page);
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    expect(sum, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST_SHIFT);
  });
});
