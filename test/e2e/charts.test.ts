/** The charts in a real browser, over the invented numbers of their gallery: words in their places, the keyboard, pictures, paper. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';

const browsing = browse({ context: { colorScheme: 'dark', acceptDownloads: true } });
const GALLERY = join(import.meta.dirname, '..', 'web', 'gallery');
const ORIGIN = 'http://gallery.invalid';
let built = '';

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'imr-gallery-'));
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  // By a process of its own, as in use: built inside Vitest it would be a build for development.
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', GALLERY, '--outDir', built, '--emptyOutDir'], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the gallery could not be built: ${stderr}`);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Goes to the gallery, or to one chart of it. */
async function visit(page: Page, chart?: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname === '/favicon.ico'
      ? route.fulfill({ status: 204 })
      : route.fulfill({ path: join(built, pathname === '/' ? 'index.html' : pathname) });
  });
  await page.goto(chart === undefined ? `${ORIGIN}/` : `${ORIGIN}/?show=${chart}`);
}

/** Opens one chart in so many pixels, and waits until it is drawn. */
async function open(page: Page, chart: string, width = 1_280): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await visit(page, chart);
  await page.locator('[data-mark]').first().waitFor();
  await page.evaluate('document.fonts.ready');
}

const DRAWN = ['dots', 'trend', 'series', 'months', 'years', 'funnel', 'linear', 'counts'];

/** Where the words of the drawing are, in pixels of the page, and the drawing itself. */
const PLACES = `(() => {
  const svg = document.querySelector('[data-marks] svg');
  const boxOf = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom }; };
  const words = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, ...boxOf(text) }));
  return { drawing: boxOf(svg), words };
})()`;
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Places {
  readonly drawing: Box;
  readonly words: readonly (Box & { readonly words: string })[];
}

