/** How soon a page of results can be used, in a real browser on a slowed processor. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** How many times slower than this machine the page's processor is made. */
export const SLOWED = 4;
const WATCH = join(import.meta.dirname, 'watch-usable.js');

export interface Usable {
  /** From the navigation until the first result was there, a letter typed into the box stood in it, and both were drawn. In milliseconds. */
  readonly usable: number;
  /** What was transferred until the network was quiet, headers and all. In bytes. */
  readonly bytes: number;
}

/** Opens an address in a browser that has seen nothing of it. */
export async function untilUsable(browser: Browser, url: string): Promise<Usable> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    // A real letter, typed when the page says that there is a box to take it.
    await page.exposeFunction('imrBenchType', () => cdp.send('Input.insertText', { text: 'a' }));
    await page.addInitScript({ path: WATCH });
    await page.goto(url, { waitUntil: 'commit' });
    const drawn = await page.waitForFunction(() => (globalThis as { imrBenchUsable?: number }).imrBenchUsable);
    const usable = Number(await drawn.jsonValue());
    await page.waitForLoadState('networkidle');
    return { usable, bytes };
  } finally {
    await context.close();
  }
}
