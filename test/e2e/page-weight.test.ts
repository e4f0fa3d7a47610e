/** What a page weighs, and that nothing of it moves while it comes: on the built dashboard, in a real browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { movedOf, noteShifts, type Shift, shiftsOf } from './moved.ts';
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

  it.each(['/', '/?q=therapy', '/?decision=upheld&sort=oldest&page=2'])('%s asks for what it shows alone, and once', async (path) => {
    const page = browsing.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await transferred(page, path);
    expect(asked.filter((one) => one.startsWith('/api/')).sort()).toEqual(['/api/v1/collected', '/api/v1/search', '/api/v1/stats']);
    // The chart library is of another page.
    expect(asked.filter((one) => one.includes('analytics'))).toEqual([]);
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

/** Opens a page, and gives what moved on it until all of it was there. `meanwhile`: between the first drawing and the answers. */
async function openedShifts(page: Page, path: string, width: number, meanwhile: () => Promise<void>): Promise<Shift[]> {
  await page.setViewportSize({ width, height: width === NARROW ? 844 : 900 });
  await noteShifts(page);
  await page.goto(`${served.url}${path}`);
  await meanwhile();
  await page.getByRole('main').locator('h1, h2').first().waitFor();
  await page.waitForLoadState('networkidle');
  return shiftsOf(page);
}

const NARROW = 390;
const WIDTHS = [1_280, NARROW];
const NEXT_FRAME = 'new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))))';
const sumOf = (shifts: readonly Shift[]) => shifts.reduce((all, { value }) => all + value, 0);

describe.each(Object.entries(PAGES))('%s', (_, path) => {
  it.each(WIDTHS)('does not move while it comes, at %i px', async (width) => {
    const shifts = await openedShifts(browsing.page(), path, width, async () => {});
    expect(sumOf(shifts), JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST_SHIFT);
  });

  it.each(WIDTHS)('does not move when its answers come late, at %i px', async (width) => {
    const page = browsing.page();
    const drawn = Promise.withResolvers<void>();
    await page.route('**/api/**', async (route) => {
      await drawn.promise;
      await route.continue();
    });
    const shifts = await openedShifts(page, path, width, async () => {
      await page.getByRole('main').waitFor();
      await page.evaluate(NEXT_FRAME);
      drawn.resolve();
    });
    expect(sumOf(shifts), JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST_SHIFT);
  });
});

describe('what is built', () => {
  const assets = join(import.meta.dirname, '..', '..', 'web', 'dist', 'assets');
  const textOf = (end: string) =>
    readdirSync(assets)
      .filter((name) => name.endsWith(end))
      .map((name) => readFileSync(join(assets, name), 'utf8'))
      .join('\n');

  it('has the rules of every class of the component library that it names', () => {
    const [scripts, sheets] = [textOf('.js'), textOf('.css')];
    const library = readFileSync(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8');
    const ruled = new Set(library.match(/\.m_[0-9a-f]+\b/g));
    const named = [...new Set(scripts.match(/\bm_[0-9a-f]+\b/g))].map((name) => `.${name}`).filter((name) => ruled.has(name));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !sheets.includes(name))).toEqual([]);
  });

  it('has no schemas, and a word before the program that has it compiled as it comes', () => {
    expect(textOf('.js')).not.toContain('_zod');
    const program = readdirSync(assets).find((name) => /^program-.*\.js$/.test(name)) ?? '';
    const code = readFileSync(join(assets, program), 'utf8');
    expect(code).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
    expect(brotliDecompressSync(readFileSync(join(assets, `${program}.br`))).toString()).toBe(code);
  });
});
