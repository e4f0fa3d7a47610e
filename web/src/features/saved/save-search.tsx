/** Saves the search of the page with a name and a note. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { SaveIcon } from '../../components/icons.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useSaveSearch } from '../../lib/saved-endpoints.ts';
import { type SearchState, writeSearch } from '../../lib/url-state.ts';
import { NameForm } from './name-form.tsx';

/** The longest name that is proposed, in characters. */
const PROPOSED = 60;

export function SaveSearch({ state }: { state: SearchState }) {
  const [open, setOpen] = useState(false);
  const save = useSaveSearch();
  const { readOnly } = useLimits();
  const close = () => {
    setOpen(false);
    save.reset();
  };
  if (readOnly) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<SaveIcon />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        Save search
      </Button>
      <Modal opened={open} onClose={close} title="Save this search" closeButtonProps={{ 'aria-label': 'Close' }}>
        {save.data === undefined ? (
          <NameForm
            name={state.q.slice(0, PROPOSED)}
            note=""
            submit="Save"
            pending={save.isPending}
            error={save.error}
            onSubmit={(input) => save.mutate({ ...input, search: writeSearch({ ...state, page: 1 }).toString() })}
            onCancel={close}
          />
        ) : (
          <>
            <p role="status">
              Saved as “{save.data.name}”. What is new in it will be told in <Link to="/saved">Saved</Link>.
            </p>
            <Button onClick={close} autoFocus>
              Done
            </Button>
          </>
        )}
      </Modal>
    </>
  );
}
