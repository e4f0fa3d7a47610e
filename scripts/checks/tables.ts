/**
 * `npm run check:tables -- FOLDER`: the published tables of a folder are loaded, and what both engines count of them is held against a count by
 * SQLite over the bare lines, to the row: in all, by year, by category of diagnosis and of treatment, and what the metrics say of them. The same rows without
 * quotes and in another encoding count the same; loaded twice nothing changes, and three changed cells are three new versions. Exits with 1 where anything differs.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../ingest/load/load.ts';
import type { LoadReport } from '../../ingest/load/report.ts';
import { dmhc } from '../../ingest/programmes/dmhc.ts';
import { nyDfs } from '../../ingest/programmes/ny-dfs.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import type { KeywordField } from '../../mappings/contract/fields.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { inPlace } from '../../test/elasticsearch/open-index.ts';
import { findElasticsearch } from '../../test/elasticsearch/server.ts';
import { type CountedRow, type Counts, readBareRows, summed } from './tables/bare-rows.ts';
import { metricCounts } from './tables/metric-counts.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('check:tables: a folder with the published tables was expected: npm run check:tables -- ../shared/tables');
  process.exit(2);
}
const OLDER = join(folder, 'dmhc-imr-2001-2016.csv');
const NEWER = join(folder, 'dmhc-imr-10-rows-14-columns.csv');
const NEW_YORK = join(folder, 'ny-dfs-10-cases.json');
/** What the file of 2001 to 2016 is known to hold. */
const KNOWN = '10776 upheld, 8452 overturned';

let failed = 0;
function expectSame(what: string, ours: unknown, theirs: unknown): void {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (one !== other) failed += 1;
  console.log(one === other ? `ok    ${what}` : `FAIL  ${what}: ${one}; expected ${other}`);
}

const bare = readBareRows(readFileSync(OLDER, 'utf8'), dmhc.programme);
const { header, rows } = bare;
const EXPECTED: Partial<Record<KeywordField, Counts>> = {
  decidedYear: bare.counted(['year']),
  diagnosisCategory: bare.counted(['diagnosis']),
  treatmentCategory: bare.counted(['treatment']),
};
expectSame('the other tool counts what is known', bare.counted([]), { all: KNOWN });

async function ours(index: IndexedLibrary, by: readonly KeywordField[]): Promise<Counts> {
  const { total, cells } = await index.aggregate({ where: { kind: 'all' }, filters: [], programme: dmhc.programme, by });
  const rows = by.length === 0 ? [{ keys: ['all'], decisions: total.decisions }] : cells;
  return summed(rows.map(({ keys: [value = ''], decisions }): CountedRow => [value, decisions.upheld, decisions.overturned]));
}

const dir = mkdtempSync(join(tmpdir(), 'imr-check-tables-'));
const reading = openReading(FOR_LOADS);
let libraries = 0;

/** Runs with a library of its own on an engine. */
async function withLibrary(
  use: (library: { index: IndexedLibrary; load: (path: string) => Promise<LoadReport> }) => Promise<void>,
): Promise<void> {
  libraries += 1;
  const dataDir = join(dir, `library-${libraries}`);
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  try {
    await use({ index, load: loading(index, dataDir) });
  } finally {
    await index.close();
  }
}

const loading = (index: IndexedLibrary, dataDir: string) => (path: string) =>
  load({ paths: [path], store: index, originals: openOriginals(dataDir), read: reading.read });

