/** One picture: a page in a state, a color scheme and a width, or on paper. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { answerWithFaults, type DashboardPage, holdAnswers, type Kept, PAGES, settled, waitForFull } from '../../test/e2e/pages.ts';
import type { Options, State } from './options.ts';

export interface Shot {
  readonly page: DashboardPage;
  readonly state: State;
  /** Null: on paper. */
  readonly look: { readonly scheme: 'light' | 'dark'; readonly width: number } | null;
  /** Below the folder of all. */
  readonly file: string;
}

/** A running server, and what is kept on it. */
interface Shown {
  readonly url: string;
  readonly kept: Kept;
}

const NARROW = { width: 390, height: 844 };
const HEIGHT = 1000;
/** A page may be as long as a letter: more of it than this is seen in no picture, in pixels. */
const LONGEST = 3_000;
const WAIT_MS = 30_000;
/** All that is asked for, page by page. */
export function shotsOf({ only, state: states, width: widths }: Pick<Options, 'only' | 'state' | 'width'>): Shot[] {
  const pages = PAGES.filter(({ name }) => only.length === 0 || only.includes(name));
  return pages.flatMap((page) =>
    states.flatMap((state) => [
      ...widths.flatMap((width) =>
        (['light', 'dark'] as const).map((scheme) => ({
          page,
          state,
          look: { scheme, width },
          file: `${page.name}/${state}-${scheme}-${width}.png`,
        })),
      ),
      ...(state === 'full' ? [{ page, state, look: null, file: `${page.name}/print.pdf` }] : []),
    ]),
  );
}

/** The pictures that one visit of a page gives: those that differ in the color scheme alone. */
export function visitsOf(shots: readonly Shot[]): Shot[][] {
  return [...Map.groupBy(shots, ({ page, state, look }) => `${page.name} ${state} ${look?.width ?? 'paper'}`).values()];
}

/** Opens the page of a visit in a browser of its own and takes its pictures. Throws where it does not come. */
export async function takeShots(browser: Browser, { url, kept }: Shown, shots: readonly Shot[], out: string): Promise<void> {
  const [first] = shots;
  if (first === undefined) return;
  const width = first.look?.width ?? 1280;
  const context = await browser.newContext({
    viewport: width === NARROW.width ? NARROW : { width, height: HEIGHT },
    colorScheme: first.look?.scheme ?? 'light',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    if (first.state === 'loading') await holdAnswers(context);
    if (first.state === 'error') await answerWithFaults(context);
    await page.goto(`${url}${first.page.path(kept)}`);
    await waitFor(page, first);
    for (const { look, file } of shots) {
      const path = join(out, file);
      await mkdir(dirname(path), { recursive: true });
      if (look === null) await page.pdf({ path, format: 'Letter', printBackground: false });
      else await picture(page, path, look);
    }
  } finally {
    await context.close();
  }
}

async function waitFor(page: Page, { state, page: shown }: Shot): Promise<void> {
  if (state === 'full') return waitForFull(page, shown);
  await page.getByRole('main').locator(':scope > *').first().waitFor({ state: 'attached' });
  // What is held back keeps the network busy for ever.
  if (state !== 'loading') await settled(page);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

async function picture(page: Page, path: string, { scheme, width }: NonNullable<Shot['look']>): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))');
  const height = Math.min(Number(await page.evaluate('document.documentElement.scrollHeight')), LONGEST);
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height }, animations: 'disabled' });
}
