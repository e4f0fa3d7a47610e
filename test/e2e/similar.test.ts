/** Similar cases in a real browser: of a described case, which survives a reload and is in no address, of a letter and of an item; and two side by side, on screen and on paper. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';
import { trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const results = () => page.getByRole('article');
const focused = () => page.locator(':focus');
const box = () => page.getByLabel('The case in words');
const CASE = 'Worker with a right knee injury; the doctor asks for ten sessions with a personal trainer.';

async function compare(): Promise<void> {
  await open('/similar');
  await box().fill(CASE);
  await page.getByRole('button', { name: 'Find similar cases' }).click();
  await results().first().waitFor();
}

describe('similar cases', () => {
  it('are found from a pasted case, which is in no address; what counts can be changed, and two stand side by side', async () => {
    await compare();
    expect(await results().first().textContent()).toContain(trainerLetter().caseNumber);
    expect(page.url()).not.toMatch(/knee|trainer/);
    await page.getByRole('table', { name: 'How the nearest were decided' }).waitFor();
    await page.getByRole('checkbox', { name: 'Words of the case' }).uncheck();
    await page.waitForURL(/without=words/);
    await page
      .getByRole('checkbox', { name: /^Side by side: / })
      .nth(0)
      .check();
    await page
      .getByRole('checkbox', { name: /^Side by side: / })
      .nth(1)
      .check();
    await page
      .getByRole('region', { name: /^Side by side/ })
      .getByRole('row', { name: /^Rationale/ })
      .waitFor();
    expect(await focused().textContent()).toContain('Side by side');
    // The told case itself takes the place of one of them.
    await page
      .getByRole('checkbox', { name: /^Side by side: / })
      .nth(1)
      .uncheck();
    await page.getByRole('checkbox', { name: 'Your case side by side' }).check();
    const pair = page.getByRole('region', { name: /^Side by side/ });
    await pair.getByRole('columnheader', { name: 'Your case' }).waitFor();
    await pair.getByRole('row', { name: /^Body part .*[Kk]nee/ }).waitFor();
    await pair.getByText('the doctor asks for ten sessions with a personal trainer').waitFor();
    expect(page.url()).not.toMatch(/knee|trainer/);
  });

  it('are found from an item, and a long text typed as a query leads to them', async () => {
    await open(`/determinations/${trainerLetter().caseNumber}`);
    await page.getByRole('link', { name: 'Similar cases to item 1' }).click();
    await page.getByRole('heading', { level: 1, name: /Cases similar to item 1 of/ }).waitFor();
    await results().first().waitFor();
    const text = 'Worker with a right knee injury after a fall at work whose doctor asks for ten sessions with a personal trainer';
    await open(`/?${new URLSearchParams({ q: text })}`);
    await page.getByRole('link', { name: 'Compare it as a case' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases similar to yours' }).waitFor();
    await results().first().waitFor();
  });
});

describe('a letter as the case', () => {
  it('is read first, and which of its items is meant is chosen by name', async () => {
    await open('/similar');
    await page.getByLabel('File of a letter').setInputFiles(join(served.folder, 'long.txt'));
    await page.getByRole('heading', { name: /^Which of the 21 items of long\.txt is the case/ }).waitFor();
    await page.getByRole('button', { name: /^3\. / }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases similar to yours' }).waitFor();
    await page.getByText('long.txt, item 3').waitFor();
    await results().first().waitFor();
    await page.getByRole('button', { name: 'Compare another case' }).click();
    await page.getByLabel('File of a letter').setInputFiles(join(served.folder, 'trainer.md'));
    await page.getByText('trainer.md, item 1').waitFor();
  });

  it('leaves alone what was typed before it was chosen, whichever way it is left', async () => {
    await open('/similar');
    await box().fill(CASE);
    await page.getByLabel('File of a letter').setInputFiles(join(served.folder, 'long.txt'));
    await page.getByRole('button', { name: /^3\. / }).click();
    await page.getByRole('button', { name: 'Compare another case' }).click();
    await expect.poll(() => box().inputValue()).toBe(CASE);
    await page.getByLabel('File of a letter').setInputFiles(join(served.folder, 'long.txt'));
    await page.getByRole('button', { name: 'Compare another case' }).click();
    await expect.poll(() => box().inputValue()).toBe(CASE);
    await page.getByLabel('File of a letter').setInputFiles(join(served.folder, 'trainer.md'));
    await page.getByText('trainer.md, item 1').waitFor();
    await page.reload();
    await expect.poll(() => box().inputValue()).toBe(CASE);
  });
});

describe('a described case', () => {
  it('is there after a reload, can be edited, and is cleared; while it is written it is kept as well', async () => {
    await compare();
    await page.reload();
    await results().first().waitFor();
    await page.getByText(`“${CASE}”`).waitFor();
    expect(page.url()).not.toMatch(/knee|trainer/);
    await page.getByRole('button', { name: 'Edit the case' }).click();
    await expect.poll(() => box().inputValue()).toBe(CASE);
    await box().fill(`${CASE} It was asked for before`);
    await page.reload();
    await expect.poll(() => box().inputValue()).toBe(`${CASE} It was asked for before`);
    await page.getByText('Kept in this browser tab only').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await box().inputValue()).toBe('');
    await page.reload();
    await box().waitFor();
    expect(await box().inputValue()).toBe('');
    expect(await page.evaluate('Object.values(sessionStorage).concat(Object.values(localStorage)).join()')).not.toMatch(/knee/);
  });

  it('is known to this tab alone', async () => {
    await compare();
    const other = await page.context().newPage();
    await other.goto(`${served.url}/similar`);
    await other.getByLabel('The case in words').waitFor();
    expect(await other.getByLabel('The case in words').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Clear' }).click();
    await box().waitFor();
    expect(await box().inputValue()).toBe('');
  });
});

describe('the results', () => {
  it('are gone through by j and k, and name no guideline twice', async () => {
    await open(`/similar?case=dwc:${trainerLetter().caseNumber}&item=1`);
    await results().nth(2).waitFor();
    const titles = await results().locator('h3 a').allTextContents();
    await page.keyboard.press('j');
    await expect.poll(() => focused().textContent()).toBe(titles[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(() => focused().textContent()).toBe(titles[1]);
    const shares: string[][] = [];
    for (const card of await results().all()) shares.push(await card.locator('dl > div:first-child dd > span[title]').allTextContents());
    expect(shares.flat().length).toBeGreaterThan(0);
    for (const chips of shares) expect(new Set(chips).size).toBe(chips.length);
  });

  it('of two side by side are printed without what is not compared', async () => {
    await open(`/similar?case=dwc:${trainerLetter().caseNumber}&item=1`);
    await results().nth(2).waitFor();
    const pages = async () => (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    const all = await pages();
    for (const at of [0, 1])
      await results()
        .nth(at)
        .getByRole('checkbox', { name: /^Side by side/ })
        .check();
    await page.getByRole('row', { name: /^Rationale/ }).waitFor();
    expect(await pages()).toBeLessThanOrEqual(2);
    expect(all).toBeGreaterThan(2);
    await page.emulateMedia({ media: 'print' });
    expect(await results().first().isVisible()).toBe(false);
    expect(await page.getByRole('row', { name: /^Decision/ }).isVisible()).toBe(true);
  });
});
