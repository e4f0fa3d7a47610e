/**
 * `npm run relevance -- QUERIES_DIR --letters DIR`: asks judged queries as the product would take them (a typed query: both tiers; a case's
 * text: the similar cases) of both engines, and prints how good the order is. Nothing is kept: the indices are made anew and thrown away.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { PAGE_SIZE } from '#contract/limits.ts';
import { AppError } from '#contract/problem.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { load } from '../ingest/load/load.ts';
import { readLetters } from '../ingest/pipeline.ts';
import { searchItems } from '../server/domain/results/search-items.ts';
import { openSearchIndex, type SearchIndexOptions } from '../server/index/open-index.ts';
import type { SearchIndex } from '../server/search/port.ts';
import { openOriginals } from '../server/storage/originals.ts';
import { dropIndices } from '../test/elasticsearch/open-index.ts';
import { findElasticsearch } from '../test/elasticsearch/server.ts';
import { seeded } from '../test/fixtures/seeded-random.ts';
import { type Ask, missed, readAsks } from './relevance/asks.ts';
import { type JudgedQuery, judgedId, readJudged } from './relevance/judged.ts';
import { type Measures, mean, measure, pairedBootstrap } from './relevance/measures.ts';

interface Options {
  readonly letters: string;
  readonly json?: boolean;
  readonly write?: boolean;
  readonly engine: string;
  readonly least?: number;
  readonly asks?: string;
  readonly asksLeast?: number;
}
interface Answered extends JudgedQuery {
  readonly measures: Measures;
}
type Run = Record<string, Record<string, number>>;

/** The last run that was written: nDCG@10 by engine and query. */
const COMMITTED = join(import.meta.dirname, '..', 'docs', 'relevance.json');
const ENGINES = ['embedded', 'elasticsearch'] as const;

const program = new Command('relevance')
  .description('Measures the order of results against judged queries (nDCG@10, MRR, P@5, recall@50), on both engines.')
  .argument('<queries-dir>', 'folder with queries.jsonl (id, kind, text) and qrels.tsv (query, case number, item, grade)')
  .requiredOption('--letters <dir>', 'folder with the letters that were judged')
  .option('--engine <name>', `${ENGINES.join(', ')} or both`, 'both')
  .option('--json', 'print JSON: {"embedded": {"n", "ndcg10", "mrr", "p5", "recall50", "kinds", "queries"}, "elasticsearch": ...}')
  .option('--least <ndcg>', 'end with 1 where nDCG@10 of an engine is below this, or an engine is skipped', share)
  .option('--asks <file>', 'also ask what people type, a JSON line each (id, typed, expect), and tell what is not as expected')
  .option('--asks-least <n>', 'end with 1 where fewer asks are as expected on an engine', whole)
  .option('--write', 'write docs/relevance.json, against which later runs are compared')
  .addHelpText('after', '\nExample:\n  npm run relevance -- ../shared/search --letters ../shared/letters')
  .exitOverride();

