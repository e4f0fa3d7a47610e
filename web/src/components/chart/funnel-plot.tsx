/**
 * Rates over the sizes that they are of, with the limits between which chance alone leaves them; those outside are named. A point opens its items.
 */
import { type FunnelGeometry, type FunnelPlotProps, funnelGeometry } from './funnel-geometry.ts';
import { inRoom } from './in-room.tsx';

export const FunnelPlot = inRoom<FunnelPlotProps, FunnelGeometry>({
  lay: funnelGeometry,
  load: async () => (await import('./funnel-plot-drawn.tsx')).FunnelPlotDrawn,
});
