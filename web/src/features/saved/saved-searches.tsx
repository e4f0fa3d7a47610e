/**
 * The saved searches: what each finds now, what of it is new since it was last seen, and the ways to keep them. They are listed at once;
 * what they find is counted one after the other.
 */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SavedCounts, SavedSearch } from '#contract/saved.ts';
import { EditDialog, type Way } from '../../components/edit-dialog.tsx';
import { EditIcon, TrashIcon } from '../../components/icons.tsx';
import { ChangeForm } from '../../components/name-form.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { toChips } from '../../lib/chips.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { instantWords } from '../../lib/instants.ts';
import { useChangeSearch, useMarkSeen, useRemoveSearch, useRestoreSearch, useSavedCounts } from '../../lib/saved-endpoints.ts';
import { readSearch, type SearchState } from '../../lib/url-state.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { Finder, useFinder } from './finder.tsx';
import { Removable } from './removable.tsx';
import { useRemovals } from './removals.ts';
import styles from './saved.module.css';

export function SavedSearches({ searches }: { searches: readonly SavedSearch[] }) {
  const { readOnly } = useLimits();
  const labelOf = useValueLabels(
    [],
    searches.map(({ search }) => readSearch(new URLSearchParams(search)).filters),
  );
  const counts = useSavedCounts(searches.map(({ id }) => id));
  const finder = useFinder(searches);
  const removals = useRemovals(finder.found, ({ id }) => id);
  const drop = useRemoveSearch();
  const restore = useRestoreSearch();
  const { rows } = removals;
  if (rows.length === 0 && searches.length === 0) {
    return (
      <EmptyState title="No saved search yet" order={3}>
        {readOnly ? null : (
          <p>
            A saved search tells what is new in it since you last looked. Choose “Save search” above any results.{' '}
            <Link to="/">Search prior decisions</Link>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles['tools']}>
        <span role="status" className={styles['quiet']}>
          {countWords(searches.length, 'saved search', 'saved searches')}
          {finder.words === '' ? `, ${newsWords(counts)}` : `, ${numberWords(finder.found.length)} shown`}
        </span>
        <Finder finder={finder} label="Find a saved search" />
      </div>
      <ul className={styles['list']} aria-label="Saved searches">
        {rows.map((row) => {
          const { key: id, one: search } = row;
          return (
            <Removable
              key={id}
              removed={row.removed}
              words={`Deleted: ${search.name}`}
              pending={removals.isReturning(id)}
              error={removals.errorOf(id)}
              onUndo={() => removals.restore(id, () => restore.mutateAsync(id))}
            >
              {(heightOf) => (
                <SearchRow
                  search={search}
                  counting={counts[searches.findIndex((one) => one.id === id)]}
                  labelOf={labelOf}
                  onRemove={() => removals.remove(row, heightOf(), () => drop.mutateAsync(id))}
                />
              )}
            </Removable>
          );
        })}
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

/** What it asks: "Query: knee; Decision: Overturned". */
function askedWords(state: SearchState, labelOf: LabelOf): string {
  const chips = toChips(state, labelOf);
  return chips.length === 0 ? 'everything in the index' : chips.map(({ label }) => label).join('; ');
}

const NOT_YET: Counting = { data: undefined, error: null };

interface RowProps {
  search: SavedSearch;
  counting: Counting | undefined;
  labelOf: LabelOf;
  onRemove: () => void;
}

function SearchRow({ search, counting = NOT_YET, labelOf, onRemove }: RowProps) {
  const { readOnly } = useLimits();
  const seen = useMarkSeen();
  const state = readSearch(new URLSearchParams(search.search));
  const { newItems, shown, problem } = counting.data ?? { newItems: null, shown: null, problem: null };
  const fresh = newItems ?? 0;
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
        {readOnly ? null : (
          <div className={styles['ways']}>
            {fresh > 0 && shown !== null ? (
              <Button
                variant="subtle"
                loading={seen.isPending}
                aria-label={`Mark as seen: ${search.name}`}
                onClick={() => seen.mutate({ id: search.id, shown })}
              >
                Mark as seen
              </Button>
            ) : null}
            <Rename search={search} />
            <Tooltip label="Delete">
              <ActionIcon variant="subtle" size={26} aria-label={`Delete the saved search ${search.name}`} onClick={onRemove}>
                <TrashIcon />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
      </div>
      <p className={styles['quiet']}>
        {foundWords(counting)} · {askedWords(state, labelOf)}
      </p>
      <p className={styles['quiet']}>Seen {instantWords(search.seenAt)}</p>
      {problem === null ? null : <p className={styles['quiet']}>{problem}</p>}
      {search.note === '' ? null : <p className={styles['note']}>{search.note}</p>}
      {seen.error === null ? null : <ErrorState error={seen.error} />}
    </>
  );
}

function Rename({ search }: { search: SavedSearch }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip label="Edit name and note">
        <ActionIcon
          variant="subtle"
          size={26}
          aria-haspopup="dialog"
          aria-label={`Edit name and note of ${search.name}`}
          onClick={() => setOpen(true)}
        >
          <EditIcon />
        </ActionIcon>
      </Tooltip>
      <EditDialog opened={open} title="Name and note of this search" onClose={() => setOpen(false)}>
        {(way) => <RenameForm search={search} way={way} />}
      </EditDialog>
    </>
  );
}

function RenameForm({ search, way }: { search: SavedSearch; way: Way }) {
  return <ChangeForm kept={search} change={useChangeSearch()} way={way} />;
}
