/** The search page as it is looked at and used: where the first result begins, how many stops lead to it, the keys between results. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';

// The browser tells every refused request; one query here is refused.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 400' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const results = () => page.getByRole('article');
const open = async (path: string) => {
  await page.goto(`${served.url}${path}`);
  await results().first().waitFor();
  await page.waitForLoadState('networkidle');
};
/** Words of which one is taken as a condition and others have other names: all that the head can say of a query. */
const ASKED = '/?q=upheld+physical+therapy';
const focused = () => page.locator(':focus');

describe('where the first result begins', () => {
  it.each([
    { width: 1280, height: 900, most: 260 },
    { width: 390, height: 844, most: 420 },
  ])('at $width pixels not below $most', async ({ width, height, most }) => {
    await page.setViewportSize({ width, height });
    for (const path of [ASKED, `${ASKED}&imrBasis=mtus`]) {
      await page.goto(`${served.url}${path}`);
      await results().first().waitFor();
      await page.waitForLoadState('networkidle');
      expect((await results().first().boundingBox())?.y, path).toBeLessThanOrEqual(most);
    }
  });

  it('a result is at most six lines high at 1280 pixels, and four where they are dense', async () => {
    /** The lines of a card: the rows of its text, whatever their sizes. */
    const linesOf = () =>
      results().evaluateAll((cards) =>
        cards.map((card) => {
          const tops = [...card.querySelectorAll('h3, h3 + div > p, dl, h3 ~ p')].flatMap((part) => {
            const { height } = part.getBoundingClientRect();
            const line = Number.parseFloat(part.ownerDocument.defaultView?.getComputedStyle(part).lineHeight ?? '');
            return Number.isNaN(line) || height < 2 ? [] : [Math.round(height / line)];
          });
          return tops.reduce((sum, lines) => sum + lines, 0);
        }),
      );
    await open('/?q=physical+therapy&decision=upheld');
    const roomy = await linesOf();
    expect(roomy.length).toBeGreaterThan(5);
    expect(Math.max(...roomy)).toBeLessThanOrEqual(6);
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Dense' }).click();
    await expect.poll(async () => Math.max(...(await linesOf()))).toBeLessThanOrEqual(4);
    // It is kept for the next visit.
    await page.reload();
    await results().first().waitFor();
    expect(Math.max(...(await linesOf()))).toBeLessThanOrEqual(4);
  });
});

describe('by keyboard', () => {
  it('the first result is within ten stops of the top of the page', async () => {
    await open(ASKED);
    let stops = 0;
    const isInResult = () => focused().evaluate((node) => node.closest('article') !== null);
    do {
      await page.keyboard.press('Tab');
      stops += 1;
    } while (stops < 20 && !(await isInResult()));
    expect(stops).toBeLessThanOrEqual(10);
  });

  it('a row of tools is one stop: the arrows go from tool to tool and round, and the next visit begins where it was left', async () => {
    await open(ASKED);
    const row = page.getByRole('toolbar', { name: 'Results' });
    const names: (string | null)[] = [];
    await page.getByRole('button', { name: 'Best match' }).focus();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowRight');
      names.push(await focused().textContent());
    }
    expect(new Set(names).size).toBe(4);
    expect(await row.locator('[tabindex="0"]').count()).toBe(1);
    const last = names.at(-1) ?? '';
    await page.keyboard.press('Tab');
    expect(await focused().evaluate((node) => node.closest('article') !== null)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused().textContent()).toBe(last);
  });

  it('j and k go from result to result, Enter opens it, and the way back leads to it', async () => {
    await open(ASKED);
    const titles = await results().locator('h3 a').allTextContents();
    await page.keyboard.press('j');
    expect(await focused().textContent()).toBe(titles[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused().textContent()).toBe(titles[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/determinations\//);
    await page.goBack();
    await results().first().waitFor();
    await expect.poll(() => focused().textContent()).toBe(titles[1]);
  });

  it('f leads to the filters, ? lists the keys, / comes to the box from any page, and none is taken from who types', async () => {
    await open(ASKED);
    await page.keyboard.press('f');
    expect(await focused().evaluate((node) => node.closest('aside')?.getAttribute('aria-label'))).toBe('Filters');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await keys.getByText('Next and previous result').waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await page.goto(`${served.url}/about`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search prior IMR decisions' });
    await box.waitFor();
    await expect.poll(() => focused().getAttribute('name')).toBe('q');
    await page.keyboard.type('jk?f/');
    expect(await box.inputValue()).toBe('jk?f/');
  });
});

it('the start page says what is loaded, and each of its examples finds something', async () => {
  await open('/');
  await page.getByText(/^[\d,]+ letters with [\d,]+ disputed items, decided \d{4} to \d{4}/).waitFor();
  const examples = page.getByRole('navigation', { name: 'Examples' }).getByRole('link');
  expect(await examples.count()).toBeGreaterThan(3);
  const hrefs = await examples.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const href of hrefs.filter((one) => one.startsWith('/?'))) {
    await open(href);
    await page.getByRole('heading', { level: 2, name: /^[\d,]+ disputed items? in/ }).waitFor();
  }
  // Without words the newest decisions come first, and nothing is called the best match.
  await open('/');
  const days = await results().evaluateAll((cards) =>
    cards.map((card) => Date.parse(/[A-Z][a-z]{2} \d+, \d{4}/.exec(card.querySelector('h3 + div')?.textContent ?? '')?.[0] ?? '')),
  );
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: 'Newest decision' }).waitFor();
});

it('a printed search says what was searched, where and when, and shows no controls', async () => {
  await open(`${ASKED}&imrBasis=mtus`);
  await page.locator('body').evaluate((body) => body.ownerDocument.defaultView?.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  expect(text).toContain(page.url());
  expect(text).toMatch(/printed [A-Z][a-z]{2} \d+, \d{4}/);
  expect(text).toMatch(/Shown: disputed items with Query: upheld physical therapy/);
  for (const control of [
    page.getByRole('search'),
    page.getByRole('toolbar').getByRole('button', { name: 'Export' }),
    page.getByRole('banner'),
  ]) {
    expect(await control.isVisible()).toBe(false);
  }
});

it('a refused query that is opened by its address says what is wrong, and waits for no filters', async () => {
  await page.goto(`${served.url}/?q=knee+(left`);
  await page
    .getByRole('alert')
    .getByText(/not closed/)
    .waitFor();
  await expect.poll(() => page.getByRole('complementary', { name: 'Filters' }).locator('.mantine-Skeleton-root').count()).toBe(0);
});
