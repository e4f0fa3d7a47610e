/** The pages of a search are open to everybody: axe finds nothing of moderate or worse on any, wide and narrow, light and dark. */
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { serveFictional } from './serve-fictional.ts';
import { trainerLetter } from './served.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' } });
const served = serveFictional();

const PAGES = {
  'everything there is': '/',
  'results of words, one of which is in no letter': '/?q=knee+zzyzx',
  'what comes nearest': '/?q=why+was+kazoo+overturned+2012',
  'one case': `/?q=${trainerLetter().caseNumber}`,
  'a determination': `/determinations/${trainerLetter().caseNumber}`,
};
const LOOKS = [
  { width: 1280, height: 900, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
] as const;

describe.each(Object.entries(PAGES))('%s', (_, path) => {
  it.each(LOOKS)('$width px, $scheme', async ({ width, height, scheme }) => {
    const page = browsing.page();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`${served.url}${path}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page)).toEqual([]);
  });
});
