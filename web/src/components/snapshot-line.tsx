/**
 * Says whether a page is as of a snapshot or live, and lets one be chosen, taken, renamed and removed. It is printed with the page. On a server that only reads
 * they can be chosen; one without the library has none, and says so.
 */
import { Button, Menu, Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Snapshot } from '#contract/snapshots.ts';
import { useLimits, useStats } from '../lib/endpoints.ts';
import { dayOfInstant } from '../lib/instants.ts';
import { useChangeSnapshot, useRemoveSnapshot, useSnapshots, useTakeSnapshot } from '../lib/snapshot-endpoints.ts';
import { liveWords } from '../lib/snapshot-words.ts';
import { countWords } from '../lib/words.ts';
import dialog from './edit-dialog.module.css';
import { EditDialog, type Way } from './edit-dialog.tsx';
import { DownIcon } from './icons.tsx';
import { ChangeForm, NameForm } from './name-form.tsx';
import styles from './snapshot-line.module.css';
import { SnapshotSaid, useWhatCounts } from './snapshot-notice.tsx';
import { ErrorState } from './states.tsx';

interface Props {
  /** The id of the snapshot that the page is as of; null: it is live. */
  snapshot: string | null;
  /** The same page as of another one; null: live. */
  hrefOf: (snapshot: string | null) => string;
}

/** What of a menu stands for live. */
const LIVE = '';

type Dialog = 'take' | 'change' | 'remove' | null;

export function SnapshotLine({ snapshot, hrefOf }: Props) {
  const { pending, readOnly, hides } = useLimits();
  const stats = useStats().data;
  const what = useWhatCounts();
  if (pending) return <div className={styles['line']} aria-busy />;
  return (
    <div className={styles['line']}>
      <p>{snapshot === null ? stats === undefined ? 'Live' : `${liveWords(stats, what)}.` : <SnapshotSaid id={snapshot} quiet />}</p>
      {hides('snapshots') ? (
        <p className={styles['quiet']}>Snapshots are on the server that has the library.</p>
      ) : (
        <Choices snapshot={snapshot} hrefOf={hrefOf} readOnly={readOnly} what={what} />
      )}
    </div>
  );
}

function Choices({ snapshot, hrefOf, readOnly, what }: Props & { readOnly: boolean; what: string }) {
  const { data, error } = useSnapshots();
  const [open, setOpen] = useState<Dialog>(null);
  const navigate = useNavigate();
  const go = (id: string | null) => void navigate(hrefOf(id), { preventScrollReset: true });
  const close = () => setOpen(null);
  const all = data?.snapshots ?? [];
  const chosen = all.find(({ id }) => id === snapshot);
  if (readOnly && all.length === 0) return null;
  return (
    <div className="screen-only">
      {/* Within the page and with the focus on its first choice, as screen readers expect of a menu. */}
      <Menu withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button rightSection={<DownIcon />} aria-label="Snapshot: choose, take or change one">
            Snapshot
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Snapshot">
          <Menu.Label>Shown as of</Menu.Label>
          <Menu.RadioGroup value={snapshot ?? LIVE} onChange={(value) => go(value === LIVE ? null : value)}>
            <Menu.RadioItem value={LIVE} closeMenuOnClick>
              Live
            </Menu.RadioItem>
            {all.map((one) => (
              <Menu.RadioItem key={one.id} value={one.id} closeMenuOnClick>
                {one.name}{' '}
                <span className={styles['quiet']}>
                  {dayOfInstant(one.takenAt)}, {countWords(one.letters, what)}
                </span>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {error === null ? null : <Menu.Label>The server did not say which there are: {error.message}</Menu.Label>}
          {readOnly ? null : (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setOpen('take')}>Take a snapshot…</Menu.Item>
              {chosen === undefined ? null : (
                <>
                  <Menu.Item onClick={() => setOpen('change')}>Rename this one…</Menu.Item>
                  <Menu.Item onClick={() => setOpen('remove')}>Remove this one…</Menu.Item>
                </>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditDialog opened={open === 'take'} title="Take a snapshot" onClose={close}>
        {(way) => <TakeForm way={way} onTaken={go} />}
      </EditDialog>
      {chosen === undefined ? null : (
        <>
          <EditDialog opened={open === 'change'} title={`Rename “${chosen.name}”`} onClose={close}>
            {(way) => <Rename snapshot={chosen} way={way} />}
          </EditDialog>
          <Modal opened={open === 'remove'} onClose={close} title={`Remove “${chosen.name}”?`} closeButtonProps={{ 'aria-label': 'Close' }}>
            <Remove
              snapshot={chosen}
              onClose={close}
              onRemoved={() => {
                close();
                go(null);
              }}
            />
          </Modal>
        </>
      )}
    </div>
  );
}

function TakeForm({ way, onTaken }: { way: Way; onTaken: (id: string) => void }) {
  const take = useTakeSnapshot();
  return (
    <>
      <p>The letters as they are now, under a name. A report as of it gives the same numbers after any later load.</p>
      <NameForm
        name=""
        note=""
        submit="Take it"
        pending={take.isPending}
        error={take.error}
        onSubmit={(input) =>
          take.mutate(input, {
            onSuccess: ({ id }) => {
              way.close();
              onTaken(id);
            },
          })
        }
        way={way}
      />
    </>
  );
}

function Rename({ snapshot, way }: { snapshot: Snapshot; way: Way }) {
  return <ChangeForm kept={snapshot} change={useChangeSnapshot()} way={way} />;
}

function Remove({ snapshot, onClose, onRemoved }: { snapshot: Snapshot; onClose: () => void; onRemoved: () => void }) {
  const remove = useRemoveSnapshot();
  return (
    <div className={dialog['form']}>
      <p>Reports as of it cannot be run again. No letter is removed.</p>
      {remove.error === null ? null : <ErrorState error={remove.error} />}
      <div className={dialog['actions']}>
        <Button variant="filled" size="sm" loading={remove.isPending} onClick={() => remove.mutate(snapshot.id, { onSuccess: onRemoved })}>
          Remove
        </Button>
        <Button size="sm" onClick={onClose} data-autofocus>
          Cancel
        </Button>
      </div>
    </div>
  );
}
