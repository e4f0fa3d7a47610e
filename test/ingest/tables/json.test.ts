/** Tables of JSON: keys as columns, rows written as lines, and what is broken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable, sniffTable } from '../../../ingest/tables/open-table.ts';
import { type Folder, HEADER, isHeader, makeFolder, rowsOf, tableOf } from './table-file.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const row = (values: Record<string, unknown> = {}) => ({
  'Case No': 'AA20-1',
  Year: 2020,
  Category: 'Skin',
  Outcome: 'Upheld',
  Findings: 'No.',
  ...values,
});
const CELLS = ['AA20-1', '2020', 'Skin', 'Upheld', 'No.'];

describe('objects with keys', () => {
  it.each<[string, string, (rows: unknown[]) => string]>([
    ['a line each', 'json-lines', (rows) => rows.map((one) => JSON.stringify(one)).join('\n')],
    ['in an array', 'json', (rows) => JSON.stringify(rows, null, 2)],
  ])('are rows: %s', async (_, kind, write) => {
    const path = await folder.write(
      write([
        row(),
        row({ Category: ['Skin', '[Ears, Nose]'], Findings: null, Panel: true }),
        row({ Category: [], Outcome: { word: 'Upheld' }, Findings: ' The patientâ€™s\r\n' }),
        { 'Case No': '', Year: null },
        { Findings: 'x', Year: 2020.5 },
      ]),
    );
    const table = await tableOf(path);
    expect(table).toMatchObject({ kind, header: [...HEADER, 'Panel', 'Outcome.word'], delimiter: null });
    const rows = [
      { line: 1, cells: [...CELLS, '', ''] },
      { line: 2, cells: ['AA20-1', '2020', '[Skin] [Ears, Nose]', 'Upheld', '', 'true', ''] },
      { line: 3, cells: ['AA20-1', '2020', '', '', 'The patient’s', '', 'Upheld'] },
      { line: 5, cells: ['', '2020.5', '', '', 'x', '', ''] },
    ];
    expect(await rowsOf(table)).toEqual(rows);
    expect(await rowsOf(table)).toEqual(rows);
  });

  it('may be broken: each is told with its place', async () => {
    const lines = await folder.write([JSON.stringify(row()), '', '{"Case No": "AA20-2"', '[1]', JSON.stringify(row())].join('\n'));
    const fault = expect.stringContaining('no JSON object');
    expect(await rowsOf(await tableOf(lines))).toEqual([
      { line: 1, cells: CELLS },
      { line: 3, fault },
      { line: 4, fault },
      { line: 5, cells: CELLS },
    ]);
    const array = await folder.write(JSON.stringify([row(), 7, null, row()]));
    expect(await rowsOf(await tableOf(array))).toEqual([
      { line: 1, cells: CELLS },
      { line: 2, fault },
      { line: 3, fault },
      { line: 4, cells: CELLS },
    ]);
  });

  it('that are letters or records are no table', async () => {
    const always = () => true;
    const letter = { caseNumber: 'AA20-1', text: 'A letter.' };
    const record = { determination: { id: 'x:AA20-1' }, canonical: { text: 'A letter.' } };
    for (const one of [letter, record]) {
      expect(await openTable(await folder.write(`${JSON.stringify(row())}\n${JSON.stringify(one)}\n`), always)).toBeNull();
    }
  });

  it.each([
    ['of other keys', '{"name": "A"}\n'],
    ['that is no array of objects', '[1, 2]'],
    ['of one object over several lines', JSON.stringify(row(), null, 2)],
  ])('are no table in a file %s', async (_, content) => {
    expect(await openTable(await folder.write(content), isHeader)).toBeNull();
  });
});

describe('rows written as lines', () => {
  const written = (number: number, more = '') =>
    `case number: 20200${number}-1\ntreatment: [Skin Care]\nappeal decision: Upheld\nsummary 1: It was refused.\nNote: we agree.\ntreatment: none.\n\nlast words: said once\n${more}`;
  const known = (names: readonly string[]) => ['case number', 'treatment', 'appeal decision'].every((name) => names.includes(name));
  const objects = [
    { meta: { year: 2020 }, source: 'somewhere', snippet: written(1).replace('last words: said once', 'in sum: no') },
    {
      meta: { year: 2020 },
      source: 'somewhere',
      snippet: written(2, 'summary 2: The second one.\nreferences 1: 1) One.\n2) Two.').replace('last words: said once', ''),
    },
  ];

  it('have the names at the starts of their lines as columns, and values that go on over lines', async () => {
    const table = await openTable(await folder.write(JSON.stringify(objects)), known);
    expect(table?.header).toEqual(['case number', 'treatment', 'appeal decision', 'summary 1', 'summary 2']);
    expect(table === null ? [] : await rowsOf(table)).toEqual([
      { line: 1, cells: ['202001-1', '[Skin Care]', 'Upheld', 'It was refused.\nNote: we agree.\ntreatment: none.\n\nin sum: no', ''] },
      {
        line: 2,
        cells: [
          '202002-1',
          '[Skin Care]',
          'Upheld',
          'It was refused.\nNote: we agree.\ntreatment: none.',
          'The second one.\nreferences 1: 1) One.\n2) Two.',
        ],
      },
    ]);
  });

  it('are found where nothing is known, too, in JSON Lines as well', async () => {
    const table = await sniffTable(await folder.write(objects.map((one) => JSON.stringify(one)).join('\n')));
    expect(table?.header[0]).toBe('case number');
    expect(table === null ? [] : (await rowsOf(table)).map(({ line }) => line)).toEqual([1, 2]);
  });
});
