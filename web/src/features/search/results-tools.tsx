/** The tools of a list of results: its order, how it is shown, the ways to take it along. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { SORTS } from '#contract/lists.ts';
import { CheckIcon, LinkIcon, PrintIcon, SortIcon, ViewIcon } from '../../components/icons.tsx';
import { orderOf, type SearchState } from '../../lib/url-state.ts';
import styles from './results.module.css';
import type { Density } from './view.ts';

const ORDERS = {
  relevance: 'Best match',
  newest: 'Newest decision',
  oldest: 'Oldest decision',
  case: 'Case number',
} as const;

type Change = (part: Partial<SearchState>) => void;

export function SortMenu({ state, onChange }: { state: SearchState; onChange: Change }) {
  const order = orderOf(state);
  // Without words nothing matches better than anything else.
  const orders = SORTS.filter((one) => state.q !== '' || one !== 'relevance');
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<SortIcon />}>{ORDERS[order]}</Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Order">
        <Menu.Label>Order</Menu.Label>
        <Menu.RadioGroup value={order} onChange={(value) => onChange({ sort: SORTS.find((one) => one === value) ?? 'relevance' })}>
          {orders.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {ORDERS[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ViewProps {
  state: SearchState;
  density: Density;
  /** Its decisions are rows of a table, each with one item. */
  table: boolean;
  onChange: Change;
  onDensity: (density: Density) => void;
}

export function ViewMenu({ state, density, table, onChange, onDensity }: ViewProps) {
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button leftSection={<ViewIcon />}>View</Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="View">
        <Menu.Label>Results</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(value) => onDensity(value === 'dense' ? 'dense' : 'roomy')}>
          <Menu.RadioItem value="roomy">Roomy</Menu.RadioItem>
          <Menu.RadioItem value="dense">Dense</Menu.RadioItem>
        </Menu.RadioGroup>
        {table ? null : (
          <>
            <Menu.Divider />
            <Menu.CheckboxItem checked={state.group === 'letter'} onChange={(checked) => onChange({ group: checked ? 'letter' : 'item' })}>
              One result for each letter
            </Menu.CheckboxItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The address of the search, copied; where the clipboard is closed to the page, shown to be copied by hand. */
export function CopyLink() {
  const [copied, setCopied] = useState('');
  const done = copied === 'Link copied';
  const copy = async () => {
    const address = window.location.href;
    const written = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(written ? 'Link copied' : `This page may not use the clipboard: ${address}`);
  };
  const label = done ? 'Link copied' : 'Copy link';
  return (
    <>
      <ActionIcon variant="default" size={26} aria-label={label} title={label} onClick={copy}>
        {done ? <CheckIcon /> : <LinkIcon />}
      </ActionIcon>
      <span role="status" className={done ? 'screen-reader' : styles['closed']}>
        {copied}
      </span>
    </>
  );
}

export function Print() {
  return (
    <ActionIcon variant="default" size={26} aria-label="Print" title="Print" onClick={() => window.print()}>
      <PrintIcon />
    </ActionIcon>
  );
}
