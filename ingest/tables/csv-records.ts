/**
 * Where the rows of CSV end. csv-parse cuts rows into cells; the rows are found here first, because it would take a quote that nobody closed for a
 * cell that goes on to the next quote, rows further down, and because lines are counted on the way for next to nothing.
 */

/** How a file separates: the byte between cells, and the byte that ends a line (CR only where no LF follows). */
export interface CsvForm {
  readonly delimiter: number;
  readonly lineEnd: typeof LF | typeof CR;
}

/** What is found at a place: where the next row begins, how many lines it took, and what is wrong with it. */
export interface CsvRecord {
  readonly end: number;
  readonly lines: number;
  readonly isEmpty: boolean;
  readonly fault: string | null;
  /** The rest of an endless line is to be passed over. */
  readonly isCut: boolean;
}

const LF = 10;
export const CR = 13;
const QUOTE = 34;

/** The most bytes of one row. Findings have some 4,000. */
const MOST_RECORD = 1024 * 1024;

const NOT_CLOSED = 'A quote that opens here is not closed; expected a quote before the separator or the end of the line.';
const TOO_LARGE = 'The row is larger than 1 MB; expected one row of a table.';

/**
 * The rows of some bytes, asked for one after the other. `next(start)` gives null where the row goes on behind these bytes; with `isLast` nothing
 * does. A quote counts as csv-parse counts it: at the start of a cell only; one that is followed by neither a quote nor the end of the cell was
 * meant as it stands. Where that happens lines further down, or no quote follows, the row is at fault and the next one begins at the next line.
 */
export function recordsOf(bytes: Buffer, { delimiter, lineEnd }: CsvForm, isLast: boolean): (start: number) => CsvRecord | null {
  let nextQuote = -1;

  return (start) => {
    if (start >= bytes.length) return null;
    if (nextQuote < start) nextQuote = placeOf(QUOTE, start);
    const end = placeOf(lineEnd, start);
    // Quotes count only within the first line: where none is in it, it is the row.
    const found = nextQuote > end ? endOf(end, start, 1) : walk(start);
    if (found !== null && found.fault === null && found.end - start > MOST_RECORD + 1) return { ...found, fault: TOO_LARGE };
    return found;
  };

  /** The place of a byte, or the end of the bytes. */
  function placeOf(byte: number, from: number): number {
    const place = bytes.indexOf(byte, from);
    return place < 0 ? bytes.length : place;
  }

  /** The record that ends at a line end, or where the bytes do. */
  function endOf(place: number, start: number, lines: number, fault: string | null = null): CsvRecord | null {
    if (place < bytes.length || isLast) {
      const isEmpty = place === start || (place === start + 1 && bytes[start] === CR && place < bytes.length);
      return { end: Math.min(place + 1, bytes.length), lines, isEmpty, fault, isCut: false };
    }
    if (bytes.length - start <= MOST_RECORD) return null;
    return { end: bytes.length, lines, isEmpty: false, fault: fault ?? TOO_LARGE, isCut: true };
  }

  /** Cell by cell. */
  function walk(start: number): CsvRecord | null {
    let lines = 1;
    let at = start;
    for (;;) {
      if (bytes[at] === QUOTE) {
        const close = closing(at + 1);
        // What follows the quote must be seen, two bytes of it.
        if (!isLast && (close === null ? bytes.length - start <= MOST_RECORD : close >= bytes.length - 2)) return null;
        if (close === null || close - start > MOST_RECORD) return endOf(placeOf(lineEnd, at), start, lines, NOT_CLOSED);
        const inside = lineEndsBetween(at, close);
        if (!isEndOfCell(close + 1) && inside > 0) return endOf(placeOf(lineEnd, at), start, lines, NOT_CLOSED);
        lines += inside;
        at = close + 1;
      }
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== lineEnd) at += 1;
      if (bytes[at] !== delimiter) return endOf(at, start, lines);
      at += 1;
    }
  }

  /** The first quote that is not one of a pair; null where there is none. */
  function closing(from: number): number | null {
    let place = bytes.indexOf(QUOTE, from);
    while (place >= 0 && bytes[place + 1] === QUOTE) place = bytes.indexOf(QUOTE, place + 2);
    return place < 0 ? null : place;
  }

  function isEndOfCell(place: number): boolean {
    const byte = bytes[place];
    if (byte === undefined || byte === delimiter || byte === lineEnd) return true;
    return lineEnd === LF && byte === CR && bytes[place + 1] === LF;
  }

  function lineEndsBetween(from: number, to: number): number {
    const inside = bytes.subarray(from, to);
    let count = 0;
    for (let place = inside.indexOf(lineEnd); place >= 0; place = inside.indexOf(lineEnd, place + 1)) count += 1;
    return count;
  }
}

/** Which byte ends the lines, by the first bytes of a file: CR alone where more of them stand outside of quotes than LF do (old spreadsheets). */
export function lineEndOf(head: Buffer): CsvForm['lineEnd'] {
  let isQuoted = false;
  let balance = 0;
  for (let index = 0; index < head.length; index += 1) {
    const byte = head[index];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === LF) balance += 1;
    else if (byte === CR && head[index + 1] !== LF) balance -= 1;
  }
  return balance < 0 ? CR : LF;
}
