/**
 * `npm run bench:tables`: how many rows of a table are loaded a second on the embedded engine, beside how many `csv-parse` alone reads of the same file.
 * Each is a process of its own from start to end, in turn, over a FICTIONAL table unless a file is given. Ratios are printed; nothing is said of pass or fail.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { quantile, timed, wholeNumber } from './bench/figures.ts';
import { startLoad } from './bench/run-program.ts';
import { tableText } from './bench/table-file.ts';

const program = new Command('bench:tables')
  .description('Measures the loading of a table beside a bare csv-parse of it.')
  .option('--file <path>', 'a table to load (default: a fictional one)')
  .option('--rows <n>', 'rows of the fictional table', wholeNumber, 20_000)
  .option('--rounds <n>', 'how often each is measured', wholeNumber, 5)
  .option('--seed <n>', 'seed of the fictional table', wholeNumber, 1);
program.parse();
const { file: given, rows: made, rounds, seed } = program.opts<{ file?: string; rows: number; rounds: number; seed: number }>();

const CHECKOUT = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'imr-bench-tables-'));
try {
  const file = given ?? join(folder, 'table.csv');
  if (given === undefined) await writeFile(file, tableText(made, seed));
  let rows = 0;
  const parse = async () => {
    rows = await parsedRows(file);
  };
  const load = async () => {
    const data = join(folder, 'data');
    await startLoad(CHECKOUT, file, data).ended;
    await rm(data, { recursive: true });
  };
  const spent = { parse: [] as number[], load: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const [bare, whole] = [await timed(parse), await timed(load)];
    if (round < 0) continue; // The first round fills the caches of the disk.
    spent.parse.push(bare);
    spent.load.push(whole);
  }
  const [bare, whole] = [quantile(spent.parse, 0.5), quantile(spent.load, 0.5)];
  const told = (name: string, ms: number) =>
    `${name} ${ms.toFixed(0)} ms, ${Math.round((rows / ms) * 1_000).toLocaleString('en-US')} rows a second`;
  console.log(`${rows.toLocaleString('en-US')} rows, each a process of its own, middle of ${rounds} rounds`);
  console.log(told('bare csv-parse', bare));
  console.log(told('loaded, embedded engine', whole));
  console.log(`loaded at ${(bare / whole).toFixed(3)} of the rows a second of a bare csv-parse`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function parsedRows(file: string): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bench/parse-csv.ts', import.meta.url)), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`csv-parse of ${file} ended with ${String(code)}`);
  return Number(said);
}
