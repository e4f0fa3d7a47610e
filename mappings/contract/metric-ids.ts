/** The metrics by id, and what their numbers are, apart from the schemas (`metrics.ts`), so that the dashboard has them without those. Ids never change. */

/** One file each in `server/domain/metrics`, in the order in which the Method page prints them. */
export const METRIC_IDS = [
  'outcomes',
  'letters',
  'trend',
  'differences',
  'matrix',
  'dispute',
  'reasons',
  'days',
  'crosstab',
  'comparison',
  'phrases',
  'coverage',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** The periods of a trend, each with its field. */
export const PERIODS = { month: 'decidedMonth', quarter: 'decidedQuarter', year: 'decidedYear' } as const;
export type Period = keyof typeof PERIODS;

/** `share`: 0 to 1. `portion`: the same of what is mostly far larger, so that its first figure is what tells. `points`: a difference of two shares, -1 to 1. `count`: of items or letters, as the label says. */
export const NUMBER_UNITS = ['count', 'share', 'portion', 'points', 'days', 'number'] as const;
export type NumberUnit = (typeof NUMBER_UNITS)[number];

/**
 * What a row is besides: `partial`, a period that is not over in what is loaded; `few`, its rate is of few items; `beyond95` and `beyond998`, its
 * rate lies outside the funnel's limits; `sum`, a row that adds up others.
 */
export const ROW_TAGS = ['partial', 'few', 'beyond95', 'beyond998', 'sum'] as const;
export type RowTag = (typeof ROW_TAGS)[number];

/** The same in words, as they stand in a cell of a table; of `sum` the row tells it by itself. */
const TAG_WORDS: Readonly<Record<RowTag, string>> = {
  partial: 'partial',
  few: 'few',
  beyond95: 'outside the 95% limits',
  beyond998: 'outside the 99.8% limits',
  sum: '',
};

/** What a row is besides, in words: "partial; few". Empty where it is nothing. */
export function tagWords(tags: readonly RowTag[]): string {
  return tags.flatMap((tag) => TAG_WORDS[tag] || []).join('; ');
}
