/** One item of a letter: closed it is one line with its number, its words and its decision; open it has its title above what is told of it. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { Item } from '#contract/determination.ts';
import { bringIntoSight } from '../lib/in-sight.ts';
import type { OpenItems } from '../lib/open-items.ts';
import { itemWords } from '../lib/words.ts';
import { DecisionBadge } from './decision-badge.tsx';
import styles from './item-bar.module.css';

interface Props {
  item: Item;
  items: OpenItems;
  /** It is the only one, and cannot be closed. */
  alone: boolean;
  /** The title as it is shown where the item is open; else its words. */
  title?: ReactNode;
  /** What is told of it where it is open. */
  children: ReactNode;
}

export function ItemBar({ item, items, alone, title, children }: Props) {
  const card = useRef<HTMLElement>(null);
  const open = alone || items.isOpen(item.number);
  const landing = items.landing?.number === item.number ? items.landing : null;
  // Gone to from within the page it takes the focus as well, but from a control that stays in sight and goes on to the next.
  useEffect(() => {
    if (landing === null || card.current === null) return;
    bringIntoSight(card.current, 'start');
    const focused = document.activeElement;
    const keeps = card.current.contains(focused) || focused?.closest('[data-stays]');
    if (!landing.first && !keeps) card.current.focus({ preventScroll: true });
  }, [landing]);
  const titleId = `item-${item.number}`;
  const words = itemWords(item) ?? 'The heading of this item was not found';
  return (
    <article
      ref={card}
      className={styles['card']}
      data-open={open}
      data-current={item.number === items.current}
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <h3 className={styles['bar']} title={open ? undefined : words}>
        {alone ? null : (
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={open}
            aria-controls={`${titleId}-panel`}
            aria-label={open ? `Item ${item.number}: ${words}` : undefined}
            onClick={() => items.toggle(item.number)}
          >
            <span className={styles['number']}>{item.number}</span>
            {open ? null : (
              <>
                <span id={titleId} className={styles['words']}>
                  {words}
                </span>
                <DecisionBadge decision={item.decision?.value ?? 'undetermined'} short />
              </>
            )}
          </button>
        )}
        {open ? (
          <span id={titleId} className={styles['title']}>
            {title ?? words}
          </span>
        ) : null}
      </h3>
      <div id={`${titleId}-panel`} hidden={!open} className={styles['panel']}>
        {open ? children : null}
      </div>
    </article>
  );
}
