/** The stored text of a row as its cells: every sign of it is in one, and values that go on over lines stay whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowText } from '../../ingest/programmes/row-text.ts';
import { rowCells } from '../../web/src/lib/row-cells.ts';

const told = (text: string) => rowCells(text).map(({ label, value }) => [label, value]);

describe('the cells of a row', () => {
  it.each([
    ['one cell', 'Reference ID: MN14-90001', [['Reference ID', 'MN14-90001']]],
    [
      'several',
      'Type: Urgent Care\nAge Range: 65+',
      [
        ['Type', 'Urgent Care'],
        ['Age Range', '65+'],
      ],
    ],
    [
      'a value that holds a colon',
      'Findings: Final Result: upheld\nType: Urgent Care',
      [
        ['Findings', 'Final Result: upheld'],
        ['Type', 'Urgent Care'],
      ],
    ],
    [
      'a value of several lines, of which one looks like a cell',
      'Findings: one\n  Type: two\n  \n  three\nType: Urgent Care',
      [
        ['Findings', 'one\n  Type: two\n  \n  three'],
        ['Type', 'Urgent Care'],
      ],
    ],
    ['words without a label, which no row has', 'no label', [['', 'no label']]],
  ])('%s', (_, text, cells) => {
    expect(told(text)).toEqual(cells);
  });

  it('stand where they say', () => {
    const text = 'Type: Urgent Care\nFindings: one\n  two';
    for (const { start, end, value } of rowCells(text)) expect(text.slice(start, end)).toBe(value);
  });

  it('are those that the row was written from', () => {
    const value = fc.stringMatching(/^[a-zé:,"]{1,8}(?:[ \n][a-z: ]{0,8}){0,3}[a-z]$/);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const columns = values.map((_, at) => ({ label: `Column ${at}`, role: 'ignored' as const }));
        const written = rowText(
          values,
          columns,
          columns.map((_, at) => at),
        );
        expect(rowCells(written.text).map(({ label, start, end }) => ({ label, start, end }))).toEqual(
          written.cells.map(({ column, start, end }) => ({ label: column.label, start, end })),
        );
      }),
    );
  });
});
