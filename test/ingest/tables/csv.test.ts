/** CSV in the forms that are met: separators, quotes or none, encodings, line ends, titles above the header, and what is broken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable, sniffTable } from '../../../ingest/tables/open-table.ts';
import { cellsOf, type Folder, HEADER, isHeader, makeFolder, rowsOf, tableOf } from './table-file.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const ROWS = [
  ['AA20-1', '2020', 'Ears, Nose', 'Upheld', 'The reviewer said: no.'],
  ['AA20-2', '2020', 'Skin', 'Overturned', ''],
];
const joined = (separator: string, end = '\n') => [HEADER, ...ROWS].map((row) => row.join(separator)).join(end);
const H = HEADER.join(',');

describe('a CSV file', () => {
  it.each([';', '\t', '|'])('is cut at %j', async (separator) => {
    const path = await folder.write(joined(separator));
    const table = await tableOf(path);
    expect(table).toMatchObject({ kind: 'csv', header: HEADER, delimiter: separator, encoding: 'utf-8' });
    expect(await rowsOf(table)).toEqual([
      { line: 2, cells: ROWS[0] },
      { line: 3, cells: ROWS[1] },
    ]);
    expect(await rowsOf(table)).toHaveLength(2);
  });

  it('has the media type of its separator', async () => {
    expect((await tableOf(await folder.write(`${H}\n`))).mediaType).toBe('text/csv');
    expect((await tableOf(await folder.write(HEADER.join('\t')))).mediaType).toBe('text/tab-separated-values');
  });

  it.each(['\n', '\r\n', '\r'])('has lines that end in %j', async (end) => {
    const path = await folder.write(`${joined(';', end)}${end}`);
    expect(await cellsOf(path)).toEqual(ROWS);
    expect((await rowsOf(await tableOf(path))).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('keeps cells beyond the header, and does not fill up those that lack', async () => {
    const path = await folder.write(`${H}\nAA20-1,2020,Ears, Nose,Upheld,No.\nAA20-2,2020\n`);
    expect(await cellsOf(path)).toEqual([
      ['AA20-1', '2020', 'Ears', 'Nose', 'Upheld', 'No.'],
      ['AA20-2', '2020'],
    ]);
  });

  it('has quotes, doubled ones, separators and line ends inside quoted cells', async () => {
    const path = await folder.write(
      `${H}\nAA20-1,2020,"Ears, Nose",Upheld,"He said ""no"".\r\nAnd\nno more."\nAA20-2,2020,"",Upheld,""""\n`,
    );
    expect(await rowsOf(await tableOf(path))).toEqual([
      { line: 2, cells: ['AA20-1', '2020', 'Ears, Nose', 'Upheld', 'He said "no".\nAnd\nno more.'] },
      { line: 5, cells: ['AA20-2', '2020', '', 'Upheld', '"'] },
    ]);
  });

  it('has quotes that are words of a cell', async () => {
    const path = await folder.write(`${H}\nAA20-1,2020,5" pipe,Upheld,"Brand" drug\nAA20-2,2020,""x,Upheld,"He said "no" to it"\n`);
    expect(await cellsOf(path)).toEqual([
      ['AA20-1', '2020', '5" pipe', 'Upheld', '"Brand" drug'],
      ['AA20-2', '2020', '""x', 'Upheld', '"He said "no" to it"'],
    ]);
  });

  it('may have titles, notes and blank lines above its header, a row number without a name and rows of blanks', async () => {
    const path = await folder.write(
      `\nDecisions, all years\nas of June\n\n"",${H}\n1,AA20-1,2020,Skin,Upheld,No.\n , ,,,,\n\n2,AA20-2,2020,Skin,Upheld,No.\n`,
    );
    const table = await tableOf(path);
    expect(table.header).toEqual(['', ...HEADER]);
    expect((await rowsOf(table)).map((row) => [row.line, 'cells' in row && row.cells[1]])).toEqual([
      [6, 'AA20-1'],
      [9, 'AA20-2'],
    ]);
  });

  it('has its cells mended', async () => {
    const path = await folder.write(`${H}\nAA20-1,2020,The patientâ€™s, Upheld ,A &amp; B\u00a0&lt;5 mg\n`);
    expect(await cellsOf(path)).toEqual([['AA20-1', '2020', 'The patient’s', 'Upheld', 'A & B <5 mg']]);
  });
});

describe('an encoding', () => {
  const text = `${joined(';')}\nAA20-3;2020;Señor’s œdème;Upheld;–`;
  const cells = ['AA20-3', '2020', 'Señor’s œdème', 'Upheld', '–'];
  const in1252 = (words: string) =>
    Buffer.from(words.replaceAll('’', '\u0092').replaceAll('œ', '\u009c').replaceAll('–', '\u0096'), 'latin1');
  const utf16be = (words: string) => Buffer.from(words, 'utf16le').swap16();

  it.each<[string, string, () => Uint8Array]>([
    ['UTF-8', 'utf-8', () => Buffer.from(text)],
    ['UTF-8 with a mark', 'utf-8', () => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', 'utf-16le', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', 'utf-16be', () => utf16be(`\ufeff${text}`)],
    ['Windows-1252', 'windows-1252', () => in1252(text)],
  ])('%s is told', async (_, encoding, bytes) => {
    const path = await folder.write(bytes());
    expect((await tableOf(path)).encoding).toBe(encoding);
    expect(await cellsOf(path)).toEqual([...ROWS, cells]);
  });

  it('is that of the whole file: the first odd byte may come late, and a character may lie between two pieces', async () => {
    const plain = `${H}\n${'AA20-1,2020,Skin,Upheld,No.\n'.repeat(20_000)}`;
    const late = await tableOf(await folder.write(in1252(`${plain}AA20-2,2020,Señor,Upheld,No.\n`)));
    expect(late.encoding).toBe('windows-1252');
    expect((await rowsOf(late)).at(-1)).toEqual({ line: 20_002, cells: ['AA20-2', '2020', 'Señor', 'Upheld', 'No.'] });
    const odd = 'é’😀'.repeat(100_000);
    for (const lead of ['', 'a', 'aa']) {
      const table = await tableOf(await folder.write(`${H}\nAA20-1,2020,${lead}${odd},Upheld,No.\n`));
      expect(table.encoding).toBe('utf-8');
      expect(await rowsOf(table)).toEqual([{ line: 2, cells: ['AA20-1', '2020', `${lead}${odd}`, 'Upheld', 'No.'] }]);
    }
  });
});

describe('a broken row', () => {
  const good = (number: number) => `AA20-${number},2020,"Ears, Nose",Upheld,"No."`;
  const NOT_CLOSED = expect.stringContaining('not closed');

  it('whose quote is not closed is told with its line, and no other row is lost', async () => {
    const path = await folder.write(
      [H, good(1), 'AA20-2,2020,"Ears,Upheld,No.', good(3), good(4), 'AA20-5,2020,Skin,Upheld,"No.'].join('\n'),
    );
    const cells = (number: number) => [`AA20-${number}`, '2020', 'Ears, Nose', 'Upheld', 'No.'];
    expect(await rowsOf(await tableOf(path))).toEqual([
      { line: 2, cells: cells(1) },
      { line: 3, fault: NOT_CLOSED },
      { line: 4, cells: cells(3) },
      { line: 5, cells: cells(4) },
      { line: 6, fault: NOT_CLOSED },
    ]);
  });

  it('begins where its first cell does, and the next one behind the line of the quote', async () => {
    const path = await folder.write(`${H}\nAA20-1,2020,"Two\nlines","Upheld,No.\n${good(2)}\n`);
    expect(await rowsOf(await tableOf(path))).toEqual([
      { line: 2, fault: NOT_CLOSED },
      { line: 4, cells: ['AA20-2', '2020', 'Ears, Nose', 'Upheld', 'No.'] },
    ]);
  });

  it('is one that is larger than 1 MB, whether its line ends soon, late or never', async () => {
    const long = 'x'.repeat(3 * 1024 * 1024);
    const tooLong = expect.stringContaining('larger than 1 MB');
    const path = await folder.write(`${H}\n${good(1)}\nAA20-2,${long}\n${good(3)}\nAA20-4,"${long}"\n${good(5)}\nAA20-6,${long}`);
    const lines = (await rowsOf(await tableOf(path))).map((row) => [row.line, 'fault' in row ? row.fault : row.cells[0]]);
    expect(lines).toEqual([
      [2, 'AA20-1'],
      [3, tooLong],
      [4, 'AA20-3'],
      [5, NOT_CLOSED],
      [6, 'AA20-5'],
      [7, tooLong],
    ]);
    const short = await folder.write(`${H}\nAA20-1,${'x'.repeat(1024 * 1024)}\n${good(2)}\n`);
    expect((await rowsOf(await tableOf(short))).map((row) => 'fault' in row)).toEqual([true, false]);
  });
});

describe('no table', () => {
  it.each<[string, string | Uint8Array]>([
    ['an empty file', ''],
    ['a blank file', ' \n\n'],
    ['a letter', 'Case Number: CM00-1\nDear Sir, the Outcome, Year and Findings follow.\n'],
    ['a table of an unknown header', 'Name,Age\nA,1\n'],
    ['a header below twenty rows', `${'a note\n'.repeat(20)}${H}\n`],
    ['a file with a zero byte', Buffer.concat([Buffer.from(`${H}\n`), Buffer.from([0])])],
    ['a file with a late zero byte', Buffer.concat([Buffer.from(`${H}\n${'AA20-1,2020\n'.repeat(10_000)}`), Buffer.from([0])])],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['JSON that is broken', '[{"Case No": 1'],
  ])('is %s', async (_, content) => {
    expect(await openTable(await folder.write(content), isHeader)).toBeNull();
  });
});

describe('a table of which nothing is known', () => {
  it.each<[string, string, string, string[]]>([
    ['commas', 'Number,Result\n1,good\n2,bad\n', ',', ['Number', 'Result']],
    ['semicolons beside decimal commas', 'a;b;c\n1,5;2;3\n1,7;2;3\n1;2;3\n', ';', ['a', 'b', 'c']],
    ['tabs beside prose with commas', 'id\ttext\n1\tone, two\n2\tthree, four, five\n', '\t', ['id', 'text']],
    ['a title above', 'Decisions, all\nid;text;year;place\n1;a;2020;b\n2;b;2021;c\n', ';', ['id', 'text', 'year', 'place']],
    ['more cells than names', 'id,kind,year\n1,a, b,2020\n2,c, d,2020\n3,e,2020\n', ',', ['id', 'kind', 'year']],
  ])('is cut by %s', async (_, content, delimiter, header) => {
    expect(await sniffTable(await folder.write(content))).toMatchObject({ delimiter, header });
  });

  it('is none where nothing separates', async () => {
    expect(await sniffTable(await folder.write('one\ntwo\n'))).toBeNull();
  });
});
