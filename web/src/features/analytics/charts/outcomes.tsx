/** The groups of a field as dots on one scale; of a page of one value, that value in the funnel among its peers. */
import { DotPlot } from '../../../components/chart/dot-plot.tsx';
import { FunnelPlot } from '../../../components/chart/funnel-plot.tsx';
import { largest } from '../../../lib/largest.ts';
import { scaleOf } from '../../../lib/rate-scale.ts';
import { withPages } from '../address.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

/** Groups that are drawn; the table has all. */
const DRAWN = 24;
/** Limits that a funnel draws, and a table need not print. */
const LIMITS = ['low95', 'high95', 'low998', 'high998'] as const;

export function Outcomes({ title, response, shown, ...frame }: ChartProps) {
  const [part] = response.parts;
  if (part === undefined) return null;
  const drawn = part.rows.length > DRAWN && shown === null ? [`The chart shows the ${DRAWN} largest groups, the table all of them.`] : [];
  return (
    <PartFrame {...frame} title={title} part={{ ...part, notes: [...drawn, ...part.notes] }} without={LIMITS}>
      {(rows, total) => {
        if (total === null) return null;
        if (shown !== null) return <FunnelPlot label={title} rows={rows} total={total} shown={shown} unit={frame.unit} />;
        const first = withPages(largest(rows, DRAWN), frame.state);
        return <DotPlot label={title} rows={first} total={total} scale={scaleOf([...first, total])} unit={frame.unit} />;
      }}
    </PartFrame>
  );
}
