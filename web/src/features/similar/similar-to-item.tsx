/** Cases like a disputed item of the index. */

import { Skeleton } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { untitledWords } from '#contract/programmes.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { useItem } from '../../lib/endpoints.ts';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import { isTable, withinHref } from '../../lib/programme-filter.ts';
import { readSimilar, useSimilarToItem } from '../../lib/similar-endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { itemWords } from '../../lib/words.ts';
import { ChooseOwn } from './choose-own.tsx';
import styles from './similar.module.css';
import { type Additions, SimilarCases } from './similar-cases.tsx';

export function SimilarToItem({ item, additions }: { item: ItemRef; additions: Additions }) {
  const [params] = useSearchParams();
  const similar = useSimilarToItem(item, readSimilar(params));
  const { data } = useItem(item.letterId, item.number);
  const words = data === undefined ? null : itemWords(data.item);
  const caseNumber = data?.caseNumber ?? item.letterId;
  const name = data !== undefined && isTable(data.programme) ? caseNumber : `item ${item.number} of ${caseNumber}`;
  return (
    <div className={styles['page']}>
      <title>{pageTitle('', `Cases similar to ${name}`)}</title>
      <h1 className={styles['title']}>Cases similar to {name}</h1>
      <div className={styles['way']}>
        {data === undefined ? (
          <Skeleton height={16} width={220} />
        ) : (
          <>
            <DecisionBadge decision={data.item.decision?.value ?? 'undetermined'} programme={data.programme} short />
            <Link to={itemHref(item)}>{words ?? untitledWords(data.programme)}</Link>
          </>
        )}
        <ChooseOwn own={item} label="This item side by side" />
        <Link to={withinHref('/similar', readSimilar(params).narrowing.filters)}>Compare another case</Link>
      </div>
      <SimilarCases similar={similar} own={item} additions={additions} />
    </div>
  );
}
