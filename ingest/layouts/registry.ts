/** The layouts that are known: a new one is a file beside this one and a line here, and one where its programme has its letters (`../programmes/letters.ts`). */
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
