/** What a page shows for a question in words that nothing answers whole: what comes nearest, the way to summaries, the way to rates. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { SearchResponseSchema } from '#contract/search.ts';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (q: string) => page.goto(`${served.url}/?q=${encodeURIComponent(q)}`);
const answerTo = async (q: string) =>
  SearchResponseSchema.parse(await (await fetch(`${served.url}/api/v1/search?q=${encodeURIComponent(q)}`)).json());

describe('a question in words', () => {
  it('that no item answers whole shows what comes nearest: counted, exported, with what it lacks and without a rate', async () => {
    const { total, nearest } = await answerTo('knee zzyzx');
    expect(total).toBe(0);
    await open('knee zzyzx');
    const heading = page.getByRole('heading', {
      level: 2,
      name: /^No disputed item has all of it; [\d,]+ disputed items in [\d,]+ letters come nearest$/,
    });
    await heading.waitFor();
    expect(await heading.textContent()).toContain(`${nearest?.items.toLocaleString('en-US')} disputed items`);
    await page.getByText('None of them has “zzyzx”.').waitFor();
    const outcomes = page.getByRole('list', { name: /How they were decided/ });
    expect(await outcomes.getByRole('link', { name: 'Rates of these' }).count()).toBe(0);
    expect(await outcomes.getByRole('link', { name: /^Upheld/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText(/items that come nearest/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /items without “zzyzx”/ }).click();
    await page.waitForURL(/q=knee$/);
    await page.getByRole('link', { name: 'Rates of these' }).first().waitFor();
  });

  it('that is on its way dims what is told of the one before, and exports nothing of it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/search\?q=pain(&|$)/, async (route) => {
      await held;
      await route.continue();
    });
    await open('knee');
    await page.getByRole('link', { name: 'Rates of these' }).first().waitFor();
    const counts = page.locator('[data-stale]').filter({ has: page.getByRole('heading', { level: 2, name: /disputed items? in/ }) });
    const facets = page.getByRole('complementary', { name: 'Filters' }).locator('[data-stale]');
    const opacities = () =>
      Promise.all(
        [counts, facets].map((one) => one.evaluate((node) => Number(node.ownerDocument.defaultView?.getComputedStyle(node).opacity))),
      );
    expect(await opacities()).toEqual([1, 1]);
    await page.getByRole('combobox', { name: 'Search prior IMR decisions' }).fill('pain');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=pain$/);
    await expect.poll(async () => Math.max(...(await opacities()))).toBeLessThan(0.8);
    expect(await page.getByRole('region', { name: 'Results' }).getAttribute('aria-busy')).toBe('true');
    expect(await facets.getAttribute('aria-busy')).toBe('true');
    expect(await page.getByRole('button', { name: 'Export' }).isDisabled()).toBe(true);
    release();
    await expect.poll(opacities).toEqual([1, 1]);
    expect(await facets.getAttribute('aria-busy')).toBe('false');
    expect(await page.getByRole('button', { name: 'Export' }).isEnabled()).toBe(true);
  });

  it('with a condition that no item has beside the rest says so, with the way to leave it out', async () => {
    expect((await answerTo('knee 2024')).nearest).toMatchObject({ lacking: [{ typed: '2024', items: 0 }], inSummary: false });
    await open('knee 2024');
    await page.getByRole('button', { name: /^Understood as .*Decided/ }).click();
    await page.getByText(/taken as the filter Decided .*; none of these have it\./).waitFor();
    await page.getByRole('link', { name: 'Leave it out' }).click();
    await page.waitForURL(/q=knee$/);
    await page.getByRole('heading', { level: 2, name: /^[\d,]+ disputed items in/ }).waitFor();
  });

  it('in quotes that only case summaries have says so, with one click to search them', async () => {
    const { hits } = await answerTo('knee');
    const answer = await fetch(`${served.url}/api/v1/determinations/${hits[0]?.letterId}`);
    const letter = (await answer.json()) as { determination: { clinicalSummary: { value: string } } };
    const words = letter.determination.clinicalSummary.value.split(/\s+/).slice(0, 6).join(' ');
    const phrase = `"${words.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')}"`;
    expect(await answerTo(phrase)).toMatchObject({ total: 0, inSummaries: expect.any(Number) });
    await open(phrase);
    await page.getByText(/^No item says it itself; /).waitFor();
    await page.getByRole('link', { name: 'Search case summaries too' }).click();
    await page.waitForURL(/summary=true/);
    await page.getByRole('article').first().waitFor();
  });

  it('for a rate leads to the rates of what is filed under the thing', async () => {
    await open('overturn rate of physical therapy');
    await page.getByRole('link', { name: 'rates of Service: Physical therapy' }).click();
    await page.waitForURL(/\/analytics\?service=rehab\.pt$/);
    await page
      .getByText(/^Overall: /)
      .first()
      .waitFor();
  });
});
