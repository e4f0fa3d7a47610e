/** `j` and `k` go from result to result of a list, wherever one is shown. */
import { type RefObject, useRef } from 'react';
import { useKeys } from './use-keys.ts';

/** Put on what holds the cards. */
export function useResultKeys<T extends HTMLElement>(): RefObject<T | null> {
  const list = useRef<T>(null);
  useKeys({ j: () => stepFrom(list.current, 1), k: () => stepFrom(list.current, -1) });
  return list;
}

/** To the title of the result after (or before) the one that has the focus; from outside the list, to the first in sight. */
function stepFrom(list: HTMLElement | null, step: 1 | -1): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const inSight = cards.findIndex((card) => card.getBoundingClientRect().bottom > 0);
  const next = cards[at < 0 ? inSight : Math.min(Math.max(at + step, 0), cards.length - 1)];
  next?.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
