/** Filters on the neighbors: chips of those there are, days, and any value of a closed list. */
import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { FIELDS, KEYWORD_FIELD_IDS } from '#contract/fields.ts';
import { type KeywordField, KeywordFieldSchema } from '#contract/query.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { type Chip, toChips } from '../../lib/chips.ts';
import { useListedValues } from '../../lib/endpoints.ts';
import { EMPTY_SEARCH, type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import styles from './similar.module.css';

/** What the neighbors can be narrowed by here: the closed lists; the comparison itself sees to the rest. */
const NARROWING = KEYWORD_FIELD_IDS.filter((field) => FIELDS[field].list === 'closed');

interface Props {
  narrowing: NarrowingState;
  hrefOf: (narrowing: NarrowingState) => string;
  onChange: (narrowing: NarrowingState) => void;
}

export function Narrowing({ narrowing, hrefOf, onChange }: Props) {
  const labelOf = useValueLabels([], [narrowing.filters]);
  const [field, setField] = useState<KeywordField>('decision');
  const [value, setValue] = useState('');
  const fields = useRef<HTMLSelectElement>(null);
  const values = useListedValues([field])(field).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const chips: Chip[] = toChips(narrowing, labelOf);
  return (
    <fieldset className={styles['box']}>
      <legend>Only neighbors with</legend>
      <FilterChips
        chips={chips}
        hrefOf={(chip) => hrefOf(chip.without)}
        clearHref={hrefOf(EMPTY_SEARCH)}
        onLast={() => fields.current?.focus({ preventScroll: true })}
      />
      <div className={styles['add']}>
        <NativeSelect
          ref={fields}
          size="xs"
          label="Field"
          value={field}
          data={NARROWING.map((option) => ({ value: option, label: FIELDS[option].label }))}
          onChange={(event) => {
            setField(KeywordFieldSchema.catch('decision').parse(event.currentTarget.value));
            setValue('');
          }}
        />
        <NativeSelect
          size="xs"
          label="Value"
          value={value}
          data={[{ value: '', label: 'Choose one' }, ...values]}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={value === ''}
          onClick={() => {
            const chosen = narrowing.filters[field] ?? [];
            onChange({ ...narrowing, filters: withFilter(narrowing.filters, field, [...new Set([...chosen, value])]) });
            setValue('');
          }}
        >
          Add this filter
        </Button>
      </div>
    </fieldset>
  );
}
