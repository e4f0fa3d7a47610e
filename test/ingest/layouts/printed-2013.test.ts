/** How letters of 2013 are printed and converted: joined lines, footers, marks, a decision once or twice. All of them fictional. */
import { describe, expect, it } from 'vitest';
import type { Determination } from '#contract/determination.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';
import { codes, FIRST, NOTICE, REVIEW, read, SECOND, told } from './letters-2013.ts';

describe('the notice of 2013', () => {
  const parts = (determination: Determination) => ({
    told: told(determination),
    summary: determination.clinicalSummary?.value,
    specialty: determination.reviewer.specialtyAsPrinted?.value,
    states: determination.reviewer.licensedStates.map(({ value }) => value),
    rationales: determination.items.map(({ rationale }) => rationale?.value),
    sides: determination.items.map(({ guidelines }) =>
      [guidelines.administrator, guidelines.reviewer].map((side) => side.asPrinted?.value),
    ),
  });
  it('is read as with its lines where a converter joined them all, though that is told', async () => {
    const joined = await read(NOTICE.replaceAll(/\s+/g, ' '));
    expect(parts(joined)).toEqual(parts(await read(NOTICE)));
    expect(codes(joined)).toContain('layout.weak');
  });

  it.each([1, 2, 3, 4, 5, 6])('and so are fictional letters: %i', async (seed) => {
    const text = toText(makeLetter({ seed, layout: '2013-notice' }));
    const squeezed = (determination: Determination) => JSON.parse(JSON.stringify(parts(determination)).replaceAll(/-\s+/g, '-'));
    expect(squeezed(await read(text.replaceAll(/\s+/g, ' ')))).toEqual(squeezed(await read(text)));
  });

  it('is read without its footers and a typist’s mark, and says where it breaks off', async () => {
    const footer = (page: number) => `\n\nFinal Letter of Determination      Form Effective 5.16.13              Page ${page} of 4\n\n`;
    const printed = NOTICE.replace('is licensed to', `is${footer(2)}licensed to`).replace(
      'are second thoughts.\n',
      `are second${footer(3)}thoughts.\n`,
    );
    const plain = await read(NOTICE);
    expect(parts(await read(`${printed}/bh${footer(4)}`))).toEqual(parts(plain));
    expect(codes(plain)).not.toContain('text.broken_off');
    const { messages } = await read(`${NOTICE.trimEnd()} The guideline gives no recommenda`);
    expect(messages.map(({ code }) => code)).toContain('text.broken_off');
  });
});

const gradesOf = (determination: Determination) => determination.items.map(({ decision }) => [decision?.value, decision?.grade]);

describe('a decision of 2013', () => {
  it('is stated where the letter prints it twice alike, and inferred where it prints it once', async () => {
    expect(gradesOf(await read(NOTICE))).toEqual([
      ['upheld', 'stated'],
      ['overturned', 'stated'],
    ]);
    const once = await read(NOTICE.replace(`${FIRST}\n\n${SECOND}\n\nMedical`, `${SECOND}\n\nMedical`));
    expect(gradesOf(once)).toEqual([
      ['upheld', 'inferred'],
      ['overturned', 'stated'],
    ]);
    expect(once.items[0]?.decision?.rule).toMatch(/\.once$/);
    expect(gradesOf(await read(REVIEW))).toEqual([
      ['upheld', 'inferred'],
      ['overturned', 'inferred'],
    ]);
  });

  it('is undetermined as before where it is, and stated in every layout of which there are letters', async () => {
    const conflict = await read(NOTICE.replace(SECOND, SECOND.replace('is medically', 'is not medically')));
    expect(gradesOf(conflict)[1]).toEqual(['undetermined', 'stated']);
    for (const layout of ['2014', '2016', '2018'] as const) {
      const grades = gradesOf(await read(toText(makeLetter({ seed: 3, layout })))).map(([, grade]) => grade);
      expect([layout, ...new Set(grades)]).toEqual([layout, 'stated']);
    }
  });
});
