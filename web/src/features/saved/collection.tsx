/** One collection: its items in the order they were added, each with its note; files of it; rename and delete. */
import { Button, Modal, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { CollectedItem } from '#contract/saved.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { HitCard } from '../../components/hit-card.tsx';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { API } from '../../lib/api-client.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { useChangeCollection, useCollection, useRemoveCollection, useRemoveItem } from '../../lib/saved-endpoints.ts';
import { readSearch, withParams } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { Confirm } from './confirm.tsx';
import { ItemNote } from './item-note.tsx';
import { NameForm } from './name-form.tsx';
import { ReadOnlyLine } from './read-only-line.tsx';
import styles from './saved.module.css';

export function Collection({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { page } = readSearch(params);
  const { data, error, refetch } = useCollection(id, page);
  const [renaming, setRenaming] = useState(false);
  const { readOnly } = useLimits();
  const change = useChangeCollection();
  const drop = useRemoveCollection();
  const navigate = useNavigate();
  useReturnToPlace(data !== undefined);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="the collection" lines={12} />;
  const { collection, items, pages } = data;
  return (
    <>
      <title>{`${collection.name} — IMR Index`}</title>
      <Title order={1}>{collection.name}</Title>
      {collection.note === '' ? null : <p className={styles['note']}>{collection.note}</p>}
      <div className={styles['actions']}>
        <span role="status">{countWords(collection.items, 'item')}</span>
        {collection.items === 0 ? null : (
          <ExportMenu
            label={`${countWords(collection.items, 'item')} of this collection`}
            hrefOf={(format) => withParams(`${API}/export`, new URLSearchParams({ collection: id, format }))}
          />
        )}
        {readOnly ? null : (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setRenaming(true)} aria-haspopup="dialog">
              Rename
            </Button>
            <Confirm
              what={`the collection “${collection.name}”`}
              pending={drop.isPending}
              onConfirm={() => drop.mutate(id, { onSuccess: () => void navigate('/saved', { replace: true }) })}
            />
          </>
        )}
      </div>
      <ReadOnlyLine />
      {drop.error === null ? null : <ErrorState error={drop.error} />}
      {items.length === 0 ? (
        <EmptyState title="Nothing is in it yet">
          {readOnly ? null : (
            <p>
              Choose “Collect” at any item. <Link to="/">Search</Link>
            </p>
          )}
        </EmptyState>
      ) : (
        <ol className={styles['hits']}>
          {items.map((item) => (
            <li key={item.itemId}>
              <Collected collection={id} name={collection.name} item={item} />
            </li>
          ))}
        </ol>
      )}
      <Pager page={page} pages={pages} hrefOf={(next) => `?page=${next}`} label="Pages of the collection" />
      <Modal
        opened={renaming}
        onClose={() => setRenaming(false)}
        title="Rename this collection"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <NameForm
          name={collection.name}
          note={collection.note}
          submit="Keep"
          pending={change.isPending}
          error={change.error}
          onSubmit={(input) => change.mutate({ id, ...input }, { onSuccess: () => setRenaming(false) })}
          onCancel={() => setRenaming(false)}
        />
      </Modal>
    </>
  );
}

function Collected({ collection, name, item }: { collection: string; name: string; item: CollectedItem }) {
  const { pathname, search } = useLocation();
  const take = useRemoveItem();
  const out = useLimits().readOnly ? null : (
    <Confirm
      what={`${item.itemId} of this collection`}
      words="Take out"
      pending={take.isPending}
      onConfirm={() => take.mutate({ id: collection, item: item.itemId })}
    />
  );
  const note = <ItemNote collection={collection} item={item.itemId} note={item.note} />;
  if (item.hit === null) {
    return (
      <div className={styles['gone']}>
        <p>{item.itemId} is no longer in the index.</p>
        {note}
        {out}
      </div>
    );
  }
  return (
    <HitCard hit={item.hit} back={{ href: `${pathname}${search}`, label: `Back to ${name}` }} actions={out}>
      {note}
    </HitCard>
  );
}
