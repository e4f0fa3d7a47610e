/** Tables as a user loads them, with the real program: rows that cannot be read, a load that is killed, a table of one's own from the first draft to a search. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { dmhcRows, OLDER_COLUMNS, type PublishedRow, toCsv, toXlsx, withBlanks } from '../fixtures/published-rows.ts';
import { type Ran, runImr, startImr } from './run-imr.ts';

let dir = '';
const at = (...parts: string[]) => join(dir, ...parts);
const imr = (...args: string[]) => runImr(...args, '--data', at('data'));
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(at('in', name), content);
  return at('in', name);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'imr-own-'));
  mkdirSync(at('in'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** What `imr stats` counts. */
async function stats(): Promise<{ letters: number; versions: number; unreadable: number }> {
  return JSON.parse((await imr('stats', '--json')).out) as { letters: number; versions: number; unreadable: number };
}
/** The letters that are stored while a load goes on. */
function storedSoFar(): number {
  if (!existsSync(at('data', 'library.sqlite'))) return 0;
  const db = new DatabaseSync(at('data', 'library.sqlite'), { readOnly: true });
  try {
    return Number(db.prepare('SELECT count(*) AS count FROM letters').get()?.['count']);
  } catch {
    return 0; // it is being made
  } finally {
    db.close();
  }
}

/** The last lines that a load wrote: its counts, and what went wrong. */
const told = ({ err }: Ran) => err.split('\n').filter((line) => !/a second|^Reading \d/.test(line) && line !== '');
const csv = (rows: readonly PublishedRow[]) => toCsv(rows, OLDER_COLUMNS, { separator: ';', quotes: 'where needed', header: withBlanks });

describe('rows that cannot be read', () => {
  const rows = dmhcRows(30);
  const [, one] = csv([{ ...rows[0], ReferenceID: 'MN16-99001' }]).split('\n');
  const BAD: readonly (readonly [string, string])[] = [
    [one?.replace('MN16-99001', '') ?? '', 'its cell of "Reference ID" is empty; a case number was expected.'],
    [one?.replace('MN16-99001', 'heron') ?? '', 'what stands under "Reference ID" is no case number of the program.'],
    [
      one?.replace(/(?:Upheld|Overturned) Decision/, 'Withdrawn Decision') ?? '',
      'what stands under "Determination" is no outcome that is known; Upheld Decision of Health Plan, or Overturned Decision of Health Plan was expected.',
    ],
    [`${one};x;y`, 'it has 12 cells, which fit its 10 columns in no one way.'],
    ['MN16-99001;2016', 'it has 2 cells, which fit its 10 columns in no one way.'],
    [`"${one}`, 'A quote that opens here is not closed; expected a quote before the separator or the end of the line.'],
  ];

  it('are listed, each with its line and its reason, and the others are stored', async () => {
    const lines = csv(rows).trimEnd().split('\n');
    // Line 11 and every third one behind it.
    for (const [index, [line]] of BAD.entries()) lines.splice(10 + 3 * index, 0, line);
    const path = write('table.csv', `${lines.join('\n')}\n`);
    const ran = await imr('ingest', path);
    expect(ran.code).toBe(1);
    expect(told(ran)).toEqual([
      `1 file with ${rows.length + BAD.length} determinations: ${rows.length} determinations added, ${BAD.length} could not be read`,
      ...BAD.map(([, reason], index) => `  ${path}: Row at line ${11 + 3 * index}: ${reason}`),
    ]);
    expect(await stats()).toMatchObject({ letters: rows.length, versions: rows.length, unreadable: BAD.length });

    const again = await imr('ingest', path);
    expect([again.code, told(again)]).toEqual([
      1,
      [`1 file with ${BAD.length + 1} letters: 1 known already, ${BAD.length} could not be read`],
    ]);

    // They are told again when they are read again, and no more once they are mended.
    expect(await imr('ingest', path, '--again')).toMatchObject({ code: 1 });
    expect(await stats()).toMatchObject({ letters: rows.length, versions: rows.length, unreadable: BAD.length });
    const mended = await imr('ingest', write('table.csv', csv(rows)));
    expect([mended.code, told(mended)]).toEqual([0, [`1 file with ${rows.length} determinations: ${rows.length} known already`]]);
    expect(await stats()).toMatchObject({ letters: rows.length, versions: rows.length, unreadable: 0 });
  });

  it('of a workbook that is broken are told as one', async () => {
    const path = write('table.xlsx', toXlsx(rows, OLDER_COLUMNS).subarray(0, 3_000));
    const ran = await imr('ingest', path);
    expect(ran.code).toBe(1);
    expect(told(ran).join('\n')).toMatch(/^1 file: 1 could not be read\n {2}\S+table\.xlsx: [A-Z][^\n]+\.[^\n]*$/);
  });

  it('are none in a table of a header alone, nor in a table beside letters', async () => {
    write('header.csv', csv([]));
    write('letter.txt', toText(makeLetter(1)));
    write('table.csv', csv(rows));
    const ran = await imr('ingest', at('in'));
    expect([ran.code, told(ran)]).toEqual([0, [`3 files with ${rows.length + 1} determinations: ${rows.length + 1} determinations added`]]);
    const again = await imr('ingest', at('in'));
    expect([again.code, told(again)]).toEqual([0, ['3 files: 3 known already']]);
    expect(await stats()).toMatchObject({ letters: rows.length + 1 });
  });

  it('of an empty table are none: it is loaded, and holds nothing', async () => {
    const ran = await imr('ingest', write('header.csv', csv([])));
    expect([ran.code, told(ran)[0]]).toEqual([0, '1 file with 0 determinations: nothing to store']);
    expect(await stats()).toMatchObject({ letters: 0, unreadable: 0 });
  });
});

