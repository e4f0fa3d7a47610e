/** Tables of JSON: an object a row, one a line (JSON Lines, read as a stream) or in an array. */
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#contract/problem.ts';
import { charsetOf } from '#mappings/text/charset.ts';
import { jsonLines, MOST_LINE } from '../split/json-lines.ts';
import { isRow } from '../split/row-shapes.ts';
import { type HeaderFinder, LOOKED_AT } from './header.ts';
import { columnsOf, type JsonObject } from './json-columns.ts';
import { mendCell } from './mend-cell.ts';
import type { RawRow, Table } from './table.ts';

/** An array is held whole. */
const MOST_ARRAY = 64 * 1024 * 1024;

const BROKEN_LINE = 'The line is no JSON object; expected one row of the table.';
const LONG_LINE = `The line is longer than ${MOST_LINE / 1024 / 1024} MB; expected one row of the table.`;
const NO_OBJECT = 'The element is no JSON object; expected one row of the table.';

/** A file of JSON Lines as a table; null where it is none. Files whose lines are letters or whole records are none: they are read as such. */
export async function openJsonLines(path: string, find: HeaderFinder): Promise<Table | null> {
  const first: JsonObject[] = [];
  let lines = 0;
  for await (const { bytes } of jsonLines(path)) {
    if (bytes !== null && isRow(bytes)) return null;
    const object = bytes === null ? null : objectOf(decoded(bytes));
    if (object !== null) first.push(object);
    lines += 1;
    if (lines === LOOKED_AT) break;
  }
  const columns = columnsOf(first, find);
  if (columns === null) return null;
  return {
    kind: 'json-lines',
    mediaType: 'application/jsonl',
    header: columns.names,
    encoding: 'utf-8',
    delimiter: null,
    async *rows() {
      for await (const { number, bytes } of jsonLines(path)) {
        const object = bytes === null ? null : objectOf(decoded(bytes));
        const row = rowOf(number, object === null ? null : columns.cells(object), bytes === null ? LONG_LINE : BROKEN_LINE);
        if (row !== null) yield row;
      }
    },
    async count() {
      let count = 0;
      for await (const _ of jsonLines(path)) count += 1;
      return count;
    },
  };
}

/** A file of one JSON array as a table; null where it is none. Throws an `AppError` where it is too large to be held. */
export async function openJsonArray(path: string, find: HeaderFinder): Promise<Table | null> {
  const { size } = await stat(path);
  if (size > MOST_ARRAY) {
    throw new AppError(
      'unreadable',
      `The file is a JSON array of ${Math.ceil(size / 1024 / 1024)} MB; at most 64 MB were expected. JSON Lines may be longer.`,
    );
  }
  const bytes = await readFile(path);
  const elements = parsed(decoded(bytes));
  if (!Array.isArray(elements)) return null;
  const columns = columnsOf(elements.slice(0, LOOKED_AT).filter(isObject), find);
  if (columns === null) return null;
  return {
    kind: 'json',
    mediaType: 'application/json',
    header: columns.names,
    encoding: charsetOf(bytes),
    delimiter: null,
    async *rows() {
      for (const [index, element] of elements.entries()) {
        const row = rowOf(index + 1, isObject(element) ? columns.cells(element) : null, NO_OBJECT);
        if (row !== null) yield row;
      }
    },
    count: async () => elements.length,
  };
}

/** A row of cells, or its fault where there are none; null where they are blank. */
function rowOf(line: number, cells: readonly string[] | null, fault: string): RawRow | null {
  if (cells === null) return { line, fault };
  const mended = cells.map(mendCell);
  return mended.some((cell) => cell !== '') ? { line, cells: mended } : null;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder(charsetOf(bytes)).decode(bytes);
}

/** What a text says; undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(text: string): JsonObject | null {
  const value = parsed(text);
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
