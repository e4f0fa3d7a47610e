/** Totals, order, the items of this page, and the way to the other pages. */
import { NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { SearchResponse } from '#contract/api.ts';
import { SortSchema } from '#contract/query.ts';
import { Pager } from '../../components/pager.tsx';
import { type SearchState, searchHref } from '../../lib/url-state.ts';
import { totalWords } from '../../lib/words.ts';
import { HitCard } from './hit-card.tsx';
import styles from './results.module.css';

const SORTS = [
  { value: 'relevance', label: 'Best match' },
  { value: 'newest', label: 'Newest decision' },
  { value: 'oldest', label: 'Oldest decision' },
  { value: 'case', label: 'Case number' },
] as const;

interface Props {
  data: SearchResponse;
  state: SearchState;
  /** The items are those of the search before; the new ones are on their way. */
  stale: boolean;
  onChange: (part: Partial<SearchState>) => void;
}

export function Results({ data, state, stale, onChange }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(data.page);
  // Another page starts at its top, for those who read with the keyboard too.
  useEffect(() => {
    if (shown.current === data.page) return;
    shown.current = data.page;
    heading.current?.focus({ preventScroll: true });
  }, [data.page]);
  const first = (data.page - 1) * data.size;
  return (
    <>
      <div className={styles['head']}>
        <div role="status">
          <h2 ref={heading} tabIndex={-1}>
            {totalWords(data.total, data.letters)}
          </h2>
        </div>
        <NativeSelect
          size="xs"
          label="Sort by"
          classNames={{ root: styles['sort'] ?? '' }}
          data={[...SORTS]}
          value={state.sort}
          onChange={(event) => onChange({ sort: SortSchema.catch('relevance').parse(event.currentTarget.value) })}
        />
      </div>
      <ol className={styles['hits']} start={first + 1} data-stale={stale}>
        {data.hits.map((hit) => (
          <li key={hit.id}>
            <HitCard hit={hit} q={state.q} summary={state.summary} />
          </li>
        ))}
      </ol>
      {data.hits.length === 0 ? <p>This page is past the last result.</p> : null}
      <Pager page={data.page} pages={data.pages} hrefOf={(page) => searchHref({ ...state, page })} label="Pages of results" />
    </>
  );
}
