/**
 * A program for the kill test: puts fictional letters into an index, batch by batch, and prints the id and sha-256 of each
 * letter as soon as it is reported as stored. It never ends by itself. Usage: node embedded-writer.ts DATA_DIR SEED
 */
import { writeSync } from 'node:fs';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

const [dataDir = '', seed = '1'] = process.argv.slice(2);
const index = await openSearchIndex({ engine: 'embedded', dataDir });
for (let round = 0; ; round += 1) {
  const letters = makeLetters(300, Number(seed) * 1000 + round);
  for (let start = 0; start < letters.length; start += 30) {
    const outcomes = await index.put(letters.slice(start, start + 30));
    const lines = outcomes.filter(({ outcome }) => outcome !== 'failed').map(({ id, sha256 }) => `${id} ${sha256}\n`);
    writeSync(1, lines.join(''));
  }
}
