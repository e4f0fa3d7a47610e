/**
 * Cuts a text at every border of the marks that stand in it. Marks may overlap, nest and touch; each segment carries the set of
 * marks that cover it, so that a page can be drawn as flat runs. Pure; the segments joined are the text again.
 */

/** A mark over `[start, end)` (UTF-16 offsets). What lies outside the text is cut off; an empty mark marks nothing. */
export interface Marked {
  readonly start: number;
  readonly end: number;
}

/** A run of text, covered by the same marks from its first unit to its last; `marks` are in order of start, the longer first. */
export interface Segment<M extends Marked> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marks: readonly M[];
}

/** The segments of `text`, in order and without gaps. `cuts` are further places to cut at (page starts). Empty text: none. */
export function toSegments<M extends Marked>(text: string, marks: readonly M[], cuts: readonly number[] = []): Segment<M>[] {
  const real = marks
    .filter((mark) => mark.end > mark.start && mark.start < text.length && mark.end > 0)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const inside = (offset: number) => offset > 0 && offset < text.length;
  const borders = [...new Set([...real.flatMap((mark) => [mark.start, mark.end]), ...cuts].filter(inside))].toSorted((a, b) => a - b);
  const segments: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  let start = 0;
  for (const end of text === '' ? [] : [...borders, text.length]) {
    open = open.filter((mark) => mark.end > start);
    for (let mark = real[next]; mark !== undefined && mark.start <= start; mark = real[next]) {
      if (mark.end > start) open.push(mark);
      next += 1;
    }
    segments.push({ start, end, text: text.slice(start, end), marks: [...open] });
    start = end;
  }
  return segments;
}

/** The marks from the innermost outwards: the shorter first, equals in the order given. */
export function innermostFirst<M extends Marked>(marks: readonly M[]): M[] {
  return marks.toSorted((a, b) => a.end - a.start - (b.end - b.start));
}
