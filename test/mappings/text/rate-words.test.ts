/** Rates, shares and differences in words. */
import { expect, it } from 'vitest';
import { intervalWords, percentOf, pointsWords, smallShareWords } from '#mappings/text/rate-words.ts';

it.each([
  [0.1234, 1_000, '12'],
  [0.1234, 1_001, '12.3'],
  [0.004, 500, '<1'],
  [0.996, 500, '>99'],
  [0.0004, 2_000, '<0.1'],
  [0, 500, '0'],
  [1, 500, '100'],
])('%d of %d items is %s percent: never none or all where it is not', (share, of, words) => {
  expect(percentOf(share, of)).toBe(words);
});

it('an interval that rounds to one percent is told once', () => {
  expect(intervalWords({ low: 0.083, high: 0.171, of: 85 })).toBe('8 to 17%');
  expect(intervalWords({ low: 0.1201, high: 0.1204, of: 5_000 })).toBe('12.0%');
});

it.each([
  [116 / 175_963, 175_963, '0.07%'],
  [1 / 143_840, 143_840, '0.0007%'],
  [0, 143_840, '0.0%'],
  [0.033, 143_840, '3.3%'],
])('a share of %d of what was published is %3$s', (share, of, words) => {
  expect(smallShareWords(share, of)).toBe(words);
});

it.each([
  [0.034, 85, '+3 points'],
  [-0.0123, 4_000, '−1.2 points'],
  [0.01, 85, '+1 point'],
  [0.0084, 622, '+0.8 points'],
  [-0.0002, 622, '−<0.1 points'],
  [0, 622, '0 points'],
])('a difference of %d between items of which the fewer are %d is %s', (difference, of, words) => {
  expect(pointsWords(difference, of)).toBe(words);
});
