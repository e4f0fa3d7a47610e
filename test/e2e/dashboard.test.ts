/** The dashboard in a real browser, over the program as a user starts it. Everything is found by role and name. */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_REAL_LETTERS, REAL_LETTERS } from '../conformance/corpora.ts';
import { browse } from './browsing.ts';
import { fictionalFolder, fictionalIndex, type Served, serve, trainerLetter } from './served.ts';

const browsing = browse({ strict: false });
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const count = () => page.getByRole('heading', { level: 2, name: /disputed items? in/ });
const results = () => page.getByRole('article');
const box = () => page.getByRole('combobox', { name: 'Search prior IMR decisions' });

/** Types a query as a user does: "/" goes to the box. */
async function type(query: string): Promise<void> {
  await count().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === query);
}

/** Typing the words finds the item first; opened, the letter has them marked. */
async function findsTheTrainer(served: Served, caseNumber: string): Promise<void> {
  await page.goto(served.url);
  await type('personal trainer');
  const first = results().first();
  await first.getByText(caseNumber).waitFor();
  expect(await first.textContent()).toContain('Upheld');
  await first.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: new RegExp(caseNumber) }).waitFor();
  const marks = page.getByRole('region', { name: /letter/i }).locator('mark');
  await marks.first().waitFor();
  const marked = (await marks.allTextContents()).map((text) => text.toLowerCase()).join(' ');
  expect(marked).toContain('personal');
  expect(marked).toContain('trainer');
  expect(browsing.complaints()).toEqual([]);
}

describe('the dashboard over fictional letters', () => {
  let folder = '';
  let served: Served;
  beforeAll(async () => {
    folder = await fictionalFolder();
    served = await serve(folder, await fictionalIndex());
  });
  afterAll(async () => {
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds an item by typing, opens it, and has the words marked in the letter', () =>
    findsTheTrainer(served, trainerLetter().caseNumber));

  it('narrows by a facet, keeps everything in the address and goes back', async () => {
    await page.goto(served.url);
    await count().waitFor();
    const all = await count().textContent();
    await page
      .getByRole('checkbox', { name: /^Overturned/ })
      .first()
      .check();
    await page.waitForURL(/decision=overturned/);
    await expect.poll(() => count().textContent()).not.toBe(all);
    const narrowed = await count().textContent();
    for (const text of await results().allTextContents()) expect(text).toContain('Overturned');
    const shared = await page.context().newPage();
    await shared.goto(page.url());
    await expect.poll(() => shared.getByRole('heading', { level: 2, name: /disputed items? in/ }).textContent()).toBe(narrowed);
    await page.goBack();
    await expect.poll(() => count().textContent()).toBe(all);
    expect(browsing.complaints()).toEqual([]);
  });

  it('shows a value of the record where it stands in the letter', async () => {
    await page.goto(`${served.url}/determinations/${trainerLetter().caseNumber}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByTitle('Show these words in the letter').filter({ hasText: 'personal trainer for the right knee' }).first().click();
    // Other values may stand inside these words (the quantity, the body part): the focus is on the first run of them.
    await expect.poll(() => page.locator(':focus').getAttribute('data-chosen')).toBe('true');
    const chosen = page.getByRole('region', { name: 'Text of the letter' }).locator('[data-chosen="true"]');
    expect((await chosen.allTextContents()).join('')).toContain('personal trainer for the right knee');
  });

  it('marks the faulty place of a query it cannot honour', async () => {
    await page.goto(`${served.url}/?q=${encodeURIComponent('knee (left')}`);
    await page
      .getByRole('alert')
      .getByText(/not closed/)
      .waitFor();
  });

  it('says so when nothing is found', async () => {
    await page.goto(`${served.url}/?q=zyzzyva`);
    await page
      .getByText(/no disputed items? match|nothing (?:was )?found|no results/i)
      .first()
      .waitFor();
  });

  it('opens exactly the items behind a mark of a chart', async () => {
    await page.goto(`${served.url}/analytics/services`);
    const mark = page.getByRole('link', { name: / of [\d,]+; .* of all items/ }).first();
    await mark.waitFor();
    const of = /of (\d+)/.exec((await mark.getAttribute('aria-label')) ?? '')?.[1];
    expect(of).toBeDefined();
    await mark.focus();
    await page.keyboard.press('Enter');
    await count().waitFor();
    await expect.poll(() => count().textContent()).toMatch(new RegExp(`^${of} disputed items`));
    expect(browsing.complaints()).toEqual([]);
  });

  it('lists what could not be read, with its reason', async () => {
    await page.goto(`${served.url}/unreadable`);
    await page.getByText('broken.pdf').waitFor();
    await page
      .getByText(/damaged/)
      .first()
      .waitFor();
  });

  it('fits a small screen and can be used by keyboard alone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(served.url);
    await count().waitFor();
    expect(await page.locator('html').evaluate((root) => root.scrollWidth <= root.clientWidth)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toMatch(/skip/i);
    await page.getByRole('button', { name: /Filters/ }).press('Enter');
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    expect(await box().count()).toBe(1);
  });
});

describe('the dashboard over an empty index', () => {
  it('says how to add letters', async () => {
    const served = await serve(null);
    try {
      await page.goto(served.url);
      await page.getByText('npm start -- path/to/letters').first().waitFor();
      await page.getByText('0 letters', { exact: true }).waitFor();
      expect(await page.getByText('all files could be read').count()).toBe(0);
    } finally {
      await served.stop();
    }
  });
});

describe('the dashboard over real letters', () => {
  const letters = REAL_LETTERS;
  if (letters === undefined) {
    it.skip(`is not tried: ${NO_REAL_LETTERS}`);
    return;
  }
  it('finds the personal trainer by typing, opens the letter and has the words marked', async () => {
    const served = await serve(letters);
    try {
      await findsTheTrainer(served, 'CM14-0039143');
    } finally {
      await served.stop();
    }
  });
});
