/** The items of a letter in short: number, words, decision; each leads to its place on the page (`item` in the address). */
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { withItem } from '../lib/item-links.ts';
import { itemWords } from '../lib/words.ts';
import { DecisionBadge } from './decision-badge.tsx';
import styles from './item-list.module.css';

/** Going from item to item leaves no step in the history. `current`: the number of the item that is looked at. */
export function ItemList({ items, current }: { items: readonly Item[]; current?: number }) {
  const [params] = useSearchParams();
  const { state } = useLocation();
  return (
    <nav aria-labelledby="item-list" className={styles['list']}>
      <h2 id="item-list">Items of this letter</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id} value={item.number} title={itemWords(item) ?? undefined}>
            <Link
              to={withItem(params, item.number)}
              state={state}
              replace
              preventScrollReset
              aria-current={item.number === current ? 'true' : undefined}
            >
              <span className={styles['number']}>{item.number}</span>
              <span className={styles['words']}>{itemWords(item) ?? 'heading not found'}</span>
              <DecisionBadge decision={item.decision?.value ?? 'undetermined'} short />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
