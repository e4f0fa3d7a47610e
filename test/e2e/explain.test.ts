/** "How a letter is read" in a real browser: a letter of the reader's own, and one of the index. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { browse } from './browsing.ts';
import { longLetter, type Served, serve, trainerLetter } from './served.ts';

const stored = makeLetter({ seed: 41, layout: '2016' });
const LONG = longLetter();
const browsing = browse({ strict: false });
let page: Page;
let served: Served;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imr-e2e-explain-'));
  writeFileSync(join(folder, 'stored.txt'), toText(stored));
  writeFileSync(join(folder, 'long.txt'), toText(LONG));
  served = await serve(folder);
});
afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  page = browsing.page();
});

/** Whether what has the focus can be seen; said as text, since the tests are not compiled for a browser. */
const IN_SIGHT = `(() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()`;
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const row = (item: string, field: string) =>
  page
    .getByRole('region', { name: item, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: field, exact: true }) });

/** Opens the page by the navigation and pastes the text. */
async function paste(text: string): Promise<void> {
  await page.goto(served.url);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Explain a letter' }).click();
  await heading('How a letter is read').waitFor();
  await page.getByRole('textbox', { name: 'Text of the letter' }).fill(text);
  await page.getByRole('button', { name: 'Read this text' }).click();
}