function write(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const told = ({ total, added, newVersions, known, unreadable, failed, faults }: LoadReport) => ({
  total,
  added,
  newVersions,
  known,
  failed: unreadable + failed,
  faults: faults.slice(0, 3),
});
const REPORT = { total: rows.length, added: 0, newVersions: 0, known: 0, failed: 0, faults: [] };

async function expectCounts(what: string, index: IndexedLibrary): Promise<void> {
  expectSame(`${what}: in all`, await ours(index, []), { all: KNOWN });
  for (const [group, expected] of Object.entries(EXPECTED))
    expectSame(`${what}: by ${group}`, await ours(index, [group as KeywordField]), expected);
  for (const { what: question, ours: counted, theirs } of await metricCounts(await index.at(null), bare, dmhc.programme))
    expectSame(`${what}: ${question}, ${Object.keys(theirs).length} groups`, counted, theirs);
}

/** The rows by another hand: in commas, never quoted, dots in the header, a number in front. */
const unquoted = [header.map((name) => name.replaceAll(' ', '.')), ...rows].map(
  (cells, at) => `${at === 0 ? '' : at},${cells.join(',')}\n`,
);
/** Windows-1252, with a letter in a diagnosis that it writes as a byte of its own. */
const accented = [header, ...rows].map(
  (cells, at) => `${cells.map((cell, column) => (at === 1 && column === 3 ? `${cell} Ménière` : cell)).join(';')}\r\n`,
);
/** Three outcomes turned. */
const turned = [header, ...rows].map((cells, at) => {
  const turn = (cell: string) => (cell.startsWith('Upheld') ? cell.replace('Upheld', 'Overturned') : cell.replace('Overturned', 'Upheld'));
  return `${cells.map((cell, column) => ([3, 9_000, 19_000].includes(at) && column === 6 ? turn(cell) : cell)).join(';')}\n`;
});

try {
  await withLibrary(async ({ index, load }) => {
    expectSame('every row is loaded', told(await load(OLDER)), { ...REPORT, added: rows.length });
    await expectCounts('embedded', index);
    const before = await index.library.stats();
    expectSame('loaded twice: the file is known', told(await load(OLDER)), { ...REPORT, total: 1, known: 1 });
    expectSame('without quotes: every row is known', told(await load(write('unquoted.csv', unquoted.join('')))), {
      ...REPORT,
      known: rows.length,
    });
    expectSame('and nothing changes', await index.library.stats(), before);
    const report = told(await load(write('turned.csv', turned.join(''))));
    expectSame('three changed cells are three new versions', report, { ...REPORT, newVersions: 3, known: rows.length - 3 });
    expectSame('and nothing else', (await index.library.stats()).versions, before.versions + 3);
  });
  await withLibrary(async ({ index, load }) => {
    const path = write('windows-1252.csv', Buffer.from(accented.join(''), 'latin1'));
    expectSame('in Windows-1252: every row is loaded', told(await load(path)), { ...REPORT, added: rows.length });
    await expectCounts('in Windows-1252', index);
    const [first] = await index.determinations([`${dmhc.programme}:${rows[0]?.[0]}`]);
    expectSame('in Windows-1252: the letter is read', first?.diagnoses[0]?.value.endsWith(' Ménière'), true);
  });
  await withLibrary(async ({ index, load }) => {
    await expectRows(index, NEWER, dmhc.programme, load);
    await expectRows(index, NEW_YORK, nyDfs.programme, load);
  });
  await onElasticsearch();
} finally {
  await reading.close();
  rmSync(dir, { recursive: true });
}

/** Ten rows, each of which has what its table says. */
async function expectRows(
  index: IndexedLibrary,
  path: string,
  programme: string,
  load: (path: string) => Promise<LoadReport>,
): Promise<void> {
  expectSame(`${programme}: ten rows`, told(await load(path)), { ...REPORT, total: 10, added: 10 });
  const families = new Map<string, number>();
  const lacking: string[] = [];
  for await (const hits of index.each({ where: { kind: 'all' }, filters: [{ field: 'programme', values: [programme] }], sort: 'case' })) {
    for (const { id, published, items, diagnoses } of await index.determinations(hits.map(({ letterId }) => letterId))) {
      const [item] = items;
      const has = {
        diagnosis: diagnoses.length + (published?.diagnosisCategories.length ?? 0) > 0,
        treatment: (published?.treatments.length ?? 0) + (published?.treatmentCategories.length ?? 0) > 0,
        decision: item?.decision != null && item.decision.value !== 'undetermined',
        year: published?.year != null,
        heading: item?.heading != null,
      };
      lacking.push(...Object.entries(has).flatMap(([name, is]) => (is ? [] : `${id} has no ${name}`)));
      for (const { family } of item?.guidelines.reviewer.citations ?? []) families.set(family, (families.get(family) ?? 0) + 1);
    }
  }
  expectSame(`${programme}: each has its diagnosis, treatment, decision and year`, lacking, []);
  console.log(`      references by family: ${[...families].map(([family, count]) => `${count} ${family}`).join(', ') || 'none'}`);
}

async function onElasticsearch(): Promise<void> {
  const server = await findElasticsearch();
  if ('skipped' in server) {
    console.log(`SKIPPED: Elasticsearch, because there is ${server.skipped}`);
    return;
  }
  const { stop, ...address } = server;
  try {
    await inPlace(address, async ({ open, dataDir }) => {
      const index = await open();
      expectSame('Elasticsearch: every row is loaded', told(await loading(index, dataDir)(OLDER)), { ...REPORT, added: rows.length });
      await expectCounts('Elasticsearch', index);
    });
  } finally {
    await stop();
  }
}

console.log(failed === 0 ? 'The published tables count as the other tool counts them.' : `${failed} differ`);
process.exitCode = failed === 0 ? 0 : 1;
