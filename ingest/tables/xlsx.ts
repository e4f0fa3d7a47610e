/** Tables of workbooks (XLSX): the first sheet that holds one. A workbook is held whole, so its size is bounded before it is opened. */
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { AppError } from '#contract/problem.ts';
import { type HeaderFinder, LOOKED_AT } from './header.ts';
import { mendCell } from './mend-cell.ts';
import type { RawRow, Table } from './table.ts';
import { isWorkbook } from './workbook-size.ts';

type WholeRow = Extract<RawRow, { cells: readonly string[] }>;

/** A workbook as a table; null where none of its sheets is one, or the ZIP archive is no workbook. Throws an `AppError` where it is too large or broken. */
export async function openXlsx(path: string, find: HeaderFinder): Promise<Table | null> {
  if (!(await isWorkbook(path))) return null;
  for (const { data } of await sheetsOf(path)) {
    const first = rowsOf(data, LOOKED_AT);
    const found = find([first.map(({ cells }) => cells)]);
    const header = first[found?.row ?? -1];
    if (header === undefined) continue;
    return {
      kind: 'xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      header: header.cells,
      encoding: 'utf-8',
      delimiter: null,
      async *rows() {
        for (const [index, row] of data.entries()) {
          const whole = index < header.line ? null : rowOf(row, index + 1);
          if (whole !== null) yield whole;
        }
      },
      count: async () => data.length - header.line,
    };
  }
  return null;
}

type Sheet = readonly (readonly (CellValue | null)[])[];

async function sheetsOf(path: string): Promise<{ data: Sheet }[]> {
  try {
    return await readXlsxFile(path, { trim: false });
  } catch (cause) {
    throw new AppError('unreadable', 'The workbook is broken; expected one that a spreadsheet program can open.', { cause });
  }
}

/** The first rows that are not blank. */
function rowsOf(data: Sheet, most: number): WholeRow[] {
  const rows: WholeRow[] = [];
  for (const [index, row] of data.entries()) {
    const whole = rowOf(row, index + 1);
    if (whole !== null) rows.push(whole);
    if (rows.length === most) break;
  }
  return rows;
}

function rowOf(row: readonly (CellValue | null)[], line: number): WholeRow | null {
  const cells = row.map((value) => mendCell(textOf(value)));
  return cells.some((cell) => cell !== '') ? { line, cells } : null;
}

/** A value as a person would type it: a day as 2016-03-31, a number without what binary fractions add to it. */
function textOf(value: CellValue | null): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
