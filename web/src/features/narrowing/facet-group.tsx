/**
 * One facet as a group of checkboxes with counts, or as several under their titles. Long lists show the first values, every selected one and what is not stated;
 * "show all" opens the rest. In a long one there is a box to find a value.
 */
import { TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { type FacetValues, NOT_STATED } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { numberWords } from '../../lib/words.ts';
import { FacetRow } from './facet-row.tsx';
import { inGroups, shownValues } from './facet-values.ts';
import styles from './facets.module.css';

const SHORT = 6;
const LONG = 12;

interface Props {
  facet: Facet;
  /** Values that belong together, each group under its title. */
  groups?: readonly FacetValues[];
  /** Values that the typed words say. */
  fromWords: ReadonlySet<string>;
  onToggle: (value: string) => void;
}

export function FacetGroup({ facet, groups = [], fromWords, onToggle }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const parts = inGroups(facet.values, groups);
  // Several groups share what one list would show.
  const most = Math.ceil(SHORT / Math.max(1, groups.length));
  const cutTo = (length: number) =>
    parts.map((part) => ({ ...part, values: shownValues(part.values, length, typed) })).filter(({ values }) => values.length > 0);
  const short = cutTo(most);
  const shown = open ? cutTo(facet.values.length) : short;
  const rowOf = (row: Facet['values'][number]) => (
    <FacetRow
      key={row.value}
      label={fromWords.has(row.value) ? `${row.label} (from the words)` : row.label}
      count={row.count}
      checked={row.selected}
      muted={row.value === NOT_STATED}
      onToggle={() => onToggle(row.value)}
    />
  );
  const beyond = facet.distinct - facet.values.filter(({ value }) => value !== NOT_STATED).length;
  return (
    <fieldset className={styles['group']} aria-label={facet.label}>
      {facet.values.length > LONG ? (
        <TextInput
          size="xs"
          type="search"
          aria-label={`Find a value of ${facet.label}`}
          placeholder="Find a value"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {shown.map(({ label, values }) =>
        label === null ? (
          values.map(rowOf)
        ) : (
          <fieldset key={label} className={styles['group']}>
            <legend>{label}</legend>
            {values.map(rowOf)}
          </fieldset>
        ),
      )}
      {shown.length === 0 ? <p className={styles['note']}>No value matches.</p> : null}
      {short.flatMap(({ values }) => values).length < facet.values.length && typed.trim() === '' ? (
        <UnstyledButton
          className={styles['more']}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
            setTyped('');
          }}
        >
          {open ? 'Show fewer' : `Show all ${numberWords(facet.values.length)}`}
          <VisuallyHidden> values of {facet.label}</VisuallyHidden>
        </UnstyledButton>
      ) : null}
      {(open || typed.trim() !== '') && beyond > 0 ? (
        <p className={styles['note']}>{numberWords(beyond)} more values: narrow the search to see them.</p>
      ) : null}
    </fieldset>
  );
}
