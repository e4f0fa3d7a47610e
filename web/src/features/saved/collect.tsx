/** Puts an item into collections, or takes it out again; a collection can be made on the way. */
import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SAVED_LIMITS } from '#contract/saved.ts';
import { PlusIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useAddCollection, useCollectItem, useCollections, useRemoveItem } from '../../lib/saved-endpoints.ts';
import { countWords } from '../../lib/words.ts';
import styles from './saved.module.css';

/** `item`: its id; `name`: "item 2 of CM14-0012345". `quiet`: in a row of ways on. */
export function Collect({ item, name, quiet = false }: { item: string; name: string; quiet?: boolean }) {
  const [open, setOpen] = useState(false);
  if (useLimits().readOnly) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant={quiet ? 'subtle' : 'default'}
        leftSection={<PlusIcon />}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={`Add ${name} to a collection`}
      >
        Collect
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={`Collections with ${name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Choices item={item} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Choices({ item, onDone }: { item: string; onDone: () => void }) {
  const all = useCollections();
  const holding = useCollections(item);
  const add = useAddCollection();
  const put = useCollectItem();
  const take = useRemoveItem();
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const error = all.error ?? holding.error ?? put.error ?? take.error ?? add.error;
  if (all.data === undefined || holding.data === undefined) {
    return error === null ? <LoadingState what="collections" lines={3} /> : <ErrorState error={error} onRetry={all.refetch} />;
  }
  const held = new Set(holding.data.collections.map(({ id }) => id));
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    setFault(name === '' ? 'Give the collection a name first.' : null);
    if (name === '') return;
    add.mutate(
      { name, note: '' },
      {
        onSuccess: ({ id }) => {
          form.reset();
          put.mutate({ id, item, note });
        },
      },
    );
  };
  return (
    <div className={styles['form']}>
      <Textarea
        label="Note on this item"
        description="Kept with it in the collection; may be empty."
        value={note}
        maxLength={SAVED_LIMITS.note}
        rows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {all.data.collections.length === 0 ? <p className={styles['quiet']}>There is no collection yet. Make the first one:</p> : null}
      <fieldset className={styles['held']} aria-label="Collections">
        {all.data.collections.map(({ id, name, items }) => (
          <Checkbox
            key={id}
            label={`${name} (${countWords(items, 'item')})`}
            checked={held.has(id)}
            disabled={put.isPending || take.isPending}
            onChange={() => (held.has(id) ? take.mutate({ id, item }) : put.mutate({ id, item, note }))}
          />
        ))}
      </fieldset>
      <form className={styles['form']} onSubmit={make} noValidate>
        <TextInput name="name" label="New collection" maxLength={SAVED_LIMITS.name} error={fault} />
        <div className={styles['actions']}>
          <Button type="submit" variant="default" loading={add.isPending}>
            Make it and add the item
          </Button>
          <Button onClick={onDone}>Done</Button>
        </div>
      </form>
      {error === null ? null : <ErrorState error={error} />}
      <span role="status" className={styles['quiet']}>
        {held.size === 0 ? 'The item is in no collection.' : `The item is in ${countWords(held.size, 'collection')}.`}
      </span>
    </div>
  );
}
