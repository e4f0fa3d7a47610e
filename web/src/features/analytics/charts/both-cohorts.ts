/** Rows of two cohorts as two series of one chart, each under its name. Pure. */
import { isOfFew } from '#contract/limits.ts';
import type { RowTag } from '#contract/metric-ids.ts';
import type { MeasuredGroup, MeasuredRow } from '../../../lib/measured-rows.ts';

export interface CohortNames {
  readonly first: string;
  readonly second: string;
}

/** By what narrows them; where that is nothing, or no more than the other's, by their order. */
export function cohortNames(first: string, second: string): CohortNames {
  const isTold = first !== second;
  return { first: isTold && first !== '' ? first : 'First cohort', second: isTold && second !== '' ? second : 'Second cohort' };
}

/** Of few items is the rate of one cohort, whatever that of the other is of. */
export function fewTags({ rate }: Pick<MeasuredGroup, 'rate'>): RowTag[] {
  return isOfFew(rate) ? ['few'] : [];
}

/** Each row twice: with the counts of the first cohort, and with those of the second. */
export function seriesOfBoth(rows: readonly MeasuredRow[], names: CohortNames): MeasuredRow[] {
  const series = (row: MeasuredRow, group: MeasuredGroup, cohort: keyof CohortNames): MeasuredRow => ({
    ...row,
    ...group,
    id: `${row.id} ${cohort}`,
    keys: [...row.keys, { field: null, value: cohort, label: names[cohort] }],
    tags: [...row.tags.filter((tag) => tag !== 'few'), ...fewTags(group)],
    against: null,
  });
  return [
    ...rows.map((row) => series(row, row, 'first')),
    ...rows.flatMap((row) => (row.against === null ? [] : [series(row, row.against, 'second')])),
  ];
}
