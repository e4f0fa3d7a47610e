/** A name and a note, for what is saved or changed; faults are told beside their field. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { ErrorState } from '../../components/states.tsx';
import styles from './saved.module.css';

interface Props {
  name: string;
  note: string;
  submit: string;
  pending: boolean;
  error: Error | null;
  onSubmit: (input: { name: string; note: string }) => void;
  onCancel: () => void;
}

export function NameForm({ name, note, submit, pending, error, onSubmit, onCancel }: Props) {
  const [fault, setFault] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const given = { name: String(data.get('name') ?? '').trim(), note: String(data.get('note') ?? '').trim() };
    setFault(given.name === '' ? 'Give it a name first.' : null);
    if (given.name !== '' && !pending) onSubmit(given);
  };
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      <TextInput name="name" label="Name" defaultValue={name} maxLength={SAVED_LIMITS.name} error={fault} required data-autofocus />
      <Textarea
        name="note"
        label="Note"
        description="For yourself; may be empty."
        defaultValue={note}
        maxLength={SAVED_LIMITS.note}
        rows={3}
      />
      {error === null ? null : <ErrorState error={error} />}
      <div className={styles['actions']}>
        <Button type="submit" loading={pending}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
