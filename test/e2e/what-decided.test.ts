/** What decided, in a real browser: on a result with the words of the query marked, on the determination with the way to the letter's own words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { browse } from './browsing.ts';
import { type Served, serve } from './served.ts';

const DECIDED = 'The record names no trial of a kazoo at home.';
const GUIDELINE = 'The invented guideline asks for a kazoo to be tried before lessons.';
const CONCLUSION = 'Therefore, the requested kazoo lessons are not medically necessary.';
const LETTERS = [
  makeLetter({
    caseNumber: 'CM90-0000001',
    items: [
      {
        request: 'Kazoo lessons',
        rationale: `${DECIDED} ${GUIDELINE} ${CONCLUSION}`,
        reasons: ['criteria_not_met', 'conservative_care_not_tried'],
      },
      { request: 'A zither', rationale: 'The zither was not described.', reasons: [] },
    ],
  }),
];

const browsing = browse();
let served: Served;
let data = '';
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'imr-decided-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir: data });
  await index.put(LETTERS);
  await index.close();
  served = await serve(null, data);
});
afterAll(async () => {
  await served?.stop();
  rmSync(data, { recursive: true, force: true });
});

it('a result shows it, and neither it again nor how the rationale ends', async () => {
  const page = browsing.page();
  await page.goto(`${served.url}/?q=kazoo`);
  const card = page.getByRole('article', { name: 'Kazoo lessons' });
  await card.getByText('What decided', { exact: false }).first().waitFor();
  const text = (await card.textContent()) ?? '';
  expect(text).toContain(DECIDED);
  expect(text).toContain('Criteria not met');
  expect(text).toContain('Conservative care not tried first');
  expect(text.split(DECIDED)).toHaveLength(2);
  expect(text).not.toContain('medically necessary.');
  expect(await card.locator('p', { hasText: 'What decided' }).locator('mark').allTextContents()).toEqual(['kazoo']);
  await page.goto(`${served.url}/?q=zither`);
  await page.getByRole('article', { name: 'A zither' }).waitFor();
  expect(await page.getByText('What decided').count()).toBe(0);
});

it('a determination shows it on top of the item that has one, and leads to its place in the letter', async () => {
  const page = browsing.page();
  await page.goto(`${served.url}/determinations/CM90-0000001`);
  const first = page.getByRole('article', { name: 'Kazoo lessons' });
  await first.getByRole('heading', { name: /^What decided/ }).waitFor();
  expect(await page.getByRole('heading', { name: /^What decided/ }).count()).toBe(1);
  await first.getByRole('button', { name: `${DECIDED} (inferred)`, exact: true }).click();
  const chosen = page.getByRole('region', { name: 'Text of the letter' }).locator('[data-chosen="true"]');
  await expect.poll(async () => (await chosen.allTextContents()).join('')).toBe(DECIDED);
  // And back from the letter's words to the value.
  await first.getByRole('button', { name: 'Criteria not met' }).waitFor();
  await page.getByRole('region', { name: 'Text of the letter' }).getByText(DECIDED).click();
  await expect.poll(() => page.locator(':focus').textContent()).toBe(`${DECIDED} (inferred)`);
});
