/**
 * Draws a page in two steps when it is opened: what is seen and used first, and right after it the rest, in between what the reader does already.
 * Who comes back to a page, or loads it again, is given all of it at once: a place in it is gone back to.
 */
import { startTransition, useEffect, useState } from 'react';

/** Whether the rest is drawn too. `ready`: what the first step shows is there. */
export function useInSteps(ready: boolean): boolean {
  const [whole, setWhole] = useState(() => !isOpening());
  useEffect(() => {
    if (!ready || whole) return;
    opened = true;
    startTransition(() => setWhole(true));
  }, [ready, whole]);
  return whole;
}

let opened = false;

/** Whether this is the first page of a visit, come to by a link or an address. */
function isOpening(): boolean {
  if (opened || typeof performance === 'undefined') return false;
  const [visit] = performance.getEntriesByType('navigation');
  return visit !== undefined && 'type' in visit && visit.type === 'navigate';
}
