/** Puts an item into collections, or takes it out again; a collection can be made on the way. */
import { ActionIcon, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { PlusIcon } from '../../components/icons.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { CollectChoices } from './collect-choices.tsx';
import { type Draft, EMPTY_DRAFT, unkeptOf } from './collect-draft.ts';

/** `item`: its id; `name`: "item 2 of CM14-0012345". `icon`: as an icon alone. */
export function Collect({ item, name, icon = false }: { item: string; name: string; icon?: boolean }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [warned, setWarned] = useState(false);
  if (useLimits().readOnly) return null;
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setWarned(false);
  };
  /** What was typed and kept nowhere is told first; who closes once more drops it. */
  const close = () => {
    if (unkeptOf(draft) !== null && !warned) {
      setWarned(true);
      return;
    }
    setOpen(false);
    change(EMPTY_DRAFT);
  };
  return (
    <>
      {icon ? (
        <ActionIcon
          variant="subtle"
          size={26}
          onClick={() => setOpen(true)}
          aria-haspopup="dialog"
          aria-label={`Collect: add ${name} to a collection`}
          title="Collect"
        >
          <PlusIcon />
        </ActionIcon>
      ) : (
        <Button
          leftSection={<PlusIcon />}
          onClick={() => setOpen(true)}
          aria-haspopup="dialog"
          aria-label={`Collect: add ${name} to a collection`}
        >
          Collect
        </Button>
      )}
      <Modal opened={open} onClose={close} title={`Collections with ${name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <CollectChoices item={item} draft={draft} warned={warned} onChange={change} onDone={close} />
      </Modal>
    </>
  );
}
