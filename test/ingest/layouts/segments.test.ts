/** Where items, headings and sections start and end, in letters that a reader, a page or a writer made awkward. Fictional. */
import { describe, expect, it } from 'vitest';
import type { Determination } from '#contract/determination.ts';
import { readLetter } from '../../../ingest/pipeline.ts';

const HEADER =
  'Case Number: CM16-9000001\nDate Assigned: 11/09/2016 Date of Injury: 10/13/2015\nDecision Date: 12/09/2016 UR Denial Date: 11/03/2016\nPriority: Standard Application Received: 11/04/2016\n';
const FRONT = `${HEADER}
HOW THE IMR FINAL DETERMINATION WAS MADE
The reviewer holds an active licence.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The worker hurt a knee.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
`;
const FIELDS =
  'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n\nDecision rationale: ';
const item = (heading: string, rationale: string) => `\n${heading}\n\n${FIELDS}${rationale}\n`;

async function read(text: string): Promise<Determination> {
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter.determination;
}

const told = (determination: Determination) =>
  determination.items.map((one) => ({
    heading: one.heading?.value ?? null,
    decision: one.decision?.value ?? null,
    rationale: one.rationale?.value ?? null,
  }));
const codes = (determination: Determination) => determination.messages.map((message) => message.code);

const SECOND = { heading: 'Ice packs, 6', decision: 'overturned', rationale: 'Ice helps. The request is medically necessary.' };
const LAST = item(`${SECOND.heading}: Overturned`, SECOND.rationale);

describe('a rationale that quotes', () => {
  it.each([
    [
      'the administrator’s label',
      'First thoughts.\nClaims Administrator guideline: this is what the letter says.\nTherefore, the request is not medically necessary.',
    ],
    ['the reviewer’s label', 'First thoughts.\nMAXIMUS guideline: as cited above.\nTherefore, the request is not medically necessary.'],
    [
      'the label of the rationale',
      'First thoughts.\nDecision rationale: as given above.\nTherefore, the request is not medically necessary.',
    ],
    [
      'a heading of another letter and a label',
      'An earlier letter says:\nYoga, 12 visits: Upheld\nClaims Administrator guideline: none.\nThat is not this case. The request is not medically necessary.',
    ],
  ])('%s holds no other item, and the doubt is reported', async (_, rationale) => {
    const determination = await read(FRONT + item('Knee brace: Upheld', rationale) + LAST);
    expect(told(determination)).toEqual([{ heading: 'Knee brace', decision: 'upheld', rationale: rationale.replace(/\n/g, ' ') }, SECOND]);
    expect(codes(determination)).toContain('item.doubtful');
  });
});

describe('a heading behind an empty line is whole', () => {
  it.each([
    ['Sleep drops 10 mg at night q.h.s.\n#30 with 2 refills', 'Sleep drops 10 mg at night q.h.s. #30 with 2 refills'],
    ['Visit with the treating physician Dr.\nSmith, orthopedics', 'Visit with the treating physician Dr. Smith, orthopedics'],
    ['Consultation etc.\nand care.\nOf the knee', 'Consultation etc. and care. Of the knee'],
  ])('%j', async (printed, heading) => {
    const determination = await read(
      FRONT + item('Knee brace: Upheld', 'No. The request is not medically necessary.') + item(`${printed}: Overturned`, SECOND.rationale),
    );
    expect(told(determination)[1]).toEqual({ ...SECOND, heading });
    expect(told(determination)[0]?.rationale).toBe('No. The request is not medically necessary.');
  });

  it('also where a part was authorized, in whatever lines', async () => {
    const printed =
      'Yoga 9 visits was the original request. Yoga 3 visits was authorized by the Claims\nAdministrator.\nThe remaining IMR eligible portion of the original request, Yoga 6 visits is: Upheld';
    const [, second] = (await read(FRONT + item('Knee brace: Upheld', 'No.') + item(printed, 'No.'))).items;
    expect([second?.originalRequest?.value, second?.authorizedAtUr?.value, second?.inDispute?.value, second?.urAction?.value]).toEqual([
      'Yoga 9 visits',
      'Yoga 3 visits',
      'Yoga 6 visits',
      'modified',
    ]);
  });
});

