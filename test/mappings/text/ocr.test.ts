import { describe, expect, it } from 'vitest';
import { digitsOf, tolerant } from '#mappings/text/ocr.ts';

describe('a label’s pattern', () => {
  it.each([
    [String.raw`Claims\s*Administrator`, 'CIaims Aclrninistrator'],
    [String.raw`over\s?turn(?:ed)?`, 'overtumecl'],
    [String.raw`IMR\s*ISSUES`, 'lMR 1SSUES'],
    [String.raw`(?<number>\d{1,2})[lm]`, '12m'],
  ])('%j still finds %j', (source, text) => {
    expect(new RegExp(`^${tolerant(source)}$`, 'u').test(text)).toBe(true);
  });

  it('finds nothing else', () => {
    expect(new RegExp(`^${tolerant(String.raw`up\s?held`)}$`, 'iu').test('withheld')).toBe(false);
  });
});

it('digits taken for letters are digits', () => {
  expect(digitsOf('2Ol6')).toBe('2016');
});
