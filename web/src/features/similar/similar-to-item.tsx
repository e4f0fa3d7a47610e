/** Cases like a disputed item of the index. */
import { Checkbox } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { useItem } from '../../lib/endpoints.ts';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import { readSimilar, useSimilarToItem } from '../../lib/similar-endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { chosenOf, toggleChosen, writeChosen } from './chosen.ts';
import type { OfItem } from './neighbours.tsx';
import styles from './similar.module.css';
import { SimilarCases } from './similar-cases.tsx';

export function SimilarToItem({ item, ofItem }: { item: ItemRef; ofItem: OfItem }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const similar = useSimilarToItem(item, readSimilar(params));
  const { data } = useItem(item.letterId, item.number);
  const words = data?.item.inDispute?.value ?? data?.item.heading?.value ?? null;
  const name = `item ${item.number} of ${data?.caseNumber ?? item.letterId}`;
  const chosen = chosenOf(params);
  const own = chosen.some((one) => one.letterId === item.letterId && one.number === item.number);
  const choose = () => {
    const next = new URLSearchParams(params);
    next.delete('beside');
    writeChosen(next, toggleChosen(chosen, item));
    void navigate(`?${next}`, { replace: true, preventScrollReset: true, flushSync: true });
  };
  return (
    <>
      <title>{pageTitle('', `Cases similar to ${name}`)}</title>
      <h1 className={styles['title']}>Cases similar to {name}</h1>
      <p className={styles['way']}>
        {words === null ? null : <Link to={itemHref(item)}>{words}</Link>}
        {data === undefined ? null : <DecisionBadge decision={data.item.decision?.value ?? 'undetermined'} short />}
        <Checkbox size="xs" label="This item side by side" checked={own} disabled={!own && chosen.length >= 2} onChange={choose} />
        <Link to="/similar">Compare another case</Link>
      </p>
      <SimilarCases similar={similar} own={item} ofItem={ofItem} />
    </>
  );
}
