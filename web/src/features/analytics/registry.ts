/** The charts, in the order they are shown. A new chart is one file in `charts/` and one line here; an id never changes. */
import type { ComponentType } from 'react';
import type { RatesRequest } from '#contract/api.ts';
import type { ChartProps } from './chart-props.ts';
import { RateByGuideline } from './charts/rate-by-guideline.tsx';
import { RateByService } from './charts/rate-by-service.tsx';

interface ChartEntry {
  readonly id: string;
  /** The fields that its bars may be of: all of them are on the common scale. */
  readonly fields: readonly RatesRequest['by'][];
  readonly Chart: ComponentType<ChartProps>;
}

export const CHARTS = [
  { id: 'rate-by-service', fields: ['category'], Chart: RateByService },
  { id: 'rate-by-guideline', fields: ['imrGuidelineFamily', 'urGuidelineFamily'], Chart: RateByGuideline },
] as const satisfies readonly ChartEntry[];
