import { describe, expect, it } from 'vitest';
import type { ExplainedValue } from '#contract/api.ts';
import { GRADE_FILTERS, readGrade, toGroups } from '../../web/src/features/explain/grades.ts';

const row = (
  label: string,
  item: number | null,
  grade: ExplainedValue['grade'],
  kind: ExplainedValue['kind'] = 'value',
): ExplainedValue => ({
  id: `${item}.${label}`,
  kind,
  item,
  label,
  path: label,
  value: grade === null && kind !== 'message' ? null : 'fictional',
  grade,
  rule: null,
  evidence: [],
});
const values = [
  row('Case number', null, 'stated'),
  row('Date of injury', null, null),
  row('Service', 1, 'inferred'),
  row('Side', 1, null),
  row('Decision', 2, 'stated'),
  row('item.doubtful', 2, null, 'message'),
];
const shown = (grade: string) =>
  toGroups(values, readGrade(grade)).map(({ title, read, notStated }) => [title, read.map((one) => one.label), notStated]);

describe('values by grade', () => {
  it('are all there, in the letter and its items, without the messages', () => {
    expect(shown('all')).toEqual([
      ['The letter as a whole', ['Case number'], ['Date of injury']],
      ['Item 1', ['Service'], ['Side']],
      ['Item 2', ['Decision'], []],
    ]);
  });

  it('leave out parts without a value of the grade', () => {
    expect(shown('stated')).toEqual([
      ['The letter as a whole', ['Case number'], []],
      ['Item 2', ['Decision'], []],
    ]);
    expect(shown('inferred')).toEqual([['Item 1', ['Service'], []]]);
    expect(shown('not_stated')).toEqual([
      ['The letter as a whole', [], ['Date of injury']],
      ['Item 1', [], ['Side']],
    ]);
  });

  it('are all shown for an address that names no grade', () => {
    expect(readGrade(null)).toBe('all');
    expect(readGrade('toString')).toBe('all');
    expect(GRADE_FILTERS.map(readGrade)).toEqual([...GRADE_FILTERS]);
  });
});
