/** Which item of a letter the page is about, and the ways to the ones before and behind it. `j` and `k` go them too (open-items.ts). */
import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { withItem } from '../lib/item-links.ts';
import styles from './document-head.module.css';
import { DownIcon, UpIcon } from './icons.tsx';

/** `current`: the number of the item. Nothing where there is no other. */
export function ItemSteps({ items, current }: { items: readonly Item[]; current: number }) {
  if (items.length < 2) return null;
  const at = items.findIndex(({ number }) => number === current);
  return (
    <nav className={styles['steps']} data-of="items" aria-label="Disputed items">
      <span role="status">
        Item {current} of {items.length}
      </span>
      <ItemStep to={items[at - 1]} name="Previous item" keys="k">
        <UpIcon />
      </ItemStep>
      <ItemStep to={items[at + 1]} name="Next item" keys="j">
        <DownIcon />
      </ItemStep>
    </nav>
  );
}

/** A way to nowhere stays where it is, so that nothing moves beside it. */
function ItemStep({ to, name, keys, children }: { to: Item | undefined; name: string; keys: string; children: ReactNode }) {
  const [params] = useSearchParams();
  const { state } = useLocation();
  const shared = { variant: 'default', 'aria-label': name, 'aria-keyshortcuts': keys, title: `${name} (${keys})` };
  if (to === undefined) {
    return (
      <ActionIcon {...shared} data-disabled aria-disabled>
        {children}
      </ActionIcon>
    );
  }
  return (
    <ActionIcon {...shared} component={Link} to={withItem(params, to.number)} state={state} replace preventScrollReset>
      {children}
    </ActionIcon>
  );
}
