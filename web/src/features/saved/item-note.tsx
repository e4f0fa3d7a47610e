/** The note of one collected item, changed where it stands. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { ErrorState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useNoteItem } from '../../lib/saved-endpoints.ts';
import styles from './saved.module.css';

export function ItemNote({ collection, item, note }: { collection: string; item: string; note: string }) {
  const [open, setOpen] = useState(false);
  const keep = useNoteItem();
  const { readOnly } = useLimits();
  if (readOnly && note === '') return null;
  if (!open) {
    return (
      <div className={styles['row']}>
        {note === '' ? null : (
          <p className={styles['note']}>
            <span className={styles['quiet']}>Your note: </span>
            {note}
          </p>
        )}
        {readOnly ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${note === '' ? 'Add a note to' : 'Change the note of'} ${item}`}
            onClick={() => setOpen(true)}
          >
            {note === '' ? 'Add a note' : 'Change the note'}
          </Button>
        )}
      </div>
    );
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('note') ?? '').trim();
        keep.mutate({ id: collection, item, note: text }, { onSuccess: () => setOpen(false) });
      }}
    >
      <Textarea name="note" label="Note" defaultValue={note} maxLength={SAVED_LIMITS.note} rows={2} autoFocus />
      {keep.error === null ? null : <ErrorState error={keep.error} />}
      <div className={styles['actions']}>
        <Button type="submit" size="compact-sm" loading={keep.isPending}>
          Keep the note
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
