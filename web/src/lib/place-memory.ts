/**
 * Going back to the same place in a list: which card was opened from which address, and how far the page was scrolled. Kept for
 * this tab alone, and only until it was gone back to.
 */
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const KEY = 'imr-opened-from';

interface Place {
  /** Path and parameters of the list. */
  readonly href: string;
  /** The element id of the card. */
  readonly card: string;
  readonly top: number;
}

/** Said when a card is opened. A browser that keeps nothing for a page only loses the way back. */
export function rememberPlace(href: string, card: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ href, card, top: window.scrollY } satisfies Place));
  } catch {
    // The list is then shown from its top.
  }
}

/** The place remembered for an address; it is forgotten with this. Null where there is none. */
function takePlace(href: string): Place | null {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!isPlace(place) || place.href !== href) return null;
    sessionStorage.removeItem(KEY);
    return place;
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' && value !== null && 'href' in value && 'card' in value && 'top' in value && typeof value.top === 'number'
  );
}

/** Once the list is there (`ready`), the focus and the page go back to the card that was opened from it. */
export function useReturnToPlace(ready: boolean): void {
  const { pathname, search } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (!ready || !first.current) return;
    first.current = false;
    const place = takePlace(`${pathname}${search}`);
    const card = place === null ? null : document.getElementById(place.card);
    if (place === null || card === null) return;
    window.scrollTo({ top: place.top, behavior: 'instant' });
    (card.querySelector<HTMLElement>('h3 a') ?? card).focus({ preventScroll: true });
    const { top, bottom } = card.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) card.scrollIntoView({ block: 'center' });
  }, [ready, pathname, search]);
}
