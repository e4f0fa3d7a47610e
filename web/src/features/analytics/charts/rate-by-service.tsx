/** Overturned rate by service category. */

import type { ChartProps } from '../chart-props.ts';
import { RateChart } from '../rate-chart.tsx';

export function RateByService(props: ChartProps) {
  return (
    <RateChart
      {...props}
      id="rate-by-service"
      title="Overturned by service category"
      by="category"
      groups={{ one: 'service category', many: 'service categories' }}
    />
  );
}
