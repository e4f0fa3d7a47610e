/**
 * Files of JSON Lines: one JSON object a line, each a record of its own. They are read as a stream, a line at a time, so that a file may be larger
 * than memory. Lines are cut at line feeds, which JSON holds in no string.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isRow, parsedRow } from './row-shapes.ts';

/** One line that is not blank. */
export interface Line {
  /** From 1; blank lines count. */
  readonly number: number;
  /** Null where the line is longer than any record. */
  readonly bytes: Uint8Array | null;
}

/** The longest line. A determination with its text takes some 100 kB. */
export const MOST_LINE = 16 * 1024 * 1024;

const [LINE_FEED, BRACE] = [10, 123];
const BLANKS: ReadonlySet<number> = new Set([9, 10, 13, 32]);

/** Rows that are looked at: a file of letters may begin with some that are broken. */
const LOOKED_AT = 20;

/**
 * Whether a file is one of letters in JSON Lines, by its content: its first line that is not blank is a JSON object, and one of the first is a row of a
 * letter. Other files of JSON Lines (logs, exports) are one file that is no letter, and not as many as they have lines.
 */
export async function isJsonLines(path: string): Promise<boolean> {
  if (!(await beginsWithBrace(path))) return false;
  let rows = 0;
  for await (const { bytes } of jsonLines(path)) {
    rows += 1;
    if (rows === 1 && (bytes === null || parsedRow(bytes) === undefined)) return false;
    if (bytes !== null && isRow(bytes)) return true;
    if (rows === LOOKED_AT) return false;
  }
  return false;
}

async function beginsWithBrace(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const start = buffer.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    return buffer.subarray(start, bytesRead).find((byte) => !BLANKS.has(byte)) === BRACE;
  } finally {
    await file.close();
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a file that are not blank. Never holds more than one of them, nor more than `MOST_LINE` of one that is too long. */
export async function* jsonLines(path: string): AsyncGenerator<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  let isStart = true;
  const line = (): Line | null => {
    number += 1;
    const bytes = size > MOST_LINE ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return bytes !== null && isBlank(bytes) ? null : { number, bytes };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let from = isStart && chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    isStart = false;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      const made = line();
      if (made !== null) yield made;
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  const last = size === 0 ? null : line();
  if (last !== null) yield last;

  function add(piece: Buffer): void {
    size += piece.length;
    if (size <= MOST_LINE) parts.push(piece);
    else parts = [];
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => BLANKS.has(byte));
}
