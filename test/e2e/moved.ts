/** How much of a page moved by itself since it was opened. */
import type { Page } from 'playwright-core';

/** The sum of its layout shifts, as browsers measure them, what a reader set in motion left out: 0 is nothing. */
export function movedOf(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
  })`);
}
