/** Case numbers by programme: each reads its own and none of another. */
import { describe, expect, it } from 'vitest';
import { PROGRAMME_IDS, PROGRAMMES } from '#contract/programmes.ts';
import { caseNumberBeginnings, caseNumbersOf, letterIdInText, letterIdOf } from '#mappings/case-numbers.ts';

describe('a case number', () => {
  it.each(PROGRAMME_IDS)('of %s is read by its own programme alone', (programme) => {
    const { caseNumber } = PROGRAMMES[programme];
    expect(caseNumbersOf(` ${caseNumber} `)).toEqual([caseNumber]);
    expect(letterIdOf(caseNumber.toLowerCase())).toBe(`${programme}:${caseNumber}`);
    expect(letterIdInText(`The fictional case ${caseNumber}, and ${caseNumber}.`)).toBe(`${programme}:${caseNumber}`);
    for (const other of PROGRAMME_IDS) {
      expect(letterIdOf(caseNumber, other)).toBe(other === programme ? `${programme}:${caseNumber}` : null);
    }
  });

  it.each(['', 'knee', 'MN14', '201913-112345', '2019-07-01', 'PR-2', '9792.24', 'XX14-12345', '555-1234'])('is not %s', (text) => {
    expect(caseNumbersOf(text)).toEqual([]);
    expect(letterIdOf(text)).toBeNull();
    expect(letterIdInText(text)).toBeNull();
  });
});

describe('the beginning of a case number', () => {
  it.each<[string, string[]]>([
    ['CM16-02', ['CM16-02']],
    ['cm1602', ['CM16-02']],
    ['cm16', ['CM16-']],
    ['#cm16-0213037', ['CM16-0213037']],
    ['16-02', ['CM16-02']],
    ['160213037', ['CM16-0213037']],
    ['mn14-1', ['MN14-1']],
    ['201907-', ['201907-']],
  ])('%s', (typed, expected) => {
    expect(caseNumberBeginnings(typed)).toEqual(expected);
  });

  it('of a serial alone is that of any year', () => {
    const found = caseNumberBeginnings('02130');
    expect(found).toContain('CM14-02130');
    expect(found).toContain('CM16-02130');
    expect(caseNumberBeginnings('16021')).toEqual(expect.arrayContaining(['CM16-021', 'CM14-16021']));
  });

  it.each(['cm', 'cm1', '2016', '1602', '12-1', 'knee', 'CM16-02130377', 'mn1', '2019'])('is not %s', (typed) => {
    expect(caseNumberBeginnings(typed)).toEqual([]);
  });
});
