/** Saves the search of the page with a name and a note. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { EditDialog, type Way } from '../../components/edit-dialog.tsx';
import { SaveIcon } from '../../components/icons.tsx';
import { NameForm } from '../../components/name-form.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useSaveSearch } from '../../lib/saved-endpoints.ts';
import { type SearchState, writeSearch } from '../../lib/url-state.ts';
import styles from './saved.module.css';

/** The longest name that is proposed, in characters. */
const PROPOSED = 60;

export function SaveSearch({ state }: { state: SearchState }) {
  const [open, setOpen] = useState(false);
  const { readOnly, hides } = useLimits();
  if (readOnly || hides('saved')) return null;
  return (
    <>
      <Button leftSection={<SaveIcon />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        Save search
      </Button>
      <EditDialog opened={open} title="Save this search" onClose={() => setOpen(false)}>
        {(way) => <Form state={state} way={way} />}
      </EditDialog>
    </>
  );
}

function Form({ state, way }: { state: SearchState; way: Way }) {
  const save = useSaveSearch();
  if (save.data === undefined) {
    return (
      <NameForm
        name={state.q.slice(0, PROPOSED)}
        note=""
        submit="Save"
        pending={save.isPending}
        error={save.error}
        onSubmit={(input) =>
          save.mutate({ ...input, search: writeSearch({ ...state, page: 1 }).toString() }, { onSuccess: () => way.onUnsaved(false) })
        }
        way={way}
      />
    );
  }
  return (
    <div className={styles['form']}>
      <p role="status" className={styles['line']}>
        Saved as “{save.data.name}”. <Link to="/saved">Saved</Link> tells what is new in it.
      </p>
      <div className={styles['actions']}>
        <Button variant="filled" onClick={way.close} autoFocus>
          Done
        </Button>
      </div>
    </div>
  );
}
