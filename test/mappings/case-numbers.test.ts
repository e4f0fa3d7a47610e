/** Case numbers by programme: each reads its own and none of another. */
import { describe, expect, it } from 'vitest';
import { PROGRAMME_IDS, PROGRAMMES } from '#contract/programmes.ts';
import { caseNumbersOf, letterIdInText, letterIdOf } from '#mappings/case-numbers.ts';

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
