/** Published tables loaded into a real library: the same rows in whatever form, once more, changed; two determinations of one number; rows that cannot be read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DMHC_FORMS,
  dmhcRow,
  dmhcRows,
  dmhcRowWithFindings,
  NEW_YORK_ROW,
  OLDER_COLUMNS,
  OVERTURNED,
  type PublishedRow,
  toCsv,
  toJsonArray,
  UNQUOTED,
  UPHELD,
  withBlanks,
  withDots,
} from '../fixtures/published-rows.ts';
import { DMHC_COLUMNS } from '../fixtures/tables.ts';
import { openTableLibrary, storedLetters, type TableLibrary } from './table-library.ts';

const COUNT = 600;
const NEW = { separator: ';', quotes: 'where needed', header: withBlanks } as const;
const csv = (rows: readonly PublishedRow[], columns: readonly string[] = OLDER_COLUMNS) => toCsv(rows, columns, NEW);

const ALL = { where: { kind: 'all' }, facets: [], sort: 'case', offset: 0, limit: 1 } as const;

let library: TableLibrary;
beforeEach(async () => {
  library = await openTableLibrary();
});
afterEach(() => library.close());

/** What a library holds of some rows that are loaded alone. */
async function alone(content: string | Uint8Array): Promise<Map<string, unknown>> {
  const other = await openTableLibrary();
  try {
    await other.load(other.write('table', content));
    return await storedLetters(other.index);
  } finally {
    await other.close();
  }
}

/** The text of the determination that counts. */
const textOf = async (id: string) => (await library.index.letter(id))?.canonical.text;

describe('the same rows', () => {
  it('are the same letters, in whatever form they are written', async () => {
    const rows = dmhcRows(COUNT);
    const expected = await alone(csv(rows));
    expect(expected.size).toBe(COUNT);
    for (const [form, write] of Object.entries(DMHC_FORMS)) {
      const other = await openTableLibrary();
      const report = await other.load(other.write('table', write(rows)));
      expect(report, form).toMatchObject({ files: 1, total: COUNT, done: COUNT, added: COUNT, faults: [] });
      expect(await storedLetters(other.index), form).toEqual(expected);
      expect((await other.index.library.check(0)).faults, form).toEqual([]);
      await other.close();
    }
  });

  it('without quotes, though names of categories hold commas, with dots in the header and a number in front of each row', async () => {
    const rows = dmhcRows(COUNT, 2, true);
    const expected = await alone(csv(rows));
    const report = await library.load(library.write('table.csv', UNQUOTED(rows)));
    expect(report).toMatchObject({ total: COUNT, added: COUNT, faults: [] });
    expect(await storedLetters(library.index)).toEqual(expected);
  });

  it('in another form are known already', async () => {
    const rows = dmhcRows(COUNT);
    await library.load(library.write('old.csv', csv(rows)));
    const before = await library.index.library.stats();
    for (const [form, write] of Object.entries(DMHC_FORMS)) {
      const report = await library.load(library.write('new', write(rows)));
      expect(report, form).toMatchObject({ added: 0, newVersions: 0, reread: 0, faults: [] });
    }
    expect(await library.index.library.stats()).toEqual(before);
  });
});

