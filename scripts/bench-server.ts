/**
 * `npm run bench:server`: the server as users run it, over FICTIONAL letters: how long its event loop is held under searches and a load, how soon
 * `/health` answers while it works hard, how fast letters are loaded and searches answered. With `--against` another version of the program is
 * measured by turns with this one. Prints figures; says nothing of pass or fail.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { ask, during, latency, searchPath } from './bench/ask.ts';
import { AGAINST, checkOut } from './bench/checkout.ts';
import { QUERIES, quantile, timed, wholeNumber } from './bench/figures.ts';
import { largeLetter, writeLetters } from './bench/letter-files.ts';
import { type Server, startLoad, startServer } from './bench/run-program.ts';

/** Just below what may be sent (`EXPLAIN_LIMIT`). */
const LARGE = 7_900_000;
/** Between two looks at `/health`, in milliseconds. */
const PAUSE = 20;
/** Words that stand in most letters: near each other they are the dearest that may be asked for, so many pairs cost all that a query may. */
const NEAR = [
  'medical',
  'treatment',
  'pain',
  'necessary',
  'request',
  'guidelines',
  'injured',
  'worker',
  'physician',
  'review',
  'date',
  'not',
];

const program = new Command('bench:server')
  .description('Measures the server and the loading of letters, over fictional letters.')
  .option('--letters <n>', 'how many letters are loaded', wholeNumber, 2_000)
  .option('--rounds <n>', 'how often they are loaded anew, and each query is asked ten times', wholeNumber, 3)
  .option('--seconds <n>', 'how long each measurement of a busy server takes', wholeNumber, 10)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1)
  .option(...AGAINST);
program.parse();
const { letters, rounds, seconds, seed, against } = program.opts<{
  letters: number;
  rounds: number;
  seconds: number;
  seed: number;
  against?: string;
}>();

const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'));
const other = against === undefined ? null : await checkOut(against, join(folder, 'against'));
const [files, more] = [join(folder, 'letters'), join(folder, 'more-letters')];
const versions = [
  { name: 'this', checkout: resolve(import.meta.dirname, '..'), data: join(folder, 'data-this') },
  ...(other === null ? [] : [{ name: 'against', checkout: other.folder, data: join(folder, 'data-against') }]),
];
type Version = (typeof versions)[number];
const servers: Server[] = [];
try {
  await writeLetters(files, letters, seed);
  await writeLetters(more, letters, seed + 1);
  await measureLoading();
  await measureSearching();
  for (const version of versions) await measureBusyServer(version);
} finally {
  await stopServers();
  await other?.remove();
  await rm(folder, { recursive: true, force: true });
}

/** Loads the letters into a new data folder by turns; the last one of each version stays. */
async function measureLoading(): Promise<void> {
  const rates = versions.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { checkout, data }] of versions.entries()) {
      await rm(data, { recursive: true, force: true });
      rates[at]?.push(letters / ((await timed(() => startLoad(checkout, files, data).ended)) / 1_000));
    }
  }
  print(`loading ${letters} text letters, process start and end included, median of ${rounds}, in letters a second`);
  compare('rate', rates.map(median), 1);
  for (const [at, { name }] of versions.entries()) print(`  ${name}: ${rates[at]?.map((rate) => rate.toFixed(1)).join(', ')}`);
}

async function measureSearching(): Promise<void> {
  for (const { checkout, data } of versions) servers.push(await startServer(checkout, data));
  const times = versions.map((): number[] => []);
  for (let round = -1; round < 10 * rounds; round += 1) {
    for (const q of QUERIES) {
      for (const [at, { url }] of servers.entries()) {
        const time = await latency(url, searchPath(q));
        if (round >= 0) times[at]?.push(time); // The first round fills the caches.
      }
    }
  }
  await stopServers();
  print(`a search page over HTTP, ${QUERIES.length} queries, ${10 * rounds} rounds, in ms`);
  compare('p50', times.map(median), 2);
  compare(
    'p95',
    times.map((all) => quantile(all, 0.95)),
    2,
  );
}

