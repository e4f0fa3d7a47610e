/** The frame of the analytics pages: what narrows them is set on the page itself, stands in the address, goes along from page to page, and is told on paper. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';

// A narrowing that cannot be is refused, and the browser tells every refusal.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 400' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const params = () => new URL(page.url()).searchParams;
const overall = () => page.getByText(/^Overall: /).first();
const filters = () => page.getByRole('complementary', { name: 'Filters' });
const focused = () => page.locator(':focus');
/** How many items the rate over all is of, once it is no longer what it was. */
async function of(not?: number): Promise<number> {
  const read = async () => Number(/of ([\d,]+) items/.exec((await overall().textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN);
  await expect.poll(read).not.toBe(not ?? Number.NaN);
  await expect.poll(read).not.toBeNaN();
  return read();
}

describe('narrowing on the page', () => {
  it('a filter that is ticked narrows the numbers; the rate opens as many items as it says', async () => {
    await open('/analytics');
    const all = await of();
    await filters()
      .getByRole('checkbox', { name: /^Rehabilitation/ })
      .check();
    await page.waitForURL(/\/analytics\?category=rehab$/);
    const some = await of(all);
    expect(some).toBeLessThan(all);
    await overall().getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${some} disputed items`) }).waitFor();
    expect(params().get('category')).toBe('rehab');
    await page.goBack();
    await page.getByRole('link', { name: /^Remove Service category/ }).click();
    await page.waitForURL(/\/analytics$/);
    expect(await of(some)).toBe(all);
  });

  it('words that are typed narrow them too, with suggestions and what was understood', async () => {
    await open('/analytics?priority=standard');
    const all = await of();
    const box = page.getByRole('combobox', { name: 'Count disputed items that match' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => box.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await box.pressSequentially('physical ther');
    await page.getByRole('option').first().waitFor();
    await box.fill('physical therapy');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/analytics\?q=physical\+therapy&priority=standard$/);
    expect(await of(all)).toBeLessThan(all);
    await page.getByText('Items that only mention the words are counted too').waitFor();
    await page.getByRole('button', { name: /^Understood as/ }).click();
    await page.getByText(/also searched/).waitFor();
  });

  it('what was decided is no filter here: none is offered, and one of the address is told', async () => {
    await open('/analytics');
    await filters().getByRole('button', { name: 'Service', exact: true }).waitFor();
    expect(await filters().getByRole('button', { name: 'Decision' }).count()).toBe(0);
    expect(await filters().getByRole('button', { name: 'Reason' }).count()).toBe(0);
    const all = await of();
    await open('/analytics?decision=upheld');
    await page.getByText('The filter on the decision is set aside here: a rate is over all outcomes.').waitFor();
    expect(await of()).toBe(all);
  });

  it('counts of the filters are of what is counted: those of a field with one value add up to the items', async () => {
    await open('/analytics');
    const all = await of();
    const total = Number(
      /([\d,]+) disputed items in/
        .exec(
          (await page
            .getByText(/^[\d,]+ disputed items in/)
            .first()
            .textContent()) ?? '',
        )?.[1]
        ?.replaceAll(',', ''),
    );
    expect(total).toBeGreaterThanOrEqual(all);
    const group = filters().getByRole('group', { name: 'Service', exact: true });
    await group.getByRole('checkbox').first().waitFor();
    const more = group.getByRole('button', { name: /^Show all/ });
    if ((await more.count()) > 0) await more.click();
    const sum = async () => {
      const labels = await group.locator('label').allTextContents();
      const counts = labels.map((label) => Number(/([\d,]+)$/.exec(label)?.[1]?.replaceAll(',', '')));
      return counts.reduce((all, one) => all + one, 0);
    };
    await expect.poll(sum).toBe(total);
  });

  it('items of an operation are counted or left out by a switch in the address', async () => {
    await open('/analytics');
    const group = page.getByRole('group', { name: 'Perioperative items', exact: true });
    await group.getByRole('link', { name: 'out' }).click();
    await page.waitForURL(/perioperative=not_stated$/);
    await expect.poll(() => group.getByRole('link', { name: 'out' }).getAttribute('aria-current')).toBe('true');
    await group.getByRole('link', { name: 'in' }).click();
    await page.waitForURL(/\/analytics$/);
  });

  it('on a small screen the filters are in a drawer', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/analytics');
    const all = await of();
    await page.getByRole('button', { name: 'Filters' }).click();
    const drawer = page.getByRole('dialog', { name: 'Filters' });
    await drawer.getByRole('checkbox', { name: /^Rehabilitation/ }).check();
    await drawer.getByRole('button', { name: 'Show the numbers' }).click();
    expect(await of(all)).toBeLessThan(all);
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
  });
});

describe('the pages', () => {
  const nav = () => page.getByRole('navigation', { name: 'Analytics' });

  it('keep what narrows them, from one to another and to the search and back', async () => {
    await open('/analytics?q=knee&priority=standard&period=year');
    await nav().getByRole('link', { name: 'Method' }).click();
    await page.getByRole('heading', { level: 1, name: 'How the numbers are counted' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=knee&priority=standard');
    expect(await page.title()).toContain('Method');
    expect(await nav().locator('[aria-current="page"]').allTextContents()).toEqual(['Method']);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    expect(await pages.getByRole('link', { name: 'Analytics' }).getAttribute('aria-current')).toBe('page');
    await pages.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('article').first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=knee&priority=standard');
    await pages.getByRole('link', { name: 'Analytics' }).click();
    await page.waitForURL(/\/analytics\?q=knee&priority=standard$/);
  });

  it('are reached by the keyboard, in one line however small the screen', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await open('/analytics/method');
    const last = nav().getByRole('link').last();
    await last.waitFor();
    const inSight = () => last.evaluate((link) => link.getBoundingClientRect().right <= link.ownerDocument.documentElement.clientWidth);
    await expect.poll(inSight).toBe(true);
    await last.focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused().evaluate((link) => link.closest('nav')?.getAttribute('aria-label'))).toBe('Analytics');
    expect(await nav().evaluate((line) => line.getBoundingClientRect().height)).toBeLessThan(50);
  });

  it('of one value are reached by its name, are of it alone, and cannot be narrowed by another', async () => {
    await open('/analytics/services?by=service&priority=standard');
    const all = await of();
    const chart = page.getByRole('region', { name: 'Overturned by service', exact: true });
    const name = chart.getByRole('rowheader').first().getByRole('link');
    await chart.getByText('The same numbers as a table').click();
    const label = (await name.textContent()) ?? '';
    await name.click();
    await page.getByRole('heading', { level: 1, name: label }).waitFor();
    expect(new URL(page.url()).search).toBe('?priority=standard');
    expect(await nav().locator('[aria-current]').allTextContents()).toEqual(['Services']);
    const some = await of(all);
    expect(some).toBeLessThan(all);
    expect(await filters().getByRole('button', { name: 'Service', exact: true }).count()).toBe(0);
    await overall().getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${some} disputed items`) }).waitFor();
  });

  it('of one value begin with the name that was clicked, and with no numbers of the page before', async () => {
    await open('/analytics/services?by=service');
    await of();
    const chart = page.getByRole('region', { name: 'Overturned by service', exact: true });
    await chart.getByText('The same numbers as a table').click();
    const name = chart.getByRole('rowheader').first().getByRole('link');
    const label = (await name.textContent()) ?? '';
    const answer = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/(metrics|search|fields).*service/, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await name.click();
    await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor();
    expect(await overall().count()).toBe(0);
    const { pathname } = new URL(page.url());
    answer.resolve();
    await of();

    // Opened by its address there is no name yet: its id is none.
    const again = Promise.withResolvers<void>();
    await page.unroute(/\/api\/v1\/(metrics|search|fields).*service/);
    await page.route(/\/api\/v1\//, async (route) => {
      await again.promise;
      await route.continue();
    });
    await open(`${pathname}?priority=standard`);
    const title = page.getByRole('heading', { level: 1 });
    await title.waitFor({ state: 'attached' });
    expect(await title.textContent()).toBe('');
    again.resolve();
    await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor();
  });

  it('have the tables open that were, when they are gone back to; opened anew they are closed', async () => {
    await open('/analytics/services?by=category');
    const chart = page.getByRole('region', { name: 'Overturned by service category', exact: true });
    const items = chart.getByRole('table').getByRole('link').first();
    await chart.getByText('The same numbers as a table').click();
    await items.click();
    await page.getByRole('article').first().waitFor();
    await page.goBack();
    await chart.waitFor();
    expect(await items.isVisible()).toBe(true);
    await nav().getByRole('link', { name: 'Guidelines' }).click();
    await nav().getByRole('link', { name: 'Services' }).click();
    await chart.waitFor();
    expect(await items.isVisible()).toBe(false);
  });

  it('keep what they are by when a table is put in order', async () => {
    await open('/analytics/services?by=drug');
    const chart = page.getByRole('region', { name: 'Overturned by drug', exact: true });
    await chart.getByText('The same numbers as a table').click();
    const table = chart.getByRole('table');
    await table.getByRole('button', { name: 'Items', exact: true }).click();
    await page.waitForURL(/sort=/);
    expect(params().get('by')).toBe('drug');
    const column = table.getByRole('columnheader', { name: 'Items', exact: true });
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
  });

  it('there are no others', async () => {
    await open('/analytics/nowhere');
    await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  });

  it('f leads to the filters', async () => {
    await open('/analytics');
    await filters().getByRole('button').first().waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => focused().evaluate((node) => node.closest('aside')?.getAttribute('aria-label'))).toBe('Filters');
  });
});

