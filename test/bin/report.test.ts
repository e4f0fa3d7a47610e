/** `imr report` as users run it: printed, into one file, into a folder; what is wrong is said before anything is written. The letters are fictional. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportSchema } from '#contract/report.ts';
import { asksOf, REPORT_PAGES } from '#contract/report-pages.ts';
import { readReportOptions } from '../../bin/lib/report-options.ts';
import { main } from '../../bin/program.ts';
import { measure } from '../../server/domain/metrics/measure.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { readCsv, readXlsx } from '../server/domain/export/read-exports.ts';
import { FIRST, TWELVE } from '../server/running-server.ts';
import { runImr } from './run-imr.ts';

let dir = '';
const data = () => join(dir, 'data');
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'imr-report-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir: data() });
  await index.put([FIRST, ...TWELVE]);
  await index.snapshots.take({ name: 'Before', note: '', takenAt: '2026-01-01T00:00:00.000Z', program: '0' });
  await index.put([
    makeLetter({ caseNumber: 'CM17-0000300', decidedOn: '2017-03-01', items: [{ service: 'diag.mri', category: 'diag' }] }),
  ]);
  await index.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const report = (...args: string[]) => runImr('report', ...args, '--data', data());

/** The same without a process of its own, which takes seconds to start. */
async function here(...args: string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await main(['report', ...args], { env: {}, out, err });
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
}

