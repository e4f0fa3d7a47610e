/** The metrics, in the order in which they are told. A new one is a file beside this one and a line here; an id never changes. */
import { comparison } from './comparison.ts';
import { coverage } from './coverage.ts';
import { crosstab } from './crosstab.ts';
import { days } from './days.ts';
import { differences } from './differences.ts';
import { dispute } from './dispute.ts';
import { letters } from './letters.ts';
import { matrix } from './matrix.ts';
import type { Metric } from './metric.ts';
import { outcomes } from './outcomes.ts';
import { phrases } from './phrases.ts';
import { reasons } from './reasons.ts';
import { trend } from './trend.ts';

export const METRICS: readonly Metric[] = [
  outcomes,
  letters,
  trend,
  differences,
  matrix,
  dispute,
  reasons,
  days,
  crosstab,
  comparison,
  phrases,
  coverage,
];