describe('where there is nothing to count', () => {
  it('nothing matches: said, with the ways on', async () => {
    await open('/analytics?q=zyzzyva');
    await page.getByRole('heading', { name: 'No disputed item matches' }).waitFor();
    await page.getByRole('link', { name: 'count all items' }).click();
    await overall().waitFor();
  });

  it('a query with a fault has its place marked, and the box to correct it', async () => {
    await open('/analytics?q=knee+(left');
    await page
      .getByRole('alert')
      .getByText(/not closed/)
      .waitFor();
    const box = page.getByRole('combobox');
    await box.fill('knee left');
    await box.press('Enter');
    await overall().waitFor();
  });

  it('a value that there is not: said, with the way to those that there are', async () => {
    await open('/analytics/service/nothing.like.it');
    await page.getByRole('heading', { name: 'There is no service “nothing.like.it”' }).waitFor();
    await page.getByRole('link', { name: 'See those that there are' }).click();
    await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
  });

  it('days that cannot be: said where they are chosen', async () => {
    await open('/analytics?from=2016-02-31');
    await page.getByText('These decision days cannot be searched').waitFor();
    await page.getByRole('link', { name: 'count without them' }).click();
    await overall().waitFor();
  });
});

it('a printed page says what was counted, of which program, how much, as of when and how, and shows no controls', async () => {
  await open('/analytics?priority=standard');
  const all = await of();
  await page.getByRole('button', { name: 'Print report' }).waitFor();
  await page.getByText('How these numbers are counted').waitFor({ state: 'attached' });
  await page.locator('body').evaluate((body) => body.ownerDocument.defaultView?.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  expect(text).toContain(page.url());
  expect(text).toMatch(/printed [A-Z][a-z]{2} \d+, \d{4}/);
  expect(text).toMatch(/Counted: disputed items with Priority: Standard/);
  expect(text).toMatch(/California workers’ compensation \(DWC\)/);
  expect(text).toMatch(/[\d,]+ disputed items in [\d,]+ letters/);
  expect(text).toMatch(/as of change \d+/);
  expect(text).toMatch(new RegExp(`of ${all} items`));
  expect(text).toMatch(/How these numbers are counted/);
  for (const control of [
    page.getByRole('search'),
    page.getByRole('button', { name: 'Print report' }),
    filters(),
    page.getByRole('banner'),
  ]) {
    expect(await control.isVisible()).toBe(false);
  }
});

const PRINTED = [
  '',
  '/services?by=service',
  '/guidelines',
  '/decided?by=category',
  '/trends',
  '/reviewers',
  '/crosstab?and=decidedYear',
  '/compare?against=q%3Dknee',
  '/method',
];

it.each(PRINTED)('a printed page ("%s") has every row, nothing wider than the sheet, and no hint to scroll', async (path) => {
  // As wide as a sheet of A4 between its margins.
  await page.setViewportSize({ width: 680, height: 900 });
  await open(`/analytics${path}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: 'print' });
  const wide = await page.locator('main *:not(svg *)').evaluateAll((all) =>
    all.flatMap((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 1 && right > 681 ? [`${one.tagName} ${right}: ${one.textContent?.slice(0, 40)}`] : [];
    }),
  );
  expect(wide).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('[data-marks], table').count()).toBeGreaterThan(0);
  // A chart stands on one sheet, with its title.
  const heights = await page.locator('[data-marks]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.max(0, ...heights)).toBeLessThan(800);
  expect(await page.getByText('Scroll the table sideways').isVisible()).toBe(false);
  expect(await page.getByText(/^[\d,]+ of [\d,]+ rows\./).count()).toBe(0);
});
