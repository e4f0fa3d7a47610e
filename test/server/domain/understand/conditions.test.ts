/** Words that are a condition of a plain query, over fictional letters in the real index: case numbers, outcomes, days, places in guidelines; and what is either. */
import { describe, expect, it } from 'vitest';
import { askLetters, told } from './asking.ts';

const { ask, found, idsOf } = askLetters();

describe('a case number', () => {
  it.each(['CM14-0000001', 'cm14 0000001', '14-0000001', '140000001', 'case:cm14-0000001'])('%s is that letter', async (q) => {
    expect(await found(q)).toEqual(['CM14-0000001#1', 'CM14-0000001#2', 'CM14-0000001#3']);
  });

  it('without its year offers the cases that it fits', async () => {
    const { parts, where } = await ask('0000001');
    expect(told(parts)).toEqual(['filter 0000001 > caseNumber:CM14-0000001|CM16-0000001']);
    expect(idsOf(where)).toHaveLength(9);
    expect(told((await ask('7654321')).parts)).toEqual(['note 7654321']);
  });

  it('beside others is either, whatever is written between and before them', async () => {
    const both = ['CM14-0000001#1', 'CM14-0000001#2', 'CM14-0000001#3', 'CM17-0000002#1'];
    for (const q of ['CM14-0000001, CM17-0000002', 'IMR cases CM14-0000001.pdf and CM17-000002', 'CM14-0000001 or CM17-0000002'])
      expect([q, (await found(q)).filter((id) => both.includes(id))]).toEqual([q, both]);
    expect(await found('chiropractic CM14-0000001 CM17-0000002')).toEqual(['CM14-0000001#2', 'CM14-0000001#3']);
  });

  it('that no letter has is said, and near ones are offered', async () => {
    expect(told((await ask('CM14-0000010')).parts)).toEqual([
      'filter CM14-0000010 > caseNumber:CM14-0000010',
      'note CM14-0000010',
      'suggested CM14-0000010 > CM14-0000001 (3)',
    ]);
  });

  it('is words again where it is taken as typed', async () => {
    expect((await ask('0000001', ['0000001'])).where).toMatchObject({ kind: 'word', word: '0000001' });
  });
});

