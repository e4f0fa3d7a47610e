/**
 * A program for the kill test: puts fictional letters into an index, batch by batch, and prints the id and sha-256 of each
 * letter as soon as it is reported as stored. It never ends by itself. With PUTTING a thread puts, and the next batch is given before the last one is
 * reported. Usage: node embedded-writer.ts DATA_DIR SEED [PUTTING]
 */
import { writeSync } from 'node:fs';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

const [dataDir = '', seed = '1', putting] = process.argv.slice(2);
const index = await openSearchIndex({ engine: 'embedded', dataDir }, { threads: putting === undefined ? false : 'putting' });
let before: Promise<void> = Promise.resolve();
for (let round = 0; ; round += 1) {
  const letters = makeLetters(300, Number(seed) * 1000 + round);
  for (let start = 0; start < letters.length; start += 30) {
    const put = index.put(letters.slice(start, start + 30)).then((outcomes) => {
      const lines = outcomes.filter(({ outcome }) => outcome !== 'failed').map(({ id, sha256 }) => `${id} ${sha256}\n`);
      writeSync(1, lines.join(''));
    });
    await (putting === undefined ? put : before);
    before = put;
  }
}
