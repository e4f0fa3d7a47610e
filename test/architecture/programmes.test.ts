/** Programmes are rows: no other place names one by its id. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAMME_IDS } from '#contract/programmes.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Where a programme has its row. */
const ROWS = ['mappings/contract/programmes.ts', 'mappings/case-numbers.ts'];
/** Folders that are made of them. */
const ROW_FOLDERS = ['mappings/vocabulary/programmes/', 'ingest/programmes/'];
const FOLDERS = ['mappings', 'ingest', 'server', 'bin', 'web/src', 'scripts'];

/** An id as a literal, alone or before a case number, or as a key; what a comment says is no code. */
const NAMED = new RegExp(`['"\`](?:${PROGRAMME_IDS.join('|')})(?:['"\`]|:)|(?:^|[{,\\s])(?:${PROGRAMME_IDS.join('|')}):`);
const COMMENT = /^\s*(?:\/\*|\*|\/\/)/;

const namedIn = (text: string) => text.split('\n').filter((line) => !COMMENT.test(line) && NAMED.test(line));

it('the search for names finds one', () => {
  expect(namedIn("const id = 'dwc';\n// 'dwc'\n * `dwc:CM14-0012345`")).toEqual(["const id = 'dwc';"]);
  expect(namedIn('const id = `dwc:` + number;')).toHaveLength(1);
  expect(namedIn('const rows = { dwc: 1 };')).toHaveLength(1);
  expect(namedIn("const rule = 'dwc.implant'; const { dwcCategory: one } = item;")).toEqual([]);
});

it('no programme is named outside its rows', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules')),
  );
  expect(files.length).toBeGreaterThan(ROWS.length);
  const elsewhere = files.filter((one) => !ROWS.includes(one) && !ROW_FOLDERS.some((folder) => one.startsWith(folder)));
  for (const file of elsewhere) expect(namedIn(readFileSync(join(ROOT, file), 'utf8')), file).toEqual([]);
  for (const file of ROWS) expect(namedIn(readFileSync(join(ROOT, file), 'utf8')), file).not.toEqual([]);
});
