/** The layouts that are known, and the programmes whose letters have them: a new one is a file beside this one and a line here. */
import type { Programme } from '#contract/programmes.ts';
import { maximus2013Notice } from './maximus-2013-notice.ts';
import { maximus2013Professional } from './maximus-2013-professional.ts';
import { maximus2013Review } from './maximus-2013-review.ts';
import { maximus2014 } from './maximus-2014.ts';
import { maximus2016 } from './maximus-2016.ts';
import { maximus2018 } from './maximus-2018.ts';
import type { Layout } from './segmenting/layout.ts';

/** Order is meaning only for ties: the earlier layout wins, and the tie is reported. */
export const LAYOUTS = [
  maximus2016,
  maximus2018,
  maximus2014,
  maximus2013Review,
  maximus2013Notice,
  maximus2013Professional,
] as const satisfies readonly Layout[];

/** Whose letters have which. */
const OF_PROGRAMME: Readonly<Partial<Record<Programme, readonly Layout[]>>> = { dwc: LAYOUTS };

/** The programme whose letters have a layout. */
export function programmeOf(layout: Layout): Programme {
  const found = Object.entries(OF_PROGRAMME).find(([, layouts]) => layouts?.some(({ id }) => id === layout.id));
  if (found === undefined) throw new Error(`the layout ${layout.id} is of no programme`);
  return found[0] as Programme;
}
