/** Overturned rate by guideline family: those the IMR reviewer cited, or those cited at UR. The two sides are never merged. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ChartProps } from '../chart-props.ts';
import { RateChart } from '../rate-chart.tsx';

const SIDES = [
  { value: 'imrGuidelineFamily', label: 'IMR reviewer' },
  { value: 'urGuidelineFamily', label: 'Claims administrator (UR)' },
] as const;

export function RateByGuideline(props: ChartProps) {
  const [by, setBy] = useState<(typeof SIDES)[number]['value']>('imrGuidelineFamily');
  const side = by === 'imrGuidelineFamily' ? 'cited by the IMR reviewer' : 'cited by the claims administrator at UR';
  return (
    <RateChart
      {...props}
      id="rate-by-guideline"
      title="Overturned by guideline family"
      by={by}
      each={`guideline family ${side}`}
      control={<SegmentedControl size="xs" aria-label="Whose guidelines" data={[...SIDES]} value={by} onChange={setBy} />}
    />
  );
}
