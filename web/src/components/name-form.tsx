/** A name and a note, for what is saved or changed; faults are told beside their field. */
import { Textarea, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import styles from './edit-dialog.module.css';
import { DialogActions, type Way } from './edit-dialog.tsx';
import { ErrorState } from './states.tsx';

interface Props {
  name: string;
  note: string;
  submit: string;
  pending: boolean;
  error: Error | null;
  onSubmit: (input: { name: string; note: string }) => void;
  way: Way;
}

export function NameForm({ name: keptName, note: keptNote, submit, pending, error, onSubmit, way }: Props) {
  const [name, setName] = useState(keptName);
  const [note, setNote] = useState(keptNote);
  const [fault, setFault] = useState<string | null>(null);
  const { onUnsaved } = way;
  const unsaved = name.trim() !== keptName.trim() || note.trim() !== keptNote.trim();
  useLayoutEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const given = { name: name.trim(), note: note.trim() };
    setFault(given.name === '' ? 'Give it a name.' : null);
    if (given.name !== '' && !pending) onSubmit(given);
  };
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      <TextInput
        name="name"
        label="Name"
        value={name}
        maxLength={SAVED_LIMITS.name}
        error={fault}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        name="note"
        label="Note"
        value={note}
        maxLength={SAVED_LIMITS.note}
        autosize
        minRows={2}
        maxRows={10}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error === null ? null : <ErrorState error={error} />}
      <DialogActions way={way} submit={submit} pending={pending} />
    </form>
  );
}

interface ChangeProps {
  /** What is changed. */
  kept: { readonly id: string; readonly name: string; readonly note: string };
  /** The change itself, made by whoever stands in the dialog, so that none of an earlier opening is told there. */
  change: UseMutationResult<unknown, Error, { id: string; name: string; note: string }>;
  way: Way;
}

/** The name and the note of something that is kept already. */
export function ChangeForm({ kept: { id, name, note }, change, way }: ChangeProps) {
  return (
    <NameForm
      name={name}
      note={note}
      submit="Save"
      pending={change.isPending}
      error={change.error}
      onSubmit={(input) => change.mutate({ id, ...input }, { onSuccess: way.close })}
      way={way}
    />
  );
}
