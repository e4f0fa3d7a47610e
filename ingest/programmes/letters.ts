/** The programmes whose decisions are published as letters, and the layouts of each. Those published as tables: `registry.ts`. */
import type { Programme } from '#contract/programmes.ts';
import { LAYOUTS } from '../layouts/registry.ts';
import type { Layout } from '../layouts/segmenting/layout.ts';

const OF_PROGRAMME: Readonly<Partial<Record<Programme, readonly Layout[]>>> = { dwc: LAYOUTS };

/** The programme whose letters have a layout. */
export function programmeOfLayout(layout: Layout): Programme {
  const found = Object.entries(OF_PROGRAMME).find(([, layouts]) => layouts?.some(({ id }) => id === layout.id));
  if (found === undefined) throw new Error(`the layout ${layout.id} is of no programme`);
  return found[0] as Programme;
}
