/** Places in a text: half-open ranges of UTF-16 offsets. In order of place and none on another, they are searched by halves. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The places of a text whose words belong to something already; none of them overlap. */
export class TakenPlaces {
  readonly #places: Place[] = [];

  /** Whether a stretch holds a sign that is taken. */
  touches({ start, end }: Place): boolean {
    const next = countBefore(this.#places, end);
    const before = this.#places[next - 1];
    return before !== undefined && before.end > start;
  }

  /** Adds a stretch that touches none of the others. */
  add(place: Place): void {
    this.#places.splice(countBefore(this.#places, place.start), 0, place);
  }
}

/** How many of the places, in order, start before a sign. */
export function countBefore(places: readonly Place[], at: number): number {
  return countWhile(places.length, (index) => (places[index]?.start ?? 0) < at);
}

/** How many of the first of so many things hold, where none behind one that does not hold does: found by halves. */
export function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
