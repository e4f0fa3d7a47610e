/** The pictures that the README shows. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { settled } from '../../test/e2e/pages.ts';

const CASE =
  'A 45-year-old gardener has pain of the left knee after a fall. Twelve visits of physical therapy are finished and the knee is stronger. The doctor asks for eight more visits.';

/** `docs`: the folder they are written to. */
export async function takeReadmePictures(browser: Browser, url: string, docs: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light', reducedMotion: 'reduce' });
  const take = async (name: string) => {
    await settled(page);
    await page.screenshot({ path: join(docs, `${name}.png`), animations: 'disabled' });
  };
  await page.goto(`${url}/?q=${encodeURIComponent('overturned physical therapy')}`);
  const first = page.getByRole('article').first();
  await first.waitFor();
  await take('search');
  const letter = /CM\d\d-\d{7}/.exec((await first.textContent()) ?? '')?.[0];
  await page.goto(`${url}/determinations/${letter}?q=physical%20therapy`);
  await page.locator('mark').first().waitFor();
  await take('determination');
  await page.goto(`${url}/similar`);
  await page.getByRole('textbox').first().fill(CASE);
  await page.getByRole('button', { name: /find/i }).first().click();
  await page.getByRole('article').first().waitFor();
  await take('similar');
  await page.goto(`${url}/analytics/services`);
  await page.locator('[data-mark]').first().waitFor();
  await take('analytics');
}
