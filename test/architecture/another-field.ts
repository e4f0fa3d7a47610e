/** A copy of the program with one field more: one row that says it, one that reads it. What the tests of fields ask of it. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Letter } from '#contract/determination.ts';
import type { SearchIndexOptions } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

const SAYS = `trial: {
    label: 'For a trial',
    typed: ['trial'],
    notStated: 'Not for a trial',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'trial', heading: 'Trial', help: 'In words' },
  },
  `;
const READS = `trial: { of: (_, item) => (item.trial === null ? [] : ['yes']), labels: new Map([['yes', 'A trial']]) },
  `;

/** A temporary folder with the program as it is; the dependencies are those of this one. */
export function copyProgram(): string {
  const dir = mkdtempSync(join(tmpdir(), 'imr-field-'));
  for (const part of ['mappings', 'ingest', 'server', 'web', 'docs/accuracy.json', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(dir, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

/** The row of `mappings/contract/fields.ts`. */
export function sayField(dir: string): void {
  insert(join(dir, 'mappings', 'contract', 'fields.ts'), '\n  caseNumber: {', SAYS);
}

/** The row of `mappings/fields.ts`. */
export function readField(dir: string): void {
  insert(join(dir, 'mappings', 'fields.ts'), '\n  caseNumber: {', READS);
}

function insert(file: string, before: string, row: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.split(before).length !== 2) throw new Error(`${before.trim()} does not stand once in ${file}`);
  writeFileSync(file, text.replace(before, `\n  ${row}${before.trimStart()}`));
}

/** What the compiler says of mappings, server and the filters of the dashboard; empty where it takes them. */
export async function compile(dir: string): Promise<string> {
  const config = join(dir, 'tsconfig.copy.json');
  const panel = 'web/src/features/narrowing/facet-panel.ts';
  writeFileSync(
    config,
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { incremental: false, tsBuildInfoFile: null, lib: ['es2025', 'dom'] },
      include: ['mappings', 'server', panel],
      exclude: [],
    }),
  );
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  return run(process.execPath, [tsc, '-p', config], { cwd: dir }).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

/** One item for a trial and two that are for none. */
export function trialLetters(): Letter[] {
  const letter = makeLetter({ caseNumber: 'CM90-0000001', items: [{ request: 'Stimulator trial' }, { request: 'Sauna' }] });
  const [item] = letter.determination.items;
  if (item?.heading == null) throw new Error('the fictional letter has no item');
  item.trial = { ...item.heading, value: true };
  return [letter, makeLetter({ caseNumber: 'CM90-0000002' })];
}

/** What the copy's program said and answered: the bodies of addresses below /api/v1, an export as its text, and the groups of its filter panel. */
export interface Asked {
  readonly said: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly panel: readonly { id: string; kind: string; label: string }[];
}

/** Opens a library with the copy's program, serves it and asks. */
export async function ask(dir: string, options: SearchIndexOptions, paths: readonly string[]): Promise<Asked> {
  const file = join(dir, 'ask.ts');
  writeFileSync(
    file,
    `import { openSearchIndex } from './server/index/open-index.ts';
import { startServer } from './server/main.ts';
import { openOriginals } from './server/storage/originals.ts';
import { PANEL } from './web/src/features/narrowing/facet-panel.ts';

const { options, paths } = JSON.parse(process.argv[2] ?? '');
const said: string[] = [];
const index = await openSearchIndex(options, { tell: (line: string) => said.push(line) });
const server = await startServer({ index, originals: openOriginals(options.dataDir), host: '127.0.0.1', port: 0, webRoot: null, version: '0', log: console.error });
const answers: Record<string, unknown> = {};
for (const path of paths) {
  const response = await fetch(server.url + '/api/v1' + path);
  answers[path] = path.startsWith('/export') ? await response.text() : await response.json();
}
await server.close(0);
await index.close();
console.log(JSON.stringify({ said, answers, panel: PANEL }));
`,
  );
  const { stdout } = await run(process.execPath, [file, JSON.stringify({ options, paths })]);
  return JSON.parse(stdout) as Asked;
}
