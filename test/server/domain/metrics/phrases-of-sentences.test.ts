/** What is typically said on either side, counted by hand. Texts are invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typicalPhrases } from '../../../../server/domain/metrics/phrases-of-sentences.ts';

const UPHELD = [
  'There is no documentation of a brace trial.',
  'The chart has no documentation of home exercise.',
  'No documentation of relief was sent.',
  'Relief was never measured.',
  'The knee is stable.',
];
const OVERTURNED = [
  'The home exercise was done for weeks.',
  'Home exercises were tried, and relief was seen.',
  'All home exercise failed.',
  'The documentation is whole.',
];

describe('hand-counted sentences', () => {
  const typical = typicalPhrases(UPHELD, OVERTURNED);

  it('have each phrase with its sentences of both sides', () => {
    expect(typical.upheld.sentences).toBe(5);
    expect(typical.overturned.sentences).toBe(4);
    expect(typical.upheld.phrases.map(({ phrase, upheld, overturned }) => [phrase, upheld, overturned])).toEqual([
      ['no documentation', 3, 0],
    ]);
    expect(typical.overturned.phrases.map(({ phrase, upheld, overturned }) => [phrase, upheld, overturned])).toEqual([
      ['home exercise', 1, 3],
    ]);
  });

  it('weigh it by share, by how many times the share is larger, and by its words', () => {
    // 3 of 5, 3.5 / 6 against 0.5 / 5, two words; 3 of 4, 3.5 / 5 against 1.5 / 6
    expect(typical.upheld.phrases[0]?.weight).toBeCloseTo((3 / 5) * Math.log2(3.5 / 6 / (0.5 / 5)) * Math.log2(3), 12);
    expect(typical.overturned.phrases[0]?.weight).toBeCloseTo((3 / 4) * Math.log2(3.5 / 5 / (1.5 / 6)) * Math.log2(3), 12);
  });

  it('show the shortest of those that say it first', () => {
    expect(typical.upheld.examples.map((place) => UPHELD[place])).toEqual([UPHELD[2], UPHELD[0], UPHELD[1]]);
    expect(typical.overturned.examples).toEqual([2, 0, 1]);
  });
});

const phrases = (upheld: readonly string[], overturned: readonly string[] = ['Nothing alike here.', 'Nor there.']) =>
  typicalPhrases(upheld, overturned).upheld.phrases.map(({ phrase }) => phrase);

it.each<[what: string, upheld: string[], phrases: string[]]>([
  [
    'only the longer one, of a phrase and its parts',
    ['A red flag sign is absent.', 'Red flag sign? None.', 'A red flag sign never came.'],
    ['red flag sign'],
  ],
  [
    'a part too that stands in more sentences by itself',
    ['Red flag seen.', 'The red flag.', 'A red flag!', 'A flag.', 'Some flag.'],
    ['flag', 'red flag'],
  ],
  [
    'a long saying once, not in pieces',
    [
      'Failed active physical therapy program twice.',
      'A failed active physical therapy program.',
      'It was failed active physical therapy program.',
    ],
    ['active physical therapy program'],
  ],
  ['inflections as one, as they are mostly written', ['Failed trial.', 'A failed trial.', 'Of failed trials.'], ['failed trial']],
  ['in small letters where it is written both ways as often', ['Relief was.', 'Relief had.', 'The relief.', 'More relief.'], ['relief']],
  ['none of two sentences', ['A red flag.', 'The red flag.', 'It was.'], []],
  ['a sentence that is said again counts once', ['A red flag.', 'A RED FLAG', 'a red-flag', 'The red flag.'], []],
  [
    'nor one with a word more',
    [
      'The records hold no sign of any lasting relief from it so far.',
      'The records hold no sign of any lasting relief from it so far, sadly.',
      'Records hold no sign of any lasting relief from it so far.',
    ],
    [],
  ],
])('%s', (_, upheld, expected) => {
  expect(phrases(upheld)).toEqual(expected);
});

it('what both sides say as often is typical of neither', () => {
  const both = ['A red flag.', 'The red flag.', 'Some red flag.', 'My red flag.'];
  expect(typicalPhrases(both, both)).toEqual({
    upheld: { sentences: 4, phrases: [], examples: [] },
    overturned: { sentences: 4, phrases: [], examples: [] },
  });
});

it('nothing is typical against nothing', () => {
  expect(typicalPhrases(UPHELD, [])).toEqual({
    upheld: { sentences: 5, phrases: [], examples: [] },
    overturned: { sentences: 0, phrases: [], examples: [] },
  });
});

it('examples are places in the list as given, copies left out', () => {
  const { examples } = typicalPhrases(
    ['', 'A red flag.', 'a red flag', 'The knee.', 'The red flag.', 'Is some red flag.'],
    ['Nothing alike.'],
  ).upheld;
  expect(examples).toEqual([1, 4, 5]);
});

const word = fc.constantFrom('relief', 'brace', 'no', 'of', 'the', 'exercise', 'trial', 'knee', 'failed', 'documentation', 'was');
const sentences = fc.array(
  fc.array(word, { minLength: 1, maxLength: 7 }).map((all) => all.join(' ')),
  { maxLength: 40 },
);

it('is the same in any order of the sentences, and the other way about with the sides changed', () => {
  fc.assert(
    fc.property(sentences, sentences, (upheld, overturned) => {
      const one = typicalPhrases(upheld, overturned);
      const turned = typicalPhrases(overturned, upheld);
      expect(turned.upheld.examples).toEqual(one.overturned.examples);
      expect(turned.upheld.phrases.map(({ phrase }) => phrase)).toEqual(one.overturned.phrases.map(({ phrase }) => phrase));
      expect(typicalPhrases(upheld.toReversed(), overturned.toReversed()).upheld.phrases).toEqual(one.upheld.phrases);
      for (const { upheld: own, overturned: other, weight } of one.upheld.phrases) {
        expect(own).toBeGreaterThanOrEqual(3);
        expect(own).toBeLessThanOrEqual(one.upheld.sentences);
        expect(other).toBeLessThanOrEqual(one.overturned.sentences);
        expect(own / one.upheld.sentences).toBeGreaterThan(other / one.overturned.sentences);
        expect(weight).toBeGreaterThan(0);
      }
      expect(one.upheld.phrases.length).toBeLessThanOrEqual(12);
      expect(one.upheld.examples.length).toBeLessThanOrEqual(5);
    }),
  );
});
