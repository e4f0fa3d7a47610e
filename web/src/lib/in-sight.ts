/** Bringing an element of the page into sight. */

/** A glide over more screens than this takes longer than it tells. */
const GLIDE_SCREENS = 3;

/** Scrolls an element into sight; with a glide where it is near, and for those who did not ask for less motion. */
export function bringIntoSight(element: Element, block: ScrollLogicalPosition): void {
  element.scrollIntoView({ behavior: behaviorTo(element), block });
}

/** The same for what stands in a box that scrolls by itself: where the box is in sight the page stays as it is. */
export function bringIntoSightIn(box: Element, element: Element): void {
  const outer = box.getBoundingClientRect();
  if (outer.top < 0 || outer.bottom > window.innerHeight + 1) {
    bringIntoSight(element, 'center');
    return;
  }
  const inner = element.getBoundingClientRect();
  box.scrollBy({ top: inner.top - outer.top - (outer.height - inner.height) / 2, behavior: behaviorTo(element) });
}

function behaviorTo(element: Element): ScrollBehavior {
  const far = Math.abs(element.getBoundingClientRect().top) > GLIDE_SCREENS * window.innerHeight;
  return far || window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