describe('a table that is published once more', () => {
  const change = (row: PublishedRow): PublishedRow => ({
    ...row,
    Determination: row['Determination'] === UPHELD ? OVERTURNED : UPHELD,
  });

  it('with another header, in another order and with three cells changed is three new versions and nothing else', async () => {
    const rows = dmhcRows(COUNT);
    const path = library.write('table.csv', csv(rows));
    await library.load(path);
    expect(await library.load(path)).toMatchObject({ known: 1, total: 1, added: 0 });
    const before = await library.index.library.stats();
    const changed = [5, 300, 599];
    const republished = rows.map((row, place) => (changed.includes(place) ? change(row) : row)).toReversed();
    const again = toCsv(republished, OLDER_COLUMNS.toReversed(), { separator: ',', quotes: 'all', header: withDots, numbered: true });
    const report = await library.load(library.write('table.csv', again));
    expect(report).toMatchObject({ total: COUNT, done: COUNT, known: COUNT - 3, newVersions: 3, added: 0, reread: 0, faults: [] });
    expect(await library.index.library.stats()).toMatchObject({
      letters: COUNT,
      versions: COUNT + 3,
      readings: before.readings + 3,
      change: before.change + 3,
    });
    for (const place of changed) {
      const id = `dmhc:${rows[place]?.['ReferenceID']}`;
      expect(await library.index.versions(id)).toHaveLength(2);
      const [letter] = await library.index.determinations([id]);
      expect(letter?.items[0]?.decision?.value).toBe(rows[place]?.['Determination'] === UPHELD ? 'overturned' : 'upheld');
    }
    expect(await storedLetters(library.index)).toEqual(await alone(csv(republished)));
  });

  it('as it was before is as it was before: what is published last counts', async () => {
    const rows = dmhcRows(20);
    const changed = rows.map((row, place) => (place === 7 ? change(row) : row));
    const next = dmhcRow(10_000);
    await library.load(library.write('1.csv', csv(rows)));
    await library.load(library.write('2.csv', csv(changed)));
    const last = library.write('3.csv', csv([...rows, next]));
    expect(await library.load(last)).toMatchObject({ total: 21, known: 19, newVersions: 1, added: 1, faults: [] });
    expect(await storedLetters(library.index)).toEqual(await alone(csv([...rows, next])));
    const before = await library.index.library.stats();
    // What was loaded before is not looked at again, and has no say.
    await library.load(last);
    await library.load(library.write('2.csv', csv(changed)));
    expect(await library.index.library.stats()).toEqual(before);
    expect((await library.index.library.check(0)).faults).toEqual([]);
    const { total } = await library.index.search({ ...ALL, filters: [{ field: 'decision', values: ['upheld'] }] });
    expect(total).toBe(rows.filter((row) => row['Determination'] === UPHELD).length + (next['Determination'] === UPHELD ? 1 : 0));
  });

  it('with a column more is a new version of each row', async () => {
    const rows = dmhcRows(1_200);
    await library.load(library.write('1.csv', csv(rows)));
    const longer = rows.map((row) => ({ ...row, IMRType: 'Standard' }));
    const columns = [...OLDER_COLUMNS, 'IMRType'];
    expect(await library.load(library.write('2.csv', csv(longer, columns)))).toMatchObject({ newVersions: 1_200, added: 0, faults: [] });
    expect(await library.index.stats()).toMatchObject({ letters: 1_200, versions: 2_400 });
  });
});

describe('two rows of one case number', () => {
  const first: PublishedRow = {
    ...dmhcRow(1),
    DiagnosisSubCategory: 'Sore Wing',
    TreatmentSubCategory: 'Wing Scan',
    Determination: UPHELD,
  };
  const second: PublishedRow = {
    ...first,
    TreatmentCategory: 'Pharmacy',
    TreatmentSubCategory: 'Grit',
    AgeRange: '65+',
    Determination: OVERTURNED,
  };
  const id = `dmhc:${first['ReferenceID']}`;
  const others = dmhcRows(1_500).map((row, place) => ({ ...row, ReferenceID: `MN10-${50_000 + place}` }));
  const load = (name: string, rows: readonly PublishedRow[]) => library.load(library.write(name, csv(rows)));
  /** What was asked for, of the first and the second determination. */
  const treatments = async () =>
    (await library.index.determinations([id, `${id}~2`])).map(({ published }) => published?.treatments[0]?.value);

  it('that say different things are two determinations, however they are ordered later', async () => {
    expect(await load('1.csv', [first, ...others, second])).toMatchObject({ added: others.length + 2, faults: [] });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
    const [, two] = await library.index.determinations([id, `${id}~2`]);
    expect(two).toMatchObject({ caseNumber: { value: first['ReferenceID'] }, items: [{ id: `${id}~2#1` }] });
    expect(two?.messages).toMatchObject([{ code: 'row.same_number' }]);
    const before = await library.index.library.stats();
    expect(await load('2.csv', [second, ...others, first])).toMatchObject({ newVersions: 0, added: 0, faults: [] });
    expect(await load('3.csv', [...others, second, first])).toMatchObject({ newVersions: 0, added: 0, faults: [] });
    expect(await library.index.library.stats()).toEqual(before);
  });

  it('that say the same are one', async () => {
    expect(await load('1.csv', [first, ...others, first])).toMatchObject({ added: others.length + 1, known: 1, faults: [] });
    expect(await library.index.stats()).toMatchObject({ letters: others.length + 1, versions: others.length + 1 });
  });

  const edits: [string, (rows: { first: PublishedRow; second: PublishedRow }) => PublishedRow[], string[]][] = [
    [
      'the first behind the second',
      ({ first, second }) => [second, ...others, { ...first, TreatmentSubCategory: 'Scan' }],
      ['Scan', 'Grit'],
    ],
    [
      'the first before the second',
      ({ first, second }) => [{ ...first, TreatmentSubCategory: 'Scan' }, ...others, second],
      ['Scan', 'Grit'],
    ],
    [
      'the second before the first',
      ({ first, second }) => [{ ...second, TreatmentSubCategory: 'Seed' }, ...others, first],
      ['Wing Scan', 'Seed'],
    ],
    ['the second, both side by side', ({ first, second }) => [{ ...second, TreatmentSubCategory: 'Seed' }, first], ['Wing Scan', 'Seed']],
  ];
  it.each(edits)('of which one is edited: %s: a new version of that one', async (_, edited, expected) => {
    await load('1.csv', [first, second, ...others]);
    expect(await load('2.csv', edited({ first, second }))).toMatchObject({ newVersions: 1, added: 0, faults: [] });
    expect(await treatments()).toEqual(expected);
  });

  it('both of which are edited are a new version each, of the one that they are most like', async () => {
    await load('1.csv', [first, second]);
    const edited = [
      { ...second, PatientGender: 'Female', DiagnosisSubCategory: 'Old Wing' },
      { ...first, PatientGender: 'Male', DiagnosisSubCategory: 'Old Wing' },
    ];
    expect(await load('2.csv', edited)).toMatchObject({ newVersions: 2, added: 0 });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
  });

  it('of which the second is published later stand as if both had been there', async () => {
    await load('1.csv', [first, ...others]);
    expect(await load('2.csv', [second, ...others, first])).toMatchObject({ added: 1, newVersions: 0, faults: [] });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
  });

  it('the first of which is edited when the second comes are told apart by what they say', async () => {
    await load('1.csv', [first]);
    const edited = { ...first, PatientGender: first['PatientGender'] === 'Male' ? 'Female' : 'Male' };
    expect(await load('2.csv', [second, edited])).toMatchObject({ added: 1, newVersions: 1 });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
  });

  it('that were published one after the other, each alone, are two once both are published', async () => {
    await load('1.csv', [first]);
    expect(await load('2.csv', [second])).toMatchObject({ newVersions: 1 });
    const both = await load('3.csv', [first, ...others, second]);
    expect(both).toMatchObject({ total: others.length + 2, done: others.length + 2, added: others.length, faults: [] });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
    expect(await library.index.stats()).toMatchObject({ letters: others.length + 2 });
    const before = await library.index.library.stats();
    expect(await load('4.csv', [second, first, ...others])).toMatchObject({ newVersions: 0, added: 0, reread: 0 });
    expect(await library.index.library.stats()).toEqual(before);
    expect((await library.index.library.check(0)).faults).toEqual([]);
  });

  it('one of which is gone leave the other as it is', async () => {
    await load('1.csv', [first, second]);
    expect(await load('2.csv', [second, ...others])).toMatchObject({ added: others.length, newVersions: 0 });
    expect(await treatments()).toEqual(['Wing Scan', 'Grit']);
  });
});