describe('a load of a table', () => {
  it('that is killed goes on where it was when it is started again', async () => {
    const rows = dmhcRows(12_000);
    const path = write('table.csv', csv(rows));
    const child = startImr(['ingest', path, '--data', at('data')]);
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    // Some batches are stored, and others are not.
    await expect.poll(() => storedSoFar(), { interval: 5 }).toBeGreaterThanOrEqual(1_000);
    child.kill('SIGKILL');
    await ended;
    expect(child.signalCode).toBe('SIGKILL');
    const { letters } = await stats();
    expect(letters).toBeGreaterThanOrEqual(1_000);
    const ran = await imr('ingest', path);
    expect(ran.code).toBe(0);
    const added = rows.length - letters;
    const parts = [...(added === 0 ? [] : [`${added} determinations added`]), `${letters} known already`];
    expect(told(ran)).toEqual([`1 file with 12,000 determinations: ${parts.join(', ')}`]);
    expect(await stats()).toMatchObject({ letters: rows.length, versions: rows.length, unreadable: 0 });
    expect(await imr('library', 'check')).toMatchObject({ code: 0 });
  });

  it('is refused where nothing is written', async () => {
    const ran = await imr('ingest', write('table.csv', csv(dmhcRows(3))), '--read-only');
    expect(ran.code).toBe(2);
    expect(told(ran)).toHaveLength(1);
    expect(told(ran)[0]).toMatch(/^imr: .*read-only/);
  });
});

