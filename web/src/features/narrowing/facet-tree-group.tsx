/**
 * Two facets as a tree of checkboxes: each branch can be chosen whole, or opened and chosen leaf by leaf. A long one shows its first
 * branches, every chosen one and what is not stated.
 */
import { TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { NOT_STATED } from '#contract/fields.ts';
import { DownIcon } from '../../components/icons.tsx';
import type { Filters } from '../../lib/url-state.ts';
import { numberWords } from '../../lib/words.ts';
import { FacetRow } from './facet-row.tsx';
import { type Branch, branchState, chosenLeaves, type Leaf, type TreeFields, toggleBranch, toggleLeaf } from './facet-tree.ts';
import styles from './facets.module.css';

const SHORT = 8;
/** Leaves in all, from which on there is a box to find one. */
const LONG = 12;

interface Props {
  label: string;
  tree: readonly Branch[];
  fields: TreeFields;
  filters: Filters;
  onChange: (filters: Filters) => void;
  /** Only what is chosen is shown. */
  chosenOnly?: boolean;
}

export function FacetTreeGroup({ label, tree, fields, filters, onChange, chosenOnly = false }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const chosen = chosenLeaves(tree, filters, fields);
  const wanted = typed.trim().toLowerCase();
  const says = ({ label: words }: { label: string }) => words.toLowerCase().includes(wanted);
  const touched = (branch: Branch) => branchState(branch, filters, fields) !== 'none';
  const short = tree.filter((branch, place) => place < SHORT || touched(branch) || branch.value === NOT_STATED);
  const shown = () => {
    if (chosenOnly) return tree.filter(touched);
    if (wanted !== '') return tree.filter((branch) => says(branch) || branch.leaves.some(says));
    return all ? tree : short;
  };
  const branches = shown();
  const leaves = tree.reduce((sum, branch) => sum + branch.leaves.length, 0);
  const flip = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <fieldset className={styles['group']} aria-label={label}>
      {!chosenOnly && leaves > LONG ? (
        <TextInput
          size="xs"
          type="search"
          aria-label={`Find a value of ${label}`}
          placeholder="Find a value"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {branches.map((branch) => {
        const state = branchState(branch, filters, fields);
        const found = wanted !== '' && !says(branch);
        const isOpen = opened.has(branch.value) || state === 'some' || found;
        const rows = rowsOf(branch, { unfolded: opened.has(branch.value) && !chosenOnly, wanted: found ? says : null, chosen });
        return (
          <div key={branch.value} className={styles['branch']}>
            <div className={styles['stem']}>
              <FacetRow
                label={branch.label}
                count={branch.count}
                checked={state === 'all'}
                some={state === 'some'}
                muted={branch.value === NOT_STATED}
                onToggle={() => onChange(toggleBranch(tree, filters, fields, branch))}
              />
              {hasLevels(branch) && !chosenOnly ? (
                <UnstyledButton
                  className={styles['unfold']}
                  aria-expanded={opened.has(branch.value)}
                  aria-label={`The ${branch.leaves.length === 1 ? 'one' : branch.leaves.length} of ${branch.label}`}
                  onClick={() => flip(branch.value)}
                >
                  <DownIcon />
                </UnstyledButton>
              ) : null}
            </div>
            {isOpen && hasLevels(branch) ? (
              <div className={styles['leaves']}>
                {rows.map((leaf) => (
                  <FacetRow
                    key={leaf.value}
                    label={leaf.label}
                    count={leaf.count}
                    checked={chosen.has(leaf.value)}
                    onToggle={() => onChange(toggleLeaf(tree, filters, fields, leaf.value))}
                  />
                ))}
              </div>
            ) : null}
          </div>
        );
      })}
      {branches.length === 0 && wanted !== '' ? <p className={styles['note']}>No value matches.</p> : null}
      {!chosenOnly && wanted === '' && short.length < tree.length ? (
        <UnstyledButton className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${numberWords(tree.length)}`}
          <VisuallyHidden> groups of {label}</VisuallyHidden>
        </UnstyledButton>
      ) : null}
    </fieldset>
  );
}

/** What is not stated is so on both levels: there is nothing under it. */
function hasLevels({ value, leaves }: Branch): boolean {
  return leaves.length > 0 && value !== NOT_STATED;
}

/** Unfolded: all leaves; with something typed: those it names; else the chosen ones, which are always in sight. */
function rowsOf(
  { leaves }: Branch,
  { unfolded, wanted, chosen }: { unfolded: boolean; wanted: ((leaf: Leaf) => boolean) | null; chosen: ReadonlySet<string> },
): readonly Leaf[] {
  if (wanted !== null) return leaves.filter((leaf) => wanted(leaf) || chosen.has(leaf.value));
  return unfolded ? leaves : leaves.filter((leaf) => chosen.has(leaf.value));
}
