/** What UR did with the requests, group by group, and how much was asked for. */
import { CellMatrix } from '../../../components/chart/cell-matrix.tsx';
import { DotPlot } from '../../../components/chart/dot-plot.tsx';
import { largest } from '../../../lib/largest.ts';
import { scaleOf } from '../../../lib/rate-scale.ts';
import { withPages } from '../address.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Dispute({ title: _, response, id, ...frame }: ChartProps) {
  return response.parts.map((part) => (
    <PartFrame
      key={part.id}
      {...frame}
      id={`${id}-${part.id}`}
      part={{ ...part, rows: part.rows.filter(({ tags }) => !tags.includes('sum')) }}
    >
      {(rows, total) =>
        part.fields.length > 1 ? (
          <CellMatrix caption={part.title} part={part} total={total} linkOf={frame.linkOf} unit={frame.unit} />
        ) : total === null ? null : (
          <DotPlot
            label={part.title}
            rows={withPages(largest(rows, 24), frame.state)}
            total={total}
            scale={scaleOf([...rows, total])}
            unit={frame.unit}
          />
        )
      }
    </PartFrame>
  ));
}
