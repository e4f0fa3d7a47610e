/** What holds for every CSV file: what was written is read, rows are found as csv-parse finds them, and none of the bytes is lost. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CsvForm, type CsvRecord, recordsOf } from '../../../ingest/tables/csv-records.ts';
import { mendCell } from '../../../ingest/tables/mend-cell.ts';
import { expectLinear } from '../../growth.ts';
import { type Folder, HEADER, makeFolder, rowsOf, tableOf } from './table-file.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
};

const cell = fc
  .array(fc.constantFrom(...'aZ9 éñü,;\t|"\n<&.'), { maxLength: 12 })
  .map((letters) => letters.join(''))
  .filter((text) => mendCell(text) === text);

describe('a table', () => {
  it('is read as it was written, with the lines its rows begin in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(...Object.keys(ENCODINGS)),
        fc.boolean(),
        async (cells, delimiter, end, encoding, quoted) => {
          const rows = cells.map((row, index) => [`é${index}`, ...row]);
          const text = stringify([HEADER, ...rows], { delimiter, record_delimiter: end, quoted, quoted_match: /[\r\n]/ });
          const table = await tableOf(await folder.write(ENCODINGS[encoding]?.(text) ?? ''));
          expect([table.header, table.delimiter]).toEqual([HEADER, delimiter]);
          let line = 2;
          const expected = rows.map((row) => {
            const from = line;
            line += 1 + (end === '\r' ? 0 : row.join('').split('\n').length - 1);
            return { line: from, cells: row };
          });
          expect(await rowsOf(table)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** All rows of some bytes that are given piece by piece, as a file is read. */
function recordsIn(bytes: Buffer, form: CsvForm, piece: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let start = 0;
  for (let end = Math.min(piece, bytes.length); ; end = Math.min(end + piece, bytes.length)) {
    const given = bytes.subarray(start, end);
    const next = recordsOf(given, form, end === bytes.length);
    let at = 0;
    for (let record = next(at); record !== null; record = next(at)) {
      records.push({ ...record, end: start + record.end });
      at = record.end;
    }
    start += at;
    if (end === bytes.length) return records;
  }
}

describe('rows', () => {
  const anything = fc
    .array(fc.constantFrom('a', 'b', ',', ',', '"', '"', '\n', '\n', '\r\n', '\r', ' '), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('that are whole are as many as csv-parse finds, their lines are those of the file, and together they are all of it', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(10 as const, 13 as const), fc.integer({ min: 1, max: 70 }), (text, lineEnd, piece) => {
        const bytes = Buffer.from(text);
        const form = { delimiter: 44, lineEnd };
        const records = recordsIn(bytes, form, bytes.length);
        expect(recordsIn(bytes, form, piece)).toEqual(records);
        expect(records.at(-1)?.end ?? 0).toBe(bytes.length);
        const ends = bytes.filter((byte) => byte === lineEnd).length;
        expect(records.reduce((sum, { lines }) => sum + lines, 0)).toBe(ends + (bytes.length > 0 && bytes.at(-1) !== lineEnd ? 1 : 0));
        let from = 0;
        for (const { end, isEmpty, fault } of records) {
          const options = {
            record_delimiter: lineEnd === 13 ? ['\r'] : ['\r\n', '\n'],
            relax_quotes: true,
            relax_column_count: true,
            skip_empty_lines: true,
          };
          if (fault === null) expect(parse(bytes.subarray(from, end), options)).toHaveLength(isEmpty ? 0 : 1);
          from = end;
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it.each(['a,"b\n', 'a,""b\n', '"a""\n"', 'a,b\n', '"', ',"'])('of %j cost as much as they are long', async (unit) => {
    await expectLinear((text) => recordsIn(Buffer.from(text), { delimiter: 44, lineEnd: 10 }, Number.POSITIVE_INFINITY), unit);
  });
});
