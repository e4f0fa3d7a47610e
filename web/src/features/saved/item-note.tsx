/** The note of one collected item, changed where it stands. What was typed is saved when the note is left, whichever way that is; only "Cancel" drops it. */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { EditIcon } from '../../components/icons.tsx';
import { ErrorState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useNoteItem } from '../../lib/saved-endpoints.ts';
import styles from './saved.module.css';

interface Props {
  collection: string;
  item: string;
  /** "item 2 of CM14-0012345". */
  name: string;
  note: string;
}

export function ItemNote({ collection, item, name, note }: Props) {
  const [open, setOpen] = useState(false);
  const { readOnly } = useLimits();
  const button = useRef<HTMLButtonElement>(null);
  const closed = (refocus: boolean) => {
    setOpen(false);
    if (refocus) requestAnimationFrame(() => button.current?.focus());
  };
  if (open) return <Edit collection={collection} item={item} note={note} onClose={closed} />;
  if (readOnly && note === '') return null;
  return (
    <div className={styles['noted']}>
      {note === '' ? null : <p className={styles['note']}>{note}</p>}
      {readOnly ? null : (
        <Button
          ref={button}
          size="compact-xs"
          variant="subtle"
          leftSection={<EditIcon />}
          aria-label={`${note === '' ? 'Add a note on' : 'Edit note on'} ${name}`}
          onClick={() => setOpen(true)}
        >
          {note === '' ? 'Add a note' : 'Edit note'}
        </Button>
      )}
    </div>
  );
}

/** `onClose`: says whether the focus was within and has to go somewhere. */
function Edit({ collection, item, note, onClose }: Omit<Props, 'name'> & { onClose: (refocus: boolean) => void }) {
  const [text, setText] = useState(note);
  const keep = useNoteItem();
  const form = useRef<HTMLFormElement>(null);
  /** What is saved, or on its way. */
  const sent = useRef(note);
  const save = useEffectEvent((close: boolean) => {
    const words = text.trim();
    if (words === sent.current.trim()) return false;
    sent.current = words;
    keep.mutate(
      { id: collection, item, note: words },
      {
        onSuccess: () => (close ? onClose(form.current?.contains(document.activeElement) ?? false) : undefined),
        // It is tried again when it is left again.
        onError: () => {
          sent.current = note;
        },
      },
    );
    return true;
  });
  const leave = (refocus: boolean) => {
    if (!save(true) && !keep.isPending && keep.error === null) onClose(refocus);
  };
  useEffect(() => {
    // Whoever loads the page anew is asked by the browser, while it is saved.
    const stay = (event: BeforeUnloadEvent) => {
      if (save(false)) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => {
      window.removeEventListener('beforeunload', stay);
      save(false);
    };
  }, []);
  return (
    <form
      ref={form}
      className={styles['edit']}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // Who only looks into another window goes on writing.
        if (document.hasFocus()) leave(false);
        else save(false);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        leave(true);
      }}
    >
      <Textarea
        label="Note"
        value={text}
        maxLength={SAVED_LIMITS.note}
        autosize
        minRows={2}
        maxRows={12}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          leave(true);
        }}
      />
      {keep.error === null ? null : <ErrorState error={keep.error} />}
      <div className={styles['actions']}>
        <Button type="submit" loading={keep.isPending}>
          Save note
        </Button>
        <Button
          variant="subtle"
          // Pressing it is not leaving the note.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            sent.current = text.trim();
            onClose(true);
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
