/** The collections: items put together by hand, each list with its note. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useAddCollection, useCollections } from '../../lib/saved-endpoints.ts';
import { countWords } from '../../lib/words.ts';
import { instantWords } from './instants.ts';
import { NameForm } from './name-form.tsx';
import styles from './saved.module.css';

export function Collections() {
  const { data, error, refetch } = useCollections();
  const [making, setMaking] = useState(false);
  const add = useAddCollection();
  const { readOnly } = useLimits();
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="collections" />;
  return (
    <>
      {data.collections.length === 0 ? (
        <EmptyState title="There is no collection yet">
          {readOnly ? null : <p>Choose “Collect” at any item to put it into one, with a note of your own.</p>}
        </EmptyState>
      ) : (
        <ul className={styles['list']} aria-label="Collections">
          {data.collections.map((collection) => (
            <li key={collection.id}>
              <div className={styles['row']}>
                <h3>
                  <Link to={`/saved/collections/${encodeURIComponent(collection.id)}`}>{collection.name}</Link>
                </h3>
                <span className={styles['quiet']}>
                  {countWords(collection.items, 'item')} · changed {instantWords(collection.changedAt)}
                </span>
              </div>
              {collection.note === '' ? null : <p className={styles['note']}>{collection.note}</p>}
            </li>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <div className={styles['actions']}>
          <Button size="compact-sm" variant="default" onClick={() => setMaking(true)} aria-haspopup="dialog">
            New collection
          </Button>
        </div>
      )}
      <Modal opened={making} onClose={() => setMaking(false)} title="New collection" closeButtonProps={{ 'aria-label': 'Close' }}>
        <NameForm
          name=""
          note=""
          submit="Make it"
          pending={add.isPending}
          error={add.error}
          onSubmit={(input) => add.mutate(input, { onSuccess: () => setMaking(false) })}
          onCancel={() => setMaking(false)}
        />
      </Modal>
    </>
  );
}
