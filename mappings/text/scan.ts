/**
 * The scan copy: a cleaned copy of the canonical text that patterns are written for, with a way back.
 * Each cleaning step returns edits, never just a string; the map is composed from the edits, so that a place in the
 * copy maps back exactly and is never guessed by comparing texts.
 */
import type { Span } from '#contract/span.ts';
import { countWhile, type Place } from './places.ts';

/** A span in the scan copy. Branded, so that it is never taken for a span of the canonical text; `assemble` alone lifts it. */
export type ScanSpan = { readonly start: number; readonly end: number; readonly of: 'scan' };

/** Replaces `[start, end)` of the step's input by `text`. Edits of one step are in order and do not overlap. */
export interface Edit extends Place {
  readonly text: string;
}

/** A text and, for each of its boundaries (0..length), the boundary of the original it came from, seen from either side. */
export interface ScanCopy {
  readonly scan: string;
  /** Lifts a span to the original text; throws RangeError when it lies outside the copy or holds nothing. */
  readonly lift: (span: ScanSpan) => Span;
  /** The same without what stands apart (see `makeScanCopy`): the pieces of the span around it, in order, at least one. */
  readonly liftAround: (span: ScanSpan) => Span[];
  /** Where a place of the original text is in the copy. */
  readonly at: (original: number) => number;
}

/** A step: from a text to the edits that clean it. */
export type CleaningStep = (text: string) => Edit[];

export function scanSpan(start: number, end: number): ScanSpan {
  return { start, end, of: 'scan' };
}

/** A span without blanks at its ends; null where nothing is left. */
export function trimmed(scan: string, start: number, end: number): ScanSpan | null {
  const text = scan.slice(start, end);
  const left = text.length - text.trimStart().length;
  const right = text.trimEnd().length;
  return right <= left ? null : scanSpan(start + left, start + right);
}

/** Applies the steps in order. `apart`: a first step whose edits take out what belongs to no value, such as page numbers. */
export function makeScanCopy(text: string, steps: readonly CleaningStep[], apart: CleaningStep = () => []): ScanCopy {
  const holes = apart(text);
  let scan = text;
  // opens[i]: where a span that starts at i starts in the original; closes[i]: where a span that ends at i ends.
  let opens = Array.from({ length: text.length + 1 }, (_, index) => index);
  let closes = opens.slice();
  for (const step of [() => holes, ...steps]) {
    const edits = step(scan);
    if (edits.length === 0) continue;
    ({ scan, opens, closes } = applyEdits(scan, opens, closes, edits));
  }
  const lift = (span: ScanSpan): Span => {
    const start = opens[span.start];
    const end = closes[span.end];
    if (start === undefined || end === undefined || span.end <= span.start || end <= start) {
      throw new RangeError(`no span [${span.start}, ${span.end}) in a scan copy of ${scan.length} characters`);
    }
    return { start, end };
  };
  const liftAround = (span: ScanSpan): Span[] => {
    const whole = lift(span);
    const pieces: Span[] = [];
    let from = whole.start;
    for (const hole of holes) {
      if (hole.end <= from || hole.start >= whole.end) continue;
      if (hole.start > from) pieces.push({ start: from, end: hole.start });
      from = Math.max(from, hole.end);
    }
    if (from < whole.end) pieces.push({ start: from, end: whole.end });
    return pieces.length === 0 ? [whole] : pieces;
  };
  const at = (original: number): number => countWhile(opens.length - 1, (index) => (opens[index] ?? 0) < original);
  return { scan, lift, liftAround, at };
}

function applyEdits(text: string, opens: number[], closes: number[], edits: readonly Edit[]) {
  const pieces: string[] = [];
  const newOpens: number[] = [];
  const newCloses: number[] = [];
  let from = 0;
  // A boundary between two kept characters has one place; beside an edit it has two: where what follows starts, and
  // where what precedes ends. Inside a replacement both sides map to the whole replaced range.
  const place = (open: number | undefined, close: number | undefined) => {
    newOpens.push(open ?? 0);
    newCloses.push(close ?? 0);
  };
  place(opens[0], closes[0]);
  const keep = (until: number) => {
    pieces.push(text.slice(from, until));
    for (let index = from + 1; index <= until; index += 1) place(opens[index], closes[index]);
    from = until;
  };
  for (const edit of edits) {
    keep(edit.start);
    pieces.push(edit.text);
    if (edit.text.length > 0) {
      newOpens[newOpens.length - 1] = opens[edit.start] ?? 0;
      for (let unit = 1; unit < edit.text.length; unit += 1) place(opens[edit.start], closes[edit.end]);
      place(opens[edit.end], closes[edit.end]);
    } else {
      newOpens[newOpens.length - 1] = opens[edit.end] ?? 0;
    }
    from = edit.end;
  }
  keep(text.length);
  return { scan: pieces.join(''), opens: newOpens, closes: newCloses };
}
