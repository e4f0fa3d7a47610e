/** Cases like a disputed item of the index. */
import { Link, useSearchParams } from 'react-router';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { useItem } from '../../lib/endpoints.ts';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import { readSimilar, useSimilarToItem } from '../../lib/similar-endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { itemWords } from '../../lib/words.ts';
import { ChooseOwn } from './choose-own.tsx';
import type { OfItem } from './neighbours.tsx';
import styles from './similar.module.css';
import { SimilarCases } from './similar-cases.tsx';

export function SimilarToItem({ item, ofItem }: { item: ItemRef; ofItem: OfItem }) {
  const [params] = useSearchParams();
  const similar = useSimilarToItem(item, readSimilar(params));
  const { data } = useItem(item.letterId, item.number);
  const words = data === undefined ? null : itemWords(data.item);
  const name = `item ${item.number} of ${data?.caseNumber ?? item.letterId}`;
  return (
    <>
      <title>{pageTitle('', `Cases similar to ${name}`)}</title>
      <h1 className={styles['title']}>Cases similar to {name}</h1>
      <p className={styles['way']}>
        {words === null ? null : <Link to={itemHref(item)}>{words}</Link>}
        {data === undefined ? null : <DecisionBadge decision={data.item.decision?.value ?? 'undetermined'} short />}
        <ChooseOwn own={item} label="This item side by side" />
        <Link to="/similar">Compare another case</Link>
      </p>
      <SimilarCases similar={similar} own={item} ofItem={ofItem} />
    </>
  );
}
