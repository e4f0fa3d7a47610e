/** Which of the known layouts a text has. */

import { LAYOUTS } from './registry.ts';
import type { Detection, Layout } from './segmenting/layout.ts';

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
