/**
 * A program for the test against the model: runs the operations of a seed from one number up to another on a library, and prints the number and
 * the outcome of each as soon as it is acknowledged. After some it prints all that the library holds, as a hash.
 * Usage: node model-writer.ts DATA_DIR SEED FROM TO
 */
import { writeSync } from 'node:fs';
import { openLibraryCore } from '../../../server/library/core.ts';
import { keptId, looksAt, operation, placesAt } from './operations.ts';
import { Projected, wholeState } from './state.ts';

const [dataDir = '', seed = '', from = '', to = ''] = process.argv.slice(2);
let number = Number(from);
const library = openLibraryCore(dataDir, { now: () => new Date(Date.UTC(2026, 0, 1)), newId: () => keptId(number) });
library.lock();
const projected = new Projected();
for (; number < Number(to); number += 1) {
  const outcome = operation(Number(seed), number)(library) ?? null;
  writeSync(1, `${number} ${JSON.stringify(outcome)}\n`);
  if (!looksAt(number)) continue;
  const places = placesAt(Number(seed), number, library.stats().change);
  writeSync(1, `state ${wholeState(library, projected, places).hash}\n`);
}
library.close();
