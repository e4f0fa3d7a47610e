/**
 * The note of one collected item, changed where it stands. What was typed is saved when the note is left, whichever way that is; only "Cancel" drops it. What could not be saved
 * is there again when the item is.
 */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { EditIcon } from '../../components/icons.tsx';
import { ErrorState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useNoteItem } from '../../lib/saved-endpoints.ts';
import { draftKey, dropNote, keepNote, keptNote } from './note-drafts.ts';
import styles from './saved.module.css';

interface Props {
  collection: string;
  item: string;
  /** "item 2 of CM14-0012345". */
  name: string;
  note: string;
}

export function ItemNote({ collection, item, name, note }: Props) {
  const { readOnly } = useLimits();
  // What was typed before and could not be saved.
  const [draft, setDraft] = useState(() => {
    const kept = keptNote(draftKey(collection, item));
    return kept?.trim() === note.trim() ? null : kept;
  });
  const [open, setOpen] = useState(draft !== null);
  const button = useRef<HTMLButtonElement>(null);
  const closed = () => {
    setOpen(false);
    setDraft(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (open && !readOnly) return <Edit collection={collection} item={item} note={note} draft={draft} onClose={closed} />;
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

interface EditProps extends Omit<Props, 'name'> {
  draft: string | null;
  onClose: () => void;
}

function Edit({ collection, item, note, draft, onClose }: EditProps) {
  const [text, setText] = useState(draft ?? note);
  const [before] = useState(note);
  const keep = useNoteItem();
  const key = draftKey(collection, item);
  const saved = useRef(note);
  /** What is saved, or on its way. */
  const sent = useRef(note);
  const send = (words: string, onSuccess: () => void = () => {}) => {
    sent.current = words;
    keepNote(key, words);
    keep.mutateAsync({ id: collection, item, note: words }).then(
      () => {
        saved.current = words;
        dropNote(key, words);
        onSuccess();
      },
      () => {
        // It is tried again when it is left again; what was sent since stands for itself.
        if (sent.current === words) sent.current = saved.current;
      },
    );
  };
  const isSaved = () => text.trim() === sent.current.trim();
  const save = useEffectEvent(() => {
    if (isSaved()) return true;
    send(text.trim());
    return false;
  });
  const done = () => {
    if (isSaved() && keep.error === null) {
      if (!keep.isPending) dropNote(key);
      onClose();
    } else send(text.trim(), onClose);
  };
  const cancel = () => {
    if (sent.current.trim() === before.trim()) {
      // Nothing is left to be saved when it goes.
      sent.current = text;
      dropNote(key);
      onClose();
    } else {
      setText(before);
      send(before, onClose);
    }
  };
  useEffect(() => {
    // Whoever loads the page anew is asked by the browser, while it is saved.
    const stay = (event: BeforeUnloadEvent) => {
      if (!save()) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => {
      window.removeEventListener('beforeunload', stay);
      save();
    };
  }, []);
  return (
    <form
      className={styles['edit']}
      data-note={text}
      // It stays open: closing it would move what is about to be pressed.
      onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : save())}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Textarea
        label="Note"
        value={text}
        maxLength={SAVED_LIMITS.note}
        autosize
        minRows={2}
        maxRows={12}
        autoFocus={draft === null}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepNote(key, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          done();
        }}
      />
      {keep.error === null ? null : <ErrorState error={keep.error} />}
      <div className={styles['actions']}>
        <Button type="submit">Save note</Button>
        {/* Pressing it is not leaving the note. */}
        <Button variant="subtle" onMouseDown={(event) => event.preventDefault()} onClick={cancel}>
          Cancel
        </Button>
        <span role="status" className={styles['quiet']}>
          {keep.isPending
            ? 'Saving'
            : keep.isSuccess && keep.variables.note === text.trim()
              ? 'Saved'
              : keep.isIdle && draft !== null
                ? 'Not saved yet'
                : ''}
        </span>
      </div>
    </form>
  );
}
