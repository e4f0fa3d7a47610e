/** The item that was gone to, in the letter's own words. */
import { type RefObject, useEffect } from 'react';
import type { Item } from '#contract/determination.ts';
import { startOf } from './item-start.ts';
import type { Landing } from './open-items.ts';

/** Its words are brought up in the pane of the letter (`scroller`); the page itself stays where the record wants it. */
export function useLandedWords(scroller: RefObject<HTMLElement | null>, items: readonly Item[], landing: Landing | null): void {
  useEffect(() => {
    const item = items.find(({ number }) => number === landing?.number);
    const start = item === undefined ? null : startOf(item);
    const box = scroller.current;
    const element = start === null ? null : box?.querySelector<HTMLElement>(`[data-start="${start}"]`);
    if (box && element) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - 24;
  }, [scroller, items, landing]);
}