try {
  program.parse();
  process.exitCode = await relevance(program.args[0] ?? '', program.opts<Options>());
} catch (error) {
  if (error instanceof AppError) {
    process.stderr.write(`relevance: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else throw error;
}

async function relevance(folder: string, options: Options): Promise<number> {
  const judged = readJudged(folder);
  const asks = options.asks === undefined ? [] : readAsks(options.asks);
  const engines = ENGINES.filter((engine) => options.engine === 'both' || options.engine === engine);
  if (engines.length === 0) throw new AppError('usage', `--engine: expected ${ENGINES.join(', ')} or both`);
  const before = JSON.parse(await readFile(COMMITTED, 'utf8').catch(() => '{}')) as Run;
  const run: Run = {};
  const printed: Record<string, unknown> = {};
  let enough = true;
  for (const engine of engines) {
    const both = await withIndex(engine, options.letters, async (index) => ({
      answered: await askAll(index, judged.queries, judged.letters),
      lines: await askLines(index, asks),
    }));
    if (typeof both === 'string') {
      process.stderr.write(`SKIPPED: ${engine}, because there is ${both}\n`);
      enough = false;
      continue;
    }
    const { answered, lines } = both;
    const kept = asks.length - lines.length;
    enough &&= kept >= (options.asksLeast ?? 0);
    if (asks.length > 0)
      process.stderr.write(`${engine}: ${kept} of ${asks.length} asks as expected\n${lines.map((line) => `${line}\n`).join('')}`);
    enough &&= mean(answered.map(({ measures }) => measures)).ndcg10 >= (options.least ?? 0);
    run[engine] = Object.fromEntries(answered.map(({ id, measures }) => [id, Number(measures.ndcg10.toFixed(4))]));
    printed[engine] = summary(answered);
    if (options.json !== true) process.stdout.write(`${table(engine, answered)}${comparison(run[engine], before[engine])}\n`);
  }
  if (options.json === true) process.stdout.write(`${JSON.stringify(printed)}\n`);
  if (options.write === true) await writeFile(COMMITTED, `${JSON.stringify(run, null, 2)}\n`);
  return (options.least === undefined && options.asksLeast === undefined) || enough ? 0 : 1;
}

/** Runs `ask` on a new index that holds the letters; the reason where there is no such engine. */
async function withIndex<T>(
  engine: (typeof ENGINES)[number],
  letters: string,
  ask: (index: SearchIndex) => Promise<T>,
): Promise<T | string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-relevance-'));
  const server = engine === 'elasticsearch' ? await findElasticsearch() : null;
  if (server !== null && 'skipped' in server) return server.skipped;
  const prefix = `imr-relevance-${process.pid}`;
  const { stop, ...address } = server ?? { url: '', stop: async () => undefined };
  const options: SearchIndexOptions =
    server === null ? { engine: 'embedded', dataDir } : { ...address, engine: 'elasticsearch', index: prefix, dataDir };
  try {
    const index = await openSearchIndex(options);
    try {
      await load({ paths: [letters], store: index, originals: openOriginals(dataDir), read: readLetters });
      return await ask(index);
    } finally {
      await index.close();
      if (server !== null) await dropIndices(server, prefix);
    }
  } finally {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function askAll(index: SearchIndex, queries: readonly JudgedQuery[], letters: ReadonlySet<string> | null): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const query of queries) {
    const { hits } = await searchItems(index, SearchRequestSchema.parse({ q: query.text, size: PAGE_SIZE.max }));
    const ranked = hits.filter(({ caseNumber }) => letters?.has(caseNumber) ?? true);
    const ids = ranked.map(({ caseNumber, number }) => judgedId(caseNumber, number));
    answered.push({ ...query, measures: measure(query.grades, ids) });
  }
  return answered;
}

/** A line for each ask that is not as expected. */
async function askLines(index: SearchIndex, asks: readonly Ask[]): Promise<string[]> {
  const lines: string[] = [];
  for (const ask of asks) {
    const wrong = missed(ask, await searchItems(index, SearchRequestSchema.parse({ q: ask.typed })));
    if (wrong.length > 0) lines.push(`  ${ask.id} “${ask.typed}”: ${wrong.join('; ')}`);
  }
  return lines;
}

function kindsOf(answered: readonly Answered[]): [string, Answered[]][] {
  return [...Map.groupBy(answered, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
}

function summary(answered: readonly Answered[]): object {
  const row = (some: readonly Answered[]) => ({ n: some.length, ...mean(some.map(({ measures }) => measures)) });
  const kinds = Object.fromEntries(kindsOf(answered).map(([kind, some]) => [kind, row(some)]));
  return { ...row(answered), kinds, queries: Object.fromEntries(answered.map(({ id, measures }) => [id, measures])) };
}

function table(engine: string, answered: readonly Answered[]): string {
  const line = (name: string, some: readonly Answered[]) => {
    const { ndcg10, mrr, p5, recall50 } = mean(some.map(({ measures }) => measures));
    const figures = [ndcg10, mrr, p5, recall50].map((value) => value.toFixed(3).padStart(9)).join('');
    return `${name.padEnd(16)}${String(some.length).padStart(4)}${figures}`;
  };
  const rows = kindsOf(answered).map(([kind, some]) => line(kind, some));
  return `${[`${engine.padEnd(16)}   n  nDCG@10      MRR      P@5     R@50`, ...rows, line('all', answered)].join('\n')}\n`;
}

function comparison(now: Run[string], before: Run[string] | undefined): string {
  if (before === undefined) return 'no committed run to compare with\n';
  const random = seeded(1);
  const of = (run: Run[string]) => new Map(Object.entries(run));
  const { difference, low, high, queries } = pairedBootstrap(of(now), of(before), () => random.below(2 ** 30) / 2 ** 30);
  const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
  return `nDCG@10 against the committed run: ${signed(difference)} (95% of ${queries} resampled queries: ${signed(low)} to ${signed(high)})\n`;
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('expected a number from 0 to 1.');
  return value;
}
