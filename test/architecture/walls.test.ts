/** Every wall of `.dependency-cruiser.mjs` is run into on purpose: a wall that lets its own example through is no wall. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { default: walls } = (await import(pathToFileURL(join(root, '.dependency-cruiser.mjs')).href)) as { default: IConfiguration };

/** For each wall: a file and what it imports, which must be refused. */
const BREAKS: Record<string, readonly [file: string, imports: string]> = {
  'no-cycles': ['ingest/clean/cycle-a.ts', './cycle-b.ts'],
  'no-folder-cycles': ['ingest/one-room/door.ts', '../other-room/door.ts'],
  resolvable: ['ingest/clean/lost.ts', './is-not-there.ts'],
  'mappings-stand-alone': ['mappings/reaches-up.ts', '../ingest/pipeline.ts'],
  'mappings-import-zod-and-natural-only': ['mappings/imports-parser.ts', 'parse5'],
  'contract-is-the-floor': ['mappings/contract/reaches-up.ts', '../fields.ts'],
  'contract-imports-zod-only': ['mappings/contract/imports-parser.ts', 'parse5'],
  'toolbox-lies-on-the-contract': ['mappings/text/asks-vocabulary.ts', '../vocabulary/rows.ts'],
  'vocabulary-lies-on-the-toolbox': ['mappings/vocabulary/recognises.ts', '../recognise/drugs.ts'],
  'recognisers-lie-on-the-vocabulary': ['mappings/recognise/asks-fields.ts', '../fields.ts'],
  'natural-in-the-toolbox-only': ['server/domain/stems.ts', 'natural/lib/natural/stemmers/porter_stemmer.js'],
  'ingest-knows-no-server': ['ingest/clean/asks-server.ts', '../../server/app.ts'],
  'server-enters-ingest-by-the-reading-of-letters': ['server/routes/reads-pdf.ts', '../../ingest/read/pdf.ts'],
  'server-loads-no-pipeline': ['server/domain/letters/reads-here.ts', '../../../ingest/pipeline.ts'],
  'a-typed-query-never-goes-up': ['server/domain/understand/reads-words.ts', '../../../ingest/pipeline.ts'],
  'server-knows-no-web': ['server/routes/draws.ts', '../../web/src/lib/x.ts'],
  'nothing-imports-commands': ['ingest/clean/commands.ts', '../../bin/x.ts'],
  'browser-loads-no-recogniser': ['web/src/lib/recognises.ts', '../../../mappings/reaches-recogniser.ts'],
  'browser-loads-nothing-of-node': ['web/src/lib/reads-files.ts', '../../../mappings/reaches-disk.ts'],
  'browser-loads-no-schema': ['web/src/lib/parses.ts', '../../../mappings/contract/query.ts'],
  'web-knows-the-contract-only': ['web/src/lib/asks-server.ts', '../../../server/app.ts'],
  'browser-loads-no-natural': ['web/src/lib/stems.ts', '../../../mappings/reaches-natural.ts'],
  'layouts-are-islands': ['ingest/layouts/maximus-9999.ts', './maximus-2016.ts'],
  'readers-are-islands': ['ingest/read/html.ts', './pdf.ts'],
  'engines-are-islands': ['server/search/embedded/looks-over.ts', '../elasticsearch/client.ts'],
  'engines-are-opened-by-open': ['server/routes/opens-engine.ts', '../search/embedded/looks-over.ts'],
  'domain-knows-no-engine-and-no-http': ['server/domain/answers.ts', '../app.ts'],
  'features-are-islands': ['web/src/features/one/peeks.ts', '../two/x.ts'],
  'web-flows-upward': ['web/src/components/peeks.ts', '../features/two/x.ts'],
  'features-know-no-app': ['web/src/features/two/knows-app.ts', '../../app/x.ts'],
  'express-on-the-http-side-only': ['server/domain/imports-express.ts', 'express'],
  'elastic-in-its-engine-only': ['server/domain/imports-elastic.ts', '@elastic/elasticsearch'],
  'library-lies-under-the-engines': ['server/library/imports-port.ts', '../search/port.ts'],
  'index-knows-no-domain-and-no-http': ['server/index/imports-domain.ts', '../domain/results/hits.ts'],
  'sqlite-in-its-engine-only': ['server/domain/imports-sqlite.ts', 'node:sqlite'],
  'react-in-web-only': ['server/domain/imports-react.ts', 'react'],
  'fixtures-know-no-parser': ['test/fixtures/letters/asks-parser.ts', '../../../ingest/pipeline.ts'],
  'nothing-imports-tests': ['server/domain/imports-test.ts', '../../test/x.ts'],
};
/** What the imports above point at. */
const TARGETS = [
  'ingest/pipeline.ts',
  'ingest/read/pdf.ts',
  'ingest/layouts/maximus-2016.ts',
  'mappings/fields.ts',
  'mappings/contract/query.ts',
  'mappings/vocabulary/rows.ts',
  'mappings/recognise/drugs.ts',
  'bin/x.ts',
  'server/app.ts',
  'server/search/port.ts',
  'server/domain/results/hits.ts',
  'server/search/elasticsearch/client.ts',
  'web/src/lib/x.ts',
  'web/src/app/x.ts',
  'web/src/features/two/x.ts',
  'test/x.ts',
];

let dir = '';
let broken: ReadonlySet<string> = new Set();

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-walls-'));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  for (const file of TARGETS) write(file, 'export const here = 1;\n');
  for (const [file, imports] of Object.values(BREAKS)) write(file, `import ${JSON.stringify(imports)};\nexport const there = 1;\n`);
  write('ingest/clean/cycle-b.ts', "import './cycle-a.ts';\n");
  // Two folders in a circle, though no file of them is in one.
  write('ingest/other-room/door.ts', 'export const here = 1;\n');
  write('ingest/other-room/window.ts', "import '../one-room/window.ts';\n");
  write('ingest/one-room/window.ts', 'export const here = 1;\n');
  write('mappings/reaches-recogniser.ts', "import './recognise/drugs.ts';\n");
  write('mappings/reaches-disk.ts', "import 'node:fs';\n");
  write('mappings/reaches-natural.ts', "import 'natural/lib/natural/stemmers/porter_stemmer.js';\n");
  const tsConfig = extractTsConfig(join(root, 'tsconfig.json'));
  const { output } = await cruise(
    ['mappings', 'ingest', 'server', 'bin', 'web', 'test'],
    { ...walls.options, baseDir: dir, validate: true, metrics: true, ruleSet: { forbidden: walls.forbidden ?? [] } },
    {},
    { tsConfig },
  );
  if (typeof output === 'string') throw new Error('expected a result, not a report');
  broken = brokenRules(output);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function brokenRules(result: ICruiseResult): Set<string> {
  return new Set(result.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`));
}

describe('each wall of the house refuses the import it is there for', () => {
  it('has an example for every wall, and no example without a wall', () => {
    expect(Object.keys(BREAKS).sort()).toEqual((walls.forbidden ?? []).map((rule) => rule.name ?? '').sort());
  });
  for (const [rule, [file, imports]] of Object.entries(BREAKS)) {
    it(`${rule}: ${file} may not import ${imports}`, () => {
      const hits = [...broken].filter((hit) => hit.startsWith(`${rule} `));
      expect(
        hits.some(
          (hit) =>
            hit === `${rule} ${file}` ||
            (rule === 'no-cycles' && hit.includes('cycle-')) ||
            (rule === 'no-folder-cycles' && hit.includes('-room')),
        ),
      ).toBe(true);
    });
  }
});
