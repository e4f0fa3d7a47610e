/** The lines of a file of many records that can be shown by themselves, and what they are sent as. */
import type { Source } from '#contract/determination.ts';
import { charsetOf } from '#mappings/text/charset.ts';
import type { Originals } from '../storage/originals.ts';

/** A record in quotes may go over lines; more than this is none. */
const MOST_LINES = 2_000;
/** Within so many bytes a file shows how its lines end, and names its columns. */
const HEAD_BYTES = 64 * 1024;
const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const SEPARATORS = [...',;|\t'];
/** Separators and line ends. */
const BEFORE_CELL: ReadonlySet<number> = new Set([...SEPARATORS, '\n'].map((sign) => sign.charCodeAt(0)));
/** How many records are looked at for a header: titles may stand above it. */
const MOST_ABOVE = 20;
/** Of the cells of a row, so many have a name in its header. */
const NAMED = 0.75;

/** By the media type of the file. Others (a workbook, an array) have no lines that are a row. */
const SENT_AS: Readonly<Record<string, string>> = {
  'application/jsonl': 'application/json',
  'text/csv': 'text/plain',
  'text/tab-separated-values': 'text/plain',
};

/** What the rows of a source are sent as; null where they cannot be shown by themselves. */
export function rowsSentAs({ mediaType }: Pick<Source, 'mediaType'>): string | null {
  return SENT_AS[mediaType] ?? null;
}

/** Whether the original of a record is kept and can be shown. */
export async function isShown(source: Source, originals: Pick<Originals, 'has' | 'readRows'>): Promise<boolean> {
  if (!(await originals.has(source.sha256))) return false;
  if (source.part?.unit !== 'row') return true;
  if (rowsSentAs(source) === null) return false;
  const head = await readHead(source.sha256, originals);
  return head !== null && hasLines(head);
}

/**
 * The lines of one record, of separated values below those of the header where one is found; null where the file is not kept, or they cannot be
 * shown.
 */
export async function readShownRows(source: Source, originals: Pick<Originals, 'readRows'>): Promise<Uint8Array | null> {
  const { sha256, part } = source;
  const sentAs = rowsSentAs(source);
  if (part === null || sentAs === null) return null;
  const head = await readHead(sha256, originals);
  if (head === null || !hasLines(head)) return null;
  if (sentAs !== 'text/plain') return originals.readRows(sha256, part.from, part.to);
  const lines = await originals.readRows(sha256, part.from, part.from + MOST_LINES);
  if (lines === null) return null;
  const row = firstRecord(lines);
  return Buffer.concat([headerOf(head, row) ?? new Uint8Array(), row]);
}

/** How a file begins. */
function readHead(sha256: string, originals: Pick<Originals, 'readRows'>): Promise<Uint8Array | null> {
  return originals.readRows(sha256, 1, MOST_LINES, HEAD_BYTES);
}

/** Whether rows of a file can be cut out by the bytes of its line ends: not in UTF-16, nor where lines end with CR alone (old spreadsheets). */
function hasLines(head: Uint8Array): boolean {
  const charset = charsetOf(head);
  if (charset === 'utf-16le' || charset === 'utf-16be') return false;
  let balance = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === LINE_FEED) balance += 1;
    else if (byte === RETURN && at + 1 < head.length && head[at + 1] !== LINE_FEED) balance -= 1;
  }
  return balance >= 0;
}

/**
 * The record that names the columns of a row: the first one of several cells, if they are about as many as those of the row. Null where it is none,
 * as a title above the header may be: no header is better than a wrong one.
 */
function headerOf(head: Uint8Array, row: Uint8Array): Uint8Array | null {
  let rest = head;
  for (let count = 0; count < MOST_ABOVE && rest.length > 0; count += 1) {
    const record = firstRecord(rest);
    const filled = SEPARATORS.map((separator) => cellsIn(record, separator).filter((cell) => cell !== '').length);
    const most = Math.max(...filled);
    if (most > 1) return isHeader(filled, row) ? record : null;
    rest = rest.subarray(record.length);
  }
  return null;
}

/** `filled`: how many cells say something, by each separator. */
function isHeader(filled: readonly number[], row: Uint8Array): boolean {
  const widths = SEPARATORS.map((separator) => cellsIn(row, separator).length);
  const most = Math.max(...filled);
  // A title may hold a comma or two by itself, and so may a row of another separator.
  return most >= Math.min(3, Math.max(...widths)) && most >= NAMED * (widths[filled.indexOf(most)] ?? 0);
}

/** What stands between separators that are in no quotes, blanks aside. */
function cellsIn(record: Uint8Array, separator: string): string[] {
  const unquoted = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
    .toString('latin1')
    .replace(/(?<=^|[,;|\t\n])"(?:[^"]|"")*"/g, 'x');
  return unquoted.split(separator).map((cell) => cell.trim());
}

/** Up to the end of the line at which all quotes are closed, with its line feed; the first line where they never are. */
export function firstRecord(bytes: Uint8Array): Uint8Array {
  let open = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    // A quote opens where a cell begins: elsewhere it is a sign among others, as in a height.
    if (byte === QUOTE && !open) open = at === 0 || BEFORE_CELL.has(bytes[at - 1] ?? 0);
    else if (byte === QUOTE && bytes[at + 1] === QUOTE) at += 1;
    else if (byte === QUOTE) open = false;
    else if (byte === LINE_FEED && !open) return bytes.subarray(0, at + 1);
  }
  const line = bytes.indexOf(LINE_FEED);
  return open && line >= 0 ? bytes.subarray(0, line + 1) : bytes;
}
