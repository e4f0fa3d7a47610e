import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterWords, tokenizeLetter, wordsMadeBy } from '#mappings/recognise/letter-words.ts';
import { STEMMER } from '#mappings/text/stem.ts';
import { fold, words } from '#mappings/text/words.ts';
import { isWholeWord } from '#mappings/vocabulary/whole-words.ts';
import { wordsOf as oracleWords, withoutBreaks } from '../../conformance/oracle-words.ts';
import { expectLinear } from '../../growth.ts';

describe('the words of a letter', () => {
  it.each([
    // A word broken at a line end is one.
    ['the treatment Guide- lines say', ['the', 'treatment', 'guidelines', 'say']],
    ['prac-\ntice', ['practice']],
    ['Electro- diagnostic studies', ['electrodiagnostic', 'studies']],
    ['a radicul- opathy', ['a', 'radiculopathy']],
    ['recommen\u2010 dations', ['recommendations']],
    ['THE GUIDE- LINES', ['the', 'guidelines']],
    ['short- guide- lines', ['short', 'guidelines']],
    // A soft hyphen stands in no other place.
    ['physio\u00adtherapy and acu\u00ad\npunc\u00ad\nture', ['physiotherapy', 'and', 'acupuncture']],
    // A compound stays two words, as does one that is written either way.
    ['Non- MTUS', ['non', 'mtus']],
    ['H2- receptor', ['h2', 'receptor']],
    ['short- acting, non- certified', ['short', 'acting', 'non', 'certified']],
    ['post- operative and follow- up', ['post', 'operative', 'and', 'follow', 'up']],
    ['anti- inflammatory, re- evaluation', ['anti', 'inflammatory', 're', 'evaluation']],
    ['x- ray', ['x', 'ray']],
    // So do words that only stand beside each other.
    ['pre- and postoperative', ['pre', 'and', 'postoperative']],
    ['the man- or woman', ['the', 'man', 'or', 'woman']],
    ['guide-lines, guide - lines, guide -lines', ['guide', 'lines', 'guide', 'lines', 'guide', 'lines']],
    ['Guide- Lines, GUIDE- lines, guide- LINES', ['guide', 'lines', 'guide', 'lines', 'guide', 'lines']],
    ['EMG- ncv', ['emg', 'ncv']],
    ['10- 12 visits', ['10', '12', 'visits']],
  ])('%j', (text, expected) => {
    expect(letterWords(text)).toEqual(expected);
    expect(tokenizeLetter(text).map(({ word }) => word)).toEqual(expected);
  });

  it('have their places in the text as it is printed', () => {
    const text = 'See the Guide- lines, please';
    expect(tokenizeLetter(text).map(({ start, end }) => text.slice(start, end))).toEqual(['See', 'the', 'Guide- lines', 'please']);
  });

  const part = fc.constantFrom(
    'guide',
    'Guide',
    'GUIDE',
    'lines',
    'LINES',
    'prac',
    'tice',
    'é',
    '- ',
    '-\n',
    '-',
    '\u00ad',
    '\u00ad\n',
    '\u2010 ',
    ' ',
    '2',
    ',',
    'and',
  );
  const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));

  it('are those of the oracle', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 40 })), (each) => {
        expect(letterWords(each)).toEqual(oracleWords(withoutBreaks(each)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('are the words of the text where nothing is broken, and hold the same letters where something is', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(letterWords(each).join('')).toBe(words(each).join(''));
        for (const { word, start, end } of tokenizeLetter(each)) expect(words(each.slice(start, end)).join('')).toBe(fold(word));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['a\u00ad', 'guide- ', 'GUIDE-\n', '- ', '\u00ad ', 'guide- lines\u00ad'])(
    'cost no more than the text is long: %j',
    async (unit) => {
      await expectLinear(letterWords, unit);
    },
  );
});

describe('the list of whole words', () => {
  it('names what an index is made by', () => {
    expect(wordsMadeBy()).toContain(STEMMER);
    expect(wordsMadeBy()).toMatch(/, joined \d+-[0-9a-f]{8}$/);
  });

  it('has every word by its stem, in order and once', () => {
    const list = readFileSync('mappings/vocabulary/whole-words.txt', 'utf8').trimEnd().split('\n');
    expect(list).toEqual([...new Set(list)].sort());
    // Another stemmer would find none of them.
    const lost = ['guidelines', 'practice', 'recommended', 'injuries', 'radiculopathy', 'electrodiagnostic', 'because'].filter(
      (word) => !isWholeWord(word),
    );
    expect(lost).toEqual([]);
  });

  it('has no compound that is also written with its hyphen', () => {
    const joined = ['postoperative', 'nonsteroidal', 'followup', 'antiinflammatory', 'shortacting', 'reevaluation', 'xray'];
    expect(joined.filter(isWholeWord)).toEqual([]);
  });
});
