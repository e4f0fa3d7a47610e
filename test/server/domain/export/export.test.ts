/** GET /export over a real index: the three formats read again by other programs, and compared with each other and with the letters. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_MEDIA_TYPES, type ExportAbout, MOST_XLSX_ITEMS } from '#contract/export.ts';
import { EXPORT_FORMATS } from '#contract/lists.ts';
import { type Cell, EXPORT_COLUMNS, type ExportItem } from '../../../../server/domain/export/columns.ts';
import { csvChunks } from '../../../../server/domain/export/csv.ts';
import { xlsxChunks } from '../../../../server/domain/export/xlsx.ts';
import { makeLetters } from '../../../fixtures/drawn-letters.ts';
import { makeItemParts, makeLetter } from '../../../fixtures/factories.ts';
import { FIRST, FIRST_EARLIER, type Running, run, TWELVE } from '../../running-server.ts';
import { readCsv, readJsonl, readXlsx, type Table } from './read-exports.ts';

const NOW = '2026-02-03T04:05:06.789Z';
/** What a spreadsheet would take for a formula. */
const FORMULAS = ['=HYPERLINK("http://other.example","open")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
/** Quotes, separators, line breaks, other scripts, what XML cannot hold, and an escape of XLSX typed as words. */
const CHARACTERS =
  'First "line", a; b\r\nsecond\tline\n \u00e9 \u4e2d\u6587 \ud83e\uddb5 \u0000\u000c\u001f\uffff <b>&amp;</b> _x0041_ end. ';

let server: Running;
beforeAll(async () => {
  const odd = makeLetter({
    caseNumber: 'CM16-0000007',
    items: [...FORMULAS.map((request) => makeItemParts({ request })), makeItemParts({ request: 'Odd characters', rationale: CHARACTERS })],
  });
  server = await run([FIRST_EARLIER, FIRST, ...TWELVE, odd, ...makeLetters(40, 7)], { now: () => new Date(NOW) });
});
afterAll(() => server.stop());

async function exported(params: string): Promise<Uint8Array> {
  const response = await fetch(`${server.url}/api/v1/export?${params}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(new TextDecoder().decode(bytes));
  return bytes;
}

const COLUMNS = EXPORT_COLUMNS.length;
const column = (key: string) => EXPORT_COLUMNS.findIndex((one) => one.key === key);
const values = (table: Table, key: string) => table.rows.map((row) => row[column(key)] ?? '');
/** A cell of CSV without the apostrophe that keeps it from being a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r\uFF1D])/, '');

describe('the columns', () => {
  it('are told in docs/EXPORT.md as they are, in their order', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'EXPORT.md'), 'utf8');
    const table = /<!-- columns -->\n([\s\S]*?)<!-- \/columns -->/.exec(text)?.[1] ?? '';
    expect(table.trim().split('\n').slice(2)).toEqual(
      EXPORT_COLUMNS.map(({ key, heading, kind, help }) => `| \`${key}\` | ${heading} | ${kind} | ${help} |`),
    );
  });

  it('have names and headings of their own', () => {
    expect(new Set(EXPORT_COLUMNS.map(({ key }) => key)).size).toBe(COLUMNS);
    expect(new Set(EXPORT_COLUMNS.map(({ heading }) => heading)).size).toBe(COLUMNS);
  });
});

