/** Two fields by outcome: all years together, then year by year, each a table with its totals. */
import { CellMatrix } from '../../../components/chart/cell-matrix.tsx';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Crosstab({ title: _, response, id, ...frame }: ChartProps) {
  return response.parts.map((part) => {
    const cells = { ...part, rows: part.rows.filter(({ tags }) => !tags.includes('sum')) };
    return (
      <PartFrame key={part.id} {...frame} id={`${id}-${part.id}`} part={cells}>
        {(_, total) => <CellMatrix caption={part.title} part={part} total={total} linkOf={frame.linkOf} unit={frame.unit} />}
      </PartFrame>
    );
  });
}
