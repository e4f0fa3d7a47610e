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
  const file = (content: string | Uint8Array) => {
    const bytes = Buffer.from(content);
    const lines = bytes.toString('latin1').split(/(?<=\n)/);
    return {
      has: async () => true,
      readRows: async (_: string, from: number, to: number) => Buffer.from(lines.slice(from - 1, to).join(''), 'latin1'),
    };
  };
  const source = (mediaType: string, from: number) => ({
    fileName: 'rows',
    mediaType,
    sha256: '0'.repeat(64),
    sizeBytes: 9,
    pages: 1,
    part: { key: '1'.repeat(64), unit: 'row' as const, from, to: from },
  });
  const originals = file('id,text\nA1,"one\ntwo"\nA2,three\n');
  const shown = async (content: string, from: number) =>
    text((await readShownRows(source('text/csv', from), file(content))) ?? new Uint8Array());

  it('stand below the header in a table', async () => {
    expect(text((await readShownRows(source('text/csv', 2), originals)) ?? new Uint8Array())).toBe('id,text\nA1,"one\ntwo"\n');
    expect(text((await readShownRows(source('text/csv', 4), originals)) ?? new Uint8Array())).toBe('id,text\nA2,three\n');
  });

  it.each([
    ['under a title', 'Fictional appeals\n\nid,text,year\nA1,"one, two",2019\n', 4, 'id,text,year\nA1,"one, two",2019\n'],
    ['under a title that goes over the width of the sheet', 'Appeals,,\nid,text,year\nA1,one,2019\n', 3, 'id,text,year\nA1,one,2019\n'],
    [
      'by semicolons, where the texts hold commas',
      'id;text;year\nA1;one, two, three, four;2019\n',
      2,
      'id;text;year\nA1;one, two, three, four;2019\n',
    ],
  ])('stand below the header %s', async (_, content, from, rows) => {
    expect(await shown(content, from)).toBe(rows);
  });

  it.each([
    ['a title of two parts', 'Appeals, New York\nid;text;year\nA1;one;2019\n', 3, 'A1;one;2019\n'],
    ['a title of as many parts as a row has by its commas', 'Appeals, New York\nid;text;year\nA1;one, two;2019\n', 3, 'A1;one, two;2019\n'],
    ['a note of a name and a date', 'As of,2020-01-02,,,\nid,text,year,sex,age\nA1,one,2019,F,40\n', 3, 'A1,one,2019,F,40\n'],
  ])('stand alone where no header is sure: %s', async (_, content, from, rows) => {
    expect(await shown(content, from)).toBe(rows);
  });

  it.each([
    ['lines that end with CR alone', Buffer.from('id,text\rA1,one\rA2,"two\nthree"\r')],
    ['UTF-16', Buffer.from('\ufeffid,text\nA1,one\nA2,two\n', 'utf16le')],
  ])('are not cut out of %s: no original is shown', async (_, content) => {
    for (const mediaType of ['text/csv', 'application/jsonl']) {
      expect(await readShownRows(source(mediaType, 2), file(content))).toBeNull();
      expect(await isShown(source(mediaType, 2), file(content))).toBe(false);
    }
  });

  it('are their own in JSON Lines', async () => {
    expect(text((await readShownRows(source('application/jsonl', 4), originals)) ?? new Uint8Array())).toBe('A2,three\n');
  });

  it('are none of a workbook or an array, whose original is not shown', async () => {
    expect(await readShownRows(source('application/json', 2), originals)).toBeNull();
    expect(await isShown(source('application/json', 2), originals)).toBe(false);
    expect(await isShown(source('text/tab-separated-values', 2), originals)).toBe(true);
    expect(await isShown({ ...source('application/pdf', 1), part: null }, originals)).toBe(true);
    expect(await isShown({ ...source('application/pdf', 1), part: null }, { ...originals, has: async () => false })).toBe(false);
  });
});
