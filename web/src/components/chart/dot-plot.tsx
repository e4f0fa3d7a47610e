/**
 * Rates as dots on one scale from 0, each with its interval as a line, its numbers in words, and the share of items beside it; the rate over all is a
 * dashed line. A row opens its items.
 */
import { axisWords, type DotPlotGeometry, type DotPlotProps, dotPlotGeometry, dotWords } from './dot-plot-geometry.ts';
import { inRoom } from './in-room.tsx';

export const DotPlot = inRoom<DotPlotProps, DotPlotGeometry>({
  lay: (props, width, widthOf) =>
    dotPlotGeometry(
      width,
      props.rows.map((row) => dotWords(row, props)),
      axisWords(props.unit ?? 'items'),
      widthOf,
    ),
  load: async () => (await import('./dot-plot-drawn.tsx')).DotPlotDrawn,
});