describe('how the review ended', () => {
  it('is a condition that is told and can be taken as typed', async () => {
    const { parts, worded, concepts } = await ask('overturned chiropractic');
    expect(told(parts)).toEqual([
      'filter overturned > decision:overturned',
      'note chiropractic',
      'synonyms chiropractic > service:rehab.chiro',
    ]);
    expect(worded.map(({ typed }) => typed)).toEqual(['overturned', 'chiropractic in the request']);
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect(await found('overturned chiropractic')).toEqual(['CM14-0000001#2']);
    expect(await found('overturned chiropractic', ['overturned'])).toEqual([]);
  });

  it('is of what was requested: of one of the things that are named, in any of their words', async () => {
    expect(await found('upheld hydrocodone')).toEqual(['CM16-0000001#1', 'CM16-0000001#2']);
    const requested = async (q: string, literal: string[] = []) => (await ask(q, literal)).worded.map(({ typed }) => typed);
    expect(await requested('upheld acupuncture or chiropractic')).toEqual(['upheld', 'acupuncture or chiropractic in the request']);
    expect(await requested('upheld chiropractic', ['chiropractic'])).toEqual(['upheld']);
    expect(await requested('upheld neck')).toEqual(['upheld']);
    expect(await requested('chiropractic since 2014')).toEqual(['since 2014']);
  });

  it('is not read between quotes', async () => {
    expect((await ask('"overturned" chiropractic')).worded).toEqual([]);
    expect((await ask('"approved" chiropractic')).worded).toEqual([]);
  });

  it('is not told by denied, which narrows nothing, nor by modified, which stays a word', async () => {
    expect(told((await ask('denied chiropractic')).parts)).toContain('idle denied > decision');
    expect((await ask('denied chiropractic')).concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect((await ask('denied chiropractic', ['denied'])).concepts?.map(({ typed }) => typed)).toEqual(['denied', 'chiropractic']);
    expect(told((await ask('denied chiropractic', ['denied'])).parts)).toContain('note denied');
    expect(told((await ask('modified chiropractic')).parts)).toContain('note modified');
  });

  it('is told for a small "or" that joins nothing', async () => {
    expect(told((await ask('or shoulder')).parts)).toContain('note or');
    expect(told((await ask('knee or shoulder', ['or'])).parts)).toContain('note or');
    expect(told((await ask('knee OR shoulder')).parts)).not.toContain('note or');
  });
});

describe('a condition with a negation before it', () => {
  it.each([
    'not in 2016',
    'without citing MTUS',
    'not based on MTUS',
    'no lack of documentation',
    'did not exceed guidelines',
    "didn't exceed guidelines",
    'no new symptoms',
    'not because criteria met',
  ])('is none, is not preferred, and how to leave out is told: %s', async (q) => {
    const { parts } = await ask(`chiropractic ${q}`);
    expect(parts.filter(({ kind }) => kind === 'filter' || kind === 'days')).toEqual([]);
    const notes = parts.flatMap((part) => (part.kind === 'note' ? part.text : [])).join(' ');
    expect(notes).toContain('To leave such items out, type -');
    // What is told is understood, and leaves out.
    const told = /type (-.*)\.$/.exec(notes)?.[1] ?? '';
    expect((await ask(`chiropractic ${told}`)).where).toMatchObject({
      kind: 'and',
      children: expect.arrayContaining([expect.objectContaining({ kind: 'not' })]) as unknown,
    });
    expect(parts.filter((part) => part.kind === 'preferred' && part.field !== 'service')).toEqual([]);
  });

  it.each(['no functional improvement 2016', 'criteria not met 2016', 'not overturned in 2016'])(
    'is one where the negation is of the condition before it: %s',
    async (q) => {
      const { parts } = await ask(`chiropractic ${q}`);
      expect(parts.filter(({ kind }) => kind === 'filter' || kind === 'days')).toHaveLength(2);
    },
  );

  it('is none of a side that did not cite one guideline', async () => {
    const { parts } = await ask('chiropractic UR did not cite ODG');
    expect(parts.filter(({ kind }) => kind === 'filter' || kind === 'days')).toEqual([]);
  });

  it.each([
    'in 2016',
    'citing MTUS',
    'lack of documentation',
    'UR cited nothing',
    'treatment exceeds guidelines',
    'recent lack of documentation',
    'not approved because documentation is missing',
    "wasn't approved due to lack of documentation",
  ])('is one without it: %s', async (q) => {
    const { parts } = await ask(`chiropractic ${q}`);
    expect(parts.filter(({ kind }) => kind === 'filter' || kind === 'days')).toHaveLength(1);
  });
});

describe('"or" in small letters', () => {
  const sides = async (q: string, literal: string[] = []) => {
    const { parts, concepts } = await ask(q, literal);
    const said = parts.flatMap((part) => (part.kind === 'either' ? [part.sides.join(' | ')] : []));
    const others = (concepts ?? []).filter(({ plain }) => plain.kind !== 'or').map(({ typed }) => typed);
    return [...said, others.join(' ')].join(' + ');
  };

  it.each([
    ['wrist splint or physical therapy', 'wrist splint | physical therapy + '],
    ['a brace or a cane', 'brace | cane + '],
    ['MRI or CT of the neck', 'MRI | CT + neck'],
    ['MRI or CT neck', 'MRI | CT + neck'],
    ['MRI neck or CT shoulder', 'MRI neck | CT shoulder + '],
    ['MRI, CT or x-ray of the neck', 'MRI | CT | x-ray + neck'],
    ['MRI, CT, or x-ray', 'MRI | CT | x-ray + '],
    ['norco or flexeril denied', 'norco | flexeril + '],
    ['knee or shoulder MRI', 'knee | shoulder + MRI'],
    ['MRI of the knee or shoulder', 'knee | shoulder + MRI'],
    ['quantity or duration kazoo', 'quantity | duration + kazoo'],
    ['loud kazoo or trumpet', 'kazoo | trumpet + loud'],
    ['knee MRI or knee CT', 'knee MRI | knee CT + '],
    ['left or right knee MRI', 'left | right + knee MRI'],
    ['physical therapy 2 or 3 times', '2 | 3 + physical therapy times'],
    ['either norco or flexeril', 'norco | flexeril + '],
  ])('%s', async (q, expected) => {
    expect(await sides(q)).toBe(expected);
  });

  it.each(['or knee', 'knee or'])('joins nothing in: %s', async (q) => {
    expect(told((await ask(q)).parts)).toContain('note or');
  });

  it('is a word again where it is taken as typed', async () => {
    expect(await sides('knee or shoulder', ['or'])).toBe('knee or shoulder');
  });

  it('finds either, each by all its names', async () => {
    expect(await found('acupuncture or norco')).toEqual(['CM14-0000001#1', 'CM16-0000001#1', 'CM16-0000001#2']);
    expect(await found('ultrasound, acupuncture or radiographs')).toEqual(['CM14-0000001#1', 'CM17-0000002#1', 'CM17-0000002#2']);
  });
});

describe('days of the decision', () => {
  it('are a condition that is told and can be taken as typed', async () => {
    const { parts, worded, concepts } = await ask('chiropractic since 2014');
    expect(told(parts)).toEqual(['synonyms chiropractic > service:rehab.chiro', 'days since 2014 > 2014-01-01..']);
    expect(worded.map(({ node }) => node)).toMatchObject([{ filter: { field: 'decidedOn', from: '2014-01-01', to: null } }]);
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect((await ask('chiropractic since 2014', ['since 2014'])).worded).toEqual([]);
  });

  it('of several periods need only one, and of open ones each', async () => {
    expect((await ask('2014, 2016')).where).toMatchObject({ kind: 'or' });
    expect((await ask('after 2014 before 2016')).where).toMatchObject({ kind: 'and' });
  });

  it('that cannot be are told, and stay words', async () => {
    const { parts, worded } = await ask('chiropractic 02/30/2017');
    expect(told(parts)).toContain('note 02/30/2017');
    expect(worded).toEqual([]);
  });
});

describe('a guideline typed with its place', () => {
  it('is whoever cites it, where the query is nothing else', async () => {
    const { parts, worded, concepts } = await ask('ACOEM chapter 5 page 83');
    expect(told(parts)).toEqual(['filter ACOEM chapter 5 page 83 > citation:mtus.acoem2.ch05|p.83']);
    expect(worded).toHaveLength(1);
    expect(concepts).toEqual([]);
  });

  it('of a chapter is on either side, and by its title alone', async () => {
    const { parts } = await ask('ACOEM chapter 5');
    expect(told(parts)).toEqual([
      'filter ACOEM chapter 5 > guideline:mtus.acoem2.ch05',
      'filter ACOEM chapter 5 > citation:mtus.acoem2.general_approaches|s.cornerstones of disability prevention and management',
    ]);
    expect(await found('ACOEM chapter 5')).toEqual(['CM17-0000002#4']);
  });

  it('beside other words is words, and lifted', async () => {
    const { concepts, named } = await ask('personal trainer ACOEM chapter 5 page 83');
    expect(concepts?.[0]?.typed).toBe('personal trainer');
    expect(named).toContainEqual({ field: 'citation', values: ['mtus.acoem2.ch05|p.83'] });
  });

  it('without a place is words', async () => {
    expect((await ask('ODG')).worded).toEqual([]);
  });
});

describe('a reason with an outcome in it', () => {
  it('is the reason alone, and beside an outcome both', async () => {
    expect(told((await ask('chiropractic because the surgery was found not medically necessary')).parts)).toContain(
      'filter because the surgery was found not medically necessary > reason:primary_not_necessary',
    );
    const { parts } = await ask('chiropractic overturned because the surgery was found not necessary');
    expect(told(parts).filter((part) => part.startsWith('filter'))).toEqual([
      'filter overturned > decision:overturned',
      'filter because the surgery was found not necessary > reason:primary_not_necessary',
    ]);
    expect(told((await ask('chiropractic was found not medically necessary')).parts)).toContain(
      'filter was found not medically necessary > decision:upheld',
    );
  });
});
