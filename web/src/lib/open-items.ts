/**
 * Which items of a letter are open, and which one the page is about: the one the address asks for (`?item=`), else the first. One is open
 * at a time, until all are opened.
 */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { itemIndexOf } from './evidence.ts';
import { withItem } from './item-links.ts';
import { firstShown } from './values.ts';

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
  /** Goes to the item so many places on. */
  readonly step: (by: 1 | -1) => void;
  /** Opens all, or closes all but the current one. */
  readonly toggleAll: () => void;
  /** Opens the item that one of these values belongs to, where none of them is shown, at once; the reader is left where they are. */
  readonly revealValue: (paths: readonly string[]) => void;
}

export function useOpenItems(items: readonly Item[]): OpenItems {
  const [params] = useSearchParams();
  const { key, search, state } = useLocation();
  const navigate = useNavigate();
  const asked = items.find(({ number }) => number === Number(params.get('item') ?? ''))?.number;
  const current = asked ?? items[0]?.number ?? 0;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set([current]));
  const [landing, setLanding] = useState<Landing | null>(asked === undefined ? null : { number: asked, first: true });
  const [at, setAt] = useState({ key, search, asked });
  const [quietly, setQuietly] = useState(false);
  const withOpen = (number: number): ReadonlySet<number> => (opened.size > 1 ? new Set([...opened, number]) : new Set([number]));
  if (key !== at.key) {
    setAt({ key, search, asked });
    setQuietly(false);
    // What else the address says (a filter) may change around an item that was gone to before.
    const isGoneTo = asked !== at.asked || search === at.search;
    if (isGoneTo && !opened.has(current)) setOpened(withOpen(current));
    if (isGoneTo && asked !== undefined && !quietly) setLanding({ number: asked, first: false });
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
    step: (by) => {
      const to = items[items.findIndex(({ number }) => number === current) + by];
      if (to !== undefined) go(to.number);
    },
    toggleAll: () => setOpened(new Set(items.every(({ number }) => opened.has(number)) ? [current] : items.map(({ number }) => number))),
    revealValue: (paths) => {
      const ofItems = paths.filter((path) => itemIndexOf(path) !== null);
      const number = items[itemIndexOf(ofItems[0] ?? '') ?? -1]?.number;
      if (number === undefined || firstShown(ofItems) !== undefined) return;
      if (!opened.has(number)) flushSync(() => setOpened(withOpen(number)));
      if (number === current) return;
      setQuietly(true);
      go(number);
    },
  };
}
