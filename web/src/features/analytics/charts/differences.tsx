/** The groups that differ most from the rest, farthest first; nothing is drawn where none does. */
import { DotPlot } from '../../../components/chart/dot-plot.tsx';
import { scaleOf } from '../../../lib/rate-scale.ts';
import { withPages } from '../address.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Differences({ title, response, ...frame }: ChartProps) {
  const [part] = response.parts;
  if (part === undefined) return null;
  return (
    <PartFrame {...frame} title={title} part={part}>
      {(rows, total) =>
        total === null || rows.length === 0 ? null : (
          <DotPlot label={title} rows={withPages(rows, frame.state)} total={total} scale={scaleOf([...rows, total])} unit={frame.unit} />
        )
      }
    </PartFrame>
  );
}
