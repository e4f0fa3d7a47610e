/** Inside the dialog that collects an item: a note, the collections there are, and the name of one to be made. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useAddCollection, useCollectItem, useCollections, useRemoveItem } from '../../lib/saved-endpoints.ts';
import { countWords } from '../../lib/words.ts';
import { type Draft, unkeptOf } from './collect-draft.ts';
import styles from './saved.module.css';

interface Props {
  item: string;
  draft: Draft;
  /** Closing was tried while something typed is kept nowhere. */
  warned: boolean;
  onChange: (part: Partial<Draft>) => void;
  onDone: () => void;
}

export function CollectChoices({ item, draft, warned, onChange, onDone }: Props) {
  const all = useCollections();
  const holding = useCollections(item);
  const add = useAddCollection();
  const put = useCollectItem();
  const take = useRemoveItem();
  const [nameless, setNameless] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const loaded = all.data !== undefined && holding.data !== undefined;
  const unkept = warned ? unkeptOf(draft) : null;
  const lost = unkept?.field;
  // The dialog has taken the focus while the collections were on their way.
  useEffect(() => {
    if (loaded) frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [loaded]);
  useEffect(() => {
    if (lost !== undefined) frame.current?.querySelector<HTMLElement>(`[name=${lost}]`)?.focus();
  }, [lost]);
  const error = all.error ?? holding.error ?? put.error ?? take.error ?? add.error;
  if (all.data === undefined || holding.data === undefined) {
    return error === null ? <LoadingState what="collections" lines={3} /> : <ErrorState error={error} onRetry={all.refetch} />;
  }
  const { collections } = all.data;
  const held = new Set(holding.data.collections.map(({ id }) => id));
  const collect = (id: string) => put.mutate({ id, item, note: draft.note }, { onSuccess: () => onChange({ kept: draft.note }) });
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = draft.name.trim();
    setNameless(name === '');
    if (name === '' || add.isPending) return;
    add.mutate(
      { name, note: '' },
      {
        onSuccess: ({ id }) => {
          onChange({ name: '' });
          collect(id);
        },
      },
    );
  };
  return (
    <div className={styles['form']} ref={frame}>
      <Textarea
        name="note"
        label="Note on this item"
        description="Kept with it in the collection; may be empty."
        value={draft.note}
        maxLength={SAVED_LIMITS.note}
        rows={2}
        error={lost === 'note' ? unkept?.words : null}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      {collections.length === 0 ? <p className={styles['quiet']}>There is no collection yet. Make the first one:</p> : null}
      <fieldset className={styles['held']} aria-label="Collections">
        {collections.map(({ id, name, items }, place) => (
          <Checkbox
            key={id}
            label={`${name} (${countWords(items, 'item')})`}
            checked={held.has(id)}
            disabled={put.isPending || take.isPending}
            data-autofocus={place === 0 ? true : undefined}
            onChange={() => (held.has(id) ? take.mutate({ id, item }) : collect(id))}
          />
        ))}
      </fieldset>
      <form className={styles['form']} onSubmit={make} noValidate>
        <TextInput
          name="name"
          label="New collection"
          value={draft.name}
          maxLength={SAVED_LIMITS.name}
          error={lost === 'name' ? unkept?.words : nameless ? 'Give the collection a name first.' : null}
          data-autofocus={collections.length === 0 ? true : undefined}
          onChange={(event) => {
            setNameless(false);
            onChange({ name: event.currentTarget.value });
          }}
        />
        <div className={styles['actions']}>
          {draft.name.trim() === '' ? (
            <Button key="done" onClick={onDone}>
              Done
            </Button>
          ) : (
            <Button key="make" type="submit" loading={add.isPending}>
              Make it and add the item
            </Button>
          )}
        </div>
      </form>
      {error === null ? null : <ErrorState error={error} />}
      <span role="status" className={styles['quiet']}>
        {held.size === 0 ? 'The item is in no collection.' : `The item is in ${countWords(held.size, 'collection')}.`}
      </span>
    </div>
  );
}
