/**
 * How large a workbook is before it is opened: the reader of workbooks holds all of one, takes memory for the sizes that the archive states,
 * and fills up the sheet to its last cell, so that a few kilobytes could take all memory. The archive is unpacked once to see, and nothing is kept.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Unzip, UnzipInflate } from 'fflate';
import { AppError } from '#contract/problem.ts';

const MB = 1024 * 1024;
const MOST_PACKED = 64 * MB;
const MOST_UNPACKED = 256 * MB;
/** Rows times columns of a sheet, with the empty ones in between. */
const MOST_CELLS = 20_000_000;

/** What only workbooks of this kind hold; the parts of an archive may come in any order. */
const WORKBOOK_PART = /^xl\/(?:workbook|worksheets\/.*)\.xml$/;

/** Where a row or a cell stands in the XML of a sheet: `r="AB12"` or `r="12"`. */
const REFERENCE = /\br\s*=\s*["']([A-Z]*)(\d+)["']/g;
/** A reference that is cut between two pieces is shorter than this. */
const OVERLAP = 40;

/** Whether a ZIP archive is a workbook. Throws an `AppError` where it is one that is too large to be opened. */
export async function isWorkbook(path: string): Promise<boolean> {
  const { size } = await stat(path);
  let isOne = false;
  let unpacked = 0;
  let refused: AppError | null = null;
  const refuse = (has: string, most: string) => {
    refused ??= new AppError('unreadable', `The workbook has ${has}; at most ${most} were expected. Save it as CSV, which may be longer.`);
  };
  const unzip = new Unzip((file) => {
    if (WORKBOOK_PART.test(file.name)) isOne = true;
    if (!file.name.startsWith('xl/') && !file.name.endsWith('.xml')) return;
    if ((file.originalSize ?? 0) > MOST_UNPACKED) refuse('a part that says it is too large', '256 MB');
    const cells = file.name.startsWith('xl/worksheets/') ? cellCounter() : null;
    file.ondata = (error, data) => {
      if (error !== null || refused !== null) return;
      unpacked += data.length;
      if (unpacked > MOST_UNPACKED) refuse('more than 256 MB of content', '256 MB');
      if (cells !== null && cells(data) > MOST_CELLS) refuse('a sheet of too many rows and columns', '20,000,000 cells');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      unzip.push(piece);
      if (isOne && size > MOST_PACKED) refuse(`${Math.ceil(size / MB)} MB`, '64 MB');
      if (refused !== null) break;
    }
  } catch {
    // What cannot be unpacked is told by the reader, if it is a workbook.
  }
  if (isOne && refused !== null) throw refused;
  return isOne;
}

/** Counts the cells of a sheet, as its XML goes by: the last row times the last column. */
function cellCounter(): (xml: Uint8Array) => number {
  let [rows, columns] = [0, 0];
  let rest = '';
  return (xml) => {
    const text = rest + Buffer.from(xml.buffer, xml.byteOffset, xml.length).toString('latin1');
    for (const [, letters = '', digits = ''] of text.matchAll(REFERENCE)) {
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, columnNumber(letters));
    }
    rest = text.slice(-OVERLAP);
    return rows * Math.max(1, columns);
  };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
