/**
 * The library against a model of it: thousands of drawn operations in a process that is killed again and again. Each outcome, and the whole state
 * after many of them, is what the model says; after a kill it is the state behind the last acknowledged operation or behind the one under way.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LibraryCore, openLibraryCore } from '../../../server/library/core.ts';
import { seeded } from '../../fixtures/seeded-random.ts';
import { modelLibrary } from './model.ts';
import { keptId, operation, placesAt } from './operations.ts';
import { Projected, wholeState } from './state.ts';

const WRITER = join(import.meta.dirname, 'model-writer.ts');
const SEED = 7;
const OPERATIONS = 10_000;
/** Operations from one kill to the next: that many at least, and fewer than that many more. */
const [LEAST, MORE] = [200, 400];

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-model-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

it('is what the model of it is, operation by operation, however often it is killed', async () => {
  const random = seeded(SEED);
  let next = 0;
  const model = modelLibrary(() => keptId(next));
  const projected = new Projected();
  const stateOfModel = () => wholeState(model, projected, placesAt(SEED, next, model.stats().change));
  let kills = 0;
  while (next < OPERATIONS) {
    const written = await writeUntilKilled(next, LEAST + random.below(MORE), random.below(12));
    for (const line of written.lines) {
      const [what = '', told = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
      if (what === 'state') {
        next -= 1;
        expect(told, `the state after ${next}`).toBe(stateOfModel().hash);
      } else {
        expect(Number(what)).toBe(next);
        const outcome = operation(SEED, next)(model) ?? null;
        expect(JSON.parse(told), `the outcome of ${next}`).toEqual(JSON.parse(JSON.stringify(outcome)));
      }
      next += 1;
    }
    kills += written.killed ? 1 : 0;
    const library = openLibraryCore(dataDir);
    const stateOfLibrary = () => wholeState(library, new Projected(), placesAt(SEED, next, library.stats().change)).state;
    if (written.killed && JSON.stringify(stateOfLibrary()) !== JSON.stringify(stateOfModel().state)) {
      // The one under way was stored, and only its word was cut off.
      operation(SEED, next)(model);
      next += 1;
    }
    expect(stateOfLibrary(), `the library after ${next} operations`).toEqual(stateOfModel().state);
    library.close();
  }
  const library = openLibraryCore(dataDir);
  expect(faultsOf(library)).toEqual([]);
  library.close();
  expect(kills).toBeGreaterThan(OPERATIONS / (LEAST + MORE) - 2);
});

function faultsOf(library: LibraryCore): string[] {
  const faults: string[] = [];
  let spans = 0;
  for (let next: number | null = 0; next !== null; ) {
    const checked = library.check(next);
    faults.push(...checked.faults);
    spans += checked.spans;
    next = checked.next;
  }
  expect(spans).toBeGreaterThan(0);
  return faults;
}

/** Runs the writer from one operation on until it has told of so many more, kills it some milliseconds later, and returns its lines. */
async function writeUntilKilled(from: number, operations: number, waitMs: number): Promise<{ lines: string[]; killed: boolean }> {
  const child = spawn(process.execPath, [WRITER, dataDir, String(SEED), String(from), String(OPERATIONS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  let lines = 0;
  const closed = once(child, 'close');
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      lines += data.toString().split('\n').length - 1;
      if (lines >= operations) setTimeout(resolve, waitMs);
    });
    child.on('exit', () => resolve());
  });
  child.kill('SIGKILL');
  const [code, signal] = await closed;
  expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGKILL']);
  // A line cut off by the kill was not acknowledged.
  return { lines: printed.split('\n').slice(0, -1), killed: signal !== null };
}
