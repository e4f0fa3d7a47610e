/** What people meet every day: small screens, the keyboard, filters that cannot be used, long letters, rates beside filters. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { SearchResponseSchema } from '#contract/search.ts';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';
import { longLetter } from './served.ts';

// The browser tells every refused request; that a query can be refused is what one of these tests is about.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 400' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const count = () => page.getByRole('heading', { level: 2, name: /disputed items? in/ });
const focused = () => page.locator(':focus');

describe('on small screens', () => {
  const longCase = longLetter().caseNumber;
  it.each([360, 320])('every page fits %i pixels, with the menu in sight', async (width) => {
    await page.setViewportSize({ width, height: 740 });
    for (const path of ['/?q=knee', '/analytics', '/about', '/unreadable', `/determinations/${longCase}`, '/nowhere']) {
      await open(path);
      await page
        .getByRole('contentinfo')
        .getByText(/engine/)
        .waitFor();
      expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth), path).toBe(0);
      const button = await page.getByRole('button', { name: 'Menu' }).boundingBox();
      expect((button?.x ?? width) + (button?.width ?? 0), path).toBeLessThanOrEqual(width);
    }
  });

  it('header and footer reach both edges', async () => {
    await open('/about');
    for (const landmark of ['banner', 'contentinfo'] as const) {
      const box = await page.getByRole(landmark).boundingBox();
      expect([box?.x, box?.width]).toEqual([0, 1280]);
    }
  });

  it('a table wider than the screen says so, is labelled, and scrolls by keyboard', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await open('/analytics/services');
    const chart = page.getByRole('region', { name: 'Overturned by service category', exact: true });
    await chart.getByText('The same numbers as a table').click();
    await chart.getByText('Scroll the table sideways').waitFor();
    const region = chart.locator('section');
    expect(await region.getAttribute('aria-label')).toBe('Overturned by service category, as a table');
    await region.focus();
    const pressed = async () => {
      await page.keyboard.press('ArrowRight');
      return region.evaluate((box) => box.scrollLeft);
    };
    await expect.poll(pressed).toBeGreaterThan(0);
  });
});

describe('by keyboard', () => {
  it('a search by Enter stays in the box and names the tab', async () => {
    await open('/');
    await count().waitFor();
    await page.getByRole('combobox', { name: 'Search prior IMR decisions' }).fill('knee');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=knee/);
    await expect.poll(() => page.title()).toBe('knee — IMR Index');
    expect(await focused().getAttribute('name')).toBe('q');
    await page.goBack();
    await expect.poll(() => page.getByRole('combobox', { name: 'Search prior IMR decisions' }).inputValue()).toBe('');
  });

  it('each example of the help finds something', async () => {
    await open('/');
    await page.getByRole('button', { name: 'How to search' }).click();
    const examples = page.getByRole('dialog').getByRole('link');
    await examples.first().waitFor();
    const hrefs = await examples.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThan(4);
    for (const href of hrefs) {
      const answer = await fetch(`${served.url}/api/v1/search${new URL(href, served.url).search}`);
      expect(SearchResponseSchema.parse(await answer.json()).total, href).toBeGreaterThan(0);
    }
  });
});

describe('filters', () => {
  it('days in the wrong order are told once, beside their field; the facets and the results stay', async () => {
    await open('/');
    const before = await count().textContent();
    await page.getByLabel('From', { exact: true }).fill('2016-01-01');
    await page.getByLabel('To', { exact: true }).fill('2015-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('The last day lies before the first').waitFor();
    expect(await page.getByLabel('To', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await count().textContent()).toBe(before);
    await open('/?from=2016-01-01&to=2015-01-01');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByText(/last day lies before/i).count()).toBe(1);
    await expect.poll(() => page.getByRole('group', { name: 'Service', exact: true }).getByRole('checkbox').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Correct them in the filters' }).click();
    expect(await focused().getAttribute('name')).toBe('to');
  });

  it('a refused query keeps the facets that were there', async () => {
    await open('/?q=knee');
    await count().waitFor();
    await page.getByRole('combobox', { name: 'Search prior IMR decisions' }).fill('knee (left');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByRole('group', { name: 'Service', exact: true }).getByRole('checkbox').count()).toBeGreaterThan(0);
  });

  it('a filter on the decision is set aside for rates: said, no chip, the same marks, and the links keep the others', async () => {
    const marks = async (path: string) => {
      await open(path);
      const links = page
        .getByRole('region', { name: 'Overturned by service category', exact: true })
        .getByRole('link', { name: / of [\d,]+; .* of all items/ });
      await links.first().waitFor();
      return links.evaluateAll((all) => all.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]));
    };
    const plain = await marks('/analytics/services?priority=standard');
    const narrowed = await marks('/analytics/services?priority=standard&decision=overturned');
    expect(narrowed).toEqual(plain);
    await page.getByText('The filter on the decision is set aside here: a rate is over all outcomes.').waitFor();
    expect(await page.getByRole('list', { name: 'Active filters' }).textContent()).not.toContain('Decision');
    const href = narrowed[0]?.[1] ?? '';
    expect(new URL(href, served.url).searchParams.get('priority')).toBe('standard');
    expect(href).not.toContain('decision=');
    await page
      .getByRole('main')
      .getByText(/^Overall: [\d.]+% of [\d,]+ items overturned$/)
      .waitFor();
  });
});

describe('by what a page groups', () => {
  it('is in the address, kept by the links of the page, and there again on the way back', async () => {
    await open('/analytics/services?priority=standard');
    const chart = page.getByRole('region', { name: /^Overturned by (service category|drug class)$/ });
    const first = chart.getByRole('link', { name: / of [\d,]+; .* of all items/ }).first();
    const by = page.getByRole('combobox', { name: 'Group by' });
    await first.waitFor();
    const category = await first.getAttribute('aria-label');
    await by.selectOption('Drug class');
    await page.waitForURL(/priority=standard&by=drugClass$/);
    await expect.poll(() => first.getAttribute('aria-label')).not.toBe(category);
    await first.click();
    await count().waitFor();
    await page.goBack();
    await expect.poll(() => by.inputValue()).toBe('drugClass');
    await page.getByRole('link', { name: /^Remove Priority/ }).click();
    await page.waitForURL(/analytics\/services\?by=drugClass$/);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => first.getAttribute('aria-label')).toBe(category);
    expect(await by.inputValue()).toBe('category');
  });
});

describe('a group in a chart', () => {
  it('has its items behind its rate and everything on it behind its name, by the arrow keys too', async () => {
    await open('/analytics/services?by=service');
    const chart = page.getByRole('region', { name: 'Overturned by service', exact: true });
    const name = chart.getByRole('link', { name: /^Everything on / }).first();
    const words = ((await name.getAttribute('aria-label')) ?? '').replace('Everything on ', '');
    await chart
      .getByRole('link', { name: /; .* of all items$/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
    await page.goBack();
    await name.click();
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
  });
});

describe('rates beside words that are an outcome', () => {
  it('are over all outcomes, and a link opens exactly the items that were counted', async () => {
    await open('/analytics?q=overturned+knee');
    const overall = page.getByText(/^Overall: /).getByRole('link');
    const of = /of (\d+) items/.exec((await overall.textContent()) ?? '')?.[1];
    await overall.click();
    await expect.poll(() => count().textContent()).toMatch(new RegExp(`^${of} disputed items`));
    expect(new URL(page.url()).searchParams.get('q')).toBe('knee');
  });
});

describe('a long letter', () => {
  const { caseNumber, items } = longLetter();

  it('on a large screen, lists its items; each leads to its card', async () => {
    await page.setViewportSize({ width: 1920, height: 1000 });
    await open(`/determinations/${caseNumber}?q=knee`);
    const list = page.getByRole('navigation', { name: 'Items of this letter' });
    await list.waitFor();
    expect(await list.getByRole('link').count()).toBe(items.length);
    expect(await list.getByRole('link').nth(16).textContent()).toMatch(/^17.*(Upheld|Overturned)$/);
    await list.getByRole('link').nth(16).click();
    await page.waitForURL(/q=knee&item=17/);
    await expect.poll(() => focused().getAttribute('aria-labelledby')).toBe('item-17');
    await expect.poll(() => focused().evaluate((card) => Math.abs(card.getBoundingClientRect().top))).toBeLessThan(80);
  });

  it('on a phone, the way back from its words is in sight; Escape goes it too', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`/determinations/${caseNumber}?item=5`);
    const rationale = page.locator('[data-value="items.4.rationale"]');
    await page.getByRole('region', { name: 'Text of the letter' }).waitFor();
    const back = page.getByRole('button', { name: 'Back to item 5' });
    expect(await back.count()).toBe(0);
    await rationale.click();
    await back.waitFor();
    await page.keyboard.press('Tab');
    expect(await focused().textContent()).toBe('Back to item 5');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused().getAttribute('data-value')).toBe('items.4.rationale');
    await rationale.click();
    await back.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused().getAttribute('data-value')).toBe('items.4.rationale');
    expect(await back.count()).toBe(0);
  });

  it('copies a citation with the words of the item and its address', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
    await open(`/determinations/${caseNumber}?item=2`);
    await page.getByRole('button', { name: 'Copy citation of item 2', exact: true }).click();
    await page.getByRole('button', { name: 'Copied: citation of item 2', exact: true }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied.replace(/\s+/g, ' ')).toContain(items[1]?.inDispute.replace(/\s+/g, ' '));
    expect(copied).toContain(`${served.url}/determinations/dwc:${caseNumber}?item=2`);
  });
});
