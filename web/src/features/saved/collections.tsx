/** The collections: items put together by hand, each list with its note. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Collection } from '#contract/saved.ts';
import { EditDialog, type Way } from '../../components/edit-dialog.tsx';
import { PlusIcon } from '../../components/icons.tsx';
import { NameForm } from '../../components/name-form.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { instantWords } from '../../lib/instants.ts';
import { useAddCollection } from '../../lib/saved-endpoints.ts';
import { countWords } from '../../lib/words.ts';
import { Finder, useFinder } from './finder.tsx';
import styles from './saved.module.css';

export function Collections({ collections }: { collections: readonly Collection[] }) {
  const finder = useFinder(collections);
  const { readOnly } = useLimits();
  const none = collections.length === 0;
  return (
    <>
      {none ? (
        <EmptyState title="No collection yet" order={3}>
          {readOnly ? null : (
            <p>
              A collection holds disputed items with your notes on them. Choose “Collect” at any result, or make an empty collection first.
            </p>
          )}
        </EmptyState>
      ) : null}
      {/* The button stays the same one when the first collection is made, and keeps its dialog and the focus. */}
      {none && readOnly ? null : (
        <div className={styles['tools']}>
          {none ? null : (
            <span role="status" className={styles['quiet']}>
              {countWords(collections.length, 'collection')}
              {finder.words === '' ? '' : `, ${finder.found.length} shown`}
            </span>
          )}
          {readOnly ? null : <NewCollection />}
          <Finder finder={finder} label="Find a collection" />
        </div>
      )}
      {none ? null : (
        <ul className={styles['list']} aria-label="Collections">
          {finder.found.map((collection) => (
            <li key={collection.id}>
              <Row collection={collection} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ collection: { id, name, note, items, changedAt } }: { collection: Collection }) {
  return (
    <>
      <h3>
        <Link to={`/saved/collections/${encodeURIComponent(id)}`}>{name}</Link>
      </h3>
      <p className={styles['quiet']}>
        {countWords(items, 'item')} · changed {instantWords(changedAt)}
      </p>
      {note === '' ? null : <p className={styles['note']}>{note}</p>}
    </>
  );
}

function NewCollection() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<PlusIcon />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        New collection
      </Button>
      <EditDialog opened={open} title="New collection" onClose={() => setOpen(false)}>
        {(way) => <NewForm way={way} />}
      </EditDialog>
    </>
  );
}

function NewForm({ way }: { way: Way }) {
  const add = useAddCollection();
  return (
    <NameForm
      name=""
      note=""
      submit="Create"
      pending={add.isPending}
      error={add.error}
      onSubmit={(input) => add.mutate(input, { onSuccess: way.close })}
      way={way}
    />
  );
}
