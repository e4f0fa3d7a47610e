/**
 * Makes a file of JSON Lines of FICTIONAL whole determinations, to load a large one:
 * `node scripts/make-json-lines.ts --out FILE --megabytes 500`.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import { benchLetters } from './bench/letters.ts';

const program = new Command('make-json-lines')
  .description('Writes fictional whole determinations as JSON Lines.')
  .requiredOption('--out <file>', 'the file to write')
  .option('--megabytes <n>', 'its size, about', Number, 500)
  .option('--seed <n>', 'seed of the letters', Number, 1);
program.parse();
const { out, megabytes, seed } = program.opts<{ out: string; megabytes: number; seed: number }>();

const file = createWriteStream(out);
let [written, rows] = [0, 0];
for await (const batch of benchLetters(Number.MAX_SAFE_INTEGER, seed)) {
  for (const letter of batch) {
    const line = `${JSON.stringify(letter)}\n`;
    written += Buffer.byteLength(line);
    rows += 1;
    if (!file.write(line)) await once(file, 'drain');
  }
  if (written >= megabytes * 1_000_000) break;
}
file.end();
await finished(file);
console.log(`${rows} rows, ${written} bytes`);
