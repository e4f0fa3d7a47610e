/** The layouts of 2013, in letters a little different from each other. All of them fictional; no whole letter was at hand. */
import { describe, expect, it } from 'vitest';
import { codes, FIRST, NOTICE, REVIEW, read, SECOND, told } from './letters-2013.ts';

describe('the notice of 2013', () => {
  it('is read whole: prose dates, both printings, the copied summary, the documents', async () => {
    const determination = await read(NOTICE);
    expect(determination.layout.id).toBe('maximus-2013-notice');
    expect(told(determination)).toEqual([
      ['aqua therapy, 12 visits', 'upheld'],
      ['an MRI without contrast', 'overturned'],
    ]);
    const { decided, applicationReceived, urDenial, assigned } = determination.dates;
    expect([decided, applicationReceived, urDenial, assigned].map((date) => date?.value)).toEqual([
      '2013-09-06',
      '2013-08-09',
      '2013-07-03',
      '2013-08-20',
    ]);
    expect(determination.clinicalSummary?.value).toBe('The worker fell off a ladder.');
    expect(determination.documentsReviewed.map(({ value }) => value)).toEqual(['Application', 'Records of the clinic']);
    expect(determination.reviewer.specialtyAsPrinted?.value).toBe('Family Practice');
    expect(determination.items.map((item) => item.rationale?.value)).toEqual([
      'First thoughts. 2) are second thoughts. The Claims Administrator based it on nothing. It is too much.',
      'It fits.',
    ]);
    expect(determination.items[0]?.decision?.evidence).toHaveLength(2);
    expect(codes(determination)).toContain('summary.from_ur');
  });

  it('is undetermined where the printings do not agree', async () => {
    const determination = await read(NOTICE.replace(SECOND, SECOND.replace('is medically', 'is not medically')));
    expect(told(determination)[1]).toEqual(['an MRI without contrast', 'undetermined']);
    expect(codes(determination)).toContain('item.decision_conflict');
  });

  it('joins decisions to items by what was requested, not by order: one whose statement is lost has none', async () => {
    for (const text of [NOTICE.replaceAll(FIRST, ''), NOTICE.replaceAll(FIRST, '').replaceAll('2) MAXIMUS', 'MAXIMUS')]) {
      const determination = await read(text);
      expect(told(determination)).toEqual([
        ['aqua therapy, 12 visits', null],
        ['an MRI without contrast', 'overturned'],
      ]);
      expect(determination.items[0]?.guidelines.administrator.asPrinted?.value).toContain('Official Disability Guidelines');
    }
  });

  it('is undetermined for an item while the letter decides another request', async () => {
    const determination = await read(NOTICE.replaceAll('request for aqua\ntherapy, 12 visits', 'request for a walking stick'));
    expect(told(determination)).toEqual([
      ['aqua therapy, 12 visits', 'undetermined'],
      ['a walking stick', 'upheld'],
      ['an MRI without contrast', 'overturned'],
    ]);
    expect(codes(determination)).toContain('item.decision_conflict');
  });

  it('ends a heading at a title over the parts', async () => {
    const title = 'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision\n';
    const determination = await read(NOTICE.replaceAll(FIRST, '').replace('12 visits:\n', `12 visits:\n\n${title}\n`));
    expect(told(determination)[0]).toEqual(['aqua therapy, 12 visits', null]);
  });

  it.each([
    ['“Maximus”', (text: string) => text.replaceAll('MAXIMUS Federal Services, Inc.', 'Maximus Federal Services')],
    [
      'titles without colons, in capitals',
      (text: string) =>
        text.replace(/^(Case Summary|Documents Reviewed[^:]*|Medical Qual[^:]*):/gm, (all) => all.slice(0, -1).toUpperCase()),
    ],
    ['no empty lines', (text: string) => text.replace(/\n{2,}/g, '\n')],
    ['one printing only', (text: string) => text.replace(`${FIRST}\n\n${SECOND}\n\nMedical`, 'Medical')],
  ])('is read with %s', async (_, change) => {
    expect(told(await read(change(NOTICE)))).toEqual(told(await read(NOTICE)));
  });
});

