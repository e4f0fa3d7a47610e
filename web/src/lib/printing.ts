/** Whether the page is being printed: what is only for the screen (first rows, a table to be scrolled) is then shown whole. */
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const told = new Set<() => void>();

/** The paper is drawn as soon as the event is over: all that is shown otherwise on it is drawn within it, at once. */
function turn(now: boolean): void {
  printing = now;
  flushSync(() => {
    for (const one of told) one();
  });
}
const begun = () => turn(true);
const ended = () => turn(false);

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting, onServer);
}

function subscribe(changed: () => void): () => void {
  if (told.size === 0) {
    window.addEventListener('beforeprint', begun);
    window.addEventListener('afterprint', ended);
  }
  told.add(changed);
  return () => {
    told.delete(changed);
    if (told.size > 0) return;
    window.removeEventListener('beforeprint', begun);
    window.removeEventListener('afterprint', ended);
    printing = false;
  };
}

function isPrinting(): boolean {
  return printing;
}

function onServer(): boolean {
  return false;
}

/** A name as it may be broken where there is little room, also behind the strokes in it: "Experimental/Investigational". */
export function breakable(name: string): string {
  return name.replace(/\/(?=\S)/g, '/\u200b');
}
