/** The pages are open to everybody: axe finds nothing of moderate or worse on any, wide and narrow, light and dark; and none moves while it is loaded. */
import { beforeAll, describe, expect, it } from 'vitest';
import { CollectionSchema } from '#contract/saved.ts';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { movedOf } from './moved.ts';
import { serveFictional } from './serve-fictional.ts';
import { longLetter, trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();

const ITEM = { letter: `dwc:${trainerLetter().caseNumber}`, id: `dwc:${trainerLetter().caseNumber}#1` };
const LONG = `dwc:${longLetter().caseNumber}#2`;

let collection = '';
beforeAll(async () => {
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await fetch(`${served.url}/api/v1${path}`, init)).json();
  };
  collection = CollectionSchema.parse(await post('/collections', { name: 'For the hearing', note: 'fictional' })).id;
  for (const [item, note] of [
    [ITEM.id, 'the one to cite'],
    [LONG, ''],
  ])
    await post(`/collections/${collection}/items`, { item, note });
  await post('/saved-searches', { name: 'Trainers', search: 'q=trainer&decision=upheld', note: 'each Monday' });
});

/** Opens a page and waits until it has come to rest. */
async function open(path: string): Promise<void> {
  const page = browsing.page();
  await page.goto(`${served.url}${path.replace('COLLECTION', collection)}`);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
}

const PAGES = {
  'everything there is': '/',
  'results of words, one of which is in no letter': '/?q=knee+zzyzx',
  'what comes nearest': '/?q=why+was+kazoo+overturned+2012',
  'one case': `/?q=${trainerLetter().caseNumber}`,
  'a determination': `/determinations/${trainerLetter().caseNumber}`,
  'similar cases, to be asked for': '/similar',
  'similar cases of an item': `/similar?case=${ITEM.letter}&item=1&decision=overturned`,
  'two side by side': `/similar?case=${ITEM.letter}&item=1&decision=overturned&beside=${encodeURIComponent(ITEM.id)}&beside=${encodeURIComponent(LONG)}`,
  'what is saved': '/saved',
  'a collection': '/saved/collections/COLLECTION',
  'what this is': '/about',
  'what could not be read': '/unreadable',
  'no page': '/nowhere',
};
/** Where nothing moves while the page is loaded. */
const STILL: ReadonlySet<string> = new Set(Object.values(PAGES).filter((path) => !path.startsWith('/?') && path !== '/'));
/** What a control is called holds the words it shows, for those who speak to it. */
const SPOKEN = ['label-content-name-mismatch'];
const LOOKS = [
  { width: 1280, height: 900, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
] as const;

describe.each(Object.entries(PAGES))('%s', (_, path) => {
  it.each(LOOKS)('$width px, $scheme', async ({ width, height, scheme }) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await open(path);
    if (STILL.has(path)) expect(await movedOf(page)).toBeLessThan(0.05);
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
  });
});

describe('dialogs', () => {
  it.each(LOOKS)('$width px, $scheme', async ({ width, height, scheme }) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await open(`/?q=${trainerLetter().caseNumber}`);
    const dialog = page.getByRole('dialog');
    await page
      .getByRole('button', { name: /^Collect item/ })
      .first()
      .click();
    await dialog.getByRole('checkbox').first().check();
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Collect…/ }).click();
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await axeFindings(page, SPOKEN)).toEqual([]);
  });
});
