/**
 * Writes what is derived from the field table: `mappings/elasticsearch.json`, the columns told in `docs/EXPORT.md`, and
 * what Kibana imports; with `--check` writes nothing and exits 1 where one is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';
import { EXPORT_COLUMNS } from '../server/domain/export/columns.ts';
import { savedObjects } from './kibana/saved-objects.ts';

const DERIVED: readonly { readonly file: string; readonly wanted: (before: string) => string }[] = [
  {
    file: 'mappings/elasticsearch.json',
    wanted: () => `${JSON.stringify({ items: toItemsDefinition(), records: toRecordsDefinition() }, null, 2)}\n`,
  },
  { file: 'docs/EXPORT.md', wanted: (before) => before.replace(/(?<=<!-- columns -->\n)[\s\S]*?(?=<!-- \/columns -->)/, () => columns()) },
  {
    file: 'docs/kibana/imr-index.ndjson',
    wanted: () =>
      savedObjects()
        .map((object) => `${JSON.stringify(object)}\n`)
        .join(''),
  },
];

for (const { file, wanted } of DERIVED) {
  const url = new URL(`../${file}`, import.meta.url);
  const before = read(url);
  const after = wanted(before);
  if (before === after) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} does not say what the field table says: run \`npm run mappings\` and commit the file.`);
    process.exitCode = 1;
  } else writeFileSync(url, after);
}

function columns(): string {
  const rows = EXPORT_COLUMNS.map(({ key, heading, kind, help }) => `| \`${key}\` | ${heading} | ${kind} | ${help} |\n`);
  return `| key | heading | kind | what |\n|---|---|---|---|\n${rows.join('')}`;
}

/** The file as it is; empty where there is none. */
function read(url: URL): string {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}
