/** Workbooks: which sheet is the table, what a cell says, and workbooks that would take all memory. */
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable, sniffTable } from '../../../ingest/tables/open-table.ts';
import { type Folder, HEADER, isHeader, makeFolder, rowsOf, tableOf } from './table-file.ts';
import { sheetXml, workbookOf } from './workbook.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const TABLE = sheetXml([
  ['Decisions of all years'],
  null,
  [...HEADER, 'Decided', 'Panel', 'Score'],
  ['AA20-1', 2020, ' Ears, Nose ', 'Upheld', 'Two\nlines & "quotes" <5 mg', { day: 43_921 }, true, 0.1 + 0.2],
  [null, '  '],
  ['AA20-2', '2020', null, 'Upheld', null, null, false, 1e-7],
]);

describe('a workbook', () => {
  it('is the table of its first sheet that holds one, with the rows of the sheet as lines', async () => {
    const path = await folder.write(workbookOf([sheetXml([['About'], ['A note', 'x']]), TABLE]));
    const table = await tableOf(path);
    expect(table).toMatchObject({ kind: 'xlsx', header: [...HEADER, 'Decided', 'Panel', 'Score'], delimiter: null });
    const rows = [
      { line: 4, cells: ['AA20-1', '2020', 'Ears, Nose', 'Upheld', 'Two\nlines & "quotes" <5 mg', '2020-03-31', 'TRUE', '0.3'] },
      { line: 6, cells: ['AA20-2', '2020', '', 'Upheld', '', '', 'FALSE', '1e-7'] },
    ];
    expect(await rowsOf(table)).toEqual(rows);
    expect(await rowsOf(table)).toEqual(rows);
  });

  it('of which nothing is known has its first sheet with two columns', async () => {
    const path = await folder.write(
      workbookOf([
        sheetXml([['About']]),
        sheetXml([
          ['id', 'text'],
          [1, 'a'],
        ]),
        TABLE,
      ]),
    );
    expect((await sniffTable(path))?.header).toEqual(['id', 'text']);
  });

  it('is no table without a header, nor is another archive', async () => {
    expect(await openTable(await folder.write(workbookOf([sheetXml([['a', 'b']])])), isHeader)).toBeNull();
    expect(await openTable(await folder.write(zipSync({ 'word/document.xml': strToU8('<x/>') })), isHeader)).toBeNull();
    expect(await openTable(await folder.write(Buffer.from('PK\u0003\u0004 and no more')), isHeader)).toBeNull();
  });
});

describe('a workbook is refused', () => {
  const opened = async (bytes: Uint8Array) => openTable(await folder.write(bytes), isHeader);
  const refused = (detail: string) => ({ name: 'AppError', code: 'unreadable', message: expect.stringContaining(detail) });

  it('where it is broken', async () => {
    await expect(
      opened(workbookOf(['<worksheet><sheetData><row r="1"><c r="A1" t="q"><v>1</v></c></row></sheetData></worksheet>'])),
    ).rejects.toMatchObject(refused('The workbook is broken'));
    const whole = workbookOf([TABLE]);
    await expect(opened(whole.subarray(0, whole.length * 0.8))).rejects.toMatchObject(refused('The workbook is broken'));
  });

  it('where it unpacks to more than can be held', async () => {
    const blanks = new Uint8Array(260 * 1024 * 1024).fill(32);
    const bomb = workbookOf([TABLE], { 'xl/sharedStrings.xml': [blanks, { level: 1 }] });
    expect(bomb.length).toBeLessThan(8 * 1024 * 1024);
    await expect(opened(bomb)).rejects.toMatchObject(refused('256 MB'));
  });

  it('where a part says that it is larger than it is', async () => {
    const bytes = Buffer.from(workbookOf([TABLE]));
    // The sizes of a part stand at 18 (packed) and 22 (unpacked) behind its mark.
    for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4))
      bytes.writeUInt32LE(0xf0000000, at + 22);
    await expect(opened(bytes)).rejects.toMatchObject(refused('too large'));
  });

  it('where a lone cell far away makes it huge', async () => {
    const far =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    await expect(opened(workbookOf([far]))).rejects.toMatchObject(refused('too many rows and columns'));
    const row = '<worksheet><sheetData><row r="99999999999"/></sheetData></worksheet>';
    await expect(opened(workbookOf([row]))).rejects.toMatchObject(refused('too many rows and columns'));
  });
});
