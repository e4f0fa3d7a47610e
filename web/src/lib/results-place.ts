/** Where the results of a page are: the focus goes there when what it was on is gone. */

/** The id of the section that holds them. */
export const RESULTS_ID = 'results';

/** To the heading of the results, else to their section. */
export function focusResults(): void {
  const section = document.getElementById(RESULTS_ID);
  (section?.querySelector<HTMLElement>('h2[tabindex="-1"]') ?? section)?.focus({ preventScroll: true });
}
