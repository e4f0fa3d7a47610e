/** How much of a page moves by itself while it comes. */
import type { Page } from 'playwright-core';

/** Notes every shift from the first paint on, with what moved; what a reader set in motion is left out. */
const NOTE_SHIFTS = `
  globalThis.shifts = [];
  const note = (entries) => {
    for (const shift of entries) {
      if (shift.hadRecentInput) continue;
      const moved = shift.sources.map(({ node, previousRect: from, currentRect: to }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return (element?.tagName.toLowerCase() ?? 'gone') + '.' + (element?.className ?? '') + ' from ' + from.y + ' to ' + to.y;
      });
      globalThis.shifts.push({ value: shift.value, moved });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  globalThis.takeShifts = () => {
    note(observer.takeRecords());
    return globalThis.shifts;
  };
`;

export interface Shift {
  /** The part of the screen that moved times how far, as browsers measure it: 0 is nothing. */
  readonly value: number;
  readonly moved: readonly string[];
}

/** To be called before the page is opened. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(NOTE_SHIFTS);
}

/** All shifts so far; what is moving now has two frames to be drawn. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate('new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(takeShifts()))))');
}

/** Their sum. */
export async function movedOf(page: Page): Promise<number> {
  return (await shiftsOf(page)).reduce((sum, { value }) => sum + value, 0);
}
