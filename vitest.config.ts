import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { CoverageReport } from './test/coverage-report.ts';
import { CpuReport } from './test/cpu/report.ts';
import { LongFirst } from './test/long-first.ts';

/** Tests that need a server of their own, or a browser, are projects of their own: each starts only what it needs. */
const ELASTICSEARCH = ['test/elasticsearch/**/*.test.ts', 'test/conformance/elasticsearch.test.ts'];
const BROWSER = ['test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', new CpuReport(), new CoverageReport()],
    // Counting costs CPU in every worker, and keeps the programs that tests start from their compiled code, so it is asked for: `npm run coverage`.
    coverage: {
      include: ['mappings/**/*.ts', 'ingest/**/*.ts', 'server/**/*.ts', 'web/src/**/*.{ts,tsx}'],
      reporter: [],
    },
    // The programs that tests start are compiled once, not by each start anew: that is half of what a short command costs.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') },
    globalSetup: ['./test/shared-folder.ts'],
    setupFiles: ['./test/cpu/measure.ts'],
    // A file waits for processes, disks and servers: one fewer worker than there are cores would leave a core idle.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
    // What is waited for may take longer on a busy machine; it fails only where it never comes.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...ELASTICSEARCH, ...BROWSER],
        },
      },
      {
        extends: true,
        test: {
          name: 'elasticsearch',
          include: ELASTICSEARCH,
          globalSetup: ['./test/shared-folder.ts', 'test/elasticsearch/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER, globalSetup: ['./test/shared-folder.ts', 'test/e2e/global-setup.ts'] },
      },
    ],
  },
});
