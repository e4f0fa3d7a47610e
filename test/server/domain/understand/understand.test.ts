/** A typed query and what is made of it, over fictional letters in the real index: the tree, what is told, and what it finds. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { type QueryNode, QueryNodeSchema } from '#contract/query.ts';
import { type UnderstoodPart, UnderstoodPartSchema } from '#contract/understood.ts';
import { readQuery } from '../../../../server/domain/query-language/read-query.ts';
import { noResultCauses } from '../../../../server/domain/understand/no-results.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { type ItemParts, makeLetter, type SideParts } from '../../../fixtures/factories.ts';
import { expectLinear } from '../../../growth.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const SILENT: SideParts = { printed: null, basis: 'none', citations: [] };
const item = (request: string, parts: Partial<ItemParts> = {}): Partial<ItemParts> => ({
  request,
  rationale: 'Invented reasons. It is not medically necessary.',
  service: null,
  category: null,
  bodyParts: [],
  administrator: SILENT,
  reviewer: SILENT,
  ...parts,
});
const NORCO = { generic: 'hydrocodone/acetaminophen', class: 'opioid' };

/** CM14-0000001 and so on: one letter, items told apart by number. */
const letters = [
  makeLetter({
    caseNumber: 'CM14-0000001',
    summary: 'The fictional worker once took Norco and had an ultrasound of the neck.',
    items: [
      item('Acupuncture, six visits', { service: 'rehab.acupuncture', category: 'rehab', decision: 'overturned' }),
      item('Chiropractic visits', { service: 'rehab.chiro', category: 'rehab', decision: 'overturned' }),
      item('Chiropractic visits for the neck', { service: 'rehab.chiro', category: 'rehab', bodyParts: ['neck'] }),
    ],
  }),
  makeLetter({
    caseNumber: 'CM16-0000001',
    summary: null,
    items: [
      item('Norco 10/325 mg #60', { drugs: [NORCO], service: 'pharm.opioid', category: 'pharm' }),
      item('Hydrocodone/APAP 5/325 mg', { drugs: [NORCO], service: 'pharm.opioid', category: 'pharm' }),
      item('Twelve therapy visits as for the operation of item 1', {
        service: 'rehab.pt',
        category: 'rehab',
        bodyParts: ['shoulder'],
        perioperative: true,
      }),
      item('Pre-operative PT/PTT', { service: 'diag.lab', category: 'diag' }),
      item('Flexeril 7.5 mg', {
        drugs: [{ generic: 'cyclobenzaprine', class: 'muscle_relaxant' }],
        service: 'pharm.muscle_relaxant',
        category: 'pharm',
      }),
      item('Cyclobenzaprine 10 mg', {
        drugs: [{ generic: 'cyclobenzaprine', class: 'muscle_relaxant' }],
        service: 'pharm.muscle_relaxant',
        category: 'pharm',
      }),
    ],
  }),
  makeLetter({
    caseNumber: 'CM17-0000002',
    summary: null,
    items: [
      item('X-ray of the left shoulder', { service: 'diag.xray', category: 'diag', bodyParts: ['shoulder'] }),
      item('Radiographs of the hip', { service: 'diag.xray', category: 'diag' }),
      item('EMG of the right arm', { service: 'diag.emg', category: 'diag', bodyParts: ['upper_extremity'] }),
      item('Personal trainer', {
        reviewer: {
          printed: 'Decision based on MTUS ACOEM Chapter 5, page 83.',
          basis: 'mtus',
          citations: [{ guideline: 'mtus.acoem2.ch05', family: 'mtus.acoem2' }],
        },
      }),
      item('TENS unit for ten weeks', { service: 'dme.tens', category: 'dme' }),
      item('Ten visits', {}),
    ],
  }),
];

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters(letters);
});
afterAll(() => opened.close());

const ask = (q: string, literal: string[] = [], summary = false) => understand(opened.index, { q, filters: {}, summary, literal });
const idsOf = (where: QueryNode) => opened.oracle.each({ where, filters: [], sort: 'case' }).map((id) => id.replace('dwc:', ''));
const found = async (q: string, literal: string[] = []) => idsOf((await ask(q, literal)).where);
/** What is told in short: "kind typed > what". */
const told = (parts: readonly UnderstoodPart[]) =>
  parts.map((part) => {
    if (part.kind === 'note') return `note ${part.typed}`;
    if (part.kind === 'corrected' || part.kind === 'suggested') return `${part.kind} ${part.typed} > ${part.used} (${part.items})`;
    if (part.kind === 'idle') return `idle ${part.words.join(', ')}${part.instead === null ? '' : ' > decision'}`;
    if (part.kind === 'either') return `either ${part.sides.join(' | ')}`;
    if (part.kind === 'days') return `days ${part.typed} > ${part.from ?? ''}..${part.to ?? ''}`;
    return `${part.kind} ${part.typed} > ${part.field ?? ''}:${part.values.map(({ value }) => value).join('|')}`;
  });

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