describe('the review of late 2013', () => {
  it('tells its decisions as sentences or as words', async () => {
    const determination = await read(REVIEW);
    expect(determination.layout.id).toBe('maximus-2013-review');
    expect(told(determination)).toEqual([
      ['A knee brace', 'upheld'],
      ['A cane', 'overturned'],
    ]);
    expect(determination.items.map((item) => item.rationale?.value)).toEqual(['It is too much.', 'It fits.']);
    expect(determination.items[0]?.guidelines.administrator.asPrinted?.value).toMatch(/^The Claims Administrator based its decision on/);
  });

  it('is read without the title over its items', async () => {
    const lead = /The Final Determination was based[^:]*:/;
    for (const text of [REVIEW.replace('IMR DECISION(S) AND RATIONALE(S)\n', ''), REVIEW.replace(/IMR DECISION\(S\)[^:]*:/, '')]) {
      const determination = await read(text);
      expect(told(determination)).toEqual(told(await read(REVIEW)));
      expect(determination.clinicalSummary?.value).toBe('The worker fell.');
      expect(determination.clinicalSummary?.value).not.toMatch(lead);
    }
  });

  it.each([
    ['Neither the brace nor the cane is medically necessary and appropriate.', 'upheld'],
    ['No further brace is medically necessary and appropriate.', 'upheld'],
    ['Only 6 of the 12 requested visits are medically necessary and appropriate.', 'overturned_in_part'],
  ])('looks at the subject of its headings: %s', async (heading, decision) => {
    const determination = await read(REVIEW.replace('A knee brace is not medically necessary and appropriate.', heading));
    expect(told(determination)[0]?.[1]).toBe(decision);
  });

  it('keeps a number out of the request', async () => {
    expect(told(await read(REVIEW.replace('2. A cane', '2) Norco 10/325 mg')))[1]).toEqual(['Norco 10/325 mg', 'overturned']);
  });

  // The first heading lost its end; what stands in the rationale behind it may be another item's.
  it.each([
    ['A knee brace', 'overturned'],
    ['A knee brace is not med- ically necess', 'undetermined'],
    ['A knee brace is not medically necessary and pages 4-6', 'undetermined'],
    ['An MRI of the neck', 'undetermined'],
  ])('takes a decision from the rationale only where it is surely on the heading %j', async (heading, decision) => {
    const text = REVIEW.replace('A knee brace is not medically necessary and appropriate.', heading);
    const own = 'The requested knee brace is medically necessary.';
    expect(told(await read(text.replace('It is too much.', own)))[0]?.[1]).toBe(decision);
    // Where the numbers leave out an item, or one side is missing, nothing is sure.
    expect(told(await read(text.replace('It is too much.', own).replace('2. A cane', '3. A cane')))[0]?.[1]).toBe('undetermined');
    expect(told(await read(text.replace('It is too much.', own).replace(/The Claims Administrator based.*\n/, '')))[0]?.[1]).toBe(
      'undetermined',
    );
  });

  it('has no decision where neither heading nor rationale tells one', async () => {
    const determination = await read(REVIEW.replace(': Overturned', ''));
    expect(told(determination)[1]).toEqual(['A cane', null]);
    expect(codes(determination)).toContain('item.decision_missing');
  });
});

const professional = (rationale: string, title = 'IS/WAS NOT\nMEDICALLY NECESSARY') => `MEDICAL PROFESSIONAL REVIEW
IMR Case Number: CM13-9000003
ISSUE AT DISPUTE:
Is the request for a knee brace medically necessary?
CASE SUMMARY:
The worker fell.
DOCUMENTS REVIEWED FOR DETERMINATION:
1. Application
2. Records
MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
Official Disability Guidelines (ODG).
RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE ${title}:
${rationale}
MEDICAL REVIEWER QUALIFICATIONS:
The reviewer is board certified in Neurology and licensed in California and Nevada.
`;

const ISSUES = ['Flexeril 10 mg', 'MRI of the neck'];
const PARTS = ['The spasm is gone. It is not medically necessary.', 'There is new weakness. The requested MRI is medically necessary.'];
const listed = (mark: (index: number) => string) => {
  const lines = (texts: readonly string[]) => texts.map((text, index) => `${mark(index)}${text}`).join('\n');
  return professional(lines(PARTS)).replace('Is the request for a knee brace medically necessary?', lines(ISSUES));
};

