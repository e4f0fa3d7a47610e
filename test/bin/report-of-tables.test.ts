/** The pages of programs that are published as tables: only what their rows say, counted as the rows themselves are; a table of one's own too. The rows are fictional. */
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NarrowingSchema } from '#contract/api.ts';
import type { Row } from '#contract/metrics.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { REPORT_PAGE_IDS, REPORT_PAGES } from '#contract/report-pages.ts';
import { readReportOptions } from '../../bin/lib/report-options.ts';
import { report } from '../../bin/run/report.ts';
import { readMapping } from '../../ingest/programmes/mapping.ts';
import { type PagesAsked, reportOfPages } from '../../server/domain/report/ask.ts';
import { filesOf } from '../../server/domain/report/file.ts';
import { readOptions } from '../../server/env.ts';
import { NO_ORIGINALS } from '../../server/storage/originals.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { dmhcRows, OLDER_COLUMNS, toCsv, withBlanks } from '../fixtures/published-rows.ts';
import { openTableLibrary, type TableLibrary } from './table-library.ts';

const ROWS = dmhcRows(300);
const OWN = `Case,Year,Finding,Plan\n${Array.from({ length: 40 }, (_, at) => `A${at},${2015 + (at % 2)},${at % 4 === 0 ? 'reversed' : 'kept'},${at % 3 === 0 ? '' : 'Heron'}`).join('\n')}\n`;
const PAGES = REPORT_PAGE_IDS.filter((id) => REPORT_PAGES[id].of === undefined && id !== 'compare');

/** Of one letter, beside many more rows of other programs. */
const SERVICE = 'rehab.pt';

let library: TableLibrary;
beforeAll(async () => {
  library = await openTableLibrary();
  await library.load(library.write('dmhc.csv', toCsv(ROWS, OLDER_COLUMNS, { separator: ';', quotes: 'where needed', header: withBlanks })));
  const mapping = readMapping(
    JSON.stringify({
      program: 'Heron reviews',
      columns: { Case: 'case number', Year: 'year', Finding: 'decision', Plan: 'health plan' },
      outcomes: { kept: 'upheld', reversed: 'overturned' },
    }),
    'own.mapping.json',
  );
  await library.load(library.write('own.csv', OWN), { mapping });
  await library.index.put([makeLetter({ items: [{ service: SERVICE }] })]);
});
afterAll(() => library.close());

async function pagesOf(programme: string) {
  return reportOf({ pages: PAGES, narrowing: NarrowingSchema.parse({ filters: { programme: [programme] } }) });
}

async function reportOf(some: Partial<PagesAsked>) {
  const letters = await library.index.at(null);
  const asked = { pages: PAGES, narrowing: NarrowingSchema.parse({ filters: {} }), chosen: {}, against: null, of: {}, ...some };
  return reportOfPages({ letters, now: new Date('2026-01-02T03:04:05Z'), version: '0' }, asked);
}

/** Every group that a report has a row for, by its field. */
function groups(rows: readonly Row[]): string[] {
  return rows.flatMap(({ keys }) => keys.map(({ field }) => field ?? ''));
}

const io = () => ({ env: {}, out: new PassThrough(), err: new PassThrough() });

/** `imr report` of DMHC, in this process. */
async function printed(pages: readonly (typeof PAGES)[number][]) {
  const told = io();
  const options = await readReportOptions(pages, { program: 'dmhc' });
  await report(options, new Date('2026-01-02T03:04:05Z'), told, {
    index: library.index,
    originals: NO_ORIGINALS,
    options: readOptions({}, {}),
  });
  return String(told.err.read() ?? '');
}

describe('a report', () => {
  it('says of which pages a program has no numbers, and is none where it has none of any', async () => {
    const words = 'California managed health care (DMHC) has no numbers of Guidelines: no item states what that page is by.';
    expect(await printed(['guidelines', 'services'])).toBe(`${words}\n`);
    await expect(printed(['guidelines'])).rejects.toMatchObject({ code: 'usage', message: words });
  });

  it('of DMHC has no field that its rows lack, and counts by its own as its rows do', async () => {
    const made = await pagesOf('dmhc');
    const fields = new Set(made.answers.flatMap(({ answer }) => answer.parts.flatMap(({ rows }) => groups(rows))));
    expect([...fields].filter((field) => field !== '' && isLacked('dmhc', field as never))).toEqual([]);
    const sexes = made.answers.find(({ id }) => id === 'outcomes-sex')?.answer.parts[0]?.rows ?? [];
    const female = ROWS.filter((row) => row['PatientGender'] === 'Female');
    expect(sexes.find(({ keys }) => keys[0]?.value === 'female')).toMatchObject({
      items: female.length,
      decisions: { overturned: female.filter((row) => row['Determination']?.startsWith('Overturned') === true).length },
    });
    // The older columns tell neither findings nor a reviewer.
    expect(filesOf(made, 'xlsx').map(({ name }) => name)).toEqual(['overview', 'services', 'trends', 'crosstab'].map((id) => `${id}.xlsx`));
  });

  it('of one value is of the program whose items have it, however few these are', async () => {
    const { about, answers } = await reportOf({ pages: ['service'], of: { service: SERVICE } });
    expect(about.programme).toMatchObject({ value: 'dwc' });
    expect(answers.filter(({ peers }) => !peers).map(({ answer }) => answer.total.items)).toContain(1);
  });

  it('of a table of one’s own is by what its rows state', async () => {
    const made = await pagesOf('own-Heron_reviews');
    expect(made.about.programme).toMatchObject({ value: 'own-Heron_reviews' });
    const asked = made.answers.map(({ id }) => id);
    expect(asked).toContain('outcomes-healthPlan');
    for (const id of ['perioperative', 'outcomes-sex', 'matrix', 'specialty']) expect(asked).not.toContain(id);
    const years = made.answers.find(({ id }) => id === 'all')?.answer.parts[0]?.rows ?? [];
    expect(years.map(({ keys, items, overturned }) => [keys[0]?.label, items, overturned?.n])).toEqual([
      ['2015', 20, 10],
      ['2016', 20, 0],
    ]);
  });
});
