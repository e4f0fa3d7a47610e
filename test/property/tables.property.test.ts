/** Fictional rows of a published table, drawn and written in a drawn form: the same determinations whatever the form, and as many new versions as rows are edited. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTableLibrary, storedLetters } from '../bin/table-library.ts';
import {
  OVERTURNED,
  type PublishedRow,
  toCsv,
  toJsonArray,
  toJsonLines,
  toUtf16,
  toXlsx,
  UPHELD,
  withBlanks,
  withDots,
} from '../fixtures/published-rows.ts';
import { DMHC_COLUMNS } from '../fixtures/tables.ts';

const RUNS = 30;
const COLUMNS = DMHC_COLUMNS.slice(0, 13);

/** Words of a cell: signs that tables are taken apart by, letters of other scripts, line ends inside. */
const words = fc
  .array(
    fc.constantFrom(
      'wing',
      'molt',
      'Ménière',
      '木',
      '“tail”',
      '"',
      "'",
      ',',
      ';',
      '|',
      '\t',
      ' ',
      '\n',
      '#',
      ':',
      '1',
      '[a]',
      '= 2',
      '<5 mg',
      '🪶',
    ),
    { maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(/[ \t]+/g, ' ')
      .trim(),
  );
const row = fc.record({
  number: fc.integer({ min: 1, max: 999_999 }),
  year: fc.integer({ min: 2001, max: 2026 }),
  diagnosisCategory: fc.constantFrom('Ears, Nose, Throat', 'Orth/Musculoskeletal', 'Cancer', 'Feathers; Down', ''),
  diagnosis: words,
  treatmentCategory: fc.constantFrom('Diagnostic Imaging, Screening and Testing', 'Pharmacy', 'Plucking "Fine"', ''),
  treatment: words,
  decision: fc.constantFrom(UPHELD, OVERTURNED),
  age: fc.constantFrom('', '0-10', '11_20', '11 to 20', '65+', 'old'),
  sex: fc.constantFrom('', 'Female', 'Male'),
  days: fc.constantFrom('', '0', '21.0', '7'),
});
const rows = fc.uniqueArray(row, { selector: ({ number }) => number, minLength: 1, maxLength: 40 }).map((drawn) =>
  drawn.map(
    (one): PublishedRow => ({
      ReferenceID: `MN${String(one.year).slice(2)}-${one.number}`,
      ReportYear: String(one.year),
      DiagnosisCategory: one.diagnosisCategory,
      DiagnosisSubCategory: one.diagnosis,
      TreatmentCategory: one.treatmentCategory,
      TreatmentSubCategory: one.treatment,
      Determination: one.decision,
      Type: 'Medical Necessity',
      AgeRange: one.age,
      PatientGender: one.sex,
      IMRType: '',
      DaysToReview: one.days,
      DaysToAdopt: '',
    }),
  ),
);

/** A way of writing rows, with all that may differ. */
const form = fc.record({
  kind: fc.constantFrom('csv', 'csv', 'csv', 'UTF-16', 'workbook', 'JSON Lines', 'JSON array'),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  quotes: fc.constantFrom('all' as const, 'where needed' as const),
  header: fc.constantFrom(
    withBlanks,
    withDots,
    (name: string) => name,
    (name: string) => name.toUpperCase(),
  ),
  numbered: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  isTurned: fc.boolean(),
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

function written(given: readonly PublishedRow[], { kind, isTurned, ...csv }: Form): string | Uint8Array {
  const columns = isTurned ? COLUMNS.toReversed() : COLUMNS;
  const some = isTurned ? given.toReversed() : given;
  if (kind === 'workbook') return toXlsx(some, columns);
  if (kind === 'JSON Lines') return toJsonLines(some);
  if (kind === 'JSON array') return toJsonArray(some);
  const text = toCsv(some, columns, csv);
  return kind === 'UTF-16' ? toUtf16(text) : text;
}

it('rows are the same determinations in two drawn forms, and the second time they are known', async () => {
  await fc.assert(
    fc.asyncProperty(rows, form, form, async (given, one, other) => {
      const [first, second] = [await openTableLibrary(), await openTableLibrary()];
      try {
        expect(await first.load(first.write('table', written(given, one)))).toMatchObject({ added: given.length, faults: [] });
        await second.load(second.write('table', written(given, other)));
        const stored = await storedLetters(first.index);
        expect([...stored.keys()].sort()).toEqual(given.map((row) => `dmhc:${row['ReferenceID']}`).sort());
        expect(await storedLetters(second.index)).toEqual(stored);
        expect(await first.load(first.write('other', written(given, other)))).toMatchObject({
          added: 0,
          newVersions: 0,
          reread: 0,
          faults: [],
        });
        expect(await first.index.stats()).toMatchObject({ letters: given.length, versions: given.length });
      } finally {
        await first.close();
        await second.close();
      }
    }),
    { numRuns: RUNS },
  );
});

it('edits of some rows are as many new versions, whatever the form', async () => {
  await fc.assert(
    fc.asyncProperty(rows, form, form, fc.array(fc.nat(), { maxLength: 10 }), async (given, one, other, drawn) => {
      const library = await openTableLibrary();
      try {
        await library.load(library.write('table', written(given, one)));
        const edited = new Set(drawn.map((number) => number % given.length));
        const now = given.map((row, place) =>
          edited.has(place) ? { ...row, TreatmentSubCategory: `${row['TreatmentSubCategory']} edited`.trim() } : row,
        );
        const report = await library.load(library.write('table', written(now, other)));
        if (edited.size > 0)
          expect(report).toMatchObject({ total: given.length, newVersions: edited.size, known: given.length - edited.size, added: 0 });
        expect(await library.index.stats()).toMatchObject({ letters: given.length, versions: given.length + edited.size });
        for (const [place, row] of now.entries()) {
          const [letter] = await library.index.determinations([`dmhc:${row['ReferenceID']}`]);
          expect(/ edited$|^edited$/.test(letter?.published?.treatments[0]?.value ?? '')).toBe(edited.has(place));
        }
        expect((await library.index.library.check(0)).faults).toEqual([]);
      } finally {
        await library.close();
      }
    }),
    { numRuns: RUNS },
  );
});
