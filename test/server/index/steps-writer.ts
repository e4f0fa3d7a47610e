/**
 * A program for the kill test: does one thing to a data folder and kills itself at a step of it. A step is one statement that changes a database, or
 * one file that is removed. Usage: node steps-writer.ts DATA_DIR WHAT STEP; with STEP 0 it goes through and prints how many steps there were.
 */
import { writeSync } from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { makeUnreadable } from '../../fixtures/factories.ts';
import { lettersOfSteps } from './steps-letters.ts';

const [dataDir = '', what = '', at = '0'] = process.argv.slice(2);
let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(at)) process.kill(process.pid, 'SIGKILL');
};
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  step();
  exec.call(this, sql);
};
const { run } = StatementSync.prototype;
StatementSync.prototype.run = function (this: StatementSync, ...values: Parameters<typeof run>) {
  step();
  return run.apply(this, values);
} as typeof run;

const index = await openSearchIndex({ engine: 'embedded', dataDir });
if (what === 'load') {
  const { first, second } = lettersOfSteps();
  for (let from = 0; from < first.length; from += 4) await index.put(first.slice(from, from + 4));
  await index.putUnreadable([makeUnreadable('scan.pdf')]);
  await index.put(second, { replace: true });
  await index.remove(first.slice(0, 2).map(({ determination }) => determination.id));
}
if (what === 'rebuild') await index.reindex();
await index.close();
writeSync(1, String(steps));
