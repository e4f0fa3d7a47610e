/**
 * The walls of the house (ARCHITECTURE.md, "Walls"). `test/architecture/walls.test.ts` holds for each of them an import that
 * must be refused, so that no wall stands only on paper.
 */

/** The files of the contract that need no schema: what the browser may load of it beside types. */
const SCHEMA_FREE = [
  'counted-apart',
  'field-row',
  'fields',
  'flag',
  'group-field-rows',
  'letter-path',
  'limits',
  'lists',
  'message-codes',
  'metric-ids',
  'problems',
  'programme-fields',
  'programmes',
  'report-pages',
  'table-field-rows',
  'version-key',
].join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      // A folder holds the rooms inside it; a circle is one between folders that stand beside each other.
      name: 'no-folder-cycles',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(mappings|ingest|server|bin|web)/' },
      to: { circular: true },
    },
    {
      name: 'mappings-stand-alone',
      severity: 'error',
      from: { path: '^mappings/' },
      to: { path: '^(ingest|server|web|bin|test|scripts)/' },
    },
    {
      name: 'mappings-import-zod-and-natural-only',
      severity: 'error',
      from: { path: '^mappings/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|natural|@types/node)/' },
    },
    { name: 'contract-is-the-floor', severity: 'error', from: { path: '^mappings/contract/' }, to: { path: '^mappings/(?!contract/)' } },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^mappings/contract/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'toolbox-lies-on-the-contract',
      severity: 'error',
      from: { path: '^mappings/text/' },
      to: { path: '^mappings/(?!contract/|text/)' },
    },
    {
      name: 'vocabulary-lies-on-the-toolbox',
      severity: 'error',
      from: { path: '^mappings/vocabulary/' },
      to: { path: '^mappings/(?!contract/|text/|vocabulary/)' },
    },
    {
      name: 'recognisers-lie-on-the-vocabulary',
      severity: 'error',
      from: { path: '^mappings/recognise/' },
      to: { path: '^mappings/(?!contract/|text/|vocabulary/|recognise/)' },
    },
    {
      name: 'natural-in-the-toolbox-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|web|bin)/', pathNot: '^mappings/text/' },
      to: { path: 'node_modules/natural/' },
    },
    { name: 'ingest-knows-no-server', severity: 'error', from: { path: '^ingest/' }, to: { path: '^(server|web|bin|test|scripts)/' } },
    {
      // A letter that is sent to be looked at is read, in a process of its own; a typed query never goes up.
      name: 'server-enters-ingest-by-the-reading-of-letters',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^ingest/', pathNot: '^ingest/(pipeline|reading/(open-reading|bounds))\\.ts$' },
    },
    {
      // The server's processes do the reading: nothing of the pipeline but its types is loaded beside the search.
      name: 'server-loads-no-pipeline',
      severity: 'error',
      from: { path: '^(server|bin)/' },
      to: { path: '^ingest/pipeline\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-typed-query-never-goes-up',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main|domain/letters/explain-letter)\\.ts$' },
      to: { path: '^ingest/' },
    },
    { name: 'nothing-imports-commands', severity: 'error', from: { path: '^(mappings|ingest|server|web)/' }, to: { path: '^bin/' } },
    {
      // Words, stems and vocabularies are the server's: the browser has names and counts alone.
      name: 'browser-loads-no-recogniser',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^mappings/(recognise|vocabulary)/', reachable: true },
    },
    {
      name: 'browser-loads-nothing-of-node',
      severity: 'error',
      from: { path: '^web/src/' },
      to: {
        path: '^(node:)?(fs|fs/promises|path|crypto|url|zlib|os|module|sqlite|worker_threads|child_process|http|stream)$',
        reachable: true,
      },
    },
    {
      // Lists, limits and words are plain data in modules of their own; schemas are the server's, and the tests'.
      name: 'browser-loads-no-schema',
      severity: 'error',
      from: {
        path: `^(web/src/|mappings/contract/(${SCHEMA_FREE})\\.ts$)`,
      },
      to: {
        path: `^mappings/contract/(?!(${SCHEMA_FREE})\\.ts$)|node_modules/zod/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'server-knows-no-web', severity: 'error', from: { path: '^server/' }, to: { path: '^(web|bin|test|scripts)/' } },
    { name: 'web-knows-the-contract-only', severity: 'error', from: { path: '^web/' }, to: { path: '^(ingest|server|bin|test|scripts)/' } },
    {
      // What the browser loads is found by following imports, however many files lie between.
      name: 'browser-loads-no-natural',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: 'node_modules/natural/', reachable: true },
    },
    {
      name: 'layouts-are-islands',
      severity: 'error',
      from: { path: '^ingest/layouts/(maximus-[^/]+)\\.ts$' },
      to: { path: '^ingest/layouts/maximus-', pathNot: '^ingest/layouts/$1\\.ts$' },
    },
    {
      name: 'readers-are-islands',
      severity: 'error',
      from: { path: '^ingest/read/(pdf|html|markdown|plain-text)\\.ts$' },
      to: { path: '^ingest/read/(pdf|html|markdown|plain-text)\\.ts$', pathNot: '^ingest/read/$1\\.ts$' },
    },
    {
      name: 'engines-are-islands',
      severity: 'error',
      from: { path: '^server/search/([^/]+)/' },
      to: { path: '^server/search/[^/]+/', pathNot: '^server/search/$1/' },
    },
    {
      name: 'engines-are-opened-by-open',
      severity: 'error',
      from: { path: '^(server|ingest|bin)/', pathNot: '^server/search/([^/]+/|open\\.ts$)' },
      to: { path: '^server/search/[^/]+/', pathNot: '^server/search/elasticsearch/options\\.ts$' },
    },
    {
      name: 'library-lies-under-the-engines',
      severity: 'error',
      from: { path: '^server/(library|threads|storage)/' },
      to: { path: '^server/(search|index|domain|saved|routes|http)/' },
    },
    {
      name: 'index-knows-no-domain-and-no-http',
      severity: 'error',
      from: { path: '^server/index/' },
      to: { path: '^server/(domain|saved|routes|http)/' },
    },
    {
      name: 'domain-knows-no-engine-and-no-http',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { path: '^server/(?!domain/|search/port\\.ts$)' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    { name: 'web-flows-upward', severity: 'error', from: { path: '^web/src/(components|lib)/' }, to: { path: '^web/src/(features|app)/' } },
    { name: 'features-know-no-app', severity: 'error', from: { path: '^web/src/features/' }, to: { path: '^web/src/app/' } },
    {
      name: 'express-on-the-http-side-only',
      severity: 'error',
      from: { pathNot: '^(server/(app|main)\\.ts$|server/(routes|http)/)' },
      to: { path: 'node_modules/(express|express-static-gzip|compression)/' },
    },
    {
      name: 'elastic-in-its-engine-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|bin|web)/', pathNot: '^server/search/elasticsearch/' },
      to: { path: 'node_modules/@elastic/' },
    },
    {
      name: 'sqlite-in-its-engine-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|bin|web)/', pathNot: '^server/((search/embedded|library)/|storage/sqlite\\.ts$)' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'react-in-web-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|bin|scripts)/' },
      to: { path: 'node_modules/(react|react-dom|recharts|@mantine)/' },
    },
    {
      name: 'fixtures-know-no-parser',
      severity: 'error',
      from: { path: '^test/fixtures/letters/' },
      to: { path: '^(ingest/|mappings/(vocabulary|recognise)/)' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|bin)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