describe('names of one thing', () => {
  it('find each other in every spelling, and the items of the service', async () => {
    const all = ['CM17-0000002#1', 'CM17-0000002#2'];
    for (const q of ['x-ray', 'xray', 'x ray', 'X-rays', 'radiograph', 'radiographs', 'plain films']) expect(await found(q)).toEqual(all);
    expect(told((await ask('x ray')).parts)).toEqual(['synonyms x ray > service:diag.xray']);
    expect(await found('x-ray', ['x-ray'])).toEqual(['CM17-0000002#1']);
  });

  it('find brand and generic drugs from either side', async () => {
    const both = ['CM16-0000001#1', 'CM16-0000001#2'];
    for (const q of ['norco', 'vicodin', 'hydrocodone', 'hydrocodone/acetaminophen']) expect(await found(q)).toEqual(both);
    expect(told((await ask('norco')).parts)).toEqual(['synonyms norco > drug:hydrocodone/acetaminophen']);
    expect(await found('norco', ['norco'])).toEqual(['CM16-0000001#1']);
  });

  it('find a body part that the words of the item leave to another item', async () => {
    expect(await found('shoulder')).toEqual(['CM16-0000001#3', 'CM17-0000002#1']);
  });

  it('PT is therapy where a request of the words would be, and a clotting time beside PTT', async () => {
    expect(await found('PT shoulder')).toEqual(['CM16-0000001#3']);
    expect(await found('PT PTT')).toEqual(['CM16-0000001#4']);
    expect((await ask('PT PTT')).named).toContainEqual({ field: 'service', values: ['diag.lab'] });
  });

  it('a wider name finds the narrower, and not the other way', async () => {
    expect(await found('EMG/NCV')).toEqual(['CM17-0000002#3']);
    expect((await ask('ncv')).where).not.toMatchObject({ children: expect.arrayContaining([expect.objectContaining({ words: ['emg'] })]) });
  });

  it('short names are no stems: TENS is not ten', async () => {
    expect(await found('TENS')).toEqual(['CM17-0000002#5']);
    expect(await found('ten')).toContain('CM17-0000002#6');
  });

  it('abbreviations that mean other things stay words', async () => {
    for (const q of ['MS', 'IT', 'or', 'PA', 'OR knee'.slice(3)])
      expect((await ask(q)).parts.filter((part) => part.kind === 'synonyms' && part.also.length > 0)).toEqual([]);
  });
});

describe('the concepts', () => {
  it('are the things typed, with words that tell nothing by themselves marked', async () => {
    const { concepts } = await ask('physical therapy of the shoulder without x ray');
    expect(concepts?.map(({ typed, slight }) => (slight ? `(${typed})` : typed))).toEqual([
      'physical therapy',
      'shoulder',
      '(without)',
      'x ray',
    ]);
  });

  it('stand beside conditions that were typed as such', async () => {
    const { concepts, conditions } = await ask('decision:overturned chiropractic');
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect(conditions).toMatchObject([{ kind: 'filter', filter: { field: 'decision', values: ['overturned'] } }]);
  });

  it.each(['"x-ray"', 'x-ray OR hip', '+x-ray', '(x-ray)', 'x-ray NOT hip', 'radiograph* x-ray'])(
    '%s is strict and as typed',
    async (q) => {
      const { concepts, where } = await ask(q);
      expect(concepts).toBeNull();
      expect(where).toEqual(await readQuery(opened.index, q, false));
    },
  );

  it('of a strict query are still named, for the order and for telling a mention', async () => {
    expect((await ask('"spinal cord stimulator"')).named).toContainEqual({ field: 'service', values: ['inj.scs'] });
  });
});

