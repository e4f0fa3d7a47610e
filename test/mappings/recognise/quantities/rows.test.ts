/**
 * Every row that counts are read by, against its own examples: read by that row and no other. Where order decides between
 * two rows of a field, the first says so (`before`), and an example shows it. All requests are invented.
 */
import { describe, expect, it } from 'vitest';
import { MARK_ROWS } from '#mappings/recognise/quantities/marks.ts';
import type { CountExample, CountRow, Field } from '#mappings/recognise/quantities/row.ts';
import { COUNT_ROWS, readField, readRow, requestOf, STEP_ROWS, stepOf } from '#mappings/recognise/quantities/run-rows.ts';
import { makeScanCopy, scanSpan } from '#mappings/text/scan.ts';
import { walkRows } from '../walk-rows.ts';

const request = (category: string | null, text: string) => requestOf(text, scanSpan(0, text.length), category, 'test');
const rowOf = (rule: string | undefined) => rule?.replace(/^test\.|\.sum$/g, '');

describe.each(Object.entries(COUNT_ROWS) as [Field, readonly CountRow[]][])('the rows of %s', (field, rows) => {
  walkRows(rows, {
    wrong: (row, [category, text, count]: CountExample) => {
      const found = readField(field, request(category, text));
      const told = `${rowOf(found?.rule)} ${found?.value}`;
      return told === `${row.id} ${count}` ? null : `${JSON.stringify(text)}: ${told}, not ${row.id} ${count}`;
    },
    claims: (row, [category, text]: readonly [string | null, string]) => rowOf(readField(field, request(category, text))?.rule) === row.id,
  });

  it('are of the field, and each of their patterns finds an example', () => {
    expect(rows.filter((row) => !row.id.startsWith(`${field}.`)).map((row) => row.id)).toEqual([]);
    const idle = rows.flatMap((row) =>
      ('patterns' in row ? row.patterns : [])
        .filter((pattern) => !row.examples.some(([category, text]) => request(category, text).line.text.search(pattern) !== -1))
        .map((pattern) => `${row.id} ${pattern.source}`),
    );
    expect(idle).toEqual([]);
  });

  it('stand before those, and only those, that would read another count in their examples', () => {
    const shown = rows.map((row, place) => {
      const others = rows.slice(place + 1).filter((other) =>
        row.examples.some(([category, text, count]) => {
          const found = readRow(other, request(category, text));
          return found !== null && found.value !== count;
        }),
      );
      return [row.id, others.map((other) => other.id)];
    });
    expect(shown).toEqual(rows.map((row) => [row.id, row.before ?? []]));
  });
});

/** What the steps make of a text, and which of them change it. */
function cleaned(text: string): { text: string; by: string[] } {
  return STEP_ROWS.reduce(
    (before, row) => {
      const after = makeScanCopy(before.text, [stepOf(row)]).scan;
      return { text: after, by: after === before.text ? before.by : [...before.by, row.id] };
    },
    { text, by: [] as string[] },
  );
}

describe('the steps before counting', () => {
  walkRows(STEP_ROWS, {
    wrong: (row, [text, becomes]: readonly [string, string]) => {
      const { text: made, by } = cleaned(text);
      const told = made.replace(/\s+/g, ' ').trim();
      return told === becomes && by.includes(row.id) ? null : `${JSON.stringify(text)}: ${JSON.stringify(told)} by ${by.join(', ')}`;
    },
    claims: (row, text: string) => cleaned(text).by.includes(row.id),
  });

  it('change the examples of others only where these come after them', () => {
    const shown = STEP_ROWS.map((row) => {
      const others = row.examples.flatMap(([text]) => cleaned(text).by).filter((id) => id !== row.id);
      return [row.id, [...new Set(others)]];
    });
    expect(shown).toEqual(STEP_ROWS.map((row) => [row.id, row.after ?? []]));
  });
});

it('a request leaves no long run of blanks, whatever is blanked in it, and is read to its end', () => {
  const long = `1 ${'5 mg '.repeat(20_000)}`;
  const read = request('rehab', long);
  expect(read.line.text).not.toMatch(/\s{11}/);
  expect(readField('perWeek', read)).toBeNull();
});

describe('the marks of a request', () => {
  walkRows(MARK_ROWS, {
    wrong: (row, text: string) => (row.pattern.test(text) ? null : text),
    claims: (row, text: string) => row.pattern.test(text),
  });
});
