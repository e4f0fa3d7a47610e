/** Every page is open to everybody: axe finds nothing of moderate or worse on any, wide and narrow, light and dark. */
import { beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { type Kept, keepSome, PAGES, waitForFull } from './pages.ts';
import { serveFictional } from './serve-fictional.ts';

// The browser tells every refused request; that a query can be refused is one of the pages.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 400' });
const served = serveFictional();
let kept: Kept;
beforeAll(async () => {
  kept = await keepSome(served.url);
});

const LOOKS = [
  { width: 1280, height: 900, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
] as const;

/** What a control is called holds the words it shows, for those who speak to it. */
const SPOKEN = ['label-content-name-mismatch'];

describe.each(PAGES.map((page) => [page.title, page] as const))('%s', (_, shown) => {
  it.each(LOOKS)('$width px, $scheme', async ({ width, height, scheme }) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`${served.url}${shown.path(kept)}`);
    await waitForFull(page, shown);
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
  });
});

describe('dialogs', () => {
  it.each(LOOKS)('$width px, $scheme', async ({ width, height, scheme }) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`${served.url}/?q=therapy`);
    const dialog = page.getByRole('dialog');
    await page
      .getByRole('button', { name: /^Collect item/ })
      .first()
      .click();
    await dialog.getByRole('checkbox').first().check();
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Collect…/ }).click();
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
  });
});
