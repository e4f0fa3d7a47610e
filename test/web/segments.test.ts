/** Cutting a text at the borders of marks that may overlap, nest and touch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innermostFirst, toSegments } from '../../web/src/lib/segments.ts';

const named = (name: string, start: number, end: number) => ({ name, start, end });
const drawn = (text: string, marks: ReturnType<typeof named>[], cuts: number[] = []) =>
  toSegments(text, marks, cuts).map((segment) => [segment.text, segment.marks.map((mark) => mark.name).join('+')]);

describe('segments of a marked text', () => {
  it.each([
    ['no marks', [], [['abcdef', '']]],
    ['a mark over all', [named('a', 0, 6)], [['abcdef', 'a']]],
    [
      'overlapping marks',
      [named('a', 0, 4), named('b', 2, 6)],
      [
        ['ab', 'a'],
        ['cd', 'a+b'],
        ['ef', 'b'],
      ],
    ],
    [
      'nested marks, the outer first',
      [named('in', 2, 4), named('out', 1, 5)],
      [
        ['a', ''],
        ['b', 'out'],
        ['cd', 'out+in'],
        ['e', 'out'],
        ['f', ''],
      ],
    ],
    [
      'touching marks',
      [named('a', 0, 3), named('b', 3, 6)],
      [
        ['abc', 'a'],
        ['def', 'b'],
      ],
    ],
    [
      'two marks on the same words',
      [named('a', 1, 3), named('b', 1, 3)],
      [
        ['a', ''],
        ['bc', 'a+b'],
        ['def', ''],
      ],
    ],
    [
      'marks that lie outside or are empty',
      [named('a', 9, 12), named('b', 2, 2), named('c', 4, 99)],
      [
        ['abcd', ''],
        ['ef', 'c'],
      ],
    ],
  ])('%s', (_, marks, expected) => {
    expect(drawn('abcdef', marks)).toEqual(expected);
  });

  it('cuts at page starts also where no mark is', () => {
    expect(drawn('abcdef', [named('a', 1, 5)], [0, 3, 6])).toEqual([
      ['a', ''],
      ['bc', 'a'],
      ['de', 'a'],
      ['f', ''],
    ]);
  });

  it('an empty text has no segment', () => {
    expect(toSegments('', [named('a', 0, 1)], [0])).toEqual([]);
  });

  it('joined give the text again, and each unit has exactly the marks that cover it', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([start, end]) => ({ start, end }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40, unit: 'binary' }),
        fc.array(span, { maxLength: 8 }),
        fc.array(fc.nat(40), { maxLength: 3 }),
        (text, marks, cuts) => {
          const segments = toSegments(text, marks, cuts);
          expect(segments.map((segment) => segment.text).join('')).toBe(text);
          for (const segment of segments) {
            expect(segment.end).toBeGreaterThan(segment.start);
            for (let unit = segment.start; unit < segment.end; unit += 1) {
              expect(new Set(segment.marks)).toEqual(new Set(marks.filter((mark) => mark.start <= unit && unit < mark.end)));
            }
          }
          for (const cut of cuts) expect(segments.every((segment) => cut <= segment.start || cut >= segment.end)).toBe(true);
        },
      ),
    );
  });

  it('names the innermost of nested marks first', () => {
    expect(innermostFirst([named('out', 0, 9), named('in', 2, 4), named('mid', 1, 6)]).map((mark) => mark.name)).toEqual([
      'in',
      'mid',
      'out',
    ]);
  });
});
