/**
 * The side of a request: left, right or bilateral. Left and right of one part ("left and right knee") are both sides; of
 * different parts ("left hand, right lower leg") they are no side of the item: null.
 */
import type { Side } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';

const PART = '(?:shoulder|elbow|forearm|wrist|hand|thumb|finger|arm|hip|knee|ankle|foot|leg|thigh|calf|heel|toe|eye|ear|groin|rib)s?';
/** "L knee", "R. shoulder", "(L) wrist": a letter is a side only before a part that has two, or an operation on one. */
const AHEAD = String.raw`(?=\)?\.?\s+(?:${PART}|(?:upper|lower) extremit\w{1,4}|UE|LE|SIJ?|T[KH][AR]|CTR|carpal|cubital|rotator|sub-?acromial|glenohumeral|AC joint|plantar|(?:lateral|medial) epicondyl\w{1,4}|trapezius)\b)`;
/** "Knee brace L", "shoulder, R": the letter closes the words. */
const BEHIND = String.raw`(?<=\b(?:${PART}|replacement|epicondyl\w{1,4})(?:\s(?:brace|injections?|sling|x-?rays?|MRI|support|splint|surgery|arthroscopy|replacement|orthosis))?,?\s\(?)`;
const CLOSE = String.raw`(?=\)?\s*(?:$|[,;]))`;
const one = (word: string, letter: string, short: string) =>
  new RegExp(
    String.raw`${word}|\b${letter}[LU]Es?\b|\b${short}\b(?:\.(?=\s)|(?=[\s)]))|\b${letter}${AHEAD}|${BEHIND}${letter}${CLOSE}`,
    'gi',
  );

const BOTH = new RegExp(
  String.raw`\bbi-?lat\w*|\bboth\b|\bB[LU]Es?\b|\bb\/l\b|\bbil\b(?=\.?\s)|\bBL(?=\s+(?:${PART}|feet|UE|LE)\b)` +
    String.raw`|\b(?:left|lt)\.?\s?(?:and|&|\/|\+)\s?(?:the )?(?:right|rt)\b|\b(?:right|rt)\.?\s?(?:and|&|\/|\+)\s?(?:the )?(?:left|lt)\b` +
    String.raw`|\b(?:l\s?(?:and|&|\/)\s?r|r\s?(?:and|&|\/)\s?l)(?=\s+${PART}\b)`,
  'gi',
);
/** "Left over", "six visits left", "right away", "right to appeal", "right-handed" name no side. */
const LEFT = one(
  String.raw`\bleft\b(?!(?<=\b(?:sessions?|visits?|refills?|remaining|are|were|was) left)\s*(?:$|[,.;)])|[\s-]?(?:over\b|untreated|handed|hand dominan)|\sto\b)|\blft\b`,
  'l',
  'lt',
);
const RIGHT = one(String.raw`\bright\b(?!\s(?:to|away|now)\b|[\s-](?:handed|hand dominan))|\br(?:gh|g)t\b`, 'r', 'rt');

/** The side of a line; null where none or both single sides are named. */
export function extractSide(line: Line, rule: string, grade: Grade = 'stated'): Finding<Side> | null {
  const [both = [], left = [], right = []] = [BOTH, LEFT, RIGHT].map((pattern) => [...line.text.matchAll(pattern)].map(line.of));
  if (both.length > 0) return finding<Side>('bilateral', rule, both, grade);
  if (left.length > 0 && right.length > 0) return null;
  if (left.length > 0) return finding<Side>('left', rule, left, grade);
  return right.length > 0 ? finding<Side>('right', rule, right, grade) : null;
}