describe('without empty lines', () => {
  const squeeze = (text: string) => text.replace(/\n{2,}/g, '\n');
  it('a heading starts behind the last sentence', async () => {
    const determination = await read(
      squeeze(FRONT + item('Knee brace: Upheld', 'It is not.\nThe request is not medically necessary.') + LAST),
    );
    expect(told(determination)).toEqual([
      { heading: 'Knee brace', decision: 'upheld', rationale: 'It is not. The request is not medically necessary.' },
      SECOND,
    ]);
  });

  it('and behind a verdict that lost its full stop, at a page border too', async () => {
    for (const border of ['', '\f']) {
      const text = squeeze(FRONT + item('Knee brace: Upheld', 'The request is not medically necessary')).trimEnd();
      const determination = await read(`${text}\n${border}${squeeze(LAST).trimStart()}`);
      expect(told(determination)[0]?.rationale).toBe('The request is not medically necessary');
      expect(told(determination)[1]).toEqual(SECOND);
    }
  });
});

describe('what stands on a page beside the letter is no part of it', () => {
  const page = (number: number, of: number) => [
    `${number}`,
    `Page ${number} of ${of}`,
    `- ${number} -`,
    `Final Determination Letter for IMR Case Number CM16-9000001 ${number}`,
  ];
  it.each([0, 1, 2, 3])('page numbers in form %i', async (form) => {
    const first = FRONT + item('Knee brace: Upheld', 'No. The request is not medically necessary.');
    const [heading, rest] = ['\nIce\n', `packs, 6: Overturned\n\n${FIELDS}Ice helps. The request\n`];
    const text = [first + heading + page(1, 3)[form], rest + page(2, 3)[form], `is medically necessary.\n${page(3, 3)[form]}\n`].join(
      '\n\f',
    );
    const determination = await read(text);
    expect(told(determination)[1]).toEqual({
      heading: 'Ice packs, 6',
      decision: 'overturned',
      rationale: 'Ice helps. The request is medically necessary.',
    });
  });

  it('a line that repeats on most pages', async () => {
    const pages = [
      FRONT + item('Knee brace: Upheld', 'No. It is\n'),
      'one\ntwo\nthree\n',
      'four\nfive\nsix\n',
      'and not medically necessary.\n',
    ].map((text) => `Fictional letters, volume 7\n${text}`);
    const [first] = told(await read(pages.join('\f')));
    expect(first?.rationale).toBe('No. It is one two three four five six and not medically necessary.');
  });

  it('but a number of the letter itself stays', async () => {
    const [first] = told(
      await read(`${FRONT}${item('Knee brace: Upheld', 'The count was\n60\nof 90. The request is not medically necessary.')}`),
    );
    expect(first?.rationale).toContain('60 of 90');
  });
});

describe('titles', () => {
  it.each([
    [
      'prose with the words of a title',
      (text: string) =>
        text.replace(
          'The worker hurt a knee.',
          'The worker hurt a knee. The medical\ndocuments reviewed include films. The\nclinical case summary ends.',
        ),
      'The worker hurt a knee. The medical documents reviewed include films. The clinical case summary ends.',
    ],
    ['a comma more', (text: string) => text.replace('DECISIONS AND', 'DECISIONS, AND'), 'The worker hurt a knee.'],
    ['an ampersand', (text: string) => text.replace('DECISIONS AND', 'DECISIONS &'), 'The worker hurt a knee.'],
    [
      'a title in small letters',
      (text: string) => text.replace('CLINICAL CASE SUMMARY', 'Clinical Case Summary'),
      'The worker hurt a knee.',
    ],
    ['the items’ title lost', (text: string) => text.replace('IMR ISSUES, DECISIONS AND RATIONALES\n', ''), 'The worker hurt a knee.'],
  ])('%s', async (_, change, summary) => {
    const determination = await read(change(FRONT) + LAST);
    expect(determination.clinicalSummary?.value).toBe(summary);
    expect(told(determination)).toEqual([SECOND]);
  });
});

