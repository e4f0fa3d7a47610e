/**
 * Which items of a letter are open, and which one the page is about: the one the address asks for (`?item=`), else the first. One is open
 * at a time, until all are opened.
 */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { withItem } from '../../lib/item-links.ts';

/** An item that was gone to. A new one each time, so that the same item can be gone to again. */
export interface Landing {
  readonly number: number;
  /** The page was opened at it; else it was gone to within the page. */
  readonly first: boolean;
}

export interface OpenItems {
  /** 0 in a letter without items. */
  readonly current: number;
  /** Null: no item was asked for. */
  readonly landing: Landing | null;
  readonly isOpen: (number: number) => boolean;
  readonly allOpen: boolean;
  /** Opens an item and goes to it, or closes it. */
  readonly toggle: (number: number) => void;
  readonly go: (number: number) => void;
  /** Opens all, or closes all but the current one. */
  readonly toggleAll: () => void;
  /** Opens an item at once and leaves the reader where they are. */
  readonly reveal: (number: number) => void;
}

export function useOpenItems(items: readonly Item[]): OpenItems {
  const [params] = useSearchParams();
  const { key, state } = useLocation();
  const navigate = useNavigate();
  const asked = items.find(({ number }) => number === Number(params.get('item') ?? ''))?.number;
  const current = asked ?? items[0]?.number ?? 0;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set([current]));
  const [landing, setLanding] = useState<Landing | null>(asked === undefined ? null : { number: asked, first: true });
  const [at, setAt] = useState(key);
  const [quietly, setQuietly] = useState(false);
  const withOpen = (number: number): ReadonlySet<number> => (opened.size > 1 ? new Set([...opened, number]) : new Set([number]));
  if (key !== at) {
    setAt(key);
    setQuietly(false);
    if (!opened.has(current)) setOpened(withOpen(current));
    if (asked !== undefined && !quietly) setLanding({ number: asked, first: false });
  }
  const go = (number: number) => void navigate(withItem(params, number), { state, replace: true, preventScrollReset: true });
  return {
    current,
    landing,
    isOpen: (number) => opened.has(number),
    allOpen: items.every(({ number }) => opened.has(number)),
    toggle: (number) => {
      if (opened.has(number)) setOpened(new Set([...opened].filter((one) => one !== number)));
      else go(number);
    },
    go,
    toggleAll: () => setOpened(new Set(items.every(({ number }) => opened.has(number)) ? [current] : items.map(({ number }) => number))),
    reveal: (number) => {
      if (!opened.has(number)) flushSync(() => setOpened(withOpen(number)));
      if (number === current) return;
      setQuietly(true);
      go(number);
    },
  };
}
