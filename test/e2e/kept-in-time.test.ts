/** What a reader keeps while answers are slow or fail, in a real browser: each row tells its own, and nothing that failed looks done. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { CollectionsResponseSchema } from '#contract/saved.ts';
import { browse } from './browsing.ts';
import { collectionOf, hold, spoil } from './keeping.ts';
import { serveFictional } from './serve-fictional.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 500' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const results = () => page.getByRole('article');
const rows = () =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Taken out|Take out/ });

describe('items that are taken out', () => {
  it('come back where two are undone before the first is answered', async () => {
    const { id } = await collectionOf(served.url, 'Two undone', 'therapy', 3);
    await open(`/saved/collections/${id}`);
    await results().nth(2).waitFor();
    for (const left of [2, 1]) {
      await results()
        .first()
        .getByRole('button', { name: /^Take out/ })
        .click();
      await expect.poll(() => results().count()).toBe(left);
    }
    const release = await hold(page, 'POST', /\/restore$/);
    const undo = page.getByRole('button', { name: /^Undo: Taken out/ });
    await undo.nth(0).click();
    await undo.nth(1).click();
    expect(await rows().count()).toBe(3);
    release();
    await expect.poll(() => results().count()).toBe(3);
    expect(await undo.count()).toBe(0);
  });

  it('stay, and say why, where taking them out failed, each by itself', async () => {
    const { id } = await collectionOf(served.url, 'One fails', 'therapy', 2);
    await open(`/saved/collections/${id}`);
    await results().nth(1).waitFor();
    const mend = await spoil(page, 'DELETE', /\/items\//);
    const release = await hold(page, 'DELETE', /\/items\//);
    const take = (at: number) =>
      rows()
        .nth(at)
        .getByRole('button', { name: /^Take out/ });
    await take(0).click();
    await take(1).click();
    await expect.poll(() => results().count()).toBe(0);
    release();
    await expect.poll(() => results().count()).toBe(2);
    for (const at of [0, 1]) await rows().nth(at).getByRole('alert').waitFor();
    await mend();
    await take(0).click();
    await page.getByText(/^Taken out: item/).waitFor();
    await expect.poll(() => rows().getByRole('alert').count()).toBe(1);
  });
});

describe('a note that could not be saved', () => {
  const note = () => results().first().getByRole('textbox', { name: 'Note' });
  const edit = () =>
    results()
      .first()
      .getByRole('button', { name: /note on item/ });

  it('is known by what was saved last: Cancel brings back what stood there when it was opened', async () => {
    const { id } = await collectionOf(served.url, 'Notes that fail', 'therapy', 1);
    await open(`/saved/collections/${id}`);
    await edit().click();
    await note().fill('as it was');
    await page.keyboard.press('Control+Enter');
    await results().getByText('as it was').waitFor();
    await edit().click();
    await note().fill('saved on the way');
    await page.getByRole('heading', { level: 1 }).click();
    await results().getByText('Saved', { exact: true }).waitFor();
    const mend = await spoil(page, 'PATCH', /\/items\//);
    await note().fill('never saved');
    await page.getByRole('heading', { level: 1 }).click();
    await results().getByRole('alert').waitFor();
    await mend();
    await results().getByRole('button', { name: 'Cancel' }).click();
    await results().getByText('as it was').waitFor();
    await page.reload();
    await results().getByText('as it was').waitFor();
    expect(await note().count()).toBe(0);
  });

  it('when the page was left is there again on the way back, until it is saved', async () => {
    const { id } = await collectionOf(served.url, 'Notes left', 'therapy', 1);
    await open(`/saved/collections/${id}`);
    const mend = await spoil(page, 'PATCH', /\/items\//);
    await edit().click();
    await note().fill('typed and left');
    const failed = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Saved' }).click();
    await failed;
    await page.getByRole('link', { name: 'Notes left' }).click();
    await results().getByText('Not saved yet').waitFor();
    await mend();
    expect(await note().inputValue()).toBe('typed and left');
    await results().getByRole('button', { name: 'Save note' }).click();
    await results().getByText('typed and left').waitFor();
    await page.reload();
    await edit().waitFor();
    expect(await note().count()).toBe(0);
  });
});

describe('a collection that was made', () => {
  const dialog = () => page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const focused = () => page.locator(':focus').textContent();

  it('for many items is gone with Undo, and the focus stays in the dialog', async () => {
    await open('/?q=therapy');
    await button(/^Collect…/).click();
    await dialog().getByLabel('New collection').fill('Made and undone');
    await dialog()
      .getByRole('button', { name: /^Collect \d+ items/ })
      .click();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await dialog().getByText('Undone: the collections are as they were.').waitFor();
    await expect.poll(focused).toBe('Done');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await open('/saved');
    await page.getByRole('heading', { name: 'Collections' }).waitFor();
    expect(await page.getByRole('link', { name: 'Made and undone' }).count()).toBe(0);
  });

  it('comes back from its deletion with the focus on its name; a page past its last item says so', async () => {
    const { id } = await collectionOf(served.url, 'Back again', 'therapy', 1);
    await open(`/saved/collections/${id}?page=9`);
    await page.getByRole('heading', { name: 'This page is past the last item' }).waitFor();
    await page.getByRole('link', { name: 'Go to page 1' }).click();
    await results().first().waitFor();
    await button('Delete').click();
    await button('Undo').click();
    await expect.poll(focused).toBe('Back again');
  });

  it('as the first one keeps the focus at the button; an error of before is not shown again', async () => {
    const all = await fetch(`${served.url}/api/v1/collections`);
    for (const { id } of CollectionsResponseSchema.parse(await all.json()).collections) {
      await fetch(`${served.url}/api/v1/collections/${id}`, { method: 'DELETE' });
    }
    await open('/saved');
    await page.getByRole('heading', { name: 'No collection yet' }).waitFor();
    await button('New collection').click();
    const mend = await spoil(page, 'POST', /\/collections$/);
    await dialog().getByLabel('Name').fill('The first');
    await dialog().getByRole('button', { name: 'Create' }).click();
    await dialog().getByRole('alert').first().waitFor();
    await mend();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await button('New collection').click();
    await dialog().getByLabel('Name').fill('The first');
    expect(await dialog().getByRole('alert').count()).toBe(0);
    await dialog().getByRole('button', { name: 'Create' }).click();
    await page.getByRole('link', { name: 'The first' }).waitFor();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('New collection');
  });
});
