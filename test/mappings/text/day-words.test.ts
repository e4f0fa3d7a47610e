/** Days, months and counts are said as the tables of languages have them for the US. */
import { expect, it } from 'vitest';
import { numberWords } from '#mappings/text/count-words.ts';
import { dayInWords, monthInWords } from '#mappings/text/day-words.ts';

const DAY = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US');

it('every day of two years, and every month', () => {
  for (let at = Date.UTC(2015, 11, 1); at < Date.UTC(2018, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    expect(dayInWords(day)).toBe(DAY.format(at));
    expect(monthInWords(day.slice(0, 7))).toBe(MONTH.format(at));
  }
});

it.each(['', 'yesterday', '2016-13-01', '2016-00', '2016'])('what is no day or month is said as it stands: %j', (text) => {
  expect(dayInWords(text)).toBe(text);
  expect(monthInWords(text)).toBe(text);
});

it.each([0, 7, 999, 1_000, 12_345, 1_234_567, 1_600_000_000, 1_234.5])('%d', (count) => {
  expect(numberWords(count)).toBe(NUMBER.format(count));
});
