/**
 * A query tree -> the items that match, as a mask over the rows: 1 where the item matches. Text is asked of FTS5 in the
 * largest pieces it can answer alone; AND, OR, NOT and filters over those are loops over bytes.
 */
import type { Filter, QueryNode } from '#contract/query.ts';
import { dayNumberOf } from '#mappings/letter-days.ts';
import type { Recent } from '../../storage/recent.ts';
import { type Columns, NO_DAY } from './columns.ts';
import { decidedIn } from './decided-in.ts';
import { eachId } from './ids.ts';
import { joinMatches, toMatch } from './match.ts';

export type Mask = Uint8Array;
/** Rows in order; the items of a letter come next to each other. Who is handed some may not change them. */
export type Rows = Int32Array;

/** What a mask is made of: the columns, the row ids of an FTS5 expression (comma-joined) or their number, and a place to stop. */
export interface MaskSource {
  readonly columns: Columns;
  readonly idsOf: (match: string) => string;
  readonly countOf: (match: string) => number;
  /** Masks of expressions that were asked for in this state of the index: boosts and further pages ask for the same ones. */
  readonly known: Recent<Mask>;
  /** Rows that were asked for in this state: all questions of one page are over the same ones. */
  readonly knownRows: Recent<Rows>;
  /** Called between steps; throws where the answer is no longer wanted. */
  readonly checkpoint: () => void;
}

export function maskOf(source: MaskSource, node: QueryNode): Mask {
  const match = toMatch(node);
  if (match !== null) return maskOfMatch(source, match);
  switch (node.kind) {
    case 'all':
      return source.columns.live.slice();
    case 'filter':
      return maskOfFilter(source, node.filter);
    case 'not':
      return except(source, maskOf(source, node.child));
    case 'and':
    case 'or':
      return maskOfNest(source, node.kind, node.children);
    case 'least':
      return maskOfLeast(source, node.least, node.children);
    default:
      return new Uint8Array(source.columns.size); // a leaf that can match nothing
  }
}

export function maskOfFilter({ columns, checkpoint }: MaskSource, filter: Filter): Mask {
  checkpoint();
  const mask = new Uint8Array(columns.size);
  if (filter.field === 'decidedOn') {
    const from = filter.from === null ? NO_DAY + 1 : dayNumberOf(filter.from);
    const to = filter.to === null ? Number.POSITIVE_INFINITY : dayNumberOf(filter.to);
    const { first, last } = decidedIn(columns);
    for (let row = 0; row < columns.size; row += 1) {
      if (columns.live[row] === 1 && first(row) >= from && last(row) <= to) mask[row] = 1;
    }
    return mask;
  }
  const { codes, sets } = columns.keywords[filter.field];
  const wanted = new Set(filter.values);
  const passes = Uint8Array.from(sets, (values) => (values.some((value) => wanted.has(value)) ? 1 : 0));
  for (let row = 0; row < columns.size; row += 1) {
    if (columns.live[row] === 1) mask[row] = passes[codes[row] ?? 0] ?? 0;
  }
  return mask;
}

/** Narrows `mask`, in place, to what is also in `other`. */
export function narrow(mask: Mask, other: Mask): Mask {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
  return mask;
}

/** The rows of a mask. */
export function rowsOf(mask: Mask): Rows {
  const rows = new Int32Array(sizeOf(mask));
  let size = 0;
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] !== 1) continue;
    rows[size] = row;
    size += 1;
  }
  return rows;
}

function sizeOf(mask: Mask): number {
  let size = 0;
  for (let row = 0; row < mask.length; row += 1) size += mask[row] ?? 0;
  return size;
}

/** How many items match a tree. */
export function countMatching(source: MaskSource, node: QueryNode): number {
  source.checkpoint();
  const match = toMatch(node);
  if (match !== null) return source.countOf(match);
  return sizeOf(maskOf(source, node));
}

/** The children that are text alone go to FTS5 together, as one expression. */
function maskOfNest(source: MaskSource, kind: 'and' | 'or', children: readonly QueryNode[]): Mask {
  const masks: Mask[] = [];
  const matches: string[] = [];
  for (const child of children) {
    const match = toMatch(child);
    if (match === null) masks.push(maskOf(source, child));
    else matches.push(match);
  }
  if (matches.length > 0) masks.push(maskOfMatch(source, joinMatches(matches, kind)));
  const [first = new Uint8Array(source.columns.size), ...rest] = masks;
  for (const mask of rest) {
    if (kind === 'and') narrow(first, mask);
    else widen(first, mask);
  }
  return first;
}

function maskOfLeast(source: MaskSource, least: number, children: readonly QueryNode[]): Mask {
  const counts = new Uint32Array(source.columns.size);
  for (const child of children) {
    const mask = maskOf(source, child);
    for (let row = 0; row < mask.length; row += 1) counts[row] = (counts[row] ?? 0) + (mask[row] ?? 0);
  }
  return Uint8Array.from(counts, (count) => (count >= least ? 1 : 0));
}

function maskOfMatch({ columns, idsOf, known, checkpoint }: MaskSource, match: string): Mask {
  checkpoint();
  const before = known.get(match);
  if (before !== undefined) return before.slice();
  const mask = new Uint8Array(columns.size);
  eachId(idsOf(match), (row) => {
    mask[row] = 1;
  });
  known.set(match, mask);
  return mask.slice();
}

function widen(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
}

function except({ columns }: MaskSource, mask: Mask): Mask {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (columns.live[row] ?? 0) & ~(mask[row] ?? 0);
  return mask;
}