describe('the professional review of 2013', () => {
  it.each([
    ['1. ', (index: number) => `${index + 1}. `],
    ['(1) ', (index: number) => `(${index + 1}) `],
    ['a. ', (index: number) => `${'ab'[index]}. `],
    ['(a) ', (index: number) => `(${'ab'[index]}) `],
    ['•', () => '•  '],
    ['- ', () => '- '],
  ])('has an item for each issue marked "%s"', async (_, mark) => {
    const determination = await read(listed(mark));
    expect(told(determination)).toEqual([
      ['Flexeril 10 mg', 'upheld'],
      ['MRI of the neck', 'overturned'],
    ]);
    expect(determination.items.map((item) => item.rationale?.value)).toEqual(PARTS);
  });

  it('has an item for each line of a plain list, and gives it the verdict that names it', async () => {
    const text = listed(() => '').replace('It is not', 'The requested Flexeril is not');
    expect(told(await read(text))).toEqual([
      ['Flexeril 10 mg', 'upheld'],
      ['MRI of the neck', 'overturned'],
    ]);
    expect(codes(await read(text))).not.toContain('consistency.heading_rationale');
    // A line that goes on is no list.
    expect(told(await read(text.replace('Flexeril 10 mg\n', 'Flexeril 10 mg and\n')))).toHaveLength(1);
  });

  it.each(['It is not medically necessary.', 'Flexeril is not medically necessary.'])(
    'takes %j from an item’s own part',
    async (verdict) => {
      const text = listed((index) => `${index + 1}. `);
      expect(told(await read(text.replace('It is not medically necessary.', verdict)))[0]).toEqual(['Flexeril 10 mg', 'upheld']);
    },
  );

  it('says nothing of the administrator, whose guidelines it never prints', async () => {
    const determination = await read(professional('The requested brace is medically necessary.'));
    expect(determination.messages.filter(({ code }) => code === 'item.field_missing')).toEqual([]);
  });

  it.each([
    ['The provider states the requested brace is medically necessary. There are no red flags. The request is denied.', null],
    ['The requested brace is medically necessary in those with a tear. This worker has none.', null],
    ['The requested brace is medically necessary. There are no red flags. The request is not certified.', 'undetermined'],
    ['UR found that the request is medically necessary. Therefore, the requested brace is notmedically necessary.', 'upheld'],
    ['The requested brace is medically necessary.', 'overturned'],
    ['The brace was read about.', null],
    ['The requested brace is medically necessary. The requested brace is not medically necessary.', 'undetermined'],
  ])('takes its decision from a sentence of the rationale, never from the title: %j', async (rationale, decision) => {
    const determination = await read(professional(rationale));
    expect(determination.layout.id).toBe('maximus-2013-professional');
    expect(told(determination)).toEqual([['a knee brace', decision]]);
    expect(determination.reviewer.licensedStates.map(({ value }) => value)).toEqual(['California', 'Nevada']);
    expect(determination.documentsReviewed.map(({ value }) => value)).toEqual(['Application', 'Records']);
  });

  it('lets a title that says one thing count together with a text that says the same', async () => {
    const text = 'A brace of this kind is medically necessary.';
    expect(told(await read(professional(text, 'IS MEDICALLY NECESSARY')))).toEqual([['a knee brace', 'overturned']]);
    expect(told(await read(professional(text)))).toEqual([['a knee brace', null]]);
  });

  it('reads the denial of a title that a scanner changed', async () => {
    const text = professional('A brace of this kind is medically necessary.', 'lS N0T MEDlCALLY NECESSARY');
    expect(told(await read(text))).toEqual([['a knee brace', null]]);
  });

  it('takes nothing from a title beside a verdict that cannot be read', async () => {
    const text = 'The request exceeds what is medically necessary. Hence, the brace is nol medica1ly nece ssary.';
    expect(told(await read(professional(text, 'IS MEDICALLY NECESSARY')))).toEqual([['a knee brace', null]]);
  });

  const APPROVED = 'The requested brace is medically necessary.';
  it.each([
    [
      'a side is told twice',
      'Official Disability Guidelines (ODG).',
      'The Claims Administrator based its decision on the ODG.\nThe Claims Administrator based its decision on the MTUS.',
    ],
    [
      'a title stands twice before the rationale',
      'Official Disability Guidelines (ODG).',
      'The ODG.\nDOCUMENTS REVIEWED FOR DETERMINATION:\nThe MTUS.',
    ],
    ['the only issue is one of several and nothing names it', 'Is the request for a knee brace medically necessary?', '1) Ativan 1 mg'],
    ['the verdict names another service', 'a knee brace medically', 'an MRI of the neck medically'],
  ])('tells no decision where %s: words are lost, and the rationale may be another item’s', async (_, words, instead) => {
    const determination = await read(professional(APPROVED).replace(words, instead));
    expect(determination.items.map(({ decision }) => decision?.value ?? null)).toEqual(['undetermined']);
    expect(codes(determination)).toContain('item.decision_conflict');
  });
});