describe('a table of one’s own', () => {
  const TABLE = [
    'Docket;What came of it;Year closed;Complaint;Asked for;Insurer;Sex;Comment',
    'A-1;Overturned;2020;Sore wing;Physical therapy / MRI;Aviary;F;The harness is needed. Rest had failed under the Official Disability Guidelines.',
    'A-2;Upheld;2021;Molt;Graft;Aviary;M;"Two lines\nof words, and a ""quote""."',
    'A-3;Upheld;2021;Molt;Graft;Aviary;heron;',
    'A-4;Split;2022;Beak pain;MRI;Perch;F;The image was needed once.',
    'A-5;Upheld;2022;Beak pain;MRI;Perch;F;The image was not needed.',
    ';Upheld;2022;Beak pain;MRI;Perch;F;No number.',
    '',
  ].join('\n');
  const save = (mapping: object, name = 'my.json') => write(name, JSON.stringify(mapping));
  interface Drafted {
    program: string;
    columns: Record<string, string>;
    outcomes: Record<string, string>;
    lists?: string;
  }

  it('is drafted, looked over, previewed, loaded and searched as the help texts say', async () => {
    const path = write('birds.csv', TABLE);
    // What a new user sees: that a mapping is needed, and how it is made.
    const unmapped = await imr('ingest', path);
    expect(unmapped.code).toBe(1);
    expect(unmapped.err).toContain(`If it is a table of decisions, name its columns first: imr mapping ${path}`);
    const help = (await runImr('ingest', '--help')).out;
    for (const option of ['--mapping <file>', '--preview', 'imr mapping']) expect(help).toContain(option);
    expect((await runImr('--help')).out).toMatch(/mapping .*Draft the mapping/);
    expect((await runImr('mapping', '--help')).out).toContain('mapping decisions.csv');

    const draft = await runImr('mapping', path);
    const mapping = JSON.parse(draft.out) as Drafted;
    expect(mapping).toEqual({
      program: 'birds',
      columns: {
        Docket: 'case number',
        'What came of it': 'decision',
        'Year closed': 'year',
        Complaint: 'ignored',
        'Asked for': 'ignored',
        Insurer: 'health plan',
        Sex: 'sex',
        Comment: 'rationale',
      },
      outcomes: { Overturned: 'overturned', Upheld: 'upheld', Split: 'undetermined' },
    });
    expect(draft).toMatchObject({
      code: 0,
      err: expect.stringContaining('These outcomes are not known and stand as undetermined; change them in "outcomes": Split.'),
    });
    expect(draft.err).toMatch(/Complaint +ignored +Sore wing \| Molt \| Beak pain/);
    expect(draft.err).toContain(`imr ingest ${path} --mapping FILE --preview`);

    mapping.columns['Complaint'] = 'diagnosis';
    mapping.columns['Asked for'] = 'treatment';
    mapping.columns['Weather'] = 'ignored';
    mapping.outcomes['Split'] = 'overturned_in_part';
    mapping.lists = '/';
    const saved = save(mapping);
    const preview = await imr('ingest', path, '--mapping', saved, '--preview');
    expect(preview.code).toBe(1);
    for (const said of [
      'birds, csv, utf-8, cells apart by ";"',
      'Named in the mapping, and not in the table: Weather',
      'Of 6 rows: 5 rows would be stored (1 overturned, 3 upheld, 1 overturned in part), 1 could not be read.',
      'line 8: its cell of "Docket" is empty; a case number was expected.',
      'Nothing was stored.',
    ])
      expect(preview.out).toContain(said);
    expect(preview.out).toMatch(/Diagnosis +Sore wing\n *Treatment 1 +Physical therapy\n *Treatment 2 +MRI\n/);
    expect(preview.out).toMatch(/Note +What stands under "Sex" is not understood; .*\n/);
    expect(preview.out).toContain('  What stands under "Sex" is not understood; Female, Male or Other was expected. (1 row)\n');

    const loaded = await imr('ingest', path, '--mapping', saved);
    expect([loaded.code, told(loaded)]).toEqual([
      1,
      [
        '1 file with 6 determinations: 5 determinations added, 1 could not be read',
        `  ${path}: Row at line 8: its cell of "Docket" is empty; a case number was expected.`,
        '  What stands under "Sex" is not understood; Female, Male or Other was expected. (1 row)',
      ],
    ]);
    const found = JSON.parse((await imr('search', 'harness', '--json')).out) as {
      total: number;
      hits: { caseNumber: string; decision: string }[];
    };
    expect(found).toMatchObject({ total: 1, hits: [{ caseNumber: 'A-1', decision: 'overturned' }] });
    expect(await imr('library', 'check')).toMatchObject({ code: 0 });
    const again = await imr('ingest', path, '--mapping', saved);
    expect(told(again)[0]).toBe('1 file with 6 determinations: 5 known already, 1 could not be read');
  });

  const MAPPING: Drafted = {
    program: 'Birds',
    columns: { Docket: 'case number', 'What came of it': 'decision', 'Asked for': 'treatment', Comment: 'rationale' },
    outcomes: { Overturned: 'overturned', Upheld: 'upheld' },
  };

  it('is read anew where its mapping was changed: rows that are understood now are no longer listed, and what is said otherwise is stored so', async () => {
    const path = write('birds.csv', TABLE);
    const load = (mapping: Drafted) => imr('ingest', path, '--mapping', save(mapping));
    expect(told(await load(MAPPING))[0]).toBe('1 file with 6 determinations: 4 determinations added, 2 could not be read');
    expect(await stats()).toMatchObject({ letters: 4, unreadable: 2 });
    const wider = { ...MAPPING, outcomes: { ...MAPPING.outcomes, Split: 'overturned_in_part' } };
    expect(told(await load(wider))[0]).toBe('1 file with 6 determinations: 1 determination added, 4 known already, 1 could not be read');
    expect(await stats()).toMatchObject({ letters: 5, versions: 5, unreadable: 1 });
    // Another order of the columns that are read is another text of each row.
    const other = { ...wider, columns: { Complaint: 'diagnosis', ...wider.columns } };
    expect(told(await load(other))[0]).toMatch(/^1 file with 6 determinations: 5 new versions, 1 could not be read$/);
    const birds = { letters: 5, versions: 5, unreadable: 1 };
    expect(await stats()).toMatchObject(birds);
    expect((await imr('search', 'A-2')).out).not.toContain('~');
    expect(JSON.parse((await imr('search', 'diagnosis:molt', '--json')).out)).toMatchObject({ total: 2 });
    // Under another name it is another program, and no more the one that it was.
    expect(told(await load({ ...other, program: 'Birds of 2022' }))[0]).toBe(
      '1 file with 6 determinations: 5 determinations added, 5 taken away: the file is no longer read as that, 1 could not be read',
    );
    expect(await stats()).toMatchObject({ letters: 5, unreadable: 1 });
    // A row that is read no more stays as it was read.
    const narrow = { ...other, program: 'Birds of 2022', outcomes: MAPPING.outcomes };
    expect(told(await load(narrow))[0]).toBe('1 file with 6 determinations: 4 known already, 2 could not be read');
    expect(await stats()).toMatchObject({ letters: 5 });
    expect(await imr('library', 'check')).toMatchObject({ code: 0 });
  });

  it('changed in one row is one new version', async () => {
    const mapping = save(MAPPING);
    await imr('ingest', write('birds.csv', TABLE), '--mapping', mapping);
    const edited = await imr('ingest', write('birds.csv', TABLE.replace('A-5;Upheld', 'A-5;Overturned')), '--mapping', mapping);
    expect(told(edited)[0]).toBe('1 file with 6 determinations: 1 new version, 3 known already, 2 could not be read');
    expect(await stats()).toMatchObject({ letters: 4, versions: 5, unreadable: 2 });
  });

  it('that the mapping is not of is told in one sentence, with its columns', async () => {
    const path = write('birds.csv', TABLE);
    const { Docket: _, ...columns } = MAPPING.columns;
    const wrong = save({ ...MAPPING, columns: { ...columns, 'Docket No': 'case number' } }, 'wrong.json');
    const why =
      'The mapping names "Docket No", which the table lacks; its columns are: Docket, What came of it, Year closed, Complaint, Asked for, Insurer, Sex, Comment.';
    expect(told(await imr('ingest', path, '--mapping', wrong))).toEqual(['1 file: 1 could not be read', `  ${path}: ${why}`]);
    expect(await imr('ingest', path, '--mapping', wrong, '--preview')).toMatchObject({ code: 2, out: '', err: `imr: ${path}: ${why}\n` });
    const letter = write('letter.txt', toText(makeLetter(1)));
    expect(await imr('ingest', letter, '--preview')).toMatchObject({ code: 2, out: '' });
    // Columns that may be there or not may all be missing.
    const more = { ...MAPPING, columns: { ...MAPPING.columns, 'Asked for': 'ignored', Weather: 'age', Wind: 'coverage', Rain: 'agent' } };
    expect(await imr('ingest', path, '--mapping', save(more, 'more.json'), '--preview')).toMatchObject({
      out: expect.stringContaining('not in the table: Weather, Wind, Rain'),
    });
  });

  it.each([
    ['that is no JSON', '{', /^imr: \S+my\.json is no JSON \(.*\); a mapping was expected, as "imr mapping TABLE" drafts one\.\n$/],
    [
      'with a role that there is not',
      JSON.stringify({ ...MAPPING, columns: { ...MAPPING.columns, Sex: 'gender' } }),
      /^imr: \S+my\.json is no mapping: columns\.Sex: "gender" is nothing a column may hold; .*\.\n$/,
    ],
    [
      'without case numbers',
      JSON.stringify({ ...MAPPING, columns: { Comment: 'decision' } }),
      /^imr: \S+my\.json names no column for: case number\. Every row needs one\.\n$/,
    ],
  ])('with a mapping %s is refused in one sentence, and nothing is stored', async (_, json, expected) => {
    const ran = await imr('ingest', write('birds.csv', TABLE), '--mapping', write('my.json', json));
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringMatching(expected) });
  });

  it('that is not there, or is no table, is told; so is a mapping that is not there', async () => {
    expect(await imr('ingest', write('birds.csv', TABLE), '--mapping', at('none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('none.json: This could not be opened'),
    });
    expect(await runImr('mapping', at('none.csv'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('none.csv does not exist'),
    });
    expect(await runImr('mapping', write('words.txt', 'A heron flew.\nIt landed.\n'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('is no table;'),
    });
  });

  it('of a program that is known is told so', async () => {
    const path = write('table.csv', csv(dmhcRows(10)));
    expect((await runImr('mapping', path)).err).toContain('This table is of a program that is known: it can be read without a mapping.');
    const preview = await imr('ingest', path, '--preview');
    expect(preview).toMatchObject({ code: 0, out: expect.stringContaining('California managed health care (DMHC), csv') });
    expect(readFileSync(path, 'utf8')).toBe(csv(dmhcRows(10)));
  });
});
