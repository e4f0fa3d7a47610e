/** Citations of a whole family, questions of who cites, and outcomes beside spelling, over fictional letters in the real index. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const CITED = [
  { guideline: 'mtus.acoem2.ch05', family: 'mtus.acoem2', page: '91', decision: 'upheld' },
  { guideline: 'acoem.3ed.knee', family: 'acoem', page: '91', decision: 'upheld' },
  { guideline: 'mtus.acoem2.ch12', family: 'mtus.acoem2', page: '12', decision: 'upheld' },
  { guideline: 'odg.knee_leg', family: 'odg', page: '91', decision: 'overturned' },
] as const;

const letter = makeLetter({
  caseNumber: 'CM19-0204060',
  summary: null,
  items: CITED.map(({ guideline, family, decision }) => ({
    request: 'Wobble board',
    // Words near a negation.
    rationale: 'It was neer the severe bend.',
    decision,
    reviewer: { printed: 'Invented.', basis: 'mtus', citations: [{ guideline, family }] },
  })),
});
const items = letter.determination.items.map((item, at) => {
  const { reviewer } = item.guidelines;
  const citations = reviewer.citations.map((citation) => ({ ...citation, pages: [CITED[at]?.page ?? ''] }));
  return { ...item, guidelines: { ...item.guidelines, reviewer: { ...reviewer, citations } } };
});
const letters = [{ ...letter, determination: { ...letter.determination, items } }];

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters(letters);
});
afterAll(() => opened.close());

const ask = (q: string) => understand(opened.index, { q, filters: {}, summary: false, literal: [] });
async function found(q: string): Promise<string[]> {
  const { where } = await ask(q);
  return opened.oracle.each({ where, filters: [], sort: 'case' }).map((id) => id.replace(/^.*#/, ''));
}
async function toldValues(q: string): Promise<string[]> {
  const { parts } = await ask(q);
  return parts.flatMap((part) => (part.kind === 'filter' ? part.values.map(({ value }) => value) : []));
}

describe('a page of a guideline that is not told closely', () => {
  it('is that page of any of its family, and told as the places that the index holds', async () => {
    expect(await found('acoem page 91')).toEqual(['1', '2']);
    expect((await toldValues('acoem page 91')).sort()).toEqual(['acoem.3ed.knee|p.91', 'mtus.acoem2.ch05|p.91']);
    expect(await found('mtus acoem page 91')).toEqual(['1']);
    expect(await found('odg page 91')).toEqual(['4']);
  });

  it('that no letter cites is told as it was typed', async () => {
    expect(await found('acoem page 7')).toEqual([]);
    expect(await toldValues('acoem page 7')).toEqual(['acoem.unspecified|p.7']);
  });

  it('of a chapter is of that chapter alone', async () => {
    expect(await toldValues('ACOEM chapter 5 page 91')).toEqual(['mtus.acoem2.ch05|p.91']);
  });
});

describe('words that ask who cites', () => {
  it.each(['who cites', 'cited', 'citing', 'cases citing', 'which letters cite', 'decisions that cited'])('%s', async (words) => {
    const plain = await ask('ACOEM chapter 5 page 91');
    const asked = await ask(`${words} ACOEM chapter 5 page 91`);
    expect(asked.concepts).toEqual([]);
    expect(await found(`${words} ACOEM chapter 5 page 91`)).toEqual(['1']);
    expect(asked.conditions).toHaveLength(plain.conditions.length);
  });

  it('are words where other words stand before them', async () => {
    expect((await ask('board citing ACOEM chapter 5 page 91')).concepts?.map(({ typed }) => typed)).toContain('board');
  });
});

describe('an outcome with its negation', () => {
  it.each(["wasn't overturned", 'wasn’t overturned', 'never overturned', 'has not been overturned'])(
    '%s is read before spelling',
    async (q) => {
      expect(await found(q)).toEqual(['1', '2', '3']);
      expect((await ask(q)).parts.map(({ kind }) => kind)).toEqual(['filter']);
    },
  );

  it('that is not plain is words, and that is told', async () => {
    const { conditions, parts } = await ask('no board overturned');
    expect(conditions).toEqual([]);
    expect(parts).toMatchObject([{ kind: 'note', typed: 'overturned' }]);
  });
});

describe('who cites a guideline', () => {
  const filters = async (q: string) =>
    (await ask(q)).parts.flatMap((part) =>
      part.kind === 'filter' ? [`${part.typed} > ${part.field}:${part.values.map(({ value }) => value).join('|')}`] : [],
    );

  it.each([
    ['citing ODG', 'citing ODG > guidelineFamily:odg'],
    ['board UR cited ODG', 'UR cited ODG > urGuidelineFamily:odg'],
    ['the reviewer relied on ODG', 'the reviewer relied on ODG > imrGuidelineFamily:odg'],
    ['board ODG cited by the claims administrator', 'ODG cited by the claims administrator > urGuidelineFamily:odg'],
    ['citing ODG wobble board', 'citing ODG > guidelineFamily:odg'],
    ['denied based on ODG guidelines', 'based on ODG guidelines > guidelineFamily:odg'],
  ])('%s', async (q, expected) => {
    expect(await filters(q)).toEqual([expected]);
  });

  it.each(['ODG', 'board ODG', 'board denied ODG', 'cited board', 'citing kazoo'])('none in: %s', async (q) => {
    expect(await filters(q)).toEqual([]);
  });
});
