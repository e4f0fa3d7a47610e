/** A refused query cut into pieces, the faulty places marked. Pure. A fault at one point (an end that came too early) marks no letter. */
import type { Fault } from '#contract/problem.ts';
import { toSegments } from './segments.ts';

/** A piece of the query; `point` is a faulty place between two letters and has no text. */
export interface QueryPiece {
  readonly text: string;
  readonly faulty: boolean;
  readonly point: boolean;
  readonly start: number;
}

export function queryPieces(query: string, faults: readonly Fault[]): QueryPiece[] {
  const places = faults.flatMap((fault) => (fault.at === undefined ? [] : [fault.at]));
  const points = places.filter((place) => place.end <= place.start).map((place) => Math.min(place.start, query.length));
  const pieces = toSegments(query, places, points).map((segment) => ({
    text: segment.text,
    faulty: segment.marks.length > 0,
    point: false,
    start: segment.start,
  }));
  const marks = [...new Set(points)].map((start) => ({ text: '', faulty: true, point: true, start }));
  return [...pieces, ...marks].toSorted((a, b) => a.start - b.start || Number(b.point) - Number(a.point));
}
