/** Opening a file as a table: what kind it is, is told by its content and never by its name. */
import { charsetOf } from '#mappings/text/charset.ts';
import { openCsv } from './csv.ts';
import { headOf } from './file-text.ts';
import { type HeaderFinder, knownHeader, likelyHeader } from './header.ts';
import { openJsonArray, openJsonLines } from './json.ts';
import type { Table } from './table.ts';

/** How an archive begins. */
const ZIP = Buffer.from('PK\u0003\u0004');
const FIRST_BYTES = 4096;

/**
 * A file as a table; null where it is none: other kinds of file, and tables with no header that `isHeader` knows in their first twenty rows or 256 kB.
 * `isHeader` is given the names of columns as printed and trimmed. Throws an `AppError` ("unreadable") for a workbook or a JSON array that is too
 * large to be held, and for a workbook that is broken.
 */
export function openTable(path: string, isHeader: (names: readonly string[]) => boolean): Promise<Table | null> {
  return open(path, knownHeader(isHeader));
}

/** A file as a table of which nothing is known: the separator that cuts its first rows most evenly into at least two columns. Null and errors as `openTable`. */
export function sniffTable(path: string): Promise<Table | null> {
  return open(path, likelyHeader);
}

async function open(path: string, find: HeaderFinder): Promise<Table | null> {
  const head = await headOf(path);
  const { bytes } = head;
  // Loaded for an archive alone: what reads workbooks takes as long to load as some thousand rows take to be read.
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return (await import('./xlsx.ts')).openXlsx(path, find);
  // Text holds no zero byte but in UTF-16, which its first bytes tell.
  if (bytes.includes(0) && !charsetOf(bytes.subarray(0, FIRST_BYTES)).startsWith('utf-16')) return null;
  const charset = charsetOf(bytes);
  const [first] = new TextDecoder(charset).decode(bytes.subarray(0, FIRST_BYTES)).trimStart();
  if (first === undefined) return null;
  if (first === '{') return openJsonLines(path, find);
  if (first === '[') return openJsonArray(path, find);
  return openCsv(path, head, charset, find);
}
