/** A determination in a real browser: its head stays in sight, its items open one at a time beside their words, its marks have the outcome's color. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeLetter, makeLetters } from '../fixtures/letters/generate.ts';
import { toBundlePdf } from '../fixtures/letters/render/to-pdf.ts';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { movedOf, noteShifts } from './moved.ts';
import { serveFictional } from './serve-fictional.ts';
import { longLetter, serve, trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const LONG = longLetter();
const open = (path: string) => page.goto(`${served.url}/determinations/${path}`);
const focused = () => page.locator(':focus');
/** The button that opens an item or closes it. */
const toggle = (number: number) => page.locator(`button[aria-controls="item-${number}-panel"]`);
const isOpen = (number: number) => toggle(number).getAttribute('aria-expanded');
const opened = () => page.locator('button[aria-controls][aria-expanded="true"]').count();
const words = () => page.getByRole('region', { name: 'Text of the letter' });
const top = async (what: ReturnType<Page['locator']>) => (await what.boundingBox())?.y ?? Number.NaN;

async function textOf(bytes: Uint8Array, look: (document: PDFiumDocument) => string | number): Promise<string | number> {
  const pdfium = await PDFiumLibrary.init();
  const document = await pdfium.loadDocument(bytes);
  try {
    return look(document);
  } finally {
    document.destroy();
    pdfium.destroy();
  }
}

describe('the head', () => {
  it.each([
    [1280, 900],
    [390, 844],
  ])('stays in sight at %i px, above the title of the item that was gone to', async (width, height) => {
    await page.setViewportSize({ width, height });
    await open(`${LONG.caseNumber}?item=7`);
    const title = page.locator('#item-7');
    await title.waitFor();
    const head = page.getByRole('heading', { level: 1, name: `IMR determination ${LONG.caseNumber}` });
    const isClear = async (of: typeof title) => {
      const bar = await page.locator('[data-stays]').boundingBox();
      expect(bar?.y).toBe(0);
      expect(await top(head)).toBeGreaterThanOrEqual(0);
      expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
      return (await top(of)) >= (bar?.height ?? Number.NaN);
    };
    await expect.poll(() => isClear(title)).toBe(true);
    await page.getByText(`Item 7 of ${LONG.items.length}`, { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Next item' }).click();
    await page.waitForURL(/item=8/);
    await page.getByText(`Item 8 of ${LONG.items.length}`, { exact: true }).waitFor();
    await expect.poll(() => isClear(page.locator('#item-8'))).toBe(true);
    // The way on keeps the focus, and so leads further.
    expect(await focused().getAttribute('aria-label')).toBe('Next item');
  });

  it('leads from result to result, and back to the list', async () => {
    await page.goto(`${served.url}/?q=therapy`);
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
    await page.getByText(/^Result 1 of \d+$/).waitFor();
    const first = page.url();
    await page.getByRole('link', { name: 'Next result' }).click();
    await page.getByText(/^Result 2 of \d+$/).waitFor();
    expect(page.url()).not.toBe(first);
    expect(page.url()).toContain('q=therapy');
    await page.getByRole('link', { name: 'Back to results' }).click();
    await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === 'therapy');
  });
});

describe('its items', () => {
  it('are opened by keyboard, one at a time, each with its words in the letter', async () => {
    await open(LONG.caseNumber);
    await expect.poll(() => isOpen(1)).toBe('true');
    expect(await opened()).toBe(1);
    await words().waitFor();
    await toggle(3).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/item=3/);
    await expect.poll(() => isOpen(3)).toBe('true');
    expect(await opened()).toBe(1);
    expect(await focused().getAttribute('aria-controls')).toBe('item-3-panel');
    const heading = words().locator('[data-paths~="items.2.heading"]').first();
    await expect
      .poll(async () => {
        const box = await words().boundingBox();
        const at = await top(heading);
        return at > (box?.y ?? Number.NaN) && at < (box?.y ?? Number.NaN) + 100;
      })
      .toBe(true);
    await page.keyboard.press('j');
    await expect.poll(() => focused().getAttribute('aria-labelledby')).toBe('item-4');
    expect(await opened()).toBe(1);
    await page.keyboard.press('k');
    await expect.poll(() => focused().getAttribute('aria-labelledby')).toBe('item-3');
    await toggle(3).press(' ');
    await expect.poll(() => opened()).toBe(0);
    await page.getByRole('button', { name: 'Open all' }).click();
    await expect.poll(() => opened()).toBe(LONG.items.length);
    await page.getByRole('button', { name: 'Close all but one' }).click();
    await expect.poll(() => opened()).toBe(1);
    expect(await isOpen(3)).toBe('true');
  });

  it('are opened by their words in the letter, which lead to the value', async () => {
    await open(LONG.caseNumber);
    await words().locator('[data-paths~="items.5.decision"][data-start]').first().click();
    await expect.poll(() => focused().getAttribute('data-value')).toBe('items.5.decision');
    expect(await isOpen(6)).toBe('true');
    await page.waitForURL(/item=6/);
    expect(await opened()).toBe(1);
  });
});

