/** Puts an item into collections, or takes it out again; a collection can be made on the way. The button tells whether the item is in one. */
import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { EditDialog } from '../../components/edit-dialog.tsx';
import { CollectedIcon, CollectIcon } from '../../components/icons.tsx';
import { OneOf } from '../../components/one-of.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useCollected } from '../../lib/saved-endpoints.ts';
import { CollectForm } from './collect-form.tsx';

const WORDS = ['Collect', 'Collected'] as const;

/** `item`: its id; `name`: "item 2 of CM14-0012345". `icon`: as an icon alone. */
export function Collect({ item, name, icon = false }: { item: string; name: string; icon?: boolean }) {
  const [open, setOpen] = useState(false);
  const { readOnly, hides, pending } = useLimits();
  const is = useCollected(!pending && !readOnly && !hides('saved')).has(item);
  if (readOnly) return null;
  const Icon = is ? CollectedIcon : CollectIcon;
  const shown = WORDS[is ? 1 : 0];
  const button = {
    onClick: () => setOpen(true),
    'aria-haspopup': 'dialog',
    'aria-label': is ? `Collected: change the collections of ${name}` : `Collect ${name}`,
  } as const;
  return (
    <>
      {icon ? (
        <ActionIcon variant="subtle" size={26} title={shown} {...button}>
          <Icon />
        </ActionIcon>
      ) : (
        <Button leftSection={<Icon />} {...button}>
          <OneOf words={WORDS} shown={shown} />
        </Button>
      )}
      <EditDialog opened={open} title={`Collect ${name}`} onClose={() => setOpen(false)}>
        {(way) => <CollectForm item={item} way={way} />}
      </EditDialog>
    </>
  );
}
