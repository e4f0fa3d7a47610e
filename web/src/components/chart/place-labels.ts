/** Labels beside points of a chart, so that none covers another, a point, or the edge. Pixels. Pure. */

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  /** How wide its label is; null where it has none. */
  readonly width: number | null;
  /** How large the point is, from its middle. */
  readonly radius: number;
  /** Whether it is named in any case: over points, where nothing is free. */
  readonly always?: boolean;
}

export interface LabelPlace {
  readonly x: number;
  /** The base of the words. */
  readonly base: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From the edge of a point to its label. */
const AWAY = 4;
const LINE = 15;

/**
 * One place for each point, in their order, which is that in which room is given; null where a point has no label, or where there is no room for it.
 * `within`: what labels may not leave.
 */
export function placeLabels(points: readonly LabelledPoint[], within: Box): (LabelPlace | null)[] {
  const dots = points.map(({ x, y, radius }): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const labels: Box[] = [];
  return points.map(({ x, y, width, radius, always = false }) => {
    if (width === null) return null;
    const inside = placesAround(x, y, radius + AWAY).filter((place) => isInside(boxOf(place, width), within));
    const isFree = (place: LabelPlace, taken: readonly Box[]) => !taken.some((other) => isOver(boxOf(place, width), other));
    const free = inside.find((place) => isFree(place, [...dots, ...labels]));
    const place = free ?? (always ? (inside.find((one) => isFree(one, labels)) ?? inside[0]) : undefined);
    if (place === undefined) return null;
    labels.push(boxOf(place, width));
    return place;
  });
}

function placesAround(x: number, y: number, away: number): LabelPlace[] {
  const [right, left, above, below] = [x + away, x - away, y - away, y + away + 9];
  return [
    { x: right, base: y + 4, anchor: 'start' },
    { x: left, base: y + 4, anchor: 'end' },
    { x, base: above, anchor: 'middle' },
    { x, base: below, anchor: 'middle' },
    { x: right - 4, base: above, anchor: 'start' },
    { x: right - 4, base: below, anchor: 'start' },
    { x: left + 4, base: above, anchor: 'end' },
    { x: left + 4, base: below, anchor: 'end' },
  ];
}

function boxOf({ x, base, anchor }: LabelPlace, width: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: base - LINE + 4, bottom: base + 4 };
}

function isInside(box: Box, within: Box): boolean {
  return box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
