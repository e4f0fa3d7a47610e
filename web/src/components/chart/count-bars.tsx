/** Counts as bars on one scale from 0, each with its number and its share in words: letters by outcome, reasons, bands of days. A bar opens what it counts. */
import { type CountBarsGeometry, type CountBarsProps, countBarsGeometry } from './count-bars-geometry.ts';
import { inRoom } from './in-room.tsx';

export const CountBars = inRoom<CountBarsProps, CountBarsGeometry>({
  lay: (props, width, widthOf) => countBarsGeometry(width, props.rows, widthOf),
  load: async () => (await import('./count-bars-drawn.tsx')).CountBarsDrawn,
});