describe('a letter of the reader’s own', () => {
  it('pasted as text: shows its decision with the words behind it, and leads to them and back', async () => {
    const letter = trainerLetter();
    await paste(toText(letter));
    await heading(`How ${letter.caseNumber} was read`).waitFor();
    const decision = row('Item 1', 'Decision');
    const cells = await decision.getByRole('cell').allTextContents();
    expect(cells[0]).toBe('UR decision upheld: not found medically necessary');
    expect(cells[1]).toMatch(/^stated \S+decision/);
    const words = (await decision.locator('q').textContent()) ?? '';
    expect(words).toMatch(/upheld/i);
    const value = decision.getByRole('button');
    await value.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(':focus').getAttribute('data-kind')).toBe('decision');
    expect(await page.locator(':focus').textContent()).toContain(words);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator(':focus').textContent()).toBe(cells[0]);
    // It was only looked at: the index does not know it.
    const known = await page.request.get(`${served.url}/api/v1/determinations/${letter.caseNumber}`);
    expect(known.status()).toBe(404);
    await page.getByRole('button', { name: 'Read another letter' }).click();
    // The text is still there, marked, so that another one pasted takes its place.
    const box = page.getByRole('textbox', { name: 'Text of the letter' });
    expect(await box.inputValue()).toBe(toText(letter));
    await expect.poll(() => page.evaluate('document.activeElement.selectionEnd')).toBe(toText(letter).length);
    await page.goBack();
    await heading(`How ${letter.caseNumber} was read`).waitFor();
    await page.goBack();
    expect(await box.inputValue()).toBe(toText(letter));
    // It is kept in this page alone.
    await page.reload();
    expect(await box.inputValue()).toBe('');
    expect(browsing.complaints()).toEqual([]);
  });

  it('chosen as a file: is read at once, and its values are filtered by grade', async () => {
    const letter = trainerLetter();
    await page.goto(`${served.url}/explain`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await toPdf(letter)) });
    await heading(`How ${letter.caseNumber} was read`).waitFor();
    await row('Item 1', 'Decision').waitFor();
    await page.getByRole('button', { name: /^Inferred \d+/ }).click();
    await row('Item 1', 'Service').waitFor();
    await expect.poll(() => row('Item 1', 'Decision').count()).toBe(0);
    expect(new Set(await page.locator('[data-grade]').allTextContents())).toEqual(new Set(['inferred']));
    expect(browsing.complaints()).toEqual([]);
  });

  it('one of several in a file: each is chosen by its number and pages, also one without a case number', async () => {
    const [first, second, third] = [5, 6, 7].map((seed) => makeLetter({ seed, layout: '2016' }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three fictional letters');
    await paste([toText(first), toText(second).replace(/^.*Case Number.*$/m, ''), toText(third)].join('\f'));
    await heading(`How ${first.caseNumber} was read`).waitFor();
    const choice = page.getByRole('combobox', { name: 'Letter of this file' });
    expect(await choice.locator('option').allTextContents()).toEqual([
      expect.stringContaining(`1 of 3: ${first.caseNumber}`),
      expect.stringContaining('2 of 3: no case number'),
      expect.stringContaining(`3 of 3: ${third.caseNumber}`),
    ]);
    await choice.selectOption('2');
    await heading('How a letter without a case number was read').waitFor();
    expect(await row('Item 1', 'Decision').count()).toBe(1);
    await choice.selectOption('3');
    await heading(`How ${third.caseNumber} was read`).waitFor();
    expect(browsing.complaints()).toEqual([]);
  });

  it('dropped on the form: is read', async () => {
    const letter = trainerLetter();
    await page.goto(`${served.url}/explain`);
    await page.getByRole('textbox', { name: 'Text of the letter' }).waitFor();
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(toText(letter))}], 'letter.txt')); return data; })()`,
    );
    await page.getByRole('form', { name: 'Letter to read' }).dispatchEvent('drop', { dataTransfer: data });
    await heading(`How ${letter.caseNumber} was read`).waitFor();
    expect(browsing.complaints()).toEqual([]);
  });

  it('that is none: says why, keeps what was pasted, and asks for text where there is none', async () => {
    await paste('A fictional shopping list: nails, paint, a ladder.');
    await page.getByRole('alert').getByText('This could not be read as a determination letter').waitFor();
    expect(await page.getByRole('textbox', { name: 'Text of the letter' }).inputValue()).toContain('shopping list');
    await page.getByRole('textbox', { name: 'Text of the letter' }).fill(' ');
    await page.getByRole('button', { name: 'Read this text' }).click();
    await page.getByText('Paste the text of a letter first').waitFor();
  });
});

describe('a letter of the index', () => {
  it('is reached from its determination, and fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${served.url}/determinations/${stored.caseNumber}`);
    await page.getByRole('link', { name: 'How each value was read' }).click();
    await heading(`How ${stored.caseNumber} was read`).waitFor();
    expect(new URL(page.url()).searchParams.get('id')).toBe(`dwc:${stored.caseNumber}`);
    await row('Item 1', 'Decision').getByRole('button').click();
    const back = page.getByRole('button', { name: 'Back to the value' });
    await expect.poll(() => page.locator(':focus').getAttribute('data-kind')).toBe('decision');
    await expect.poll(() => page.evaluate(IN_SIGHT)).toBe(true);
    await back.click();
    await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^UR decision/);
    await expect.poll(() => page.evaluate(IN_SIGHT)).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(browsing.complaints()).toEqual([]);
  });

  it('is gone through by its items, each by its words and its decision', async () => {
    await page.goto(`${served.url}/explain?id=${LONG.caseNumber}`);
    const last = LONG.items.length;
    const toggle = page.locator(`button[aria-controls="item-${last}-panel"]`);
    expect(await toggle.textContent()).toMatch(new RegExp(`^${last}\\S.*(Upheld|Overturned)$`, 's'));
    await toggle.click();
    await row(`Item ${last}`, 'Decision').waitFor();
    await expect.poll(() => page.evaluate(IN_SIGHT)).toBe(true);
    // What the letter says of an item that is closed opens it.
    await page.getByRole('region', { name: 'Text of the letter' }).locator('[data-paths~="items.0.decision"]').first().click();
    await expect.poll(() => page.locator(':focus').getAttribute('data-value')).toBe('items.0.decision');
    expect(await row(`Item ${last}`, 'Decision').count()).toBe(0);
    expect(browsing.complaints()).toEqual([]);
  });

  it('that is not there is said to be missing', async () => {
    await page.goto(`${served.url}/explain?id=CM99-0000001`);
    await page.getByRole('alert').getByText('No such determination is in the index').waitFor();
  });
});
