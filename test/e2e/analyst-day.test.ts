/** An analyst's day in a real browser: type, filter, open, step through marks, go back, share, export and compare. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';
import { trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce', acceptDownloads: true } });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const box = () => page.getByRole('combobox', { name: 'Search prior IMR decisions' });
const count = () => page.getByRole('heading', { level: 2, name: /disputed items? in/ });
const results = () => page.getByRole('article');
const focused = () => page.locator(':focus');

/** What a page of results says, without what is drawn of it. */
const said = async (on: Page) => {
  await on.locator('[aria-label="Results"][aria-busy="false"]').waitFor();
  return {
    count: await on.getByRole('heading', { level: 2, name: /disputed items? in/ }).textContent(),
    chips: await on.getByRole('list', { name: 'Active filters' }).allTextContents(),
    results: await on.getByRole('article').getByRole('heading').allTextContents(),
  };
};

describe('the address', () => {
  it('is the search: whoever opens it sees the same words, filters, order and results', async () => {
    await open('/?q=overturned+therapy&category=rehab&sort=newest&group=letter');
    await results().first().waitFor();
    const colleague = await browsing.browser().newContext({ viewport: { width: 1280, height: 900 } });
    try {
      const theirs = await colleague.newPage();
      await theirs.goto(page.url());
      await theirs.getByRole('article').first().waitFor();
      expect(await said(theirs)).toEqual(await said(page));
      expect(await theirs.getByRole('combobox', { name: 'Search prior IMR decisions' }).inputValue()).toBe('overturned therapy');
    } finally {
      await colleague.close();
    }
  });
});

