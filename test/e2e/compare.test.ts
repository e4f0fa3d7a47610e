/** Two cohorts compared, as somebody does it who starts at the page: chosen, named, over time and by guideline, each number the way to its items. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';

// A second query with a fault is refused, and the browser tells every refusal.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 400' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const card = (name: string | RegExp) => page.getByRole('region', { name, exact: true });

it('the second is typed, both are called by what they are, over time each has its line, and a point opens as many items as it says', async () => {
  await page.goto(`${served.url}/analytics/compare?category=rehab&period=year`);
  await page.getByRole('textbox', { name: 'Query of the second cohort' }).fill('category:diag');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForURL(/against=/);
  const names = ['Rehabilitation / physical medicine', 'category:diag'];
  for (const name of names) await card('Rates of both cohorts').getByRole('link', { name }).first().waitFor();
  const time = card('Both cohorts by year');
  const bar = time.getByRole('link', { name: new RegExp(`, ${names[1]}: [\\d,]+ items?$`) }).first();
  const items = /([\d,]+) items?$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1];
  await time
    .getByRole('link', { name: new RegExp(`, ${names[0]}: `) })
    .first()
    .waitFor();
  await bar.click();
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${items} disputed items?`) }).waitFor();
});

it('what both are told by is chosen on the page, and stays when the second is taken from what is counted', async () => {
  await page.goto(`${served.url}/analytics/compare?category=rehab&against=category%3Ddiag`);
  await card('Both cohorts by IMR guideline family').getByRole('columnheader', { name: 'Overturned rate: Diagnostic testing' }).waitFor();
  await page.getByRole('combobox', { name: 'Beside each other by' }).selectOption('IMR guideline');
  await card('Both cohorts by IMR guideline').waitFor();
  await page.getByRole('button', { name: 'Take what is counted now as the second' }).click();
  await page.waitForURL(/against=category%3Drehab/);
  expect(new URL(page.url()).searchParams.get('and')).toBe('imrGuideline');
});

it('a second whose outcome is typed is counted over all outcomes, says so, and leads to all of them', async () => {
  await page.goto(`${served.url}/analytics/compare?category=rehab&against=${encodeURIComponent('q=category:diag decision:overturned')}`);
  const rates = card('Rates of both cohorts');
  await rates.getByText('The filter on the decision is set aside here').waitFor();
  const rate = rates.getByRole('link', { name: /^category:diag \d/ });
  const of = / of ([\d,]+)/.exec((await rate.getAttribute('aria-label')) ?? '')?.[1];
  await rate.click();
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${of} disputed items`) }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Remove the second' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: 'Query of the second cohort' }).inputValue()).toBe('');
  await page.goBack();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Query of the second cohort' }).inputValue())
    .toBe('category:diag decision:overturned');
});

it('a fault in the second query is marked in that, not in the first', async () => {
  await page.goto(`${served.url}/analytics/compare?q=knee&against=${encodeURIComponent('q=hip (left')}`);
  await page.getByRole('alert').getByText('hip (left').waitFor();
});
