/** Mappings of one's own: what is refused is said in a sentence; what is taken reads a table. */
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { lackingColumns, mappedProgramme, readMapping } from '../../../ingest/programmes/mapping.ts';

const MAPPING = {
  program: 'Aviary of 2020',
  columns: { 'Case No.': 'case number', Outcome: 'decision', Bird: 'ignored' },
  outcomes: { Kept: 'upheld', Reversed: 'overturned', Open: 'undetermined' },
};
const read = (given: unknown) => readMapping(typeof given === 'string' ? given : JSON.stringify(given), 'my.json');
function refused(given: unknown): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof AppError && error.code === 'usage') return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a mapping is refused', () => {
  it.each<[string, unknown, string]>([
    ['that is no JSON', '{"program"', '); a mapping was expected, as "imr mapping TABLE" drafts one.'],
    ['that is empty', '', 'my.json is no JSON'],
    ['that is a list', [], 'my.json is no mapping: '],
    ['without a program', { ...MAPPING, program: undefined }, 'my.json is no mapping: program: '],
    [
      'whose program has odd signs',
      { ...MAPPING, program: 'a/b' },
      'program: expected a name of its own, of letters, digits and blanks, at most 60',
    ],
    ['whose program is long', { ...MAPPING, program: 'a'.repeat(61) }, 'program: expected a name'],
    ['whose program is called as one that is known', { ...MAPPING, program: 'dmhc' }, 'program: expected a name of its own'],
    ['whose program has a sign that stands for a blank', { ...MAPPING, program: 'a_b' }, 'program: expected a name'],
    [
      'with a role that there is not',
      { ...MAPPING, columns: { ...MAPPING.columns, Bird: 'bird' } },
      'columns.Bird: "bird" is nothing a column may hold; one of these was expected: case number, decision, ',
    ],
    [
      'with an outcome that there is not',
      { ...MAPPING, outcomes: { Kept: 'kept' } },
      'outcomes.Kept: expected one of upheld, overturned, ',
    ],
    ['with a setting that there is not', { ...MAPPING, list: ';' }, '"list"'],
    [
      'without case numbers',
      { ...MAPPING, columns: { Outcome: 'decision' } },
      'my.json names no column for: case number. Every row needs one.',
    ],
    ['without anything', { ...MAPPING, columns: {} }, 'names no column for: case number, decision.'],
    [
      'with two outcomes',
      { ...MAPPING, columns: { ...MAPPING.columns, Bird: 'decision' } },
      'my.json names more than one column for: decision. One was expected.',
    ],
    ['with an empty separator', { ...MAPPING, lists: '' }, 'lists'],
  ])('%s', (_, given, told) => {
    expect(refused(given)).toContain(told);
    expect(refused(given)).not.toMatch(/\n|undefined is/);
  });

  it('with no more than five faults at once', () => {
    const columns = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, 'bird']));
    expect(refused({ ...MAPPING, columns }).match(/is nothing a column/g)).toHaveLength(5);
  });
});

describe('a mapping', () => {
  it('reads its outcomes, and no others', () => {
    const programme = mappedProgramme(read(MAPPING));
    expect(programme).toMatchObject({ programme: 'own-Aviary_of_2020', outcomeWords: 'Kept, Reversed, Open' });
    expect(['Kept', 'REVERSED', 'Open', 'Gone', ''].map(programme.outcome)).toEqual(['upheld', 'overturned', 'undetermined', null, null]);
  });

  it('takes any case number but one that would be the second of another', () => {
    const { caseNumber } = mappedProgramme(read(MAPPING));
    expect(['7', 'A/2020 #7', 'Büro 7', 'a~b', '~2x'].map(caseNumber)).toEqual(['7', 'A/2020 #7', 'Büro 7', 'a~b', '~2x']);
    expect(['7~2', `${'9'.repeat(101)}`, 'a\nb', 'a\u0000'].map(caseNumber)).toEqual([null, null, null, null]);
  });

  it('tells the values of a cell apart by its separator', () => {
    const valuesIn = mappedProgramme(read({ ...MAPPING, lists: '; ' })).valuesIn;
    const cell = ' wing;  tail;; ;beak ; ';
    expect(valuesIn?.(cell).map(({ start, end }) => cell.slice(start, end))).toEqual(['wing', 'tail;', ';beak']);
    const whole = mappedProgramme(read(MAPPING)).valuesIn;
    expect(whole?.('wing; tail')).toEqual([{ start: 0, end: 10 }]);
    expect(whole?.('[wing] [tail]')).toEqual([
      { start: 1, end: 5 },
      { start: 8, end: 12 },
    ]);
  });

  it('names columns that a header may lack, however these are written', () => {
    const mapping = read(MAPPING);
    expect(lackingColumns(['OUTCOME', 'case_no'], mapping)).toEqual(['Bird']);
    expect(lackingColumns(['OUTCOME', 'case_no'], mapping, ['case number', 'decision'])).toEqual([]);
    expect(lackingColumns(['Bird'], mapping, ['case number', 'decision'])).toEqual(['Case No.', 'Outcome']);
  });
});