describe('how the review ended', () => {
  it('is a condition that is told and can be taken as typed', async () => {
    const { parts, conditions, concepts } = await ask('overturned chiropractic');
    expect(told(parts)).toEqual(['filter overturned > decision:overturned', 'synonyms chiropractic > service:rehab.chiro']);
    expect(conditions).toHaveLength(1);
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect(await found('overturned chiropractic')).toEqual(['CM14-0000001#2']);
    expect(await found('overturned chiropractic', ['overturned'])).toEqual([]);
  });

  it('is not read between quotes', async () => {
    expect((await ask('"overturned" chiropractic')).conditions).toEqual([]);
    expect((await ask('"approved" chiropractic')).conditions).toEqual([]);
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
    'UR did not cite ODG',
  ])('is none: %s', async (q) => {
    const { parts } = await ask(`chiropractic ${q}`);
    expect(parts.filter(({ kind }) => kind === 'filter' || kind === 'days')).toEqual([]);
  });

  it.each(['in 2016', 'citing MTUS', 'lack of documentation', 'UR cited nothing'])('is one without it: %s', async (q) => {
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
    ['knee brace or physical therapy', 'knee brace | physical therapy + '],
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
    const { parts, conditions, concepts } = await ask('chiropractic since 2014');
    expect(told(parts)).toEqual(['synonyms chiropractic > service:rehab.chiro', 'days since 2014 > 2014-01-01..']);
    expect(conditions).toMatchObject([{ kind: 'filter', filter: { field: 'decidedOn', from: '2014-01-01', to: null } }]);
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect((await ask('chiropractic since 2014', ['since 2014'])).conditions).toEqual([]);
  });

  it('of several periods need only one, and of open ones each', async () => {
    expect((await ask('2014, 2016')).where).toMatchObject({ kind: 'or' });
    expect((await ask('after 2014 before 2016')).where).toMatchObject({ kind: 'and' });
  });

  it('that cannot be are told, and stay words', async () => {
    const { parts, conditions } = await ask('chiropractic 02/30/2017');
    expect(told(parts)).toContain('note 02/30/2017');
    expect(conditions).toEqual([]);
  });
});

describe('what is said of a query', () => {
  const notes = async (q: string) => (await ask(q)).parts.flatMap((part) => (part.kind === 'note' ? [part.text] : []));

  it.each(['not shoulder', 'MRI not shoulder', 'not kazoo', 'except acupuncture', 'excluding kazoo'])('%s: how to leave out', async (q) => {
    expect(await notes(q)).toEqual([expect.stringMatching(/type NOT (\w+) or -\1\.$/)]);
  });

  it.each([
    'not medically necessary',
    'not recommended',
    'films without contrast',
    'NOT shoulder',
    '-shoulder',
    'no red flags',
    'shoulder not',
    'the request did not specify',
  ])('%s: nothing of the kind', async (q) => {
    expect((await notes(q)).filter((text) => /leave items out/.test(text))).toEqual([]);
  });

  it.each([
    ['overturn rate of acupuncture', 'acupuncture'],
    ['acupuncture overturn rate', 'acupuncture'],
    ['how often is acupuncture overturned', 'acupuncture'],
    ['what percentage of x-rays were upheld', 'x-rays'],
    ['rate of acupuncture', 'acupuncture'],
    ['odds of overturning acupuncture', 'acupuncture'],
  ])('%s: the items, and where their rates are', async (q, left) => {
    const { concepts, conditions } = await ask(q);
    expect([concepts?.map(({ typed }) => typed), conditions]).toEqual([[left], []]);
    expect(await notes(q)).toEqual([expect.stringMatching(/under Analytics\.$/)]);
  });

  it.each(['heart rate', 'success', 'overturned acupuncture', 'flow rate of acupuncture'])('%s asks for no rate', async (q) => {
    expect((await notes(q)).filter((text) => /Analytics/.test(text))).toEqual([]);
  });

  it.each(['shoulder?', 'left shoulder?', 'shoulder? brace'])('%s: that a ? stands for no letter', async (q) => {
    expect(await notes(q)).toContainEqual(expect.stringMatching(/type shoulder\*\.$/));
    expect((await ask(q)).parts.every(({ at, typed }) => q.slice(at.start, at.end) === typed)).toBe(true);
  });

  it.each(['why was acupuncture upheld?', 'is yoga necessary?', 'acupuncture'])('%s is a question', async (q) => {
    expect((await notes(q)).filter((text) => /stands for no letter/.test(text))).toEqual([]);
  });

  it('capitals throughout are words, and that is told', async () => {
    expect(await notes('SHOULDER AND ACUPUNCTURE')).toEqual([expect.stringMatching(/^All is in capitals, so “AND” is a word here/)]);
    expect((await ask('SHOULDER AND ACUPUNCTURE')).concepts?.map(({ typed }) => typed)).toEqual(['SHOULDER', 'ACUPUNCTURE']);
    expect(await notes('SHOULDER ACUPUNCTURE')).toEqual([]);
    expect(await notes('shoulder AND acupuncture')).toEqual([]);
  });
});

describe('a guideline typed with its place', () => {
  it('is whoever cites it, where the query is nothing else', async () => {
    const { parts, conditions, concepts } = await ask('ACOEM chapter 5 page 83');
    expect(told(parts)).toEqual(['filter ACOEM chapter 5 page 83 > citation:mtus.acoem2.ch05|p.83']);
    expect(conditions).toHaveLength(1);
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
    expect((await ask('ODG')).conditions).toEqual([]);
  });
});

