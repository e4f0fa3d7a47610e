/** From and to, both inclusive. Applied by Enter or on leaving a field: a year half typed is a day too, and not the one meant. */
import { Button, TextInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, useRef } from 'react';
import type { SearchState } from '../../lib/url-state.ts';
import styles from './facets.module.css';

interface Props {
  from: string | null;
  to: string | null;
  onChange: (part: Partial<SearchState>) => void;
}

export function DateRange({ from, to, onChange }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const apply = () => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    const next = { from: String(data.get('from') ?? '') || null, to: String(data.get('to') ?? '') || null };
    if (next.from !== from || next.to !== to) onChange(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply();
  };
  const left = (event: FocusEvent) => {
    if (!form.current?.contains(event.relatedTarget)) apply();
  };
  return (
    <form ref={form} onSubmit={submit} onBlur={left}>
      <fieldset className={styles['group']}>
        <legend>Decided</legend>
        <div className={styles['dates']}>
          <TextInput type="date" name="from" label="From" size="xs" defaultValue={from ?? ''} max="9999-12-31" />
          <TextInput type="date" name="to" label="To" size="xs" defaultValue={to ?? ''} max="9999-12-31" />
          <Button type="submit" size="compact-xs" variant="default">
            Apply dates
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