describe.each(DRAWN)('the chart "%s"', (chart) => {
  it.each([1_280, 800, 390])('has no words that are cut, or over others, in %i pixels', async (width) => {
    const page = browsing.page();
    await open(page, chart, width);
    const { drawing, words } = (await page.evaluate(PLACES)) as Places;
    expect(words.length).toBeGreaterThan(5);
    for (const one of words) {
      expect(one.left, one.words).toBeGreaterThanOrEqual(drawing.left - 1);
      expect(one.right, one.words).toBeLessThanOrEqual(drawing.right + 1);
      expect(one.bottom, one.words).toBeLessThanOrEqual(drawing.bottom + 1);
    }
    // The lines of letters are less high than their boxes.
    const over = words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 && other.left < one.right - 1 && one.top + 4 < other.bottom - 4 && other.top + 4 < one.bottom - 4,
        )
        .map((other) => `${one.words} / ${other.words}`),
    );
    expect(over).toEqual([]);
  });

  it('is reached by one Tab, walked through by arrow keys, and opened by Enter', async () => {
    const page = browsing.page();
    await open(page, chart);
    const marks = page.locator('[data-mark]');
    expect(await page.locator('[data-mark][tabindex="0"]').count()).toBe(1);
    await page.getByRole('button', { name: /^Download/ }).focus();
    await page.keyboard.press('Tab');
    const reached = async () => page.evaluate('document.activeElement.getAttribute("data-mark")');
    const seen = [await reached()];
    for (let step = 1; step < (await marks.count()); step += 1) {
      await page.keyboard.press('ArrowRight');
      seen.push(await reached());
    }
    expect(new Set(seen)).toEqual(new Set(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-mark')))));
    await page.keyboard.press('Home');
    expect(await reached()).toBe(seen[0]);
    const href = String(await page.evaluate('document.activeElement.getAttribute("href")'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('status').textContent()).toBe(href);
  });

  it('has nothing that axe finds, its table open', async () => {
    const page = browsing.page();
    await open(page, chart);
    await page.locator('summary').click();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the matrix', () => {
  it('has nothing that axe finds, opens the items of a cell, and is no picture', async () => {
    const page = browsing.page();
    await page.setViewportSize({ width: 390, height: 900 });
    await visit(page, 'matrix');
    const cell = page.getByRole('table').getByRole('link').first();
    await cell.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Download/ }).click();
    expect(await page.getByRole('menuitem', { name: /PNG|SVG/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    const href = await cell.getAttribute('href');
    await cell.click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe(href);
  });
});

it.each(['none', 'nopeers', 'nodots'])('without rows ("%s") there is no drawing, and no room for one', async (chart) => {
  const page = browsing.page();
  await visit(page, chart);
  await page.getByRole('heading', { level: 2 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-marks]').count()).toBe(0);
});

describe('taken along', () => {
  const take = async (page: Page, kind: 'PNG' | 'SVG') => {
    await page.getByRole('button', { name: /^Download/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  it('as SVG it is in the light colors on a dark page, with its words as words, what was counted, and nothing of the page', async () => {
    const page = browsing.page();
    await open(page, 'trend');
    const drawn = (await page.locator('[data-marks] svg text').allTextContents()).map((words) => words.trim());
    const { name, bytes } = await take(page, 'SVG');
    expect(await page.locator('[data-picture]').count()).toBe(0);
    const svg = bytes.toString();
    // Opened as a picture by itself.
    await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    const told = (await page.locator('text').allTextContents()).map((words) => words.trim());
    expect(name).toBe('overturned-over-time-2017-03-01.svg');
    expect(told).toEqual(expect.arrayContaining(drawn));
    expect(told.slice(0, 4)).toEqual([
      'Overturned over time',
      'From 13% in Q1 2014 to 15% in Q2 2016.',
      'Counted: disputed items with Body part: Knee; Decided from Jan 1, 2014.',
      'California workers’ compensation (DWC). 5,320 disputed items in 2,911 letters.',
    ]);
    expect(told.at(-1)).toBe('Live, Mar 1, 2017. Fictional letters, counted by IMR Index.');
    expect(svg).not.toMatch(/var\(|class=|href=|<a[ >]|tabindex|color-mix|oklch/);
    expect(svg).toContain('fill="rgb(255, 255, 255)"');
  });

  it('as PNG it is a picture twice as sharp as the page', async () => {
    const page = browsing.page();
    await open(page, 'dots');
    const width = await page.locator('[data-marks] svg').evaluate((svg) => svg.getBoundingClientRect().width);
    const { name, bytes } = await take(page, 'PNG');
    expect(name).toBe('overturned-by-service-category-2017-03-01.png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2 * (Math.round(width) + 48));
  });
});

it('on paper every chart is drawn, also those that were never near the screen, as wide as the sheet', async () => {
  const page = browsing.page();
  await page.setViewportSize({ width: 1_280, height: 500 });
  await visit(page);
  await page.locator('[data-mark]').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-marks]').count()).toBeLessThan(DRAWN.length);
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  await expect.poll(() => page.locator('[data-marks]').count()).toBe(DRAWN.length);
  const widths = await page.locator('[data-marks] svg').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width));
  expect(Math.max(...widths)).toBeLessThanOrEqual(680);
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  await expect
    .poll(() =>
      page
        .locator('[data-marks] svg')
        .first()
        .evaluate((svg) => svg.getBoundingClientRect().width),
    )
    .toBeGreaterThan(1_000);
});

describe('a table on paper', () => {
  /** As wide as a sheet of A4 between its margins. */
  const SHEET = 680;
  const print = async (page: Page, chart: string) => {
    await page.setViewportSize({ width: SHEET, height: 900 });
    await visit(page, chart);
    await page.getByRole('table').first().waitFor();
    await page.evaluate('document.fonts.ready');
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
  };
  const right = (page: Page) =>
    page.locator('table, table *').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
  const names = (page: Page) => page.locator('tbody th').allInnerTexts();

  it('has every column, in as many tables as that takes, each with its rows, and is not scrolled', async () => {
    const page = browsing.page();
    await print(page, 'wide');
    const columns = (await page.locator('thead th[scope="col"]').allInnerTexts()).filter((words) => !words.includes('against'));
    expect(columns).toHaveLength(18);
    expect(columns.at(-1)).toBe('All');
    expect(new Set(columns).size).toBe(18);
    expect(await page.getByText(/^Cited at UR by year: columns \d+ to \d+ of 18$/).allInnerTexts()).toEqual([
      'Cited at UR by year: columns 1 to 6 of 18',
      'Cited at UR by year: columns 7 to 12 of 18',
      'Cited at UR by year: columns 13 to 18 of 18',
    ]);
    expect(await names(page)).toHaveLength(3 * 4);
    expect(await right(page)).toBeLessThanOrEqual(SHEET);
    expect(await page.getByText('Scroll the table sideways').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    await expect.poll(() => page.getByRole('table').count()).toBe(1);
  });

  it('has every row though a part of them is seen on the screen, its sums once, and is no wider than the sheet', async () => {
    const page = browsing.page();
    await print(page, 'long');
    expect(await names(page)).toHaveLength(43);
    expect(await page.getByText(/of 43 rows\.|on the screen/).count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.querySelector("tfoot")).display')).toBe('table-row-group');
    expect(await page.evaluate('getComputedStyle(document.querySelector("thead")).display')).toBe('table-header-group');
    // A button is left out where headings stand again on the next sheet.
    expect(await page.locator('thead button').count()).toBe(0);
    expect(await right(page)).toBeLessThanOrEqual(SHEET);
    expect(await page.getByText('Scroll the table sideways').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    await page.getByText('21 of 43 rows').waitFor();
    await page.getByRole('button', { name: 'Show all 43 rows' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(43);
  });

  it('with very many rows has the first of them, and says how many more there are', async () => {
    const page = browsing.page();
    await print(page, 'longer');
    expect(await names(page)).toHaveLength(201);
    await page.getByText('201 of 231 rows. The 30 others are on the screen').waitFor();
  });
});
