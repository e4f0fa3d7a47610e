/** The items of a letter in short: number, words, decision; each leads to its place on the page (`item` in the address). */
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { itemWords } from '../lib/words.ts';
import { DecisionBadge } from './decision-badge.tsx';
import styles from './item-list.module.css';

interface Props {
  items: readonly Item[];
  /** Going from item to item leaves no step in the history. */
  replace?: boolean;
}

export function ItemList({ items, replace = false }: Props) {
  const [params] = useSearchParams();
  const { state } = useLocation();
  const hrefOf = (item: Item) => {
    const next = new URLSearchParams(params);
    next.set('item', String(item.number));
    return `?${next}`;
  };
  return (
    <nav aria-labelledby="item-list" className={styles['list']}>
      <h2 id="item-list">{items.length === 1 ? 'The item' : `The ${items.length} items`} of this letter</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id} value={item.number} title={itemWords(item) ?? undefined}>
            <Link to={hrefOf(item)} state={state} replace={replace} preventScrollReset>
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
