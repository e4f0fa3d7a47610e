/** Listening to keys of the page (keys.ts names them). */
import { useEffect, useEffectEvent } from 'react';
import { isPlainKey } from './keys.ts';

/** What each key does; it takes the press away from everybody else. */
export type Ways = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Listens while `on`. `from`: the frame listens at the window, behind every page, which listens at the document. */
export function useKeys(ways: Ways, { on = true, from = 'page' }: { on?: boolean; from?: 'page' | 'frame' } = {}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const way = ways[event.key];
    if (way === undefined || !isPlainKey(event, event.key)) return;
    event.preventDefault();
    way(event);
  });
  useEffect(() => {
    if (!on) return;
    const place = from === 'frame' ? window : document;
    const listen = (event: Event) => press(event as KeyboardEvent);
    place.addEventListener('keydown', listen);
    return () => place.removeEventListener('keydown', listen);
  }, [on, from]);
}
