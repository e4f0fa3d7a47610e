/** The lines of a table that are shown as the original of one row: below the header, whole, and no line of another. */
import { describe, expect, it } from 'vitest';
import { firstRecord, isShown, readShownRows } from '../../server/http/shown-rows.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const record = (lines: string) => text(firstRecord(new TextEncoder().encode(lines)));

describe('the first record', () => {
  it.each([
    ['a line', 'a,b\nc,d\n', 'a,b\n'],
    ['a line with a carriage return', 'a,b\r\nc,d\r\n', 'a,b\r\n'],
    ['the last line, without an end', 'a,b', 'a,b'],
    ['a cell of several lines', 'a,"one\ntwo, ""three""\n"\nc,d\n', 'a,"one\ntwo, ""three""\n"\n'],
    ['a first cell of several lines', '"one\ntwo";b\nc;d\n', '"one\ntwo";b\n'],
    ['a sign of inches, which is no quote', 'a,5\'2" tall,b\nc,d\n', 'a,5\'2" tall,b\n'],
    ['a quote that never closes', 'a,"b\nc,d\n', 'a,"b\n'],
    ['nothing', '', ''],
  ])('%s', (_, lines, first) => {
    expect(record(lines)).toBe(first);
  });
});

describe('the lines of a row', () => {
  const lines = ['id,text\n', 'A1,"one\n', 'two"\n', 'A2,three\n'];
  const originals = {
    readRows: async (_: string, from: number, to: number) => new TextEncoder().encode(lines.slice(from - 1, to).join('')),
  };
  const source = (mediaType: string, from: number) => ({
    fileName: 'rows',
    mediaType,
    sha256: '0'.repeat(64),
    sizeBytes: 9,
    pages: 1,
    part: { key: '1'.repeat(64), unit: 'row' as const, from, to: from },
  });

  it('stand below the header in a table', async () => {
    expect(text((await readShownRows(source('text/csv', 2), originals)) ?? new Uint8Array())).toBe('id,text\nA1,"one\ntwo"\n');
    expect(text((await readShownRows(source('text/csv', 4), originals)) ?? new Uint8Array())).toBe('id,text\nA2,three\n');
  });

  it('are their own in JSON Lines', async () => {
    expect(text((await readShownRows(source('application/jsonl', 4), originals)) ?? new Uint8Array())).toBe('A2,three\n');
  });

  it('are none of a workbook or an array, whose original is not shown', async () => {
    expect(await readShownRows(source('application/json', 2), originals)).toBeNull();
    expect(isShown(source('application/json', 2))).toBe(false);
    expect(isShown(source('text/tab-separated-values', 2))).toBe(true);
    expect(isShown({ ...source('application/pdf', 1), part: null })).toBe(true);
  });
});
