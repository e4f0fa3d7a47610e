/** Snapshots in a real browser, by keyboard alone: taken on a page of rates, asked after more letters were loaded, renamed and removed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { FAULTY } from './pages.ts';
import { serveFictional } from './serve-fictional.ts';

// While the index of a snapshot is being made it is asked for again, and one may be gone; the browser tells of each time.
const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'responded with a status of' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const dialog = () => page.getByRole('dialog');
const choices = () => page.getByRole('button', { name: /^Snapshot:/ });

async function choose(item: string | RegExp): Promise<void> {
  await choices().focus();
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('menu').getByText(item);
  await wanted.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // The menu takes the focus; its items are gone through with the arrows.
  const isOn = () => page.locator(':focus').filter({ hasText: item }).count();
  for (let step = 0; step < 12 && (await isOn()) === 0; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** What the rates are over, as the page says it. */
async function counted(): Promise<string> {
  const much = page.getByText(/[\d,]+ disputed items in [\d,]+ letters/).first();
  await much.waitFor();
  return (await much.innerText()).match(/[\d,]+ disputed items in [\d,]+ letters/)?.[0] ?? '';
}

it('is taken, gives the same after a later load, is carried to the search and the letter, renamed and removed', async () => {
  await page.goto(`${served.url}/analytics`);
  await page.getByText(/^Live: 62 letters as of change \d+\.$/).waitFor();
  const before = await counted();
  expect(before).not.toBe('');
  await choose('Take a snapshot…');
  await dialog().getByLabel('Name').waitFor();
  await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('name');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type('Before the load');
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText(/^Snapshot “Before the load”, taken .*: 62 letters\.$/).waitFor();
  expect(await counted()).toBe(before);

  const folder = mkdtempSync(join(tmpdir(), 'imr-more-'));
  for (const letter of makeLetters(9, 77)) writeFileSync(join(folder, `${letter.caseNumber}.txt`), toText(letter));
  await served.ingest(folder);
  rmSync(folder, { recursive: true });
  await page.reload();
  await page.getByText(/^Snapshot “Before the load”/).waitFor();
  expect(await counted()).toBe(before);
  const address = page.url();
  await choose(/^Live$/);
  await page.getByText(/^Live: 71 letters/).waitFor();
  expect(await counted()).not.toBe(before);

  await page.goto(address);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Search' }).press('Enter');
  await page.getByText(/in 62 letters/).waitFor();
  await page.getByText(/^Snapshot “Before the load”/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('article').first().getByRole('heading').getByRole('link').press('Enter');
  await page.waitForURL(/\/determinations\//);
  await page.getByText(/^Snapshot “Before the load”/).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Show what is live' }).press('Enter');
  await page.getByText(/in 71 letters/).waitFor();

  await page.goto(address);
  await choose('Rename this one…');
  await dialog().getByLabel('Name').waitFor();
  await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('As it was');
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText(/^Snapshot “As it was”/).waitFor();
  await choose('Remove this one…');
  await dialog().getByText('No letter is removed.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByText(/^Live: 71 letters/).waitFor();
  expect(new URL(page.url()).searchParams.get('snapshot')).toBe(null);
});

it('that is gone is told where an address still names it', async () => {
  await page.goto(`${served.url}/analytics?snapshot=gone`);
  await page.getByText('This snapshot is not in the library').waitFor();
  await page.getByText('No such snapshot is in the library').waitFor();
});

it('shows no number of another state while its index is made, says how far it is, and goes on by itself', async () => {
  const taken = await page.request.post(`${served.url}/api/v1/snapshots`, { data: { name: 'Made slowly', note: '' } });
  const { id } = (await taken.json()) as { id: string };
  await page.goto(`${served.url}/analytics`);
  await counted();
  const print = page.getByRole('button', { name: 'Print report' });
  const tops = async () => [(await choices().boundingBox())?.y, (await print.boundingBox())?.y];
  const before = await tops();
  let building = true;
  const problem = {
    type: '/problems/snapshot-building',
    title: 'The index of the snapshot is being made',
    status: 503,
    detail: 'The index of the snapshot “Made slowly” is being made: 600 of 39238 letters are in it.',
    instance: 'a-request',
    code: 'snapshot-building',
    errors: [],
    progress: { done: 600, of: 39_238 },
  };
  await page.route(/\/api\/v1\/(metrics|search).*snapshot=/, (route) =>
    building ? route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem }) : route.continue(),
  );
  // Whatever was seen under its name, for however short a time.
  await page.evaluate(`(() => {
    window.underIt = [];
    const look = () => {
      const text = document.querySelector('main').innerText;
      if (text.includes('Snapshot “Made slowly”') && /Overall:|disputed items? in [\\d,]+ letters/.test(text)) window.underIt.push(text);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
  await choose(/^Made slowly/);
  await page.getByText('600 of 39,238 letters are in it').waitFor();
  expect(new URL(page.url()).searchParams.get('snapshot')).toBe(id);
  expect(await page.evaluate('window.underIt')).toEqual([]);
  expect(await page.getByRole('complementary', { name: 'Filters' }).getByRole('checkbox').count()).toBe(0);
  expect(await print.isDisabled()).toBe(true);
  expect(await tops()).toEqual(before);
  expect(await axeFindings(page)).toEqual([]);
  building = false;
  expect(await counted()).not.toBe('');
  expect(await print.isEnabled()).toBe(true);
  expect(await page.getByText('letters are in it').count()).toBe(0);
});

it('where the server does not say which there are, the menu says so, and the head of the page is as it is', async () => {
  await page.route('**/api/v1/snapshots', (route) => route.fulfill(FAULTY));
  await page.goto(`${served.url}/analytics`);
  await choices().click();
  await page
    .getByRole('menu', { name: 'Snapshot' })
    .getByText(/^The server did not say which there are: ./)
    .waitFor();
  expect((await choices().boundingBox())?.y).toBeLessThan(120);
});
