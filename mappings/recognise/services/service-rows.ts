/**
 * The service rows as matchers. A pattern holds alone, or as a list of which all must hold ("!" in front: must not).
 * Weak patterns (manner of speaking, a word of an operation without its region) count only where nothing else does.
 */
import { SERVICES } from '../../vocabulary/vocabulary.ts';

type Pattern = (typeof SERVICES.services)[number]['patterns'][number];

export interface RowHit {
  readonly id: string;
  readonly priority: number;
  readonly start: number;
  readonly length: number;
}

/** Weak patterns rank between the rows that name a thing and the rows that name a manner of thing. */
export const WEAK = 36;
/** Ranks of the vocabulary: rows below name procedures, therapies, things of any kind; the rest a manner of speaking. */
export const PROCEDURES_END = 16;
export const THERAPY_ENDS = 20;
export const THINGS_END = 30;

interface Matcher {
  readonly first: RegExp;
  readonly also: readonly { readonly pattern: RegExp; readonly wanted: boolean }[];
}

const ROWS = SERVICES.services.map((row) => ({
  id: row.id,
  ranks: [
    { priority: row.priority, matchers: row.patterns.map(compile) },
    { priority: WEAK, matchers: row.weak.map(compile) },
  ],
}));

/** The best row of a text, of those whose ids are wanted. */
export function bestRow(text: string, wanted?: (id: string) => boolean): RowHit | null {
  let best: RowHit | null = null;
  for (const row of ROWS) {
    if (wanted?.(row.id) === false) continue;
    for (const { priority, matchers } of row.ranks) {
      if (best !== null && best.priority < priority) continue;
      for (const matcher of matchers) {
        const match = found(matcher, text);
        if (match === null) continue;
        const hit = { id: row.id, priority, start: match.index, length: match[0].length };
        if (best === null || beats(hit, best)) best = hit;
      }
    }
  }
  return best;
}

/** Lower priority first; of two that overlap the longer, else the earlier. */
function beats(a: RowHit, b: RowHit): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  const overlap = a.start < b.start + b.length && b.start < a.start + a.length;
  return overlap ? a.length > b.length : a.start < b.start;
}

function found({ first, also }: Matcher, text: string): RegExpExecArray | null {
  const match = first.exec(text);
  return match !== null && also.every(({ pattern, wanted }) => pattern.test(text) === wanted) ? match : null;
}

function compile(pattern: Pattern): Matcher {
  const [first = '', ...rest] = typeof pattern === 'string' ? [pattern] : pattern;
  return {
    first: new RegExp(first, 'i'),
    also: rest.map((one) => ({ pattern: new RegExp(one.replace(/^!/, ''), 'i'), wanted: !one.startsWith('!') })),
  };
}
