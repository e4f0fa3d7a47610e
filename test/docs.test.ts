/** What the documents say about the program is what the program is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../ingest/layouts/registry.ts';
import { OPTIONS } from '../server/options.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The README's table of options, as the option table has it. */
const OPTION_ROWS = OPTIONS.map(
  (row) =>
    `| ${row.flag === null ? '' : `\`${row.flag}\``} | \`${row.env}\` | ${row.type}${row.unit === null ? '' : ` (${row.unit})`} | ${row.default ?? 'none'} | ${row.help} |`,
);

describe('the README', () => {
  it('lists every option with its type, default and help, and no other', () => {
    const table = /<!-- options -->\n([\s\S]*?)<!-- \/options -->/.exec(read('README.md'))?.[1] ?? '';
    expect(table.trim().split('\n').slice(2)).toEqual(OPTION_ROWS);
  });

  it('has the two commands, and npm scripts for each it names', () => {
    const text = read('README.md');
    expect(text).toContain('npm ci && npm start -- path/to/letters');
    expect(text).toContain('npm ci && npm test');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('every document', () => {
  it.each(DOCUMENTS)('%s links only to what is there', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names only files and folders that are there', (document) => {
    const named = [...read(document).matchAll(/`((?:mappings|ingest|server|web|bin|test|scripts|docs)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every layout that is known', () => {
    for (const { id } of LAYOUTS) expect(read('docs/LAYOUTS.md')).toContain(`\`${id}\``);
  });

  it('says of the fixtures that they are fictional', () => {
    expect(read('test/fixtures/letters/README.md')).toMatch(/fictional/i);
  });
});
