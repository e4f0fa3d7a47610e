/** Totals, order, ways to take them along, the items of this page in their two tiers, and the way to the other pages. */
import { NativeSelect, Switch } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { SortSchema } from '#contract/query.ts';
import type { Hit, SearchResponse } from '#contract/search.ts';
import { comingWords, likeWords, nearestWords } from '#mappings/understood-words.ts';
import { type Back, HitCard } from '../../components/hit-card.tsx';
import { Pager } from '../../components/pager.tsx';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { isNarrowed, type SearchState, searchHref } from '../../lib/url-state.ts';
import { countWords, totalWords } from '../../lib/words.ts';
import { ExportResults } from './export-results.tsx';
import { Lacking } from './lacking.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import styles from './results.module.css';
import { isOneWord, summaryOnlyWords } from './second-tier.ts';
import { partsThatHold } from './understood-words.ts';

const SORTS = [
  { value: 'relevance', label: 'Best match' },
  { value: 'newest', label: 'Newest decision' },
  { value: 'oldest', label: 'Oldest decision' },
  { value: 'case', label: 'Case number' },
] as const;

/** What the page adds to each result and to the list as a whole. */
export interface Additions {
  readonly ofItem: (hit: Hit) => ReactNode;
  readonly ofSearch: (state: SearchState) => ReactNode;
}

interface Props {
  data: SearchResponse;
  state: SearchState;
  /** The items are those of the search before; the new ones are on their way. */
  stale: boolean;
  /** Shown in place of the first tier where it is empty. */
  none: ReactNode;
  additions: Additions;
  onChange: (part: Partial<SearchState>) => void;
}

export function Results({ data, state, stale, none, additions, onChange }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(data.page);
  // Another page starts at its top, for those who read with the keyboard too.
  useEffect(() => {
    if (shown.current === data.page) return;
    shown.current = data.page;
    heading.current?.focus({ preventScroll: true });
  }, [data.page]);
  useReturnToPlace(!stale);
  const { pathname, search } = useLocation();
  const first = (data.page - 1) * data.size;
  const { nearest } = data;
  // Where none has all, those that have most take their place.
  const all = data.hits.filter(({ tier }) => tier !== 'some');
  const some = data.hits.filter(({ tier }) => tier === 'some');
  const ofOneWord = isOneWord(state, data.understood.parts) && some.every(({ missing }) => missing.length === 0);
  const list = { state, stale, back: { href: `${pathname}${search}`, label: 'Back to results' }, additions };
  return (
    <>
      {data.total === 0 && nearest === null ? none : null}
      {data.total === 0 && nearest === null ? null : (
        <div className={styles['head']}>
          <div className={styles['totals']} data-stale={stale}>
            <div role="status">
              <h2 ref={heading} tabIndex={-1}>
                {nearest === null ? foundWords(data) : nearestWords(nearest)}
              </h2>
            </div>
            {nearest === null ? null : <Lacking nearest={nearest} causes={data.understood.noResultCauses} state={state} />}
            {nearest === null && data.someMissing > 0 ? (
              <p className={styles['more']}>{ofOneWord ? summaryOnlyWords(data.someMissing) : comingWords(data.someMissing)}</p>
            ) : null}
            {isNarrowed(state) && !data.understood.asCase ? (
              <OutcomeLine
                outcomes={data.outcomes}
                parts={partsThatHold(data.understood.parts, nearest?.lacking ?? [])}
                state={state}
                rates={nearest === null}
              />
            ) : null}
          </div>
          <ExportResults
            state={state}
            total={nearest?.items ?? data.total}
            of={data.understood.asCase ? 'case' : nearest === null ? 'all' : 'most'}
            stale={stale}
            more={additions.ofSearch(state)}
          />
        </div>
      )}
      <div className={styles['order']}>
        <Switch
          size="xs"
          label="Group by letter"
          classNames={{ track: styles['track'] ?? '' }}
          checked={state.group === 'letter'}
          onChange={(event) => onChange({ group: event.currentTarget.checked ? 'letter' : 'item' })}
        />
        <NativeSelect
          size="xs"
          label="Sort by"
          classNames={{ root: styles['sort'] ?? '' }}
          data={[...SORTS]}
          value={state.sort}
          onChange={(event) => onChange({ sort: SortSchema.catch('relevance').parse(event.currentTarget.value) })}
        />
      </div>
      {all.length === 0 ? null : <Hits hits={all} start={first + 1} {...list} />}
      {some.length === 0 ? null : (
        <section aria-labelledby="some-missing" className={styles['tier']}>
          <h2 id="some-missing">
            {ofOneWord ? 'In the case summary only' : nearest === null ? 'Some words missing' : 'More missing'}{' '}
            <span>
              ({countWords(data.someMissing - (nearest?.items ?? 0), data.hits.length === 0 ? 'item' : 'more item')}, not in the counts)
            </span>
          </h2>
          <Hits hits={some} start={first + all.length + 1} {...list} />
        </section>
      )}
      {data.hits.length === 0 && data.total + data.someMissing > 0 ? <p>This page is past the last result.</p> : null}
      <Pager page={data.page} pages={data.pages} hrefOf={(page) => searchHref({ ...state, page })} label="Pages of results" />
    </>
  );
}

function foundWords({ total, letters, understood }: SearchResponse): string {
  return understood.asCase ? likeWords(total, letters) : totalWords(total, letters);
}

interface HitsProps {
  hits: readonly Hit[];
  start: number;
  state: SearchState;
  stale: boolean;
  back: Back;
  additions: Additions;
}

function Hits({ hits, start, state, stale, back, additions }: HitsProps) {
  return (
    <ol className={styles['hits']} start={start} data-stale={stale}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <HitCard hit={hit} back={back} words={state} actions={additions.ofItem(hit)} />
        </li>
      ))}
    </ol>
  );
}
