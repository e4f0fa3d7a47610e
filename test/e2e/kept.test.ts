/** What a reader keeps, in a real browser: nothing that was typed is lost, what was taken out can be put back, and what is collected is known by sight. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { SavedSearchSchema } from '#contract/saved.ts';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { browse } from './browsing.ts';
import { collectionOf, post } from './keeping.ts';
import { serveFictional } from './serve-fictional.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const results = () => page.getByRole('article');
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const focused = () => page.locator(':focus');

describe('an item is collected', () => {
  it('with the note and the new name that were typed, by one button; the card says so, and it is taken out and put back in its place', async () => {
    await open('/?q=personal+trainer');
    const card = results().first();
    await card.getByRole('button', { name: /^Collect item/ }).click();
    await dialog().getByLabel('New collection').waitFor();
    await expect.poll(() => focused().getAttribute('name')).toBe('name');
    await page.keyboard.type('Trainers');
    // Closing asks first, and drops nothing by itself.
    await page.keyboard.press('Escape');
    await dialog().getByText('This is not saved yet').waitFor();
    await page.keyboard.press('Escape');
    await dialog().getByLabel('Note on this item').fill('A precedent to remember');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await card.getByRole('button', { name: /^Collected/ }).waitFor();
    await page.reload();
    await card.getByRole('button', { name: /^Collected/ }).click();
    await dialog().getByLabel('Trainers', { exact: false }).first().waitFor();
    const note = dialog().getByLabel('Note in Trainers');
    expect(await note.inputValue()).toBe('A precedent to remember');
    await note.fill('The precedent to cite');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });

    await open('/saved');
    await page.getByRole('link', { name: 'Trainers' }).click();
    await page.getByText('The precedent to cite').waitFor();
    const height = (await results().first().locator('xpath=..').boundingBox())?.height;
    await button(/^Take out/).click();
    await page.getByText(/^Taken out: item/).waitFor();
    expect(await focused().textContent()).toBe('Undo');
    expect(
      (
        await page
          .getByText(/^Taken out/)
          .locator('xpath=ancestor::li')
          .boundingBox()
      )?.height,
    ).toBe(height);
    await page.keyboard.press('Enter');
    await page.getByText('The precedent to cite').waitFor();
    await expect.poll(() => focused().evaluate((node) => node.closest('article') !== null)).toBe(true);
    await page.reload();
    await page.getByText('The precedent to cite').waitFor();
  });

  it('after the dialog asked: what is discarded is not kept', async () => {
    await open('/?q=therapy');
    await results()
      .getByRole('button', { name: /^Collect item/ })
      .last()
      .click();
    await dialog().getByLabel('New collection').fill('Never made');
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().getByRole('button', { name: 'Discard' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await open('/saved');
    await page.getByRole('heading', { name: 'Collections' }).waitFor();
    expect(await page.getByRole('link', { name: 'Never made' }).count()).toBe(0);
  });

  it('and going back to another page asks too', async () => {
    await open('/saved');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    // Of one that no test before has collected.
    await results()
      .getByRole('button', { name: /^Collect item/ })
      .last()
      .click();
    await dialog().getByLabel('New collection').fill('Half typed');
    await page.goBack();
    await dialog().getByText('This is not saved yet').waitFor();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await open('/saved');
    await page.getByRole('link', { name: 'Half typed' }).waitFor();
  });
});

describe('the note of a collected item', () => {
  it('is saved by leaving it, by Ctrl+Enter and by going to another page; only Cancel drops what was typed', async () => {
    const { id } = await collectionOf(served.url, 'Notes', 'therapy', 2);
    await open('/saved');
    await page.getByRole('link', { name: 'Notes' }).click();
    await results().nth(1).waitFor();
    const first = results().first();
    const typed = async (words: string) => {
      await first.getByRole('button', { name: /note on item/ }).click();
      await first.getByRole('textbox', { name: 'Note' }).fill(words);
    };
    await typed('left by clicking elsewhere');
    await page.getByRole('heading', { level: 1 }).click();
    // It is saved, and nothing has moved.
    await first.getByText('Saved', { exact: true }).waitFor();
    await first.getByRole('button', { name: 'Save note' }).click();
    await first.getByText('left by clicking elsewhere').waitFor();
    await typed('left by a key');
    await page.keyboard.press('Control+Enter');
    await first.getByText('left by a key').waitFor();
    await typed('dropped');
    await first.getByRole('button', { name: 'Cancel' }).click();
    await first.getByText('left by a key').waitFor();
    await typed('left by going away');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
    await page.goBack();
    await saved;
    await open(`/saved/collections/${id}`);
    await first.getByText('left by going away').waitFor();
  });
});

describe('a collection', () => {
  it('is renamed and deleted, and the deletion undone', async () => {
    const { id } = await collectionOf(served.url, 'Deleted soon', 'knee', 2);
    await open(`/saved/collections/${id}`);
    await button('Edit').click();
    await dialog().getByLabel('Note').fill('for the hearing');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('for the hearing').waitFor();
    await button('Delete').click();
    await page.getByRole('heading', { level: 1, name: '“Deleted soon” was deleted' }).waitFor();
    expect(await focused().textContent()).toBe('Undo');
    await page.keyboard.press('Enter');
    await page.getByText('for the hearing').waitFor();
    await results().nth(1).waitFor();
  });

  it('takes the new items of a saved search all at once, and gives them back', async () => {
    const search = SavedSearchSchema.parse(await post(served.url, '/saved-searches', { name: 'Spine', search: 'q=spine+OR+back+OR+neck' }));
    for (const letter of makeLetters(30, 815)) writeFileSync(join(served.folder, `${letter.caseNumber}-more.txt`), toText(letter));
    await served.ingest(served.folder);
    await open(`/saved/searches/${search.id}`);
    await results().nth(1).waitFor();
    const shown = await results().count();
    await button(/^Collect…/).click();
    await dialog().getByLabel('New collection').fill('Spines');
    await dialog()
      .getByRole('button', { name: `Collect ${shown} items` })
      .click();
    await dialog().getByText(`${shown} items added to “Spines”.`).waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('button', { name: /^Collected: / }).count()).toBe(shown);
    // Once more: nothing is added twice, and there is nothing to undo.
    await button(/^Collect…/).click();
    await dialog()
      .getByRole('checkbox', { name: /^Spines/ })
      .check();
    await dialog()
      .getByRole('button', { name: `Collect ${shown} items` })
      .click();
    await dialog().getByText(`0 items added to “Spines”; ${shown} were in it already.`).waitFor();
    expect(await dialog().getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await button(/^Collect…/).click();
    await dialog().getByLabel('New collection').fill('Spines again');
    await dialog()
      .getByRole('button', { name: `Collect ${shown} items` })
      .click();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await dialog().getByText('Undone').waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await open('/saved');
    await page.getByRole('link', { name: 'Spines' }).waitFor();
    expect(await page.getByRole('link', { name: 'Spines again' }).count()).toBe(0);
  });
});

describe('a saved search', () => {
  it('says what is new since it was seen, is deleted and put back', async () => {
    await open('/?q=knee');
    await button('Save search').click();
    await dialog().getByLabel('Name').fill('Knees');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as “Knees”').waitFor();
    await open('/saved');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Knees' }) });
    await row.getByText(/^\d+ items/).waitFor();
    expect(await row.getByRole('link', { name: /new$/ }).count()).toBe(0);
    for (const letter of makeLetters(40, 4_711)) writeFileSync(join(served.folder, `${letter.caseNumber}-new.txt`), toText(letter));
    await served.ingest(served.folder);
    await page.reload();
    await row.getByRole('link', { name: /^\d+ new$/ }).click();
    await results().first().waitFor();
    await button('Mark as seen').click();
    await page.getByText('Nothing new since you last looked').waitFor();
    await open('/saved');
    await row.getByText(/^\d+ items/).waitFor();
    expect(await row.getByRole('link', { name: /new$/ }).count()).toBe(0);
    const below = () => page.getByRole('heading', { name: 'Collections' }).boundingBox();
    const before = await below();
    await button('Delete the saved search Knees').click();
    await page.getByText('Deleted: Knees').waitFor();
    expect(await below()).toEqual(before);
    await button('Undo: Deleted: Knees').click();
    await row.waitFor();
    await button('Delete the saved search Knees').click();
    await page.getByText('Deleted: Knees').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Collections' }).waitFor();
    expect(await row.count()).toBe(0);
  });

  it('of many is found by its words', async () => {
    for (let number = 0; number < 8; number += 1)
      await post(served.url, '/saved-searches', { name: `Kept number ${number}`, search: `q=word${number}` });
    await open('/saved');
    await page.getByRole('searchbox', { name: 'Find a saved search' }).fill('number 7');
    await page.getByText(/, 1 shown$/).waitFor();
    expect(await page.getByRole('list', { name: 'Saved searches' }).getByRole('heading').allTextContents()).toEqual(['Kept number 7']);
  });
});