describe('typing', () => {
  it('offers fields and values; arrows go to them, Enter takes one, Escape closes, Enter searches', async () => {
    await open('/');
    await count().waitFor();
    await box().pressSequentially('decis');
    const offers = page.getByRole('listbox', { name: 'What may be typed next' });
    await offers.getByRole('option').first().waitFor();
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => offers.getByRole('option', { selected: true }).textContent()).toContain('decision:');
    await page.keyboard.press('Enter');
    expect(await box().inputValue()).toBe('decision:');
    await page.keyboard.type('uph');
    await offers.getByRole('option', { name: /Upheld/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
    expect(await box().inputValue()).toBe('decision:uph');
    await page.keyboard.type('eld');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=decision%3Aupheld/);
    await expect.poll(async () => (await results().allTextContents()).every((text) => text.includes('Upheld'))).toBe(true);
  });

  it('a value is put in by its words, which mean it', async () => {
    await open('/');
    await count().waitFor();
    await box().pressSequentially('service:physical');
    await page.getByRole('option', { name: /^Physical therapy/ }).click();
    expect(await box().inputValue()).toBe('service:"physical therapy" ');
    await page.waitForURL(/q=service/);
    await count().waitFor();
    await expect.poll(async () => (await results().allTextContents()).every((text) => text.includes('Physical therapy'))).toBe(true);
  });

  it('a condition that was read out of the words is a filter: left out, its words go with it; as words they are looked for on request', async () => {
    await open('/?q=overturned+knee');
    const understood = page.getByRole('button', { name: /^Understood as Decision: Overturned/ });
    await understood.click();
    const tick = page.getByRole('checkbox', { name: /^Overturned \(from the words\)/ });
    await expect.poll(() => tick.isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Look for “overturned” as a word' }).press('Enter');
    await page.waitForURL(/literal=overturned/);
    await expect.poll(() => focused().textContent()).toBe('Understand it again');
    await page.keyboard.press('Enter');
    await understood.waitFor();
    await expect.poll(() => focused().textContent()).toBe('Look for “overturned” as a word');
    await page.getByRole('link', { name: 'Leave it out' }).press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=knee');
    await expect.poll(() => focused().textContent()).toMatch(/disputed items? in/);
    await open('/?q=overturned+knee');
    await page.getByRole('checkbox', { name: /^Upheld/ }).click();
    await page.waitForURL(/q=knee&decision=overturned&decision=upheld/);
  });

  it('a chip taken out hands the focus to the next one, and the last to the results', async () => {
    await open('/?q=knee&decision=upheld&from=2001-01-01');
    await count().waitFor();
    const remove = (name: RegExp) => page.getByRole('list', { name: 'Active filters' }).getByRole('link', { name });
    await remove(/^Remove Decision/).press('Enter');
    await expect.poll(() => focused().getAttribute('aria-label')).toMatch(/^Remove Decided from/);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=knee');
    await expect.poll(() => focused().textContent()).toMatch(/disputed items? in/);
    await open('/?q=knee&decision=upheld&from=2001-01-01');
    await page.getByRole('link', { name: 'Clear all' }).press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=knee');
    await expect.poll(() => focused().textContent()).toMatch(/disputed items? in/);
  });

  it('a word that is in no letter is named, with the search without it', async () => {
    await open('/?q=zyzzyvaq+knee');
    await page.getByText('None of them has “zyzzyvaq”').waitFor();
    await page.getByRole('link', { name: /without “zyzzyvaq”$/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('knee');
    await count().waitFor();
  });
});

describe('filters', () => {
  it('a category is ticked whole, taken apart by its services, and the others keep their counts', async () => {
    await open('/?q=therapy');
    await count().waitFor();
    const group = page.getByRole('group', { name: 'Service', exact: true });
    const rows = () => group.getByRole('checkbox').count();
    const first = group.getByRole('checkbox').first();
    await first.waitFor();
    const before = await rows();
    await first.check();
    await page.waitForURL(/category=/);
    await expect.poll(rows).toBe(before);
    await group.getByRole('button', { name: /^The / }).first().click();
    const leaf = group.getByRole('checkbox').nth(1);
    expect(await leaf.isChecked()).toBe(true);
    await leaf.uncheck();
    await expect.poll(() => new URL(page.url()).searchParams.get('category')).toBeNull();
    await page.getByRole('button', { name: /^Service/, expanded: true }).click();
    expect(await page.getByRole('button', { name: /^Service/, expanded: false }).textContent()).toMatch(/chosen|Service/);
  });

  it('a bar chooses its days by keyboard, a year gives way to its months, and all come back', async () => {
    await open('/?q=therapy');
    const chart = page.getByRole('list', { name: /Items by decision day/ });
    await chart.getByRole('button').first().waitFor();
    const all = await count().textContent();
    await chart.locator('[tabindex="0"]').focus();
    await page.keyboard.press('End');
    const year = await focused().getAttribute('data-bar');
    expect(year).toMatch(/^\d{4}$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`from=${year}-01-01&to=${year}-12-31`));
    await expect.poll(() => focused().getAttribute('data-bar')).toMatch(new RegExp(`^${year}-`));
    await page.getByRole('button', { name: 'All years' }).click();
    await expect.poll(() => page.url()).not.toContain('from=');
    await expect.poll(() => focused().getAttribute('data-bar')).toMatch(/^\d{4}$/);
    await expect.poll(() => count().textContent()).toBe(all);
  });
});

describe('a result', () => {
  it('is opened, its marks are stepped through, and going back finds the same place', async () => {
    await open('/?q=necessary');
    const link = results().nth(8).getByRole('heading').getByRole('link');
    await link.waitFor();
    const name = await link.textContent();
    await link.scrollIntoViewIfNeeded();
    const top = await page.locator('html').evaluate((root) => root.scrollTop);
    await link.click();
    await page.getByRole('heading', { level: 1, name: /IMR determination/ }).waitFor();
    const letter = page.getByRole('region', { name: 'Text of the letter' });
    await letter.locator('mark').first().waitFor();
    await page.keyboard.press('n');
    await page.getByText(/^match 1 of \d+$/).waitFor();
    await page.keyboard.press('n');
    await page.getByText(/^match 2 of \d+$/).waitFor();
    await page.keyboard.press('p');
    await page.getByText(/^match 1 of \d+$/).waitFor();
    expect(await letter.locator('mark[data-current="true"]').count()).toBe(1);
    await page.getByRole('link', { name: 'Back to results' }).click();
    await expect.poll(() => focused().textContent()).toBe(name);
    expect(Math.abs((await page.locator('html').evaluate((root) => root.scrollTop)) - top)).toBeLessThan(5);
  });

  it('leads from a citation to whoever cites the same, with how those were decided', async () => {
    await open(`/determinations/${trainerLetter().caseNumber}`);
    await page
      .getByRole('link', { name: /^Items that cite .*on either side$/ })
      .first()
      .click();
    await count().waitFor();
    expect(page.url()).toContain('guideline=');
    await page.getByRole('list', { name: 'How they were decided' }).waitFor();
  });

  it('all that matched is exported', async () => {
    await open('/?q=knee');
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /^CSV/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });
});

describe('on a small screen', () => {
  it('the way through the matches of a letter stays at the foot of the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`/determinations/${trainerLetter().caseNumber}?q=necessary`);
    const next = page.getByRole('button', { name: 'Next match' });
    await next.waitFor();
    const box = await next.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await next.click();
    await page.getByText(/^match 1 of \d+$/).waitFor();
    const mark = await page.locator('mark[data-current="true"]').boundingBox();
    expect(mark?.y).toBeGreaterThan(0);
    expect(mark?.y).toBeLessThan(box?.y ?? 0);
  });

  it('counts filters alone on their button, and how many results there are on the way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/?q=therapy&decision=upheld');
    await page.getByRole('button', { name: 'Filters (1)' }).click();
    await page.getByRole('button', { name: /^Show \d+ results?$/ }).click();
    await count().waitFor();
  });

  it.each([390, 320])('the pages of the day fit %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of [
      '/?q=zyzzyvaq+knee',
      '/?q=therapy&group=letter',
      '/similar',
      `/similar?case=dwc:${trainerLetter().caseNumber}&item=1`,
      '/saved',
    ]) {
      await open(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      await page.getByRole('main').locator('article, form, h2').first().waitFor({ state: 'attached' });
      expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth), path).toBe(0);
    }
  });
});