describe('labels', () => {
  it.each([
    ['in the middle of a line', (text: string) => text.replace(/\n\nMAXIMUS/g, ' MAXIMUS')],
    ['without their colon', (text: string) => text.replace(/guideline: Decision/g, 'guideline Decision')],
    ['in other letters', (text: string) => text.replace(/MAXIMUS guideline/g, 'Maximus guideline')],
    [
      'with marks of bold type',
      (text: string) => text.replace(/^(Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:)/gm, '** $1 **'),
    ],
  ])('%s are labels', async (_, change) => {
    const determination = await read(change(FRONT + item('Knee brace: Upheld', 'No. The request is not medically necessary.') + LAST));
    expect(told(determination)).toEqual([
      { heading: 'Knee brace', decision: 'upheld', rationale: 'No. The request is not medically necessary.' },
      SECOND,
    ]);
    expect(determination.items.map((one) => one.guidelines.reviewer.basis?.value)).toEqual(['mtus', 'mtus']);
  });

  it('that are missing lose no item in silence', async () => {
    const determination = await read(
      `${FRONT}${item('Knee brace: Upheld', 'No. The request is not medically necessary.')}\nIce packs, 6: Overturned\n`,
    );
    expect(told(determination)).toHaveLength(1);
    expect(codes(determination)).toContain('item.doubtful');
  });
});

describe('plain text', () => {
  it('with a count at a line start stays plain text', async () => {
    const determination = await read(FRONT + item('Knee drops 10/325 mg\n# 60: Upheld', 'No.') + LAST);
    expect(told(determination)[0]).toMatchObject({ heading: 'Knee drops 10/325 mg # 60', decision: 'upheld' });
    expect(determination.source.mediaType).toBe('text/plain');
  });

  it('with one broken byte stays UTF-8, and the byte is reported', async () => {
    const bytes = [...new TextEncoder().encode(FRONT + item('“Knee” brace – left: Upheld', 'No.')), 0xff];
    const result = await readLetter(Uint8Array.from(bytes), 'letter.txt');
    const determination = result.ok ? result.letter.determination : null;
    expect(determination?.items[0]?.heading?.value).toBe('“Knee” brace – left');
    expect(determination?.messages.map((message) => message.code)).toContain('text.bad_characters');
  });
});

describe('Markdown and HTML', () => {
  it('keep what only looks like a tag', async () => {
    const text =
      FRONT.replace(/^([A-Z ,]{12,})$/gm, '### $1') +
      item('Knee brace: Upheld', 'The pain was <mild pain> at rest. The request is not medically necessary.');
    const determination = await read(text);
    expect(determination.source.mediaType).toBe('text/markdown');
    expect(determination.items[0]?.rationale?.value).toContain('<mild pain>');
  });

  it('nested beyond all measure are read to the end', async () => {
    const deep = 20_000;
    const paragraphs = (FRONT + LAST)
      .split(/\n+/)
      .map((line) => `<p>${line}</p>`)
      .join('');
    const determination = await read(`<!doctype html><body>${'<div>'.repeat(deep)}${paragraphs}${'</div>'.repeat(deep)}</body>`);
    expect(determination.items).toHaveLength(1);
  });
});

describe('the header', () => {
  it('gives the only case number where labels and values cannot be paired', async () => {
    const determination = await read(
      FRONT.replace(HEADER, 'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\nCM16-9000001\n11/09/2016\nStandard\n') + LAST,
    );
    expect(determination.caseNumber).toMatchObject({ value: 'CM16-9000001', grade: 'inferred' });
  });
});
