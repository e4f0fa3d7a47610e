/** From and to, both inclusive. Applied by Enter or on leaving a field: a year half typed is a day too, and not the one meant. */
import { Button, TextInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, useRef, useState } from 'react';
import { dayFaults } from '../../lib/day-faults.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import styles from './facets.module.css';

const FORM_ID = 'decided';

/** Leads to the days, at the one with a fault where there is one. */
export function focusDays(): void {
  const form = document.getElementById(FORM_ID);
  (form?.querySelector<HTMLInputElement>('[aria-invalid="true"]') ?? form?.querySelector('input'))?.focus();
}

interface Props {
  from: string | null;
  to: string | null;
  onChange: (part: Partial<NarrowingState>) => void;
}

export function DateRange({ from, to, onChange }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState(() => dayFaults(from, to));
  const apply = () => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    const next = { from: String(data.get('from') ?? '') || null, to: String(data.get('to') ?? '') || null };
    const wrong = dayFaults(next.from, next.to);
    setFaults(wrong);
    // Days that cannot be searched stay here with what is wrong; the results stay those of the address.
    if (wrong.from !== null || wrong.to !== null) return;
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
    <form ref={form} id={FORM_ID} onSubmit={submit} onBlur={left}>
      <fieldset className={styles['group']} aria-label="Decided">
        <div className={styles['dates']}>
          <TextInput type="date" name="from" label="From" size="xs" defaultValue={from ?? ''} max="9999-12-31" error={faults.from} />
          <TextInput type="date" name="to" label="To" size="xs" defaultValue={to ?? ''} max="9999-12-31" error={faults.to} />
          <Button type="submit" size="compact-xs" variant="default">
            Apply dates
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
