/** Which texts are near copies of which. Texts are invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '#mappings/text/words.ts';
import { nearCopies } from '../../../../server/domain/similar/near-copies.ts';

const LONG =
  'The records show no lasting benefit from the first six sessions, and the claimant still cannot lift more than ten pounds, so that further sessions of the same kind cannot be expected to help.';

describe('near copies', () => {
  const rows: readonly [what: string, texts: readonly string[], firsts: readonly number[]][] = [
    ['a text and the same with other signs and capitals', [LONG, LONG.toUpperCase().replaceAll(',', ' -')], [0, 0]],
    ['one with a word changed', [LONG, LONG.replace('six', 'eight')], [0, 0]],
    [
      'one with words changed all over',
      [LONG, LONG.replace('lasting', 'real').replace('claimant', 'patient').replace('kind', 'sort')],
      [0, 1],
    ],
    ['each of the first of its group', ['Nothing alike.', LONG, 'Nor this.', `${LONG} Upheld.`, LONG], [0, 1, 2, 1, 1]],
    ['none of short texts, however alike', ['There is no such record.', 'There is no such record.'], [0, 1]],
    ['none of nothing', ['', ''], [0, 1]],
  ];
  it.each(rows)('%s', (_, texts, firsts) => {
    expect(nearCopies(texts)).toEqual(firsts);
  });

  it('of short texts too where the rule says so', () => {
    const texts = ['There is no such record of it in this file.', 'There is no such record of it in this file today.', 'There is one.'];
    expect(nearCopies(texts, { run: 2, leastWords: 8 })).toEqual([0, 0, 2]);
  });
});

/** Each text against the first of every group, one after the other. */
function plainly(texts: readonly string[], run: number, leastWords: number): number[] {
  const runs = texts.map((text) => {
    const all = words(text);
    return new Set(all.length < leastWords ? [] : all.slice(run - 1).map((_, at) => all.slice(at, at + run).join(' ')));
  });
  const firsts: number[] = [];
  return runs.map((own, index) => {
    const known = firsts.find((first) => {
      const other = runs[first] ?? new Set();
      const shared = own.intersection(other).size;
      return shared > 0 && shared / own.union(other).size >= 0.7;
    });
    if (known === undefined) firsts.push(index);
    return known ?? index;
  });
}

it('are those that comparing every text with every first finds', () => {
  const phrase = fc.constantFrom(
    'no record of',
    'failed care',
    'six weeks',
    'of home exercise',
    'is shown',
    'at the knee',
    'was tried',
    'and',
  );
  const text = fc.array(phrase, { minLength: 0, maxLength: 14 }).map((phrases) => phrases.join(' '));
  const kind = fc.constantFrom({ run: 5, leastWords: 25 }, { run: 2, leastWords: 8 }, { run: 1, leastWords: 1 });
  const copied = fc.tuple(fc.array(text, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 })).map(([texts, again]) => {
    const drawn = again.map((which) => texts[which % Math.max(1, texts.length)] ?? '');
    return [...texts, ...drawn.map((one, at) => (at % 2 === 0 ? one : `${one} and at`))];
  });
  fc.assert(
    fc.property(copied, kind, (texts, rule) => {
      expect(nearCopies(texts, rule)).toEqual(plainly(texts, rule.run, rule.leastWords));
    }),
    { numRuns: 300 },
  );
});
