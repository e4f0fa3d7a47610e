/** One collection: its items in the order they were added, each with its note; files of it; rename and delete. */
import { Button, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Collection as Kept } from '#contract/saved.ts';
import { EditDialog, type Way } from '../../components/edit-dialog.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { EditIcon, TrashIcon, UndoIcon } from '../../components/icons.tsx';
import { ChangeForm } from '../../components/name-form.tsx';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { API } from '../../lib/api-client.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { instantWords } from '../../lib/instants.ts';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { useChangeCollection, useCollection, useRemoveCollection, useRestoreCollection } from '../../lib/saved-endpoints.ts';
import { readSearch, withParams } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { CollectedItems } from './collected-items.tsx';
import { ReadOnlyLine } from './read-only-line.tsx';
import styles from './saved.module.css';

export function Collection({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { page } = readSearch(params);
  const { data, error, refetch } = useCollection(id, page);
  const { readOnly } = useLimits();
  const drop = useRemoveCollection();
  const restore = useRestoreCollection();
  // What was deleted here can be brought back until the page is left.
  const [deleted, setDeleted] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const wasDeleted = useRef(false);
  useEffect(() => {
    // The button that brought it back is gone.
    if (wasDeleted.current && !deleted) title.current?.focus();
    wasDeleted.current = deleted;
  }, [deleted]);
  useReturnToPlace(data !== undefined);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="the collection" lines={12} />;
  const { collection, items, pages } = data;
  if (deleted) {
    return (
      <Deleted
        name={collection.name}
        pending={restore.isPending}
        error={restore.error}
        onUndo={() => restore.mutate(id, { onSuccess: () => setDeleted(false) })}
      />
    );
  }
  return (
    <>
      <title>{`${collection.name} — IMR Index`}</title>
      <header className={styles['head']}>
        <Title ref={title} tabIndex={-1} order={1}>
          {collection.name}
        </Title>
        {collection.note === '' ? null : <p className={styles['note']}>{collection.note}</p>}
        <div className={styles['tools']}>
          <span role="status" className={styles['quiet']}>
            {countWords(collection.items, 'item')} · changed {instantWords(collection.changedAt)}
          </span>
          {collection.items === 0 ? null : (
            <ExportMenu
              label={`${countWords(collection.items, 'item')} of this collection`}
              hrefOf={(format) => withParams(`${API}/export`, new URLSearchParams({ collection: id, format }))}
            />
          )}
          {readOnly ? null : (
            <>
              <Rename collection={collection} />
              <Button
                leftSection={<TrashIcon />}
                onClick={() => {
                  setDeleted(true);
                  drop.mutate(id, { onError: () => setDeleted(false) });
                }}
              >
                Delete
              </Button>
            </>
          )}
        </div>
      </header>
      <ReadOnlyLine />
      {drop.error === null ? null : <ErrorState error={drop.error} />}
      <CollectedItems key={page} collection={collection} items={items} />
      <Pager page={page} pages={pages} hrefOf={(next) => `?page=${next}`} label="Pages of the collection" />
    </>
  );
}

function Rename({ collection }: { collection: Kept }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<EditIcon />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        Edit
      </Button>
      <EditDialog opened={open} title="Name and note of this collection" onClose={() => setOpen(false)}>
        {(way) => <RenameForm collection={collection} way={way} />}
      </EditDialog>
    </>
  );
}

function RenameForm({ collection, way }: { collection: Kept; way: Way }) {
  return <ChangeForm kept={collection} change={useChangeCollection()} way={way} />;
}

function Deleted({ name, pending, error, onUndo }: { name: string; pending: boolean; error: Error | null; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <EmptyState title={`“${name}” was deleted`} order={1}>
      <title>Deleted — IMR Index</title>
      <div className={styles['actions']}>
        <Button ref={undo} variant="filled" leftSection={<UndoIcon />} loading={pending} onClick={onUndo}>
          Undo
        </Button>
        <Link to="/saved">All collections</Link>
      </div>
      {error === null ? null : <ErrorState error={error} />}
    </EmptyState>
  );
}
