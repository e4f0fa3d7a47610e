/** The charts: what each metric is drawn as. A new one is a file beside this one and a line here. */
import type { ComponentType } from 'react';
import type { MetricId } from '#contract/metric-ids.ts';
import type { ChartProps } from '../chart-props.ts';
import { Comparison } from './comparison.tsx';
import { Coverage } from './coverage.tsx';
import { Crosstab } from './crosstab.tsx';
import { Days } from './days.tsx';
import { Differences } from './differences.tsx';
import { Dispute } from './dispute.tsx';
import { Letters } from './letters.tsx';
import { Matrix } from './matrix.tsx';
import { Outcomes } from './outcomes.tsx';
import { Phrases } from './phrases.tsx';
import { Reasons } from './reasons.tsx';
import { Trend } from './trend.tsx';

export const CHARTS: Readonly<Record<MetricId, ComponentType<ChartProps>>> = {
  outcomes: Outcomes,
  letters: Letters,
  trend: Trend,
  differences: Differences,
  matrix: Matrix,
  dispute: Dispute,
  reasons: Reasons,
  days: Days,
  crosstab: Crosstab,
  comparison: Comparison,
  phrases: Phrases,
  coverage: Coverage,
};
