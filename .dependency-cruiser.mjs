/**
 * The walls of the house (ARCHITECTURE.md, "Walls"). `test/architecture/walls.test.ts` holds for each of them an import that
 * must be refused, so that no wall stands only on paper.
 */

/** Files that may join the halves. */
const ROOTS = '^(ingest/cli(\\.ts$|/)|server/main\\.ts$|web/src/main\\.tsx$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'mappings-stand-alone', severity: 'error', from: { path: '^mappings/' }, to: { path: '^(ingest|server|web|test|scripts)/' } },
    { name: 'contract-is-the-floor', severity: 'error', from: { path: '^mappings/contract/' }, to: { path: '^mappings/(?!contract/)' } },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^mappings/contract/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'ingest-knows-no-server',
      severity: 'error',
      from: { path: '^ingest/', pathNot: ROOTS },
      to: { path: '^(server|web|test|scripts)/' },
    },
    {
      name: 'server-enters-ingest-by-the-pipeline',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^ingest/', pathNot: '^ingest/(pipeline|read-words)\\.ts$' },
    },
    { name: 'server-knows-no-web', severity: 'error', from: { path: '^server/' }, to: { path: '^(web|test|scripts)/' } },
    { name: 'web-knows-the-contract-only', severity: 'error', from: { path: '^web/' }, to: { path: '^(ingest|server|test|scripts)/' } },
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
      from: { path: '^(server|ingest)/', pathNot: '^server/search/([^/]+/|open\\.ts$)' },
      to: { path: '^server/search/[^/]+/', pathNot: '^server/search/elasticsearch/options\\.ts$' },
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
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'elastic-in-its-engine-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|web)/', pathNot: '^server/search/elasticsearch/' },
      to: { path: 'node_modules/@elastic/' },
    },
    {
      name: 'sqlite-in-its-engine-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|web)/', pathNot: '^server/((search/embedded|saved)/|sqlite\\.ts$)' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'react-in-web-only',
      severity: 'error',
      from: { path: '^(mappings|ingest|server|scripts)/' },
      to: { path: 'node_modules/(react|react-dom|recharts|@mantine)/' },
    },
    {
      name: 'fixtures-know-no-parser',
      severity: 'error',
      from: { path: '^test/fixtures/letters/' },
      to: { path: '^(ingest/|mappings/vocabulary/)' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { path: '^(mappings|ingest|server)/' }, to: { path: '^(test|scripts)/' } },
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
