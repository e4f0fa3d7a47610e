/** Filters on the similar cases: chips of those there are, days, and any value of a closed list. */
import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { fieldLabel, isLacked } from '#contract/programme-fields.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { type Chip, toChips } from '../../lib/chips.ts';
import { useListedValues } from '../../lib/endpoints.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { EMPTY_SEARCH, type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import styles from './similar.module.css';

/** What the cases can be narrowed by here: the closed lists; the comparison itself sees to the rest. */
const NARROWING = KEYWORD_FIELD_IDS.filter((field) => FIELDS[field].list === 'closed');

interface Props {
  narrowing: NarrowingState;
  /** The one that the cases are of. */
  programme: string;
  /** It is chosen elsewhere on the page. */
  switched: boolean;
  hrefOf: (narrowing: NarrowingState) => string;
  onChange: (narrowing: NarrowingState) => void;
}

export function Narrowing({ narrowing, programme, switched, hrefOf, onChange }: Props) {
  const labelOf = useValueLabels([], [narrowing.filters]);
  const [field, setField] = useState<KeywordField>('decision');
  const [value, setValue] = useState('');
  const fields = useRef<HTMLSelectElement>(null);
  const values = useListedValues([field])(field).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const chips: Chip[] = toChips(narrowing, labelOf).filter(({ key }) => !switched || !key.startsWith('programme='));
  const offered = NARROWING.filter((one) => !isLacked(programme, one) && !(switched && one === 'programme'));
  return (
    <fieldset className={styles['box']}>
      <legend>Only cases with</legend>
      <FilterChips
        chips={chips}
        hrefOf={(chip) => hrefOf(chip.without)}
        clearHref={hrefOf({ ...EMPTY_SEARCH, filters: programmeOnly(narrowing.filters) })}
        onLast={() => fields.current?.focus({ preventScroll: true })}
      />
      <div className={styles['add']}>
        <NativeSelect
          ref={fields}
          size="xs"
          label="Field"
          value={field}
          data={offered.map((option) => ({ value: option, label: fieldLabel(option, programme) }))}
          onChange={(event) => {
            setField(NARROWING.find((one) => one === event.currentTarget.value) ?? 'decision');
            setValue('');
          }}
        />
        <NativeSelect
          size="xs"
          label="Value"
          value={value}
          data={[{ value: '', label: 'Choose…' }, ...values]}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button
          disabled={value === ''}
          onClick={() => {
            const chosen = narrowing.filters[field] ?? [];
            onChange({ ...narrowing, filters: withFilter(narrowing.filters, field, [...new Set([...chosen, value])]) });
            setValue('');
          }}
        >
          Add filter
        </Button>
      </div>
    </fieldset>
  );
}
