/** Inside the dialog that collects an item: the collections there are, each with the note on it, and one to be made. One button saves all of it. */
import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import type { CollectedPlace, Collection } from '#contract/saved.ts';
import { DialogActions, type Way } from '../../components/edit-dialog.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useAddCollection, useChangePlaces, useCollectedPlaces, useCollections } from '../../lib/saved-endpoints.ts';
import { changeOf, type Draft, draftOf, isUnsaved, toggled } from './collect-draft.ts';
import { PickCollections } from './pick-collections.tsx';
import styles from './saved.module.css';

export function CollectForm({ item, way }: { item: string; way: Way }) {
  const all = useCollections();
  const places = useCollectedPlaces(item);
  const error = all.error ?? places.error;
  // What is shown was asked for when the dialog was opened, not remembered from before.
  if (all.data === undefined || places.data === undefined || !places.isFetchedAfterMount) {
    return error === null ? <LoadingState what="collections" lines={4} /> : <ErrorState error={error} onRetry={() => retry(all, places)} />;
  }
  return <Choices item={item} collections={all.data.collections} kept={places.data} way={way} />;
}

function retry(...asked: readonly { readonly refetch: () => unknown }[]): void {
  for (const one of asked) void one.refetch();
}

interface Props {
  item: string;
  collections: readonly Collection[];
  kept: readonly CollectedPlace[];
  way: Way;
}

function Choices({ item, collections, kept, way }: Props) {
  const [draft, setDraft] = useState(() => draftOf(kept));
  // Notes of collections whose tick was taken away, so that ticking again brings them back.
  const notes = useRef(new Map(kept.map(({ collection, note }) => [collection, note])));
  const [fault, setFault] = useState<string | null>(null);
  const frame = useRef<HTMLFormElement>(null);
  const add = useAddCollection();
  const change = useChangePlaces();
  const { onUnsaved } = way;
  const unsaved = isUnsaved(draft, kept);
  const pending = add.isPending || change.isPending;
  useLayoutEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved]);
  // The dialog has taken the focus while the collections were on their way.
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const put = (id: string, note: string) => {
    notes.current.set(id, note);
    setDraft((before) => ({ ...before, places: new Map(before.places).set(id, note) }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const name = draft.name.trim();
    if (name === '' && draft.note.trim() !== '') {
      setFault('Give the new collection a name for its note.');
      return;
    }
    let wanted: Draft = draft;
    if (name !== '') {
      const { id } = await add.mutateAsync({ name, note: '' });
      // Should the rest fail, it is not made twice.
      wanted = { places: new Map(draft.places).set(id, draft.note), name: '', note: '' };
      setDraft(wanted);
    }
    await change.mutateAsync({ item, ...changeOf(wanted, kept) });
    way.close();
  };
  const error = add.error ?? change.error;
  return (
    <form ref={frame} className={styles['form']} onSubmit={(event) => void save(event).catch(() => {})} noValidate>
      <PickCollections
        collections={collections}
        isTicked={(id) => draft.places.has(id)}
        onTick={(id) => setDraft((before) => toggled(before, id, notes.current.get(id) ?? ''))}
        below={({ id, name }) => (
          <Note label={`Note in ${name}`} value={draft.places.get(id) ?? ''} onChange={(note) => put(id, note)} nested />
        )}
      />
      <TextInput
        name="name"
        label="New collection"
        placeholder="Name"
        value={draft.name}
        maxLength={SAVED_LIMITS.name}
        error={fault}
        data-autofocus={collections.length === 0 ? true : undefined}
        onChange={(event) => {
          const name = event.currentTarget.value;
          setFault(null);
          setDraft((before) => ({ ...before, name }));
        }}
      />
      {draft.name.trim() === '' && draft.note === '' && collections.length > 0 ? null : (
        <Note label="Note on this item" value={draft.note} onChange={(note) => setDraft((before) => ({ ...before, note }))} />
      )}
      {error === null ? null : <ErrorState error={error} />}
      <DialogActions way={way} submit={unsaved ? 'Save' : 'Done'} pending={pending} sole={!unsaved} />
    </form>
  );
}

function Note(props: { label: string; value: string; onChange: (note: string) => void; nested?: boolean }) {
  return (
    <Textarea
      label={props.label}
      value={props.value}
      maxLength={SAVED_LIMITS.note}
      autosize
      minRows={1}
      maxRows={8}
      {...(props.nested ? { className: styles['nested'] ?? '' } : {})}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
