/** The overturned rate over time, of all items or group by group, with what happened in the program meanwhile. */
import { TrendLines } from '../../../components/chart/trend-lines.tsx';
import { useMetrics } from '../../../lib/metric-endpoints.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';
import { trendMarks } from './trend-marks.ts';

export function Trend({ title, response, ...frame }: ChartProps) {
  const { data } = useMetrics();
  const [part] = response.parts;
  if (part === undefined) return null;
  const { marks, notes } = trendMarks(part, response.programme?.value ?? '', data?.events ?? []);
  return (
    <PartFrame {...frame} title={title} part={{ ...part, notes }}>
      {(rows, total) => (total === null ? null : <TrendLines label={title} rows={rows} total={total} events={marks} unit={frame.unit} />)}
    </PartFrame>
  );
}
