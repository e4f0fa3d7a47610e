/** The saved searches: what each finds now, what of it is new since it was last seen, and the ways to keep them. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SavedSearch } from '#contract/saved.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { itemsWords, toChips } from '../../lib/chips.ts';
import { useChangeSearch, useMarkSeen, useRemoveSearch, useSavedSearches } from '../../lib/saved-endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { Confirm } from './confirm.tsx';
import { instantWords } from './instants.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved.module.css';

export function SavedSearches() {
  const { data, error, refetch } = useSavedSearches();
  const labelOf = useValueLabels([]);
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="saved searches" />;
  if (data.searches.length === 0) {
    return (
      <EmptyState title="No search is saved yet">
        <p>
          Search, then choose “Save search” above the results. <Link to="/">Search</Link>
        </p>
      </EmptyState>
    );
  }
  const news = data.searches.filter(({ newItems }) => (newItems ?? 0) > 0).length;
  return (
    <>
      <p role="status" className={styles['quiet']}>
        {countWords(data.searches.length, 'saved search', 'saved searches')},{' '}
        {news === 0 ? 'nothing new' : `${numberWords(news)} with something new`}
      </p>
      <ul className={styles['list']} aria-label="Saved searches">
        {data.searches.map((search) => (
          <li key={search.id}>
            <Row search={search} labelOf={labelOf} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ search, labelOf }: { search: SavedSearch; labelOf: LabelOf }) {
  const [renaming, setRenaming] = useState(false);
  const seen = useMarkSeen();
  const change = useChangeSearch();
  const drop = useRemoveSearch();
  const state = readSearch(new URLSearchParams(search.search));
  const fresh = search.newItems ?? 0;
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
          {search.total === null ? 'can no longer be searched' : countWords(search.total, 'item')} · seen {instantWords(search.seenAt)}
        </span>
      </div>
      <p className={styles['quiet']}>Finds {itemsWords(toChips(state, labelOf))}</p>
      {search.problem === null ? null : <p className={styles['quiet']}>{search.problem}</p>}
      {search.note === '' ? null : <p className={styles['note']}>{search.note}</p>}
      <div className={styles['actions']}>
        {fresh > 0 ? (
          <Button size="compact-sm" variant="default" loading={seen.isPending} onClick={() => seen.mutate(search.id)}>
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
