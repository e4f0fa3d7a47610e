/**
 * Writes `mappings/elasticsearch.json` from the field table; with `--check` writes nothing and exits 1 when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';

const file = new URL('../mappings/elasticsearch.json', import.meta.url);
const wanted = `${JSON.stringify({ items: toItemsDefinition(), records: toRecordsDefinition() }, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (wanted !== read()) {
  console.error('mappings/elasticsearch.json does not say what the field table says: run `npm run mappings` and commit the file.');
  process.exitCode = 1;
}

function read(): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