async function measureBusyServer({ name, checkout, data }: Version): Promise<void> {
  const server = await startServer(checkout, data);
  servers.push(server);
  const { url } = server;
  const search = (round: number, signal: AbortSignal) => ask(`${url}${searchPath(QUERIES[round % QUERIES.length] ?? '')}`, { signal });
  for (const q of QUERIES) await latency(url, searchPath(q));

  print(`${name}: /health while the server works, ${seconds} s each, in ms`);
  const idle = await healthFor(url);
  told('idle', idle);
  const html = largeLetter(LARGE, seed);
  const busy: [what: string, work: (round: number, signal: AbortSignal) => Promise<number>][] = [
    [`a letter of ${(html.length / 1e6).toFixed(1)} MB is explained`, (_, signal) => ask(`${url}/api/v1/explain`, { signal, html })],
    ['everything is exported as CSV', (_, signal) => ask(`${url}/api/v1/export?format=csv`, { signal })],
    ['the costliest query is asked', (round, signal) => ask(`${url}${searchPath(costliest(round))}`, { signal })],
  ];
  for (const [what, work] of busy) {
    const { watched, statuses } = await during(1, work, () => healthFor(url));
    told(what, watched, median(idle), statuses);
  }

  print(`${name}: 20 searches at once, ${seconds} s each, event loop delay of the server, in ms`);
  await delayOf(server, search, 'without a load');
  const load = startLoad(checkout, more, data);
  // Reading starts a moment after the process does.
  await sleep(2_000);
  await delayOf(server, search, 'with a load');
  load.stop();
  await load.ended;
  await stopServers();
}

async function delayOf(server: Server, search: (round: number, signal: AbortSignal) => Promise<number>, what: string): Promise<void> {
  await server.delay();
  const { watched, statuses } = await during(20, search, async () => {
    await sleep(1_000 * seconds);
    return server.delay();
  });
  const { p50, p99, max } = watched;
  print(`  ${what}: p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)}  max ${max.toFixed(1)}  ${counted(statuses)}`);
}

/** Looks at `/health` one after the other; the times until it answered. */
async function healthFor(url: string): Promise<number[]> {
  const until = performance.now() + 1_000 * seconds;
  const times: number[] = [];
  while (performance.now() < until) {
    times.push(await latency(url, '/health'));
    await sleep(PAUSE);
  }
  return times;
}

/** As dear as a query may be, and another one each time, so that no answer is remembered. */
function costliest(round: number): string {
  return NEAR.map((word, at) => `"${word} ${NEAR[(at + 1) % NEAR.length]}"~${10 + (round % 900)}`).join(' OR ');
}

function told(what: string, times: readonly number[], idle?: number, statuses?: ReadonlyMap<number, number>): void {
  const ratio = idle === undefined ? '' : `  ratio to idle ${(median(times) / idle).toFixed(2)}`;
  const work = statuses === undefined ? '' : `  ${counted(statuses)}`;
  print(
    `  ${what}: p50 ${median(times).toFixed(1)}  p95 ${quantile(times, 0.95).toFixed(1)}  max ${Math.max(...times).toFixed(1)}${ratio}${work}`,
  );
}

/** How many answers had which status. */
function counted(statuses: ReadonlyMap<number, number>): string {
  return `(${[...statuses].map(([status, count]) => `${count} times ${status}`).join(', ') || 'none answered'})`;
}

/** One figure of each version; the ratio is of this to the other one. */
function compare(what: string, values: readonly number[], digits: number): void {
  const [ours = 0, theirs] = values;
  const shown = versions.map(({ name }, at) => `${name} ${values[at]?.toFixed(digits)}`).join('  ');
  print(`  ${what}: ${shown}${theirs === undefined ? '' : `  ratio ${(ours / theirs).toFixed(2)}`}`);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

async function stopServers(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}

function print(line: string): void {
  console.log(line);
}
