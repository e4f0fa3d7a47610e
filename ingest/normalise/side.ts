/**
 * The side of a request: left, right or bilateral. Left and right of different parts ("left hand, right lower leg") are
 * no side of the item: null.
 */
import type { Side } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { type Finding, finding } from '../extract/finding.ts';
import type { Line } from '../text/line.ts';

/** "L knee", "R. shoulder": a letter is a side only before a part that has two. */
const PAIRED = String.raw`(?=\.?\s+(?:shoulder|elbow|wrist|hand|thumb|finger|arm|hip|knee|ankle|foot|leg|heel|eye|ear)s?\b)`;
const BOTH = /\bbilat\w*|\bboth\b|\bB[LU]Es?\b/gi;
const LEFT = new RegExp(String.raw`\bleft\b|\bL[LU]E\b|\blt\.?(?=\s)|\b[Ll]${PAIRED}`, 'gi');
const RIGHT = new RegExp(String.raw`\bright\b|\bR[LU]E\b|\brt\.?(?=\s)|\b[Rr]${PAIRED}`, 'gi');

/** The side of a line; null where none or both single sides are named. */
export function extractSide(line: Line, rule: string, grade: Grade = 'stated'): Finding<Side> | null {
  const [both = [], left = [], right = []] = [BOTH, LEFT, RIGHT].map((pattern) => [...line.text.matchAll(pattern)].map(line.of));
  if (both.length > 0) return finding<Side>('bilateral', rule, both, grade);
  if (left.length > 0 && right.length > 0) return null;
  if (left.length > 0) return finding<Side>('left', rule, left, grade);
  return right.length > 0 ? finding<Side>('right', rule, right, grade) : null;
}
