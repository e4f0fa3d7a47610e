/**
 * `npm run bench:analytics`: how long the numbers of the analytics pages take on the embedded engine, beside one GROUP BY statement a question over a plain
 * SQLite table, and with `--url` beside the same pages on an Elasticsearch server, in one run over the same FICTIONAL letters. The counts of all must be
 * the same. Before each round a letter is put, so that nothing that was counted before is still known. Prints p50 and ratios; says nothing of pass or fail.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import type { Cell } from '#contract/aggregate.ts';
import { COUNTED_APART } from '#contract/counted-apart.ts';
import type { Letter } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import { MetricRequestSchema } from '#contract/metrics.ts';
import { FIRST_PROGRAMME } from '#contract/programmes.ts';
import type { Filter } from '#contract/query.ts';
import { measure, metricOf } from '../server/domain/metrics/measure.ts';
import type { IndexedLibrary } from '../server/index/indexed-library.ts';
import { openSearchIndex } from '../server/index/open-index.ts';
import { inOrder } from '../server/search/cells.ts';
import { dropIndices } from '../test/elasticsearch/open-index.ts';
import { type AskedOfPage, analyticsPages } from './bench/analytics-pages.ts';
import { quantile, timed, wholeNumber } from './bench/figures.ts';
import { benchLetters } from './bench/letters.ts';
import { openPlainTable } from './bench/plain-table.ts';

const program = new Command('bench:analytics')
  .description('Measures the numbers of the analytics pages beside plain SQL for the same numbers, over fictional letters.')
  .option('--letters <n>', 'how many letters', wholeNumber, 100_000)
  .option('--rounds <n>', 'how often each page is asked', wholeNumber, 9)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1)
  .option('--url <url>', 'address of an Elasticsearch server, which is measured too');
program.parse();
const { letters, rounds, seed, url } = program.opts<{ letters: number; rounds: number; seed: number; url?: string }>();

/** Filters that `measure` adds: what is counted apart is in none of its rates. */
const COUNTED = COUNTED_APART.map(({ field, counted }): Filter => ({ field, values: [...counted] }));

const PAGES = analyticsPages(FIRST_PROGRAMME);

/** A question of a page: its groups, over all of the programme or over what rates are of. */
interface Asked {
  readonly by: readonly KeywordField[];
  readonly of: 'all' | 'rated';
}

/** What each page is made of, each question once. */
const ASKED = new Map([...PAGES].map(([page, requests]) => [page, questionsOf(requests)]));

interface Engine {
  readonly name: string;
  readonly index: IndexedLibrary;
}

const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'));
const prefix = `imr-bench-${randomUUID()}`;
const plain = openPlainTable(join(folder, 'plain.sqlite'), once([...ASKED.values()].flat().map(({ by }) => by)));
const engines: Engine[] = [{ name: 'embedded', index: await openSearchIndex({ engine: 'embedded', dataDir: join(folder, 'embedded') }) }];
try {
  if (url !== undefined) {
    const index = await openSearchIndex({ engine: 'elasticsearch', url, index: prefix, dataDir: join(folder, 'elasticsearch') });
    engines.push({ name: 'Elasticsearch', index });
  }
  const later: Letter[] = [];
  let stored = 0;
  for await (const batch of benchLetters(letters + rounds + 1, seed)) {
    const now = batch.slice(0, letters - stored);
    later.push(...batch.slice(now.length));
    stored += now.length;
    await put(now);
  }
  plain.index();
  for (const engine of engines) await expectSame(engine);
  await measurePages(later);
} finally {
  plain.close();
  for (const { index } of engines) await index.close();
  if (url !== undefined) await dropIndices({ url }, prefix);
  await rm(folder, { recursive: true, force: true });
}

async function put(batch: readonly Letter[]): Promise<void> {
  if (batch.length === 0) return;
  plain.put(batch);
  for (const { index } of engines) await index.put(batch);
}

function questionsOf(requests: readonly AskedOfPage[]): Asked[] {
  const questions = requests.flatMap(({ id, request }) =>
    Object.values(metricOf(id).asks({ ...request, programme: FIRST_PROGRAMME, against: false })),
  );
  const total: Asked = { by: [], of: 'rated' };
  return once([total, ...questions.map(({ by, of }): Asked => ({ by: by as KeywordField[], of: of === 'programme' ? 'all' : 'rated' }))]);
}

function once<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Throws where an engine counts anything otherwise than the statements do. Letters that are known about only are not compared. */
async function expectSame({ name, index }: Engine): Promise<void> {
  for (const { by, of } of once([...ASKED.values()].flat())) {
    const filters = of === 'all' ? [] : COUNTED;
    const { total, cells } = await index.aggregate({ where: { kind: 'all' }, filters, programme: FIRST_PROGRAMME, by });
    const ours = by.length === 0 ? [{ keys: [], ...total }] : cells;
    const isExact = ours.every((cell) => cell.letters.exact && cell.knownLetters.exact);
    const compared = (found: readonly Cell[]) =>
      inOrder(found).map(({ letters: inLetters, knownLetters, ...counts }) => ({
        ...counts,
        ...(isExact ? { inLetters, knownLetters } : {}),
      }));
    if (!isDeepStrictEqual(compared(ours), compared(plain.cells(FIRST_PROGRAMME, by, of)))) {
      throw new Error(`${name} and plain SQL count otherwise by ${by.join(' and ') || 'nothing'}`);
    }
  }
}

async function measurePages(later: readonly Letter[]): Promise<void> {
  const spent = new Map<string, number[]>();
  const note = async (name: string, work: () => Promise<void>) => {
    const times = spent.get(name) ?? [];
    spent.set(name, times);
    times.push(await timed(work));
  };
  for (let round = -1; round < rounds; round += 1) {
    await put(later.slice(round + 1, round + 2));
    // The columns take the letter over, and connections are open.
    for (const { index } of engines)
      await index.counts([{ kind: 'all' }, { kind: 'filter', filter: { field: 'decision', values: ['upheld'] } }]);
    for (const [page, requests] of PAGES) {
      await note(`${page} plain`, async () => void askPlain(page));
      for (const { name, index } of engines) await note(`${page} ${name}`, () => askPage(index, requests));
    }
    if (round < 0) spent.clear(); // The first round fills the caches.
  }
  const items = plain.cells(FIRST_PROGRAMME, [], 'all').reduce((sum, cell) => sum + cell.items, 0);
  const at = (name: string) => quantile(spent.get(name) ?? [], 0.5);
  console.log(`${letters} letters, ${items} items, p50 of ${rounds} rounds, in ms; the counts of all are the same`);
  for (const page of PAGES.keys()) {
    const sql = at(`${page} plain`);
    const told = engines.map(
      ({ name }) => `${name} ${at(`${page} ${name}`).toFixed(1)}, ratio ${(at(`${page} ${name}`) / sql).toFixed(2)}`,
    );
    console.log(`${page.padEnd(11)} plain SQL ${sql.toFixed(1)}  ${told.join('  ')}`);
  }
}

function askPlain(page: string): void {
  for (const { by, of } of ASKED.get(page) ?? []) plain.cells(FIRST_PROGRAMME, by, of);
  plain.beside(FIRST_PROGRAMME);
}

/** All that a page shows, asked at once as the page does. */
async function askPage(index: IndexedLibrary, requests: readonly AskedOfPage[]): Promise<void> {
  const letters = await index.at(null);
  await Promise.all(requests.map(({ id, request }) => measure(letters, id, MetricRequestSchema.parse(request), null)));
}