describe('GET /export', () => {
  it('gives every item that matched, the same in each format and in the order asked for', async () => {
    const params = 'sort=case&format=';
    const [csv, xlsx, jsonl] = [
      readCsv(await exported(`${params}csv`)),
      await readXlsx(await exported(`${params}xlsx`)),
      readJsonl(await exported(`${params}jsonl`)),
    ];
    const { items } = await server.index.stats();
    expect([csv.rows.length, xlsx.get('Items')?.rows.length, jsonl.items.length, jsonl.end]).toEqual([items, items, items, items]);
    expect(csv.headings.slice(0, -1)).toEqual(EXPORT_COLUMNS.map(({ heading }) => heading));
    expect(xlsx.get('Items')?.headings).toEqual(csv.headings.slice(0, -1));
    for (const [at, row] of csv.rows.entries()) {
      const cells = row.slice(0, -1).map(unguarded);
      expect(xlsx.get('Items')?.rows[at]?.map((cell) => cell.toWellFormed())).toEqual(cells);
      const line = jsonl.items[at] ?? {};
      expect(EXPORT_COLUMNS.map(({ key }) => asText(line[key] as Cell))).toEqual(cells);
    }
    expect(values(csv, 'case_number')).toEqual([...values(csv, 'case_number')].sort());
  });

  it('has the letter’s own words, decision, guidelines and bytes', async () => {
    const table = readCsv(await exported('format=csv&q=%22personal+trainer%22+case:CM14-0000001'));
    const row = Object.fromEntries(EXPORT_COLUMNS.map(({ key }, at) => [key, table.rows[0]?.[at]]));
    expect(table.rows).toHaveLength(1);
    expect(row).toMatchObject({
      case_number: 'CM14-0000001',
      item_number: '1',
      permalink: '/determinations/dwc:CM14-0000001?item=1',
      decision: 'UR decision upheld: not found medically necessary',
      found_medically_necessary: 'no',
      ur_action: 'Denied at UR',
      letter_outcome: 'Mixed',
      disputed_item: 'Twelve sessions with a personal trainer',
      service_id: 'prog.personal_trainer',
      category: 'Programs',
      body_parts: 'Knee',
      ur_basis: 'MTUS',
      ur_guidelines: 'ACOEM 2nd ed. Ch. 13 Knee Complaints',
      ur_editions: 'not printed',
      ur_replaced: 'no',
      imr_guideline_ids: 'odg.knee_leg',
      what_decided: 'The fictional worker asks for a personal trainer.',
      reasons: 'Criteria not met',
      decided_on: '2016-12-09',
      rationale: FIRST.determination.items[0]?.rationale?.value,
      source_sha256: FIRST.determination.source.sha256,
    });
  });

  it('takes the parameters of a search, and the first tier only', async () => {
    const narrowed = readJsonl(
      await exported('format=jsonl&q=knee&decision=overturned&specialty=Pain+Medicine&from=2015-03-01&to=2015-03-02'),
    );
    expect(narrowed.items.map((item) => item['case_number']).sort()).toEqual(['CM15-0000100', 'CM15-0000101']);
    const words = readJsonl(await exported('format=jsonl&q=%2Bpersonal+%2Bladder'));
    expect(words.items).toEqual([]);
  });

  it('has those with most of it where no item has all, and says so', async () => {
    const { about, items } = readJsonl(await exported('format=jsonl&q=personal+trainer+ladder'));
    expect(items.map((item) => item['disputed_item'])).not.toEqual([]);
    expect(about).toMatchObject({ items: items.length, search: { lacking: [{ typed: 'ladder', items: 0 }] } });
    expect(readJsonl(await exported('format=jsonl&q=personal+trainer')).about.search?.lacking).toBeNull();
    const lines = Buffer.from(await exported('format=csv&q=personal+trainer+ladder')).toString();
    expect(lines).toContain('None of them has “ladder”.');
  });

  it('says in each format what was asked, when, of which index, and how many there are', async () => {
    const params = 'q=personal+trainer&caseNumber=CM14-0000001&decision=upheld&decision=overturned&from=2016-01-01&sort=newest&format=';
    const { about } = readJsonl(await exported(`${params}jsonl`));
    const { letters, items } = await server.index.stats();
    expect(about).toMatchObject({
      exportedAt: NOW,
      program: { name: 'IMR Index', version: '0.0.0-test' },
      index: { engine: 'embedded', letters, items },
      items: 1,
      letters: { count: 1, exact: true },
      search: {
        q: 'personal trainer',
        filters: [
          { field: 'decision', label: 'Decision', values: [{ value: 'upheld', label: 'Upheld' }, { value: 'overturned' }] },
          { field: 'caseNumber', values: [{ value: 'CM14-0000001' }] },
        ],
        from: '2016-01-01',
        to: null,
        sort: 'newest',
        asCase: false,
        summary: false,
      },
      collection: null,
    });
    const heading = readCsv(await exported(`${params}csv`)).headings.at(-1) ?? '';
    const sheet = (await readXlsx(await exported(`${params}xlsx`))).get('About');
    const lines = [sheet?.headings ?? [], ...(sheet?.rows ?? [])].map((row) => row.join(': '));
    for (const words of [
      'Query: personal trainer',
      'Decision: Upheld or Overturned',
      'Decided: 2016-01-01 to the last',
      'Items: 1 in 1 letters',
      `Exported at: ${NOW}`,
    ]) {
      expect(heading).toContain(words);
      expect(lines).toContain(words);
    }
    expect(lines).toContain('Rows in this file: 1');
  });

  it('has headings and no row where nothing matched', async () => {
    const none = 'q=zzyzx&format=';
    expect(readCsv(await exported(`${none}csv`))).toMatchObject({ headings: { length: COLUMNS + 1 }, rows: [] });
    const xlsx = await readXlsx(await exported(`${none}xlsx`));
    expect([...xlsx.keys()]).toEqual(['Items', 'About']);
    expect(xlsx.get('Items')).toMatchObject({ headings: { length: COLUMNS }, rows: [] });
    expect(readJsonl(await exported(`${none}jsonl`))).toMatchObject({ items: [], end: 0, about: { items: 0 } });
  });

  it('guards in CSV every cell that a spreadsheet would take for a formula, and types them as text in XLSX', async () => {
    const csv = readCsv(await exported('format=csv&q=case:CM16-0000007&sort=case'));
    expect(values(csv, 'disputed_item').slice(0, FORMULAS.length)).toEqual(FORMULAS.map((formula) => `'${formula}`));
    for (const cell of csv.rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D]/);
    const xlsx = (await readXlsx(await exported('format=xlsx&q=case:CM16-0000007&sort=case'))).get('Items');
    expect(values(xlsx ?? { headings: [], rows: [] }, 'disputed_item').slice(0, FORMULAS.length)).toEqual(FORMULAS);
  });

  it('keeps every character of a rationale', async () => {
    const query = 'q=%22odd+characters%22&format=';
    expect(values(readCsv(await exported(`${query}csv`)), 'rationale')).toEqual([CHARACTERS]);
    expect(readJsonl(await exported(`${query}jsonl`)).items[0]?.['rationale']).toBe(CHARACTERS);
    const xlsx = (await readXlsx(await exported(`${query}xlsx`))).get('Items') ?? { headings: [], rows: [] };
    expect(values(xlsx, 'rationale')).toEqual([CHARACTERS]);
  });

  it.each(EXPORT_FORMATS)('names the file by day and words, and gives no body to HEAD: %s', async (format) => {
    for (const [params, name] of [
      ['q=Personal+trainer+OR+%22a/b%22', 'personal-trainer-or-a-b'],
      ['decision=upheld', 'filtered'],
      ['', 'all'],
    ] as const) {
      const response = await fetch(`${server.url}/api/v1/export?format=${format}&${params}`, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(EXPORT_MEDIA_TYPES[format]);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="imr-index-2026-02-03-${name}.${format}"`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toBe('');
    }
  });

  it('refuses what it does not know before the first byte', async () => {
    const faults = async (path: string) => (await server.problem('bad-request', path)).errors.map(({ parameter }) => parameter);
    expect(await faults('/export')).toEqual(['format']);
    expect(await faults('/export?format=pdf&page=2&decision=granted')).toEqual(['page', 'format']);
    expect(await faults('/export?format=csv&decision=granted')).toEqual(['decision']);
    expect(await faults('/export?format=csv&collection=x&q=knee')).toEqual(['q']);
    expect(await faults('/export?format=csv&collection=x&sort=relevance')).toEqual(['sort']);
    const all = 'q=knee&from=2016-01-01&to=2016-02-01&summary=true&literal=knee&sort=newest&decision=upheld';
    expect(await faults(`/export?format=csv&collection=x&${all}`)).toEqual(['q', 'from', 'to', 'summary', 'literal', 'sort', 'decision']);
    expect(await faults('/export?format=csv&collection=')).toEqual(['collection']);
    await server.problem('saved-not-found', '/export?format=csv&collection=x');
    expect((await server.problem('bad-query', '/export?format=csv&q=(knee')).errors[0]).toMatchObject({ parameter: 'q' });
    await server.problem('method-not-allowed', '/export?format=csv', { method: 'POST' });
  });
});

it('a workbook of more items than any program opens is refused, and CSV is offered', async () => {
  const large = await run([FIRST], {
    wrap: (index) => ({
      ...index,
      search: async (query, signal) => ({ ...(await index.search(query, signal)), total: MOST_XLSX_ITEMS + 1 }),
    }),
  });
  try {
    const { detail, errors } = await large.problem('bad-request', '/export?format=xlsx');
    expect([detail.includes('csv'), errors.map(({ parameter }) => parameter)]).toEqual([true, ['format']]);
    expect((await fetch(`${large.url}/api/v1/export?format=csv`)).status).toBe(200);
  } finally {
    await large.stop();
  }
});

describe('a workbook', () => {
  const about: ExportAbout = {
    exportedAt: NOW,
    program: { name: 'IMR Index', version: '0' },
    index: { engine: 'embedded', letters: 1, items: 1, change: 1 },
    snapshot: null,
    items: 1,
    letters: { count: 1, exact: true },
    search: null,
    collection: null,
  };
  async function* pieces(rows: readonly ExportItem[]) {
    for (let start = 0; start < rows.length; start += 3) yield rows.slice(start, start + 3);
  }
  const rowsOf = (letters: readonly { determination: ExportItem['determination'] }[]): ExportItem[] =>
    letters.flatMap(({ determination }) => determination.items.map((item) => ({ determination, item, note: null })));

  it('goes on in a further sheet, headings again, where one is full', async () => {
    const rows = rowsOf(TWELVE).slice(0, 8);
    for (const [sheetRows, expected] of [
      [9, [8]],
      [5, [4, 4]],
      [4, [3, 3, 2]],
    ] as const) {
      const sheets = await readXlsx(await bytesOf(xlsxChunks(about, pieces(rows), { sheetRows })));
      expect([...sheets.keys()]).toEqual([...expected.map((_, at) => (at === 0 ? 'Items' : `Items ${at + 1}`)), 'About']);
      const tables = [...sheets.values()].slice(0, -1);
      expect(tables.map((table) => table.rows.length)).toEqual(expected);
      for (const table of tables) expect(table.headings).toEqual(EXPORT_COLUMNS.map(({ heading }) => heading));
      expect(tables.flatMap((table) => values(table, 'item_id'))).toEqual(rows.map(({ item }) => item.id));
    }
  });

  it('larger than its archive can be fails to be made, and nothing else does', async () => {
    const rows = rowsOf(TWELVE);
    const whole = (await bytesOf(xlsxChunks(about, pieces(rows)))).length;
    expect((await bytesOf(xlsxChunks(about, pieces(rows), { mostBytes: whole }))).length).toBe(whole);
    // Too large at its first sheet, in the middle of its rows, and at its very end.
    for (const mostBytes of [0, 100, whole - 1]) {
      await expect(bytesOf(xlsxChunks(about, pieces(rows), { mostBytes })), String(mostBytes)).rejects.toThrow(/larger than a ZIP/);
    }
    // Text that hardly gets smaller comes out of zlib while the rows are still being written.
    const noise = makeLetter({ items: [makeItemParts({ rationale: randomBytes(100_000).toString('base64') })] });
    const many = rowsOf(Array.from({ length: 30 }, () => noise));
    await expect(bytesOf(xlsxChunks(about, pieces(many), { mostBytes: 200_000 }))).rejects.toThrow(/larger than a ZIP/);
  });

  it('cuts a text that no cell can hold, between characters, and says so in the row; CSV has it whole', async () => {
    const long = `${'a'.repeat(32_766)}\ud83e\uddb5 the rest`;
    const itemOf = (rationale: string) => makeItemParts({ rationale, reasons: [] });
    const rows = rowsOf([makeLetter({ items: [itemOf(long), itemOf('b'.repeat(32_767))] })]);
    const sheet = (await readXlsx(await bytesOf(xlsxChunks(about, pieces(rows))))).get('Items') ?? { headings: [], rows: [] };
    expect(values(sheet, 'rationale')).toEqual(['a'.repeat(32_766), 'b'.repeat(32_767)]);
    expect(values(sheet, 'cells_cut')).toEqual([`Rationale: ${long.length} characters, cut at 32767`, '']);
    expect(values(readCsv(await bytesOf(csvChunks(about, pieces(rows)))), 'rationale')).toEqual([long, 'b'.repeat(32_767)]);
  });
});

async function bytesOf(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(parts);
}

function asText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
