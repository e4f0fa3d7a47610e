/** The layouts that are known, and which of them a text has. */
import type { Detection, Layout } from './layout.ts';
import { maximus2013Notice } from './maximus-2013-notice.ts';
import { maximus2013Professional } from './maximus-2013-professional.ts';
import { maximus2013Review } from './maximus-2013-review.ts';
import { maximus2014 } from './maximus-2014.ts';
import { maximus2016 } from './maximus-2016.ts';
import { maximus2018 } from './maximus-2018.ts';

/** Order is meaning only for ties: the earlier layout wins, and the tie is reported. */
export const LAYOUTS = [
  maximus2016,
  maximus2018,
  maximus2014,
  maximus2013Review,
  maximus2013Notice,
  maximus2013Professional,
] as const satisfies readonly Layout[];

/** Under this share of its anchors a text is not a letter of the layout. */
const LEAST_SCORE = 0.3;
/** Under this share the letter is read, and the weak fit is reported. */
export const WEAK_SCORE = 0.75;

export interface Detected {
  readonly layout: Layout;
  readonly detection: Detection;
  /** Ids of other layouts that fit equally well. */
  readonly ties: readonly string[];
}

/** The layout that fits best; null where none reaches `LEAST_SCORE`. */
export function detectLayout(scan: string): Detected | null {
  const scored = LAYOUTS.map((layout) => ({ layout, detection: layout.detect(scan) }));
  const best = scored.reduce((a, b) => (b.detection.score > a.detection.score ? b : a));
  if (best.detection.score < LEAST_SCORE) return null;
  const ties = scored.filter((other) => other !== best && other.detection.score === best.detection.score).map((other) => other.layout.id);
  return { ...best, ties };
}
