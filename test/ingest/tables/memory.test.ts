/** Memory does not grow with a CSV file: twenty times the file takes no more of it. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Folder, HEADER, makeFolder, tableOf } from './table-file.ts';

const MB = 1024 * 1024;
let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** A file of so many rows of 4 kB, each of several lines. */
async function fileOf(rows: number): Promise<string> {
  const path = await folder.write('');
  const file = createWriteStream(path);
  file.write(`${HEADER.join(',')}\n`);
  const findings = 'A fictional reviewer wrote this, and "more".\n'.repeat(90).replaceAll('"', '""');
  for (let row = 0; row < rows; row += 1) {
    if (!file.write(`AA20-${row},2020,"Ears, Nose",Upheld,"${findings}"\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}

it('what is held while a table is read does not grow with it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = async (rows: number): Promise<number> => {
    const table = await tableOf(await fileOf(rows));
    let [count, most] = [0, 0];
    for await (const row of table.rows()) {
      expect('cells' in row && row.cells.length).toBe(HEADER.length);
      count += 1;
      if (count % Math.floor(rows / 5) !== 0) continue;
      // What the first one leaves are buffers whose memory is given back a turn later.
      collect();
      await setImmediate();
      collect();
      const { heapUsed, external } = process.memoryUsage();
      most = Math.max(most, heapUsed + external);
    }
    expect(count).toBe(rows);
    return most;
  };
  await held(100);
  const small = await held(500);
  // The larger file holds 38 MB more; what else the process holds meanwhile moves by some, and is told apart by reading it again.
  const large = Math.min(await held(10_000), await held(10_000));
  expect((large - small) / MB).toBeLessThan(20);
});
