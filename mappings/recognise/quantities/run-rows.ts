/**
 * The one reader of the rows of counts: a request once cleaned, then the rows of a field in their order, of which the first
 * that finds a count wins. What a row finds alone is told too, so that the tests can show what the order decides.
 */
import { type Finding, finding } from '../../text/finding.ts';
import { blanking, editsOf, type Line, lineOf } from '../../text/line.ts';
import type { CleaningStep, ScanSpan } from '../../text/scan.ts';
import { COUNTED_VISITS, LEAD, THERAPY_WORDS } from './marks.ts';
import { earliest, everyMatch, last } from './matches.ts';
import { NO_COUNT_ROWS } from './no-counts.ts';
import { NUMBER_ROWS } from './number-words.ts';
import { askedPieces } from './pieces.ts';
import type { CountRow, Field, PatternRow, ProductRow, StepRow } from './row.ts';
import { SESSION_ROWS, TOTAL_ROW } from './session-rows.ts';
import { HOURS_ROWS, PER_WEEK_ROWS, WEEKS_ROWS } from './time-rows.ts';
import { areAdded } from './totals.ts';
import { PIECES_ROW, REFILL_ROWS, UNIT_ROWS } from './unit-rows.ts';

/** What is done to a request before its counts are read, in order. */
export const STEP_ROWS: readonly StepRow[] = [...NUMBER_ROWS, ...NO_COUNT_ROWS];
/** The rows of each field, in order. */
export const COUNT_ROWS: { readonly [K in Field]: readonly CountRow[] } = {
  sessions: SESSION_ROWS,
  perWeek: PER_WEEK_ROWS,
  weeks: WEEKS_ROWS,
  hours: HOURS_ROWS,
  units: UNIT_ROWS,
  refills: REFILL_ROWS,
};

/** Categories in which a bare multiplier counts sessions. */
const THERAPY = new Set(['rehab', 'em', 'psych', 'home', 'prog']);

/** A request whose counts are to be read. */
export interface Request {
  readonly line: Line;
  readonly category: string | null;
  readonly kind: 'therapy' | 'things';
  /** Opens the rule of every finding. */
  readonly rule: string;
  /** The totals of visits in a therapy. */
  readonly totals: readonly RegExpExecArray[];
  /** The pieces that are named, and those of them that are asked for. */
  readonly pieces: readonly RegExpExecArray[];
  readonly asked: readonly RegExpExecArray[];
  /** The first match of a pattern, which is looked for once. */
  readonly first: (pattern: RegExp) => RegExpExecArray | null;
}

/** The cleaning step of a row. */
export function stepOf({ pattern, becomes }: StepRow): CleaningStep {
  return becomes === undefined ? blanking(pattern) : editsOf(pattern, becomes);
}
/** Longer than any row asks for. What is blanked leaves runs of blanks, of which a pattern must not try every cut of thousands. */
const LONGEST_BLANKS = 10;
const shortBlanks = editsOf(/\s{11,}/g, () => ' '.repeat(LONGEST_BLANKS));
const STEPS = [...STEP_ROWS.map(stepOf), shortBlanks];

/** Cleans a request and tells what kind it is. `category`: of its service; null where it is not known. */
export function requestOf(scan: string, span: ScanSpan, category: string | null, rule: string): Request {
  const line = lineOf(scan, span, STEPS);
  const { text } = line;
  const therapy =
    category === null
      ? THERAPY_WORDS.pattern.test(text)
      : THERAPY.has(category) || (category !== 'pharm' && COUNTED_VISITS.pattern.test(text));
  const known = new Map<RegExp, RegExpExecArray | null>();
  const first = (pattern: RegExp) => {
    const before = known.get(pattern);
    if (before !== undefined) return before;
    const match = pattern.exec(text);
    known.set(pattern, match);
    return match;
  };
  const pieces = therapy ? [] : everyMatch(PIECES_ROW.patterns, text);
  return {
    line,
    category,
    kind: therapy ? 'therapy' : 'things',
    rule,
    totals: therapy ? everyMatch(TOTAL_ROW.patterns, text).filter((match) => (last(match) ?? 0) > 0) : [],
    pieces,
    asked: askedPieces(text, pieces),
    first,
  };
}

/** The count of a field: that of its first row which finds one. */
export function readField(field: Field, request: Request): Finding<number> | null {
  for (const row of COUNT_ROWS[field]) {
    const found = readRow(row, request);
    if (found !== null) return found;
  }
  return null;
}

/** The count that a row finds, whatever the rows before it would find. */
export function readRow(row: CountRow, request: Request): Finding<number> | null {
  if (!applies(row, request)) return null;
  return 'multiplies' in row ? product(row, request) : byPatterns(row, request);
}

function applies({ where = {} }: CountRow, { category, kind, asked }: Request): boolean {
  return (
    (where.kind ?? kind) === kind &&
    (where.only === undefined || (category !== null && where.only.includes(category))) &&
    (category === null || !where.never?.includes(category)) &&
    (where.pieces === undefined || asked.length <= (where.pieces === 'none' ? 0 : 1))
  );
}

function product({ id, multiplies: [one, other] }: ProductRow, request: Request): Finding<number> | null {
  const left = readField(one, request);
  const right = left === null ? null : readField(other, request);
  if (left === null || right === null) return null;
  // Both are often read from the same words.
  const at = [...left.at, ...right.at].filter((place, index, all) => all.findIndex(({ start }) => start === place.start) === index);
  return finding(left.value * right.value, `${request.rule}.${id}`, at, 'inferred');
}

function byPatterns(row: PatternRow, request: Request): Finding<number> | null {
  const { line, totals, asked } = request;
  const rule = `${request.rule}.${row.id}`;
  if (row.several === 'added') {
    if (!areAdded(line.text, totals)) return counted(line, totals[0] ?? null, row, rule);
    const sum = totals.reduce((total, match) => total + (last(match) ?? 0), 0);
    return finding(sum, `${rule}.sum`, totals.map(line.of), 'inferred');
  }
  if (row.several === 'pieces') return counted(line, asked.length === 1 ? (asked[0] ?? null) : null, row, rule);
  const match = earliest(row.patterns.map((pattern) => (row.behindLead ? pattern.exec(withoutLead(line.text)) : request.first(pattern))));
  if (match !== null && row.notOfPiece && request.pieces[0]?.index === match.index + match[0].search(/\d/)) return null;
  return counted(line, match, row, rule);
}

/** The text with "retrospective request for" and its like blanked, places kept. */
function withoutLead(text: string): string {
  const lead = LEAD.pattern.exec(text)?.[0].length ?? 0;
  return ' '.repeat(lead) + text.slice(lead);
}

/** The count of a match, where it is one. */
function counted(line: Line, match: RegExpExecArray | null, row: PatternRow, rule: string): Finding<number> | null {
  if (match === null) return null;
  const pairs = row.groups === undefined ? [undefined] : isPair(row.groups) ? [row.groups] : row.groups;
  const numbers = pairs.map((pair) => last(match, pair));
  const value = numbers.reduce((product: number | null, number) => (product === null || number === null ? null : product * number), 1);
  if (value === null || value < (row.least ?? 1) || value > (row.most ?? Number.POSITIVE_INFINITY)) return null;
  const [words] = match;
  const start = match.index + (words.length - words.trimStart().length);
  const at = line.at(start, start + words.trim().length);
  return finding(value, rule, at, pairs.length > 1 ? 'inferred' : 'stated');
}

function isPair(groups: NonNullable<PatternRow['groups']>): groups is readonly [number, number] {
  return typeof groups[0] === 'number';
}
