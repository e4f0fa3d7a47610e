/** The charts, in the order they are shown. A new chart is one file in `charts/` and one line here; an id never changes. */
import type { ComponentType } from 'react';
import type { RatesRequest } from '#contract/api.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { isOwnProgramme } from '#contract/programmes.ts';
import { isTable } from '../../lib/programme-filter.ts';
import type { ChartProps } from './chart-props.ts';
import { byField } from './charts/rate-by-field.tsx';
import { RateByGuideline } from './charts/rate-by-guideline.tsx';
import { RateByService } from './charts/rate-by-service.tsx';

interface ChartEntry {
  readonly id: string;
  /** The fields that its bars may be of: all of them are on the common scale. */
  readonly fields: readonly RatesRequest['by'][];
  readonly Chart: ComponentType<ChartProps>;
  /** Of programs whose decisions are rows of a table alone. */
  readonly ofTables?: true;
  /** Of tables of one's own alone: those of a known program name some hundred, and have them in categories. */
  readonly ofOwn?: true;
}

export const CHARTS: readonly ChartEntry[] = [
  { id: 'rate-by-diagnosis', fields: ['diagnosisCategory'], ofTables: true, Chart: byField('diagnosisCategory', 'diagnosis category') },
  { id: 'rate-by-treatment', fields: ['treatmentCategory'], ofTables: true, Chart: byField('treatmentCategory', 'treatment category') },
  { id: 'rate-by-named-diagnosis', fields: ['diagnosis'], ofOwn: true, Chart: byField('diagnosis', 'diagnosis', 'diagnoses') },
  { id: 'rate-by-named-treatment', fields: ['treatment'], ofOwn: true, Chart: byField('treatment', 'treatment') },
  { id: 'rate-by-year', fields: ['decidedYear'], ofTables: true, Chart: byField('decidedYear', 'year', 'years') },
  { id: 'rate-by-service', fields: ['category'], Chart: RateByService },
  { id: 'rate-by-age', fields: ['ageBand'], ofTables: true, Chart: byField('ageBand', 'age') },
  { id: 'rate-by-review-type', fields: ['reviewType'], ofTables: true, Chart: byField('reviewType', 'type of review', 'types of review') },
  { id: 'rate-by-sex', fields: ['sex'], ofTables: true, Chart: byField('sex', 'sex', 'sexes') },
  { id: 'rate-by-coverage', fields: ['coverage'], ofTables: true, Chart: byField('coverage', 'kind of coverage', 'kinds of coverage') },
  { id: 'rate-by-health-plan', fields: ['healthPlan'], ofTables: true, Chart: byField('healthPlan', 'health plan') },
  { id: 'rate-by-guideline', fields: ['imrGuidelineFamily', 'urGuidelineFamily'], Chart: RateByGuideline },
];

/** The charts of one program: those of fields that it has. */
export function chartsOf(programme: string): readonly ChartEntry[] {
  return CHARTS.filter(
    ({ fields, ofTables, ofOwn }) =>
      (ofTables !== true || isTable(programme)) &&
      (ofOwn !== true || isOwnProgramme(programme)) &&
      fields.some((field) => !isLacked(programme, field)),
  );
}

/** The fields of those charts, each once. */
export function fieldsOf(programme: string): RatesRequest['by'][] {
  return [...new Set(chartsOf(programme).flatMap(({ fields }) => fields))].filter((field) => !isLacked(programme, field));
}
