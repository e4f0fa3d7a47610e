/** A page of analytics by its row in the contract: what can be chosen on it, and its questions one below the other. */

import { NativeSelect } from '@mantine/core';
import type { RateField } from '#contract/fields.ts';
import { fieldLabel, isLacked } from '#contract/programme-fields.ts';
import { asksOf, type Chosen, choicesOf, type Has, offered, offeredPeriods, REPORT_PAGES } from '#contract/report-pages.ts';
import { useOwn } from './address.ts';
import { AskedMetric } from './asked-metric.tsx';
import { CompareForm } from './compare-form.tsx';
import { DataQuality } from './data-quality.tsx';
import styles from './frame.module.css';
import type { PageProps } from './page-props.ts';

const PERIOD_WORDS = { month: 'Month', quarter: 'Quarter', year: 'Year' } as const;

export function ReportPage(page: PageProps) {
  const { programme, report } = page;
  const { own, change } = useOwn();
  if (report === null) throw new Error('the page has no questions');
  const row = REPORT_PAGES[report];
  const has: Has = (field) => !isLacked(programme, field);
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== '')) as Chosen;
  const chosen = choicesOf(row, given, has);
  const periods = offeredPeriods(row, has);
  const fieldChoice = (name: 'by' | 'and', label: string) => {
    const fields = offered(row, name, has);
    if (fields.length < 2) return null;
    return (
      <NativeSelect
        size="xs"
        classNames={{ root: styles['choice'] ?? '' }}
        label={label}
        value={chosen[name] ?? ''}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
        data={[
          ...(row[name]?.usual.length === 0 || chosen[name] === undefined
            ? [{ value: '', label: name === 'by' && row.against === true ? 'Service, where the program has it' : 'None' }]
            : []),
          ...fields.map((field) => ({ value: field, label: labelOf(field, programme) })),
        ]}
      />
    );
  };
  return (
    <div className={styles['report']}>
      <div className={`screen-only ${styles['choices']}`}>
        {fieldChoice('by', row.against === true ? 'Same mix of' : 'Group by')}
        {fieldChoice('and', report === 'trends' ? 'A line for each' : row.against === true ? 'Beside each other by' : 'And by')}
        {periods.length < 2 ? null : (
          <NativeSelect
            size="xs"
            classNames={{ root: styles['choice'] ?? '' }}
            label="Period"
            value={chosen.period ?? ''}
            onChange={({ currentTarget }) => change({ period: currentTarget.value })}
            data={periods.map((period) => ({ value: period, label: PERIOD_WORDS[period] }))}
          />
        )}
      </div>
      {row.against === true ? <CompareForm {...page} /> : null}
      {asksOf(row, chosen, has).map((ask) => (
        <AskedMetric key={ask.id} ask={ask} {...page} />
      ))}
      {report === 'overview' ? <DataQuality /> : null}
    </div>
  );
}

function labelOf(field: RateField, programme: string): string {
  return fieldLabel(field, programme);
}
