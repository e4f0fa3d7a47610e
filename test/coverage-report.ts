/** Prints the lines that the tests ran, by folder. Only what runs in the test's own process is seen: no program that a test starts, no browser. */
import { relative } from 'node:path';
import type { Reporter } from 'vitest/node';

/** What is read here of the coverage that Vitest hands over. */
interface Coverage {
  files(): string[];
  fileCoverageFor(file: string): { toSummary(): { lines: { total: number; covered: number } } };
}

export class CoverageReport implements Reporter {
  onCoverage(given: unknown): void {
    const coverage = given as Coverage;
    const folders = new Map<string, { total: number; covered: number }>();
    for (const file of coverage.files()) {
      const { total, covered } = coverage.fileCoverageFor(file).toSummary().lines;
      const names = relative(process.cwd(), file).split(/[\\/]/).slice(0, -1);
      // `ingest/extract`, but `web/src/features`.
      const folder = names.slice(0, names[0] === 'web' ? 3 : 2).join('/');
      for (const key of [folder, 'all']) {
        const sum = folders.get(key) ?? { total: 0, covered: 0 };
        folders.set(key, { total: sum.total + total, covered: sum.covered + covered });
      }
    }
    const lines = [...folders]
      .sort(([a], [b]) => (a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1))
      .map(
        ([folder, { total, covered }]) =>
          `${((100 * covered) / Math.max(total, 1)).toFixed(1).padStart(7)}%  ${folder} (${covered} of ${total} lines)`,
      );
    console.log(['', ' Lines that the tests ran:', ...lines].join('\n'));
  }
}
