/** The items of a letter in short: number, words, decision; each leads to its card. Only where there are several to choose from. */
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import styles from './item-list.module.css';

/** A letter with fewer items than this is seen at a glance. */
const FROM = 3;

export function ItemList({ items }: { items: readonly Item[] }) {
  const [params] = useSearchParams();
  const { state } = useLocation();
  if (items.length < FROM) return null;
  const hrefOf = (item: Item) => {
    const next = new URLSearchParams(params);
    next.set('item', String(item.number));
    return `?${next}`;
  };
  return (
    <nav aria-labelledby="item-list" className={styles['list']}>
      <h2 id="item-list">The {items.length} items of this letter</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id} value={item.number} title={itemWords(item) ?? undefined}>
            <Link to={hrefOf(item)} state={state} preventScrollReset>
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

/** The item as printed: what is in dispute, else the whole heading; null where neither was found. */
export function itemWords(item: Item): string | null {
  return item.inDispute?.value ?? item.heading?.value ?? null;
}
