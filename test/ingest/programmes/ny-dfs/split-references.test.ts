/** References of New York's appeals, one by one, and the families of what they cite, told by fictional ones. */
import { describe, expect, it } from 'vitest';
import { citationsOf, splitReferences } from '../../../../ingest/programmes/ny-dfs/split-references.ts';
import { expectLinear } from '../../../growth.ts';

const ARTICLE = 'Kite AB, Line CD, et al. Wings at rest: an American College of Physicians review. Ann Intern Med 2017; 166:493.';
const OTHER = 'Perch EF. Falling. JAMA. 2015 Jul;20(6):861-73.';
const ODG = 'The Official Disability Guidelines (ODG) Online Version, Pain Chapter, Massage Therapy';

const words = (text: string) => splitReferences(text).map(({ start, end }) => text.slice(start, end));

describe('references', () => {
  it.each([
    ['numbered', `1) ${ARTICLE} 2) ${OTHER} 3) ${ODG}`, [ARTICLE, OTHER, ODG]],
    ['numbered with stops', `1. ${ARTICLE} 2. ${OTHER} 3. ${ODG}`, [ARTICLE, OTHER, ODG]],
    ['numbered in brackets', `[1] ${ARTICLE}\n[2] ${OTHER}`, [ARTICLE, OTHER]],
    ['numbered on lines', `1.  ${ARTICLE}\n  2.  ${OTHER}`, [ARTICLE, OTHER]],
    ['numbered, with a number in a title', '1. Wings, part 2. Perch Press. 2. Tails.', ['Wings, part 2. Perch Press.', 'Tails.']],
    ['numbered without stops', '1. Wings 2. Tails', ['Wings', 'Tails']],
    ['bulleted', `• ${ARTICLE}\n• ${OTHER}`, [ARTICLE, OTHER]],
    ['on lines', `${ARTICLE}\n${OTHER}\n\n${ODG}`, [ARTICLE, OTHER, ODG]],
    ['on lines with dashes', `- ${ARTICLE}\n- ${OTHER}`, [ARTICLE, OTHER]],
    ['one alone', ODG, [ODG]],
    ['one numbered', `1) ${ODG}`, [ODG]],
    ['with words in front', `References used: 1) ${ODG} 2) ${OTHER}`, ['References used:', ODG, OTHER]],
    ['with numbers that do not count', `3) ${ODG} and 7) stages`, [`3) ${ODG} and 7) stages`]],
    ['none', ' 1) ', []],
    ['nothing', '', []],
  ])('%s', (_, text, told) => {
    expect(words(text)).toEqual(told);
  });
});

describe('citations', () => {
  it('are one for each reference, at its place, by their families', () => {
    const text = `1) ${ARTICLE} 2) ${ODG} 3) Molting. Ada Perch, MD. August 2017, Merck Manual Professional Version. 4) The Almanac of Perches, third printing. 5) InterQual criteria 2019`;
    const citations = citationsOf(text, 'ny_dfs.references1');
    expect(citations.map(({ family }) => family)).toEqual(['literature', 'odg', 'textbook', 'unclassified', 'payer']);
    expect(citations.map(({ at }) => text.slice(at.start, at.end))).toEqual(words(text));
    expect(citations[0]?.article).toMatchObject({ firstAuthor: 'Kite AB', journal: 'Ann Intern Med', year: 2017 });
    expect(citations[1]).toMatchObject({ guideline: 'odg.pain', sections: ['Massage therapy'], basis: null });
  });

  it('of one reference that names several sources are several', () => {
    expect(citationsOf('1) NCCN guidelines and InterQual criteria. 2) ODG', 'r').map(({ family }) => family)).toEqual([
      'society',
      'payer',
      'odg',
    ]);
  });

  it('are none where there is no word', () => {
    expect(citationsOf(' . ', 'r')).toEqual([]);
  });

  it.each([`1) ${OTHER} `, '1) ', '2. ', '\n', '• ', 'a ', '[1] a', ' '])('cost as much as the text is long: %j', async (unit) => {
    await expectLinear((text) => splitReferences(text), unit);
    await expectLinear((text) => citationsOf(text, 'r'), unit, 20_000);
  });
});