describe('rows with prose', () => {
  it('are read with it, in files of either age and of New York', async () => {
    const rows = [dmhcRowWithFindings(1), dmhcRowWithFindings(2, 'x'), dmhcRowWithFindings(3, '')];
    await library.load(library.write('dmhc.csv', toCsv(rows, DMHC_COLUMNS, { separator: ',', quotes: 'where needed' })));
    await library.load(library.write('new-york.json', toJsonArray([NEW_YORK_ROW])));
    const [one, two, three] = await library.index.determinations(rows.map((row) => `dmhc:${row['ReferenceID']}`));
    expect(one).toMatchObject({ priority: { value: 'standard' }, published: { daysToReview: { value: 21 }, daysToAdopt: { value: 43 } } });
    expect(one?.reviewer.specialties.map(({ value }) => value)).toEqual(['Internal Medicine']);
    expect(one?.items[0]?.rationale?.value).toMatch(/^The physician reviewer found/);
    expect([two?.items[0]?.rationale ?? null, three?.items[0]?.rationale ?? null]).toEqual([null, null]);
    const [appeal] = await library.index.determinations([`ny_dfs:${NEW_YORK_ROW['case number']}`]);
    expect(appeal).toMatchObject({ letterOutcome: 'mixed', items: [{ decision: { value: 'overturned_in_part' } }] });
    expect((await library.index.library.check(0)).faults).toEqual([]);
    expect(await textOf(`dmhc:${rows[0]?.['ReferenceID']}`)).toContain('\nFindings: Nature of');
  });
});

describe('case numbers of one’s own', () => {
  it('that look like the second of another are cases of their own', async () => {
    const mapping = {
      program: 'Kites',
      columns: { No: 'case number', Outcome: 'decision', What: 'treatment' },
      outcomes: { Up: 'upheld' },
    } as const;
    const table = (...rows: string[]) => ['No,Outcome,What', ...rows].join('\n');
    await library.load(library.write('kites.csv', table('A~B,Up,Tail', 'A,Up,Line')), { mapping });
    await library.load(library.write('kites-later.csv', table('A~B,Up,Tail', 'A,Up,Line', 'A,Up,Reel')), { mapping });
    expect([...(await storedLetters(library.index)).keys()].sort()).toEqual(['own-Kites:A', 'own-Kites:A~2', 'own-Kites:A~B']);
  });
});
