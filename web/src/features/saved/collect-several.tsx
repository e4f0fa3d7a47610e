/**
 * Puts many items into collections at once: a button "Collect…" for the toolbar of a list, and its dialog, in which collections are ticked or one is made. What was
 * added is told there, and can be undone. Takes as many items as a request does (`SAVED_LIMITS.atOnce`); a page of results has fewer.
 */
import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import type { ItemsChanged } from '#contract/saved.ts';
import { DialogActions, EditDialog, type Way } from '../../components/edit-dialog.tsx';
import { CollectIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useAddCollection, useChangeItems, useCollections, useRemoveCollection } from '../../lib/saved-endpoints.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { PickCollections } from './pick-collections.tsx';
import styles from './saved.module.css';

interface Props {
  /** The ids of the items that are meant: all of a page, or those that are ticked. None: the button is off. */
  items: readonly string[];
  /** Which items these are, as the title of the dialog ends and a screen reader is told: "the 20 results of this page", "3 chosen results". */
  label: string;
  /** They were chosen one by one: the button says how many. */
  chosen?: boolean;
}

/** Nothing on a server where nothing can be saved. */
export function CollectSeveral({ items, label, chosen = false }: Props) {
  const [open, setOpen] = useState(false);
  const { readOnly, hides } = useLimits();
  if (readOnly || hides('saved')) return null;
  const shown = chosen ? `Collect ${numberWords(items.length)}…` : 'Collect…';
  return (
    <>
      <Button
        leftSection={<CollectIcon />}
        disabled={items.length === 0}
        aria-haspopup="dialog"
        aria-label={`${shown} ${label}`}
        onClick={() => setOpen(true)}
      >
        {shown}
      </Button>
      <EditDialog opened={open} title={`Collect ${label}`} onClose={() => setOpen(false)}>
        {(way) => <SeveralForm items={items} way={way} />}
      </EditDialog>
    </>
  );
}

function SeveralForm({ items, way }: { items: readonly string[]; way: Way }) {
  const all = useCollections();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  // The collection that was made here on the way.
  const [made, setMade] = useState<string | null>(null);
  const frame = useRef<HTMLFormElement>(null);
  const add = useAddCollection();
  const change = useChangeItems();
  const { onUnsaved } = way;
  const done = change.data !== undefined;
  const unsaved = !done && (ticked.size > 0 || name.trim() !== '' || note.trim() !== '');
  const loaded = all.data !== undefined;
  useLayoutEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved]);
  // The dialog has taken the focus while the collections were on their way.
  useEffect(() => {
    if (loaded) frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [loaded]);
  if (all.data === undefined) {
    return all.error === null ? <LoadingState what="collections" lines={4} /> : <ErrorState error={all.error} onRetry={all.refetch} />;
  }
  if (done) return <Done asked={new Set(items).size} changed={change.data} made={made} way={way} />;
  const { collections } = all.data;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending || change.isPending) return;
    if (name.trim() === '' && (ticked.size === 0 || note.trim() !== '')) {
      setFault(
        collections.length === 0 || note.trim() !== '' ? 'Give the new collection a name.' : 'Choose a collection, or name a new one.',
      );
      return;
    }
    const ids = new Set(ticked);
    if (name.trim() !== '') {
      const { id } = await add.mutateAsync({ name: name.trim(), note: note.trim() });
      ids.add(id);
      setMade(id);
      // Should the rest fail, it is not made twice.
      setTicked(ids);
      setName('');
      setNote('');
    }
    await change.mutateAsync({ changes: [...ids].map((id) => ({ id, add: items })) });
  };
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
    setFault(null);
  };
  const error = add.error ?? change.error;
  return (
    <form ref={frame} className={styles['form']} onSubmit={(event) => void save(event).catch(() => {})} noValidate>
      <PickCollections collections={collections} isTicked={(id) => ticked.has(id)} onTick={toggle} />
      <TextInput
        name="name"
        label="New collection"
        placeholder="Name"
        value={name}
        maxLength={SAVED_LIMITS.name}
        error={fault}
        data-autofocus={collections.length === 0 ? true : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setFault(null);
        }}
      />
      {name.trim() === '' && note === '' ? null : (
        <Textarea
          label="Note on the collection"
          value={note}
          maxLength={SAVED_LIMITS.note}
          autosize
          minRows={1}
          maxRows={8}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {error === null ? null : <ErrorState error={error} />}
      <DialogActions way={way} submit={`Collect ${countWords(items.length, 'item')}`} pending={add.isPending || change.isPending} />
    </form>
  );
}

interface DoneProps {
  asked: number;
  changed: readonly ItemsChanged[];
  /** The collection that was made for it; null: none was. */
  made: string | null;
  way: Way;
}

/** What was added where, and the way to undo it. */
function Done({ asked, changed, made, way }: DoneProps) {
  const takeOut = useChangeItems();
  const drop = useRemoveCollection();
  const [undone, setUndone] = useState(false);
  const main = useRef<HTMLButtonElement>(null);
  const added = changed.filter((one) => one.added.length > 0);
  const error = takeOut.error ?? drop.error;
  const undo = async () => {
    const left = await takeOut.mutateAsync({ changes: added.map((one) => ({ id: one.collection.id, takeOut: one.added })) });
    // What somebody else has put into it since stays.
    if (left.some(({ collection }) => collection.id === made && collection.items === 0)) await drop.mutateAsync(made ?? '');
    setUndone(true);
    // The button that was pressed goes.
    main.current?.focus();
  };
  return (
    <div className={styles['form']}>
      <div role="status">
        {undone ? (
          <p className={styles['line']}>Undone: the collections are as they were.</p>
        ) : (
          changed.map((one) => (
            <p key={one.collection.id} className={styles['line']}>
              {addedWords(one, asked)}
            </p>
          ))
        )}
      </div>
      {error === null ? null : <ErrorState error={error} />}
      <div className={styles['actions']}>
        <Button ref={main} variant="filled" onClick={way.close} autoFocus>
          Done
        </Button>
        {added.length === 0 || undone ? null : (
          <Button loading={takeOut.isPending || drop.isPending} onClick={() => void undo().catch(() => {})}>
            Undo
          </Button>
        )}
      </div>
    </div>
  );
}

/** "18 items added to “Knees”, 2 were in it already, 1 is no longer in the index". */
function addedWords({ collection, added, missing }: ItemsChanged, asked: number): string {
  const there = asked - added.length - missing.length;
  const parts = [
    `${countWords(added.length, 'item')} added to “${collection.name}”`,
    ...(there > 0 ? [`${numberWords(there)} ${there === 1 ? 'was' : 'were'} in it already`] : []),
    ...(missing.length > 0 ? [`${numberWords(missing.length)} ${missing.length === 1 ? 'is' : 'are'} no longer in the index`] : []),
  ];
  return `${parts.join('; ')}.`;
}
