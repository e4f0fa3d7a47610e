/** The numbers of metrics as files over a real index: read again by other programs, and compared with what the API answers. The letters are fictional. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '#contract/lists.ts';
import { type MetricResponse, MetricResponseSchema, type Row } from '#contract/metrics.ts';
import { REPORT_MEDIA_TYPES, ReportSchema } from '#contract/report.ts';
import { sheetNames } from '../../../../server/domain/report/xlsx.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { FIRST, FIRST_EARLIER, type Running, run, TWELVE } from '../../running-server.ts';
import { readCsv, readXlsx, type Table } from '../export/read-exports.ts';

const NOW = '2026-02-03T04:05:06.789Z';
/** What a spreadsheet would take for a formula, and what CSV must quote. */
const SPECIALTIES = ['=HYPERLINK("http://other.example","open")', '+1', '-1+1', '@SUM(A1)', 'Pain, "chronic"; spine\nand [more]'];

let server: Running;
beforeAll(async () => {
  const odd = SPECIALTIES.map((specialty, at) =>
    makeLetter({
      caseNumber: `CM16-000020${at}`,
      decidedOn: '2016-08-01',
      specialties: [specialty],
      items: [{}, { retrospective: 'yes' }],
    }),
  );
  server = await run([FIRST_EARLIER, FIRST, ...TWELVE, ...odd], { now: () => new Date(NOW) });
});
afterAll(() => server.stop());

