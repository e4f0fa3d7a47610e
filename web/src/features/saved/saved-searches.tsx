/**
 * The saved searches: what each finds now, what of it is new since it was last seen, and the ways to keep them. They are listed at once;
 * what they find is counted one after the other.
 */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SavedCounts, SavedSearch } from '#contract/saved.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { itemsWords, toChips } from '../../lib/chips.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { useChangeSearch, useMarkSeen, useRemoveSearch, useSavedCounts, useSavedSearches } from '../../lib/saved-endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { Confirm } from './confirm.tsx';
import { instantWords } from './instants.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved.module.css';

export function SavedSearches() {
  const { data, error, refetch } = useSavedSearches();
  const { readOnly } = useLimits();
  const labelOf = useValueLabels(
    [],
    (data?.searches ?? []).map(({ search }) => readSearch(new URLSearchParams(search)).filters),
  );
  const counts = useSavedCounts((data?.searches ?? []).map(({ id }) => id));
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="saved searches" />;
  if (data.searches.length === 0) {
    return (
      <EmptyState title="No search is saved yet">
        {readOnly ? null : (
          <p>
            Search, then choose “Save search” above the results. <Link to="/">Search</Link>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status" className={styles['quiet']}>
        {countWords(data.searches.length, 'saved search', 'saved searches')}, {newsWords(counts)}
      </p>
      <ul className={styles['list']} aria-label="Saved searches">
        {data.searches.map((search, at) => (
          <li key={search.id}>
            <Row search={search} counting={counts[at]} labelOf={labelOf} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** How far the counting of one search is. */
interface Counting {
  readonly data: SavedCounts | undefined;
  readonly error: Error | null;
}

/** "2 with something new". Counts that are not there yet are told as such, and those that failed too. */
function newsWords(counts: readonly Counting[]): string {
  const news = counts.filter(({ data }) => (data?.newItems ?? 0) > 0).length;
  const failed = counts.filter(({ error }) => error !== null).length;
  const words = news === 0 ? 'nothing new' : `${numberWords(news)} with something new`;
  if (counts.some(({ data, error }) => data === undefined && error === null)) {
    return news === 0 ? 'looking for what is new' : `${words} so far`;
  }
  return failed === 0 ? words : `${words} in those that could be searched`;
}

/** "12 items", or why there is no count. */
export function foundWords({ data, error }: Counting): string {
  if (error !== null) return 'could not be searched just now';
  if (data === undefined) return 'searching';
  if (data.total === null) return 'can no longer be searched';
  const items = countWords(data.total, 'item');
  return data.asCase ? `a case told in words: ${items} ${data.total === 1 ? 'shares' : 'share'} a word or fact with it` : items;
}

const NOT_YET: Counting = { data: undefined, error: null };

function Row({ search, counting = NOT_YET, labelOf }: { search: SavedSearch; counting: Counting | undefined; labelOf: LabelOf }) {
  const [renaming, setRenaming] = useState(false);
  const { readOnly } = useLimits();
  const seen = useMarkSeen();
  const change = useChangeSearch();
  const drop = useRemoveSearch();
  const state = readSearch(new URLSearchParams(search.search));
  const { newItems, shown, problem } = counting.data ?? { newItems: null, shown: null, problem: null };
  const fresh = newItems ?? 0;
  const error = seen.error ?? drop.error;
  return (
    <>
      <div className={styles['row']}>
        <h3>
          <Link to={search.search === '' ? '/' : `/?${search.search}`}>{search.name}</Link>
        </h3>
        {fresh > 0 ? (
          <Link to={`/saved/searches/${encodeURIComponent(search.id)}`} className={styles['new']}>
            {numberWords(fresh)} new
          </Link>
        ) : null}
        <span className={styles['quiet']}>
          {foundWords(counting)} · seen {instantWords(search.seenAt)}
        </span>
      </div>
      <p className={styles['quiet']}>Finds {itemsWords(toChips(state, labelOf))}</p>
      {problem === null ? null : <p className={styles['quiet']}>{problem}</p>}
      {search.note === '' ? null : <p className={styles['note']}>{search.note}</p>}
      {readOnly ? null : (
        <div className={styles['actions']}>
          {fresh > 0 && shown !== null ? (
            <Button size="compact-sm" variant="default" loading={seen.isPending} onClick={() => seen.mutate({ id: search.id, shown })}>
              Mark as seen
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setRenaming(true)}
            aria-haspopup="dialog"
            aria-label={`Rename ${search.name}`}
          >
            Rename
          </Button>
          <Confirm what={`the saved search “${search.name}”`} pending={drop.isPending} onConfirm={() => drop.mutate(search.id)} />
        </div>
      )}
      {error === null ? null : <ErrorState error={error} />}
      <Modal opened={renaming} onClose={() => setRenaming(false)} title="Rename this search" closeButtonProps={{ 'aria-label': 'Close' }}>
        <NameForm
          name={search.name}
          note={search.note}
          submit="Keep"
          pending={change.isPending}
          error={change.error}
          onSubmit={(input) => change.mutate({ id: search.id, ...input }, { onSuccess: () => setRenaming(false) })}
          onCancel={() => setRenaming(false)}
        />
      </Modal>
    </>
  );
}
