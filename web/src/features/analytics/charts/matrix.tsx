/** What one side cites against what the other does, each cell with its count and rate. */
import { CellMatrix } from '../../../components/chart/cell-matrix.tsx';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Matrix({ title, response, ...frame }: ChartProps) {
  const [part, rowSums, columnSums] = response.parts;
  if (part === undefined || rowSums === undefined || columnSums === undefined) return null;
  const sums = [...rowSums.rows, ...columnSums.rows].map((row) => ({ ...row, tags: [...row.tags, 'sum' as const] }));
  return (
    <PartFrame {...frame} title={title} part={part}>
      {(_, total) => (
        <CellMatrix
          caption={title}
          part={{ ...part, rows: [...part.rows, ...sums] }}
          total={total}
          linkOf={frame.linkOf}
          unit={frame.unit}
        />
      )}
    </PartFrame>
  );
}