async function file(path: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await fetch(`${server.url}/api/v1/metrics/${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(new TextDecoder().decode(bytes));
  return { bytes, headers: response.headers };
}
const csvOf = async (path: string) => readCsv((await file(path)).bytes);
/** A cell of CSV without the apostrophe that keeps it from being a formula. */
const unguarded = (rows: Record<string, string>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([heading, cell]) => [heading, cell.replace(/^'(?=[=+\-@\t\r])/, '')])));
const answerOf = (path: string) => server.get(`/metrics/${path}`, MetricResponseSchema);

/** A row of a table by its headings. */
function byHeading({ headings, rows }: Table): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}

const text = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number));

/** What a file must say of a row, beside what the row is of. */
function told({ items, letters, decisions, overturned }: Pick<Row, 'items' | 'letters' | 'decisions' | 'overturned'>, prefix = '') {
  const heading = (words: string) => (prefix === '' ? words : `${prefix}${words.charAt(0).toLowerCase()}${words.slice(1)}`);
  return {
    [heading('Items')]: text(items),
    [heading('Letters')]: text(letters.count),
    [heading('Upheld')]: text(decisions.upheld),
    [heading('Overturned')]: text(decisions.overturned),
    [heading('Overturned in part')]: text(decisions.overturned_in_part),
    [heading('Undetermined')]: text(decisions.undetermined),
    [heading('Decision known')]: text(items - decisions.undetermined),
    [heading('Overturned rate')]: overturned === null ? '' : text(overturned.n / overturned.of),
    [heading('Overturned rate, lower 95% limit')]: text(overturned?.low),
    [heading('Overturned rate, upper 95% limit')]: text(overturned?.high),
    [heading('Effective n')]: text(overturned?.effective),
  };
}

/** Every part as its table must be: rows by what they are of, then the whole. */
function expectParts(answer: MetricResponse, tableOf: (title: string) => Record<string, string>[]): void {
  for (const { title, fields, rows, total, columns, summary } of answer.parts) {
    const table = tableOf(title);
    const whole = total === null && summary.length === 0 ? 0 : 1;
    expect(table, title).toHaveLength(rows.length + whole);
    for (const [at, row] of rows.entries()) {
      const keys = fields.map(({ field, label }, place) => [
        label,
        (field === null ? row.keys[place] : row.keys.find((key) => key.field === field))?.label ?? '',
      ]);
      expect(table[at], title).toMatchObject({
        Row: row.tags.includes('sum') ? 'Sum of groups' : 'Group',
        ...Object.fromEntries(keys),
        ...told(row),
        ...(row.against === null ? {} : told(row.against, 'Second cohort: ')),
      });
      for (const { id, label, unit } of columns)
        expect(Object.entries(table[at] ?? {}).find(([heading]) => isHeading(heading, label, unit))?.[1]).toBe(text(row.numbers[id]));
    }
    if (whole === 0) continue;
    expect(table.at(-1)).toMatchObject({
      Row: 'All',
      ...(total === null ? {} : told(total)),
      ...(total?.against ? told(total.against, 'Second cohort: ') : {}),
    });
    for (const { label, unit, value } of summary)
      expect(Object.entries(table.at(-1) ?? {}).find(([heading]) => isHeading(heading, label, unit))?.[1]).toBe(text(value));
  }
}

function isHeading(heading: string, label: string, unit: string): boolean {
  if (unit === 'days') return heading === `${label} (days)`;
  return heading === (unit === 'points' && !label.startsWith('Difference of ') ? `${label} (of shares)` : label);
}

/** One question to each metric. */
const ASKED: readonly [metric: string, params: string][] = [
  ['outcomes', 'by=specialty'],
  ['letters', ''],
  ['trend', 'period=year'],
  ['trend', 'period=quarter&and=specialty'],
  ['differences', 'by=specialty'],
  ['matrix', ''],
  ['dispute', 'by=category'],
  ['reasons', 'by=category'],
  ['days', 'days=applicationReceived_decided&by=category'],
  ['crosstab', 'by=category&and=imrBasis'],
  ['comparison', `against=${encodeURIComponent('q=decided:2015')}&q=decided:2016`],
  ['phrases', ''],
  ['coverage', ''],
];

describe('GET /metrics/:id/file', () => {
  it.each(ASKED)('has the numbers that the API gives, to the last digit, in CSV and in XLSX: %s %s', async (metric, params) => {
    const answer = await answerOf(`${metric}?${params}`);
    const csv = unguarded(byHeading(await csvOf(`${metric}/file?${params}&format=csv`)));
    const isOne = answer.parts.length + answer.apart.length + answer.examples.length === 1;
    expectParts(answer, (title) => (isOne ? csv : csv.filter((row) => row['Table'] === title)));
    const sheets = [...(await readXlsx((await file(`${metric}/file?${params}&format=xlsx`)).bytes))];
    const about = sheets[0]?.[1];
    expectParts(answer, (title) => {
      const name = [about?.headings ?? [], ...(about?.rows ?? [])].find(([, words]) => words?.startsWith(`${title}. `))?.[0];
      return byHeading(sheets.find(([sheet]) => sheet === name)?.[1] ?? { headings: [], rows: [] });
    });
    const json = ReportSchema.parse(JSON.parse(new TextDecoder().decode((await file(`${metric}/file?${params}&format=json`)).bytes)));
    expect(json.answers.map((one) => one.answer)).toEqual([answer]);
    expect(json.methods.map(({ id }) => id)).toEqual([metric]);
  });

  it('says what it is of, as of when, what is seen and how it is counted', async () => {
    const params = 'by=category&q=knee&specialty=Pain+Medicine&from=2015-03-01';
    const json = ReportSchema.parse(JSON.parse(new TextDecoder().decode((await file(`outcomes/file?${params}&format=json`)).bytes)));
    expect(json.about).toMatchObject({
      title: 'Overturned by group',
      reportedAt: NOW,
      program: { name: 'IMR Index', version: '0.0.0-test' },
      programme: { value: 'dwc' },
      snapshot: null,
      search: { q: 'knee', from: '2015-03-01', to: null, filters: [{ field: 'specialty', values: [{ value: 'Pain Medicine' }] }] },
      against: null,
    });
    expect(json.about.index).toMatchObject({ engine: 'embedded', letters: 18, change: json.answers[0]?.answer.state.change });
    const heading = (await csvOf(`outcomes/file?${params}&format=csv`)).headings.at(-1) ?? '';
    const sheet = (await readXlsx((await file(`outcomes/file?${params}&format=xlsx`)).bytes)).get('About');
    const lines = [sheet?.headings ?? [], ...(sheet?.rows ?? [])].map((row) => row.slice(0, 2).join(': '));
    for (const words of [
      'Program: California workers’ compensation (DWC)',
      'Query: knee',
      'Reviewer specialty: Pain Medicine',
      'Decided: 2015-03-01 to the last',
      `As of: live, change ${json.about.index.change}`,
      `Reported at: ${NOW}`,
      'Denominator: Disputed items of the group whose decision is known.',
    ]) {
      expect(heading).toContain(words);
      expect(lines).toContain(words);
    }
    for (const words of [json.answers[0]?.answer.parts[0]?.seen ?? '-', 'Source: Wilson EB (1927)']) {
      expect(heading).toContain(words);
      expect(lines.some((line) => line.includes(words))).toBe(true);
    }
  });

  it('tells what is counted apart, and that it is in no rate', async () => {
    const { headings, rows } = await csvOf('letters/file?format=csv');
    const apart = byHeading({ headings, rows }).filter((row) => row['Table'] === 'Counted apart');
    expect(apart).toMatchObject([{ 'Counted apart': 'Retrospective', Items: '5', Letters: '5' }]);
    expect(headings.at(-1)).toContain('Counted apart, in no rate: Retrospective: 5 items');
    expect((await readXlsx((await file('letters/file?format=xlsx')).bytes)).get('Counted apart')?.rows).toHaveLength(1);
  });

  it('guards what a spreadsheet would take for a formula, keeps every sign of a name, and lets negative numbers be numbers', async () => {
    const table = await csvOf('outcomes/file?by=specialty&format=csv');
    for (const cell of table.rows.flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d))/);
    const named = byHeading(table).map((row) => row['Reviewer specialty'] ?? '');
    for (const specialty of SPECIALTIES) expect(named.map((cell) => cell.replace(/^'/, ''))).toContain(specialty);
    const sheet = [...(await readXlsx((await file('outcomes/file?by=specialty&format=xlsx')).bytes)).values()][1];
    const cells = byHeading(sheet ?? { headings: [], rows: [] }).map((row) => row['Reviewer specialty id']);
    for (const specialty of SPECIALTIES) expect(cells).toContain(specialty);
    const compared = await csvOf(`comparison/file?against=${encodeURIComponent('q=decided:2015')}&q=decided:2016&format=csv`);
    const differences = byHeading(compared).map((row) => Number(row['Difference of shares']));
    expect(differences.some((difference) => difference < 0)).toBe(true);
  });

  it('has one table alone where a part is named, which programs read as it is', async () => {
    const table = await csvOf('crosstab/file?by=category&and=imrBasis&part=2015&format=csv');
    expect(table.headings.slice(0, 3)).toEqual(['Row', 'Service category', 'Service category id']);
    expect(new Set(byHeading(table).flatMap((row) => (row['Row'] === 'Group' ? row['Year decided'] : [])))).toEqual(new Set(['2015']));
    const json = JSON.parse(new TextDecoder().decode((await file('crosstab/file?by=category&and=imrBasis&part=2015&format=json')).bytes));
    expect(ReportSchema.parse(json).answers[0]?.answer.parts.map(({ id }) => id)).toEqual(['2015']);
    const { errors, detail } = await server.problem('bad-request', '/metrics/crosstab/file?by=category&and=imrBasis&part=1999&format=csv');
    expect([errors.map(({ parameter }) => parameter), detail]).toEqual([['part'], expect.stringContaining('all, 2015, 2016')]);
  });

  it('has headings and no group where nothing matches', async () => {
    const none = 'outcomes/file?by=category&decidedYear=2031&format=';
    expect(byHeading(await csvOf(`${none}csv`))).toMatchObject([{ Row: 'All', Items: '0', 'Overturned rate': '' }]);
    const sheets = await readXlsx((await file(`${none}xlsx`)).bytes);
    expect([...sheets.keys()]).toEqual(['About', 'Overturned by service category']);
    expect(ReportSchema.parse(JSON.parse(new TextDecoder().decode((await file(`${none}json`)).bytes))).about.programme).toBeNull();
  });

  it.each(REPORT_FORMATS)('is called by what it is, and has no body for HEAD: %s', async (format) => {
    for (const [path, name] of [
      ['outcomes/file?by=imrGuidelineFamily&q=Knee+%22a/b%22', 'outcomes-imr-guideline-family-knee-a-b'],
      ['days/file?days=assigned_decided', 'days-assigned-decided'],
    ]) {
      const response = await fetch(`${server.url}/api/v1/metrics/${path}&format=${format}`, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="imr-index-2026-02-03-${name}.${format}"`);
      expect(response.headers.get('content-type')).toBe(REPORT_MEDIA_TYPES[format]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toBe('');
    }
  });

  it('refuses what the metric would refuse, a format that is none, and another method', async () => {
    for (const [code, path, parameter] of [
      ['bad-request', 'outcomes/file?by=category', 'format'],
      ['bad-request', 'outcomes/file?by=category&format=pdf', 'format'],
      ['bad-request', 'outcomes/file?format=csv', 'by'],
      ['bad-request', 'letters/file?format=csv&by=category', 'by'],
      ['bad-request', 'comparison/file?format=csv&against=decision%3Dnobody', 'against'],
    ] as const) {
      const { errors } = await server.problem(code, `/metrics/${path}`);
      expect(errors.map((fault) => fault.parameter)).toEqual([parameter]);
    }
    await server.problem('not-found', '/metrics/nothing/file?format=csv');
    await server.problem('bad-query', '/metrics/letters/file?format=csv&q=(knee');
    const { errors } = await server.problem('bad-query', `/metrics/comparison/file?format=csv&against=${encodeURIComponent('q=(knee')}`);
    expect(errors).toMatchObject([{ parameter: 'against', at: { start: 0 } }]);
    await server.problem('snapshot-not-found', '/metrics/letters/file?format=csv&snapshot=none');
    await server.problem('method-not-allowed', '/metrics/letters/file?format=csv', { method: 'POST' });
  });
});

describe('names of sheets', () => {
  const named = (...titles: string[]) =>
    sheetNames(
      titles.map((short) => ({
        short,
        name: short,
        of: { page: null, id: '', title: 'One question', asked: {}, peers: false, answer: {} as MetricResponse },
        table: { id: '', title: short, seen: '', notes: [], columns: [], rows: [] },
      })),
    );

  it('are short, plain and each once in whatever case', () => {
    const names = named(
      'By [service]: a/b?',
      'By [service]: a/b?',
      'about',
      "'quoted'",
      'x'.repeat(40),
      `${'x'.repeat(30)}\ud83e\uddb5`,
      '',
      'History',
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
      expect(name.isWellFormed()).toBe(true);
      expect(['about', 'history']).not.toContain(name.toLowerCase());
    }
  });
});