describe('a misspelt word', () => {
  it('that stands nowhere is taken as its neighbour, told, and left alone where it is taken as typed', async () => {
    expect(told((await ask('accupuncture')).parts)).toEqual([
      'corrected accupuncture > acupuncture (1)',
      'synonyms accupuncture > service:rehab.acupuncture',
    ]);
    expect(await found('accupuncture')).toEqual(['CM14-0000001#1']);
    expect(await found('accupuncture', ['accupuncture'])).toEqual([]);
  });

  it('of a drug finds the drug by all its names', async () => {
    expect(told((await ask('cyclobenzaprene')).parts)).toEqual([
      'corrected cyclobenzaprene > cyclobenzaprine (1)',
      'synonyms cyclobenzaprene > drug:cyclobenzaprine',
    ]);
    expect(await found('cyclobenzaprene')).toEqual(['CM16-0000001#5', 'CM16-0000001#6']);
    expect(await found('hydrocodne')).toEqual(['CM16-0000001#1', 'CM16-0000001#2']);
  });

  it('that is an outcome is a condition', async () => {
    expect(await found('overturnd chiropractic')).toEqual(['CM14-0000001#2']);
  });

  it('is no word of the vocabulary, of the case summary, or with a digit', async () => {
    for (const q of ['vicodin', 'ultrasound', 'discography', 'l4l5x'])
      expect(told((await ask(q)).parts).filter((part) => /^(?:corrected|suggested)/.test(part))).toEqual([]);
  });

  it('in a strict query is only offered', async () => {
    const { parts, where } = await ask('accupuncture OR gym');
    expect(told(parts)).toEqual(['suggested accupuncture > acupuncture (1)']);
    expect(where).toEqual(await readQuery(opened.index, 'accupuncture OR gym', false));
  });
});

describe('a search without results', () => {
  it('says what each word finds alone and what there is without it', async () => {
    const understanding = await ask('zzyzx shoulder');
    expect(await noResultCauses(opened.index, understanding, [])).toEqual([
      { what: 'zzyzx', at: { start: 0, end: 5 }, alone: 0, without: 2 },
      { what: 'shoulder', at: { start: 6, end: 14 }, alone: 2, without: 0 },
    ]);
  });

  it('says the same of conditions, filters and parts of a strict query', async () => {
    const filters = [{ field: 'decision' as const, values: ['upheld'] }];
    expect(await noResultCauses(opened.index, await ask('decision:overturned shoulder'), filters)).toMatchObject([
      { what: 'Decision: Overturned', alone: 2, without: 2 },
      { what: 'shoulder', alone: 2, without: 0 },
      { what: 'Decision: Upheld', at: null, alone: 13, without: 0 },
    ]);
    expect(await noResultCauses(opened.index, await ask('(gym OR zzyzx) NOT "acupuncture"'), [])).toMatchObject([
      { what: '(gym OR zzyzx)'.slice(1, -1), alone: 0, without: 14 },
      { what: 'NOT "acupuncture"', alone: 14, without: 0 },
    ]);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'x ray',
      'norco',
      'PT',
      'shoulder',
      'overturned',
      'not',
      'found',
      'necessary',
      'UR',
      'cites',
      'none',
      'ACOEM',
      'chapter 5',
      'page',
      '83',
      'L4-5',
      '2x6',
    ],
    ...[
      '0000001',
      'CM14',
      'of the',
      'OR',
      'NOT',
      '-',
      '+',
      '(',
      ')',
      '"',
      '~5',
      '*',
      'decision:upheld',
      'service:mri',
      '\u{1F600}',
      'שלום',
      '\u202e',
      '\ud800',
      '\u0301',
      '\n',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join(' ')),
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('there is an understanding with valid parts in the text, or a refusal of the query', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (q) => {
        try {
          const { where, parts, concepts } = await ask(q);
          expect(QueryNodeSchema.safeParse(where).success).toBe(true);
          for (const part of parts) {
            expect(UnderstoodPartSchema.safeParse(part).success).toBe(true);
            expect(q.slice(part.at.start, part.at.end)).toBe(part.typed);
          }
          for (const { typed, at } of concepts ?? []) expect(q.slice(at.start, at.end)).toBe(typed);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe('bad-query');
        }
      }),
      // A word that tells a note is told as it stands in the query, with its quotes.
      { numRuns: 400, examples: [['" OR "']] },
    );
  });

  it('with all words taken as typed it is the tree of the query language', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (q, summary) => {
        const tree = await readQuery(opened.index, q, summary).catch((error: unknown) =>
          error instanceof AppError ? null : Promise.reject(error),
        );
        if (tree === null) await expect(ask(q, ['*'], summary)).rejects.toThrow(AppError);
        else expect((await ask(q, ['*'], summary)).where).toEqual(tree);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['knee ', 'norco ', 'UR cites ', 'found not ', 'L4-5 ', 'zzyzzx ', 'x \u{1F600} ', 'x ray year:2016 '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear((text) => ask(text), piece, 2_000);
      await expectLinear((text) => ask(`decision:upheld ${text}`), piece, 1_980);
    },
  );
});