describe('imr report', () => {
  it('writes the yearly report by one command: a workbook with a sheet for each year', async () => {
    const out = join(dir, 'report.xlsx');
    expect(await report('crosstab', '--by', 'category', '--and', 'imr-basis', '--out', out)).toMatchObject({
      code: 0,
      out: '',
      err: `4 tables written to ${out}\n`,
    });
    const sheets = await readXlsx(await readFile(out));
    expect([...sheets.keys()][0]).toBe('About');
    const years = [...sheets.keys()].slice(1).map((name) => name.split(' ')[0]);
    expect(years).toEqual(['All', '2015', '2016', '2017']);
    const all = [...sheets.values()][1];
    const items = all?.headings.indexOf('Items') ?? -1;
    expect(all?.rows.at(-1)?.[items]).toBe('15');
  });

  it('prints the numbers that the API gives, narrowed as a search is', async () => {
    const { code, out, err } = await report('services', '--by', 'service', '--query', 'decided:2015', '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    const { about, answers } = ReportSchema.parse(JSON.parse(out));
    expect(about).toMatchObject({ title: 'Services', search: { q: 'decided:2015' }, programme: { value: 'dwc' } });
    const index = await openSearchIndex({ engine: 'embedded', dataDir: data() });
    try {
      const asks = asksOf(REPORT_PAGES.services, { by: 'service' }, () => true);
      expect(answers.map(({ id }) => id)).toEqual(asks.map(({ id }) => id));
      const narrowing = { q: 'decided:2015', filters: { programme: ['dwc'] }, summary: false, literal: [] };
      for (const [at, { metric, params }] of asks.entries()) {
        const letters = await index.at(null);
        expect(answers[at]?.answer).toEqual(await measure(letters, metric, { ...narrowing, ...params }, null));
      }
      expect(answers[0]?.answer.total.items).toBe(12);
    } finally {
      await index.close();
    }
  });

  it('writes all pages into a folder, a CSV file for each table, as of a snapshot', async () => {
    const out = join(dir, 'all');
    const { code, err } = await report('--out', out, '--snapshot', 'Before');
    const files = await readdir(out);
    expect([code, err]).toEqual([0, expect.stringContaining(`written to ${files.length} files in ${out}\n`)]);
    expect(err).toContain('As of the snapshot “Before”, taken 2026-01-01');
    for (const page of ['overview', 'services', 'guidelines', 'decided', 'trends', 'reviewers', 'crosstab']) {
      expect(files.filter((name) => name.startsWith(`${page}_`)).length, page).toBeGreaterThan(0);
    }
    expect(files.filter((name) => !/^[a-z0-9_-]+\.csv$/.test(name) || name.startsWith('compare'))).toEqual([]);
    const { headings, rows } = readCsv(await readFile(join(out, 'services_outcomes_groups.csv')));
    expect(rows.at(-1)?.[headings.indexOf('Items')]).toBe('14');
    expect(headings.at(-1)).toContain('As of: snapshot Before, taken at 2026-01-01T00:00:00.000Z');
  });

  it('is of one value by its words, and compares two cohorts', async () => {
    const one = ReportSchema.parse(JSON.parse((await report('service', '--of', 'physical therapy', '--format', 'json')).out));
    expect(one.about.title).toBe('One service: Physical therapy');
    expect(one.answers.map(({ id, peers, answer }) => [id, peers, answer.total.items]).slice(0, 2)).toEqual([
      ['peers', true, 15],
      ['trend', false, 1],
    ]);
    const { out } = await report('compare', '--against', 'decided:2015', '--query', 'decided:2016', '--by', 'category');
    const { headings, rows } = readCsv(Buffer.from(out));
    expect(rows.map((row) => row[headings.indexOf('Page')])).toEqual(rows.map(() => 'Compare'));
    expect(rows[0]?.[headings.indexOf('Second cohort: items')]).toBe('12');
  });

  it('says what is wrong, and writes nothing', async () => {
    const out = join(dir, 'none.xlsx');
    for (const [args, said] of [
      [['nothing'], 'Allowed choices are overview'],
      [['compare', '--query', 'knee', '--against', '(knee', '--out', out], '(knee\n^'],
      [['--query', 'knee (pain', '--out', out], 'knee (pain\n     ^'],
      [['services', '--by', 'sex', '--out', out], '--by: the page services takes category, service'],
      [['crosstab', '--by', 'sex', '--out', out], 'by: no item of California workers’ compensation (DWC) states it: Sex'],
      [['trends', '--snapshot', 'After', '--out', out], 'There is no snapshot “After”; there are “Before”'],
      [['drug', '--of', 'therapy', '--out', out], 'There is no such drug'],
    ] as const) {
      expect(await here(...args, '--data', data())).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
    }
    expect((await readdir(dir)).filter((name) => name.startsWith('none'))).toEqual([]);
    expect(await here('--data', join(dir, 'empty'))).toMatchObject({ code: 2, err: expect.stringContaining('imr -- ingest') });
  });

  it('has headings alone where nothing matches, and says so', async () => {
    const { code, out, err } = await report('services', '--from', '2031-01-01');
    expect([code, err]).toEqual([0, 'No item matches: the tables are empty.\n']);
    const { headings, rows } = readCsv(Buffer.from(out));
    expect(new Set(rows.map((row) => row[headings.indexOf('Row')]))).toEqual(new Set(['All']));
  });
});

describe('what was given', () => {
  const read = (pages: string[], given: Record<string, unknown>) => readReportOptions(pages, given);

  it('says where it goes by the name of the file, and what the pages are', async () => {
    expect(await read([], { out: join(dir, 'x.CSV') })).toMatchObject({ format: 'csv', out: { kind: 'file' } });
    expect(await read([], { out: dir, format: 'json' })).toMatchObject({ format: 'json', out: { kind: 'folder' } });
    expect(await read([], {})).toMatchObject({ format: 'csv', out: { kind: 'printed' } });
    expect((await read(['trends', 'overview'], {})).pages).toEqual(['overview', 'trends']);
    expect((await read([], { against: 'mri' })).pages).toContain('compare');
    expect((await read([], { against: 'q=mri&from=2016-01-01' })).against).toMatchObject({ q: 'mri', from: '2016-01-01' });
  });

  it('narrows as the address of a page does', async () => {
    const { narrowing } = await read([], {
      query: 'knee',
      filter: ['imr-guideline=odg.knee_leg', 'category=rehab', 'category=dx=1'],
      program: 'DMHC',
      from: '2015-01-01',
    });
    expect(narrowing).toMatchObject({
      q: 'knee',
      from: '2015-01-01',
      filters: { imrGuideline: ['odg.knee_leg'], category: ['rehab', 'dx=1'], programme: ['dmhc'] },
    });
    expect((await read([], { program: 'My table' })).narrowing.filters).toEqual({ programme: ['own-My_table'] });
  });

  it.each([
    [['compare'], {}, ['--against']],
    [['service'], {}, ['--of']],
    [['service', 'drug'], { of: 'mri' }, ['--of']],
    [[], { of: 'mri', period: 'year', filter: ['nonsense'] }, ['--filter', '--of']],
    [['letters', 'overview'], { by: 'category', against: 'mri' }, ['--by', '--against']],
    [['decided'], { period: 'year' }, ['--period']],
    [[], { format: 'xlsx' }, ['--out']],
    [[], { out: 'report.pdf' }, ['--out']],
    [[], { out: 'report.csv', format: 'json' }, ['--format']],
  ])('is refused with all faults at once: %j %j', async (pages, given, parameters) => {
    await expect(read(pages, given)).rejects.toMatchObject({
      code: 'usage',
      errors: parameters.map((parameter) => ({ parameter, detail: expect.any(String) })),
    });
  });
});