describe('its marks', () => {
  it.each(['upheld', 'overturned'])('of what is %s have the color of that outcome, in the letter and beside it', async (outcome) => {
    await open(LONG.caseNumber);
    await words().waitFor();
    const ground = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor);
    const badge = await ground(`[data-decision="${outcome}"]`);
    expect(await ground(`[data-paths$=".decision"][data-outcome="${outcome}"]`)).toBe(badge);
    expect(await ground(`ul[aria-label="What the colors in the letter mean"] [data-outcome="${outcome}"]`)).toBe(badge);
    const other = outcome === 'upheld' ? 'overturned' : 'upheld';
    expect(await ground(`[data-decision="${other}"]`)).not.toBe(badge);
    // The word itself says the same.
    const marked = await page.locator(`[data-paths$=".decision"][data-outcome="${outcome}"]`).allTextContents();
    expect(marked.join(' ').toLowerCase()).toContain(outcome);
  });
});

describe('on paper', () => {
  it('a letter of one page takes two at most, the first of which has the item', async () => {
    await open(trainerLetter().caseNumber);
    await words().waitFor();
    await page.waitForLoadState('networkidle');
    const pdf = await page.pdf({ format: 'Letter' });
    expect(await textOf(pdf, (document) => document.getPageCount())).toBeLessThanOrEqual(2);
    const first = String(await textOf(pdf, (document) => document.getPage(0).getText()));
    expect(first).toContain('UR decision upheld: not found medically necessary');
    expect(first).toContain('printed');
    expect(first).not.toContain('Copy citation');
  });

  it('what is closed is one line', async () => {
    await open(LONG.caseNumber);
    await words().waitFor();
    const pdf = await page.pdf({ format: 'Letter' });
    const first = String(await textOf(pdf, (document) => document.getPage(0).getText())).replace(/\s+/g, ' ');
    for (const item of LONG.items.slice(1, 6)) expect(first).toContain(item.inDispute.replace(/\s+/g, ' '));
  });
});

describe('the original file', () => {
  it('is opened at the page of the item', async () => {
    const [letter] = makeLetters(60, 5).toSorted((a, b) => b.items.length - a.items.length);
    if (letter === undefined) throw new Error('there are fictional letters');
    await open(`${letter.caseNumber}?item=${letter.items.length}`);
    const link = page.getByRole('link', { name: /^Original file, page \d+$/ });
    const href = (await link.getAttribute('href')) ?? '';
    const number = Number(/#page=(\d+)$/.exec(href)?.[1]);
    expect(number).toBeGreaterThan(1);
    const bytes = await (await page.request.get(new URL(href, served.url).href)).body();
    const plain = (text: string) => text.replace(/[^a-z0-9]/gi, '').toLowerCase();
    const text = String(await textOf(bytes, (document) => document.getPage(number - 1).getText()));
    expect(plain(text)).toContain(plain(letter.items.at(-1)?.heading ?? '').slice(0, 20));
  });
});

describe('a letter of a file of several', () => {
  it('opens its original at its own page of the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-e2e-bundle-'));
    const [first, second] = [11, 12].map((seed) => makeLetter({ seed, layout: '2016' }));
    if (first === undefined || second === undefined) throw new Error('two fictional letters');
    writeFileSync(join(folder, 'bundle.pdf'), await toBundlePdf([first, ['EXHIBIT B'], second]));
    const bundle = await serve(folder);
    try {
      await page.goto(`${bundle.url}/determinations/dwc:${second.caseNumber}`);
      await page.getByText(/letter 2, page/).waitFor();
      const href = (await page.getByRole('link', { name: /^Original file, page \d+$/ }).getAttribute('href')) ?? '';
      const number = Number(/#page=(\d+)$/.exec(href)?.[1]);
      const answer = await page.request.get(new URL(href, bundle.url).href);
      expect(answer.status()).toBe(200);
      const text = String(await textOf(await answer.body(), (document) => document.getPage(number - 1).getText()));
      const plain = (words: string) => words.replace(/[^a-z0-9]/gi, '').toLowerCase();
      expect(plain(text)).toContain(plain(second.items[0]?.heading ?? '').slice(0, 20));
    } finally {
      await bundle.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what every page has to keep', () => {
  it.each([1280, 1920, 390])('at %i px nothing moves while it is loaded', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await noteShifts(page);
    await open(LONG.caseNumber);
    await words().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await movedOf(page)).toBeLessThan(0.05);
  });

  it.each([
    [1920, 'light', `/determinations/${LONG.caseNumber}?item=3&q=knee`],
    [1280, 'dark', `/determinations/${LONG.caseNumber}?item=3&q=knee`],
    [390, 'light', `/determinations/${LONG.caseNumber}?item=3&q=knee`],
    [1280, 'light', `/explain?id=${LONG.caseNumber}`],
    [390, 'dark', `/explain?id=${LONG.caseNumber}`],
    [1280, 'light', '/explain'],
  ] as const)('at %i px, %s: axe finds nothing on %s', async (width, scheme, path) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`${served.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page, ['label-content-name-mismatch'])).toEqual([]);
  });
});
