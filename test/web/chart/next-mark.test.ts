/** The arrow keys in a chart: every mark is reached, in reading order, and none is left by accident. */
import { describe, expect, it } from 'vitest';
import { type MarkPlace, nextMark } from '../../../web/src/components/chart/next-mark.ts';

const at = (row: number, column: number): MarkPlace => ({ row, column });
/** Two series over four periods; the second lacks two of them. */
const MARKS = [at(0, 0), at(0, 1), at(0, 2), at(0, 3), at(1, 0), at(1, 3), at(3, 1)];

describe('from mark to mark', () => {
  it('the right arrow goes through all of them, and the left one back', () => {
    const there: MarkPlace[] = [at(0, 0)];
    for (let next = nextMark(MARKS, at(0, 0), 'ArrowRight'); next !== null; next = nextMark(MARKS, next, 'ArrowRight')) there.push(next);
    expect(there).toEqual(MARKS);
    const back: MarkPlace[] = [at(3, 1)];
    for (let next = nextMark(MARKS, at(3, 1), 'ArrowLeft'); next !== null; next = nextMark(MARKS, next, 'ArrowLeft')) back.push(next);
    expect(back).toEqual(MARKS.toReversed());
  });

  it.each([
    ['ArrowDown', at(0, 2), at(1, 3)],
    ['ArrowDown', at(1, 0), at(3, 1)],
    ['ArrowUp', at(3, 1), at(1, 0)],
    ['ArrowUp', at(1, 3), at(0, 3)],
    ['ArrowUp', at(0, 3), null],
    ['ArrowDown', at(3, 1), null],
    ['Home', at(1, 3), at(0, 0)],
    ['End', at(0, 0), at(3, 1)],
    ['a', at(0, 0), null],
    ['ArrowRight', at(9, 9), null],
  ])('%s from %o leads to %o', (key, from, to) => {
    expect(nextMark(MARKS, from, key)).toEqual(to);
  });

  it('in a chart of one row all arrows go along it', () => {
    const one = [at(0, 0), at(0, 1)];
    expect(['ArrowDown', 'ArrowRight'].map((key) => nextMark(one, at(0, 0), key))).toEqual([at(0, 1), at(0, 1)]);
    expect(['ArrowUp', 'ArrowLeft'].map((key) => nextMark(one, at(0, 1), key))).toEqual([at(0, 0), at(0, 0)]);
    expect(nextMark(one, at(0, 1), 'ArrowDown')).toBeNull();
  });

  it('there is nowhere to go among none', () => {
    expect(['ArrowRight', 'ArrowDown', 'Home', 'End'].map((key) => nextMark([], at(0, 0), key))).toEqual([null, null, null, null]);
  });
});
