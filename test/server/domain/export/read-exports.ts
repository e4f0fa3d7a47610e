/** For tests: exported files read again by programs that are not ours. */
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { type ExportAbout, ExportFirstLineSchema, ExportItemLineSchema, ExportLastLineSchema } from '#contract/export.ts';

/** Headings and rows as text. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A CSV file as a strict reader sees it; the byte order mark must be there. */
export function readCsv(bytes: Uint8Array): Table {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const [headings = [], ...rows] = parse(text, { bom: true, record_delimiter: '\r\n' });
  return { headings, rows };
}

/** Every sheet of a workbook by name: numbers and days as their text, empty cells as empty text. */
export async function readXlsx(bytes: Uint8Array): Promise<Map<string, Table>> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return new Map(
    sheets.map(({ sheet, data }) => {
      const [headings = [], ...rows] = data.map((row) => row.map(textOf));
      return [sheet, { headings, rows }];
    }),
  );
}

/** The three kinds of lines of a JSONL file. */
export function readJsonl(bytes: Uint8Array): { about: ExportAbout; items: Record<string, unknown>[]; end: number } {
  const lines = new TextDecoder('utf-8', { fatal: true })
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return {
    about: ExportFirstLineSchema.parse(lines[0]).about,
    items: lines.slice(1, -1).map((line) => ExportItemLineSchema.parse(line)),
    end: ExportLastLineSchema.parse(lines.at(-1)).end.items,
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
