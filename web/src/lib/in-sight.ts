/** Bringing an element of the page into sight. */

/** A glide over more screens than this takes longer than it tells. */
const GLIDE_SCREENS = 3;

/** Scrolls an element into sight; with a glide where it is near, and for those who did not ask for less motion. */
export function bringIntoSight(element: Element, block: ScrollLogicalPosition): void {
  const far = Math.abs(element.getBoundingClientRect().top) > GLIDE_SCREENS * window.innerHeight;
  const still = far || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block });
}
