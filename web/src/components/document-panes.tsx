/**
 * The panes of a page about one letter: what was read on one side, the letter's own words on the other; a list of the items before them where
 * there is room, and one below the other where there is little.
 */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Item } from '#contract/determination.ts';
import { bringIntoSight } from '../lib/in-sight.ts';
import type { OpenItems } from '../lib/open-items.ts';
import { useKeys } from '../lib/use-keys.ts';
import { countWords } from '../lib/words.ts';
import styles from './document-panes.module.css';
import { ItemList } from './item-list.tsx';
import { LoadingState } from './states.tsx';

interface Props {
  items: readonly Item[];
  open: OpenItems;
  /** Of the items; else how many they are. */
  heading?: string;
  /** What stands below the items; null: nothing. */
  facts?: ReactNode;
  /** The pane of the letter: a `LetterSection`. */
  letter: ReactNode;
  /** The items, each of which can be opened. */
  children: ReactNode;
}

export function DocumentPanes({ items, open, heading, facts = null, letter, children }: Props) {
  const several = items.length > 1;
  useKeys({ j: () => open.step(1), k: () => open.step(-1) }, { on: several });
  return (
    <div className={styles['panes']} data-third={several ? 'list' : facts === null ? undefined : 'facts'}>
      {several ? (
        <div className={styles['list']}>
          <ItemList items={items} current={open.current} />
        </div>
      ) : null}
      <section aria-labelledby="items" className={styles['items']}>
        <div className={styles['tools']}>
          <h2 id="items" tabIndex={-1}>
            {heading ?? (items.length === 1 ? 'Disputed item' : countWords(items.length, 'disputed item'))}
          </h2>
          {several ? (
            <Button variant="subtle" className="screen-only" onClick={open.toggleAll}>
              {open.allOpen ? 'Close all but one' : 'Open all'}
            </Button>
          ) : null}
        </div>
        {children}
      </section>
      {facts === null ? null : <div className={styles['facts']}>{facts}</div>}
      {letter}
    </div>
  );
}

/** The pane of the letter's own words, or of the row of a table. `ways`: beside its heading. */
export function LetterSection({ ways, row = false, children }: { ways?: ReactNode; row?: boolean; children: ReactNode }) {
  return (
    <section aria-labelledby="letter" className={styles['pane']}>
      <div className={styles['paneHead']}>
        <h2 id="letter" tabIndex={-1}>
          {row ? 'The row as published' : 'The letter’s own text'}
        </h2>
        {ways}
      </div>
      {children}
    </section>
  );
}

/** As large as what comes. `what` is told to screen readers. */
export function DocumentBones({ what }: { what: string }) {
  return (
    <div className={styles['panes']}>
      <LoadingState what={what} lines={24} />
      <div className={styles['bone']} />
    </div>
  );
}

/** On a small screen the letter stands below what was read from it: one press leads to either. */
export function DocumentParts({ row = false }: { row?: boolean }) {
  const show = (id: string) => {
    const heading = document.getElementById(id);
    if (heading === null) return;
    bringIntoSight(heading, 'start');
    heading.focus({ preventScroll: true });
  };
  return (
    <div className={`screen-only ${styles['parts'] ?? ''}`}>
      <Button size="compact-xs" onClick={() => show('items')}>
        {row ? 'Decision' : 'Items'}
      </Button>
      <Button size="compact-xs" onClick={() => show('letter')}>
        {row ? 'Row' : 'Letter'}
      </Button>
    </div>
  );
}
