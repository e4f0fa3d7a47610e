/** Suggestions as one types, in a real browser by keyboard alone: gone to, taken, left; what is typed is searched; slow and failing answers disturb nothing. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { FAULT } from './pages.ts';
import { serveFictional } from './serve-fictional.ts';
import { trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'Failed to load resource' });
const served = serveFictional();
let page: Page;
beforeEach(() => {
  page = browsing.page();
});

const box = () => page.getByRole('combobox', { name: 'Search prior IMR decisions' });
const list = () => page.getByRole('listbox', { name: 'What may be typed next' });
const offers = () => list().getByRole('option');
const count = () => page.getByRole('heading', { level: 2, name: /disputed items? in/ });
const query = () => new URL(page.url()).searchParams.get('q');
/** The service of the one item of the trainer's letter. */
const TRAINER = /^Personal trainer/;

/** Opens a page and goes to the box, as a user without a mouse does. */
async function begin(path = '/'): Promise<void> {
  await page.goto(`${served.url}${path}`);
  await count().waitFor();
  await page.keyboard.press('/');
  expect(await page.locator(':focus').getAttribute('name')).toBe('q');
}

describe('suggestions', () => {
  it('are gone to with the arrows and taken by Enter, which finds at once just what was said', async () => {
    await begin();
    await page.keyboard.type('personal tr');
    await offers().first().waitFor();
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    expect(await box().getAttribute('aria-activedescendant')).toBeNull();
    expect(await offers().first().textContent()).toMatch(TRAINER);
    expect(await offers().first().textContent()).toMatch(/Service · 1 item$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    const chosen = list().getByRole('option', { selected: true });
    await expect.poll(() => chosen.textContent()).toMatch(TRAINER);
    expect(await box().getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => box().inputValue()).toMatch(/^service:"personal trainer.*" $/);
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
    await page.waitForURL(/q=service/);
    await expect.poll(() => count().textContent()).toMatch(/^1 disputed item in/);
    await page.getByRole('article').getByText(trainerLetter().caseNumber).waitFor();
  });

  it('are taken by the mouse as well, and what is taken is searched beside what stands there; the name of a field opens its values', async () => {
    await begin('/?decision=upheld');
    await page.keyboard.type('knee personal tr');
    await offers().filter({ hasText: TRAINER }).click();
    await expect.poll(query).toMatch(/^knee service:"personal trainer.*"$/);
    await expect.poll(() => count().textContent()).toMatch(/^1 disputed item in/);
    expect(new URL(page.url()).searchParams.get('decision')).toBe('upheld');
    // The box is as it was, so that one may type on.
    expect(await page.locator(':focus').getAttribute('name')).toBe('q');
    const before = page.url();
    await page.keyboard.type('guidel');
    await offers().filter({ hasText: 'guideline:' }).first().click();
    expect(await box().inputValue()).toMatch(/guideline:$/);
    await offers().first().waitFor();
    expect(page.url()).toBe(before);
  });

  it('of a page of rates are counted as it counts: what is apart is in none', async () => {
    await page.goto(`${served.url}/analytics`);
    const counting = page.getByRole('combobox', { name: 'Count disputed items that match' });
    await page.getByText(/^Overall: /).waitFor();
    await counting.pressSequentially('physical ther');
    const offer = offers().filter({ hasText: 'Service ·' }).first();
    const said = /([\d,]+) items?$/.exec((await offer.textContent()) ?? '')?.[1];
    await offer.click();
    await page
      .getByText(new RegExp(`^${said} disputed items? in`))
      .first()
      .waitFor();
  });

  it('leave Enter to what was typed', async () => {
    await begin();
    await page.keyboard.type('personal tr');
    await offers().first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(query).toBe('personal tr');
    expect(await box().inputValue()).toBe('personal tr');
    await expect.poll(() => list().isVisible()).toBe(false);
    // Also where it is pressed before any answer came.
    await page.keyboard.type('ainer');
    await page.keyboard.press('Enter');
    await expect.poll(query).toBe('personal trainer');
    await page.waitForTimeout(400);
    expect(await list().isVisible()).toBe(false);
  });

  it('are closed by Escape and opened again by an arrow; Tab goes on', async () => {
    await begin();
    await page.keyboard.type('personal tr');
    await offers().first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
    expect(await box().inputValue()).toBe('personal tr');
    await page.keyboard.press('ArrowDown');
    await offers().first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => list().isVisible()).toBe(false);
    expect(await page.locator(':focus').getAttribute('name')).not.toBe('q');
    expect(await box().inputValue()).toBe('personal tr');
  });

  it('are of what the filters leave, and what stands behind the caret stays', async () => {
    await begin('/?decision=overturned');
    await page.keyboard.type('decision:');
    await offers().first().waitFor();
    expect(await offers().allTextContents()).toEqual([expect.stringMatching(/^Overturned.*Decision/)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(query).toBe('decision:overturned');
    expect(await box().inputValue()).toBe('decision:overturned ');
    for (const _ of 'decision:overturned ') await page.keyboard.press('Backspace');
    await page.keyboard.type(' knee');
    await page.keyboard.press('Home');
    await page.keyboard.type('decisi');
    await offers().filter({ hasText: 'decision:' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box().inputValue()).toBe('decision: knee');
    await offers().filter({ hasText: 'Overturned' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => box().inputValue()).toBe('decision:overturned knee');
    await expect.poll(query).toBe('decision:overturned knee');
  });
});

describe('answers', () => {
  it('that come late never take the place of newer ones', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/suggest\?q=personal&/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await begin();
    await page.keyboard.type('personal');
    await page.waitForRequest(/\/suggest\?q=personal&/);
    for (const _ of 'personal') await page.keyboard.press('Backspace');
    await page.keyboard.type('decis');
    await offers().filter({ hasText: 'decision:' }).waitFor();
    release();
    await page.waitForTimeout(400);
    expect(await offers().filter({ hasText: 'trainer' }).count()).toBe(0);
    expect(await offers().filter({ hasText: 'decision:' }).count()).toBe(1);
  });

  it('that do not come are not missed: the box searches', async () => {
    await page.route(/\/suggest\?/, (route) => route.fulfill({ status: FAULT.status, body: JSON.stringify(FAULT) }));
    await begin();
    const asked = page.waitForResponse(/\/suggest\?/);
    await page.keyboard.type('personal trainer');
    await asked;
    expect(await list().isVisible()).toBe(false);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(query).toBe('personal trainer');
    await page.getByRole('article').first().getByText(trainerLetter().caseNumber).waitFor();
  });
});

it('stand in the page of a small screen, in the dark as well, with kind and count', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await begin();
  await page.keyboard.type('personal tr');
  await offers().first().waitFor();
  const place = await list().boundingBox();
  expect(place?.x).toBeGreaterThanOrEqual(0);
  expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(390);
  expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await offers().first().getByText('Service · 1 item').isVisible()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
});
