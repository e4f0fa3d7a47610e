/**
 * Prints at the end of a run which test files cost most CPU, and what all of them cost. CPU seconds are told, never asserted. Servers that
 * are started apart (Elasticsearch, Docker) are not in the figures.
 */
import type { Reporter, TestModule } from 'vitest/node';

const MOST = Number(process.env['SLOWEST'] ?? 15);

export class CpuReport implements Reporter {
  onTestRunEnd(files: readonly TestModule[]): void {
    const measured = files
      .map((file) => ({ name: `${file.project.name} ${file.relativeModuleId}`, ...file.meta() }))
      .sort((a, b) => (b.cpuSeconds ?? 0) - (a.cpuSeconds ?? 0));
    const sum = (of: 'cpuSeconds' | 'expectations') => measured.reduce((total, file) => total + (file[of] ?? 0), 0);
    const lines = measured.slice(0, MOST).map(({ name, cpuSeconds = 0 }) => `${cpuSeconds.toFixed(1).padStart(7)}  ${name}`);
    const { user, system } = process.cpuUsage();
    const expectations = sum('expectations').toLocaleString('en-US');
    console.log(
      [
        '',
        ` CPU seconds of the ${lines.length} slowest of ${measured.length} test files:`,
        ...lines,
        ` CPU seconds of all test files ${sum('cpuSeconds').toFixed(0)}, of Vitest itself ${((user + system) / 1e6).toFixed(0)}; expectations ${expectations}`,
      ].join('\n'),
    );
  }
}
