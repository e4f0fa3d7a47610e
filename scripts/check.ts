/**
 * `npm run check`: format, types, walls, what nothing uses, and whether what is derived from the field table is up to date. As many at a time
 * as there are cores, the slowest first. Prints each with what it took; what a failed one said is printed whole. Exits with 1 if one failed.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const CHECKS = [
  'tsc',
  'biome ci .',
  'tsc -p web',
  'depcruise mappings ingest server bin web/src test scripts',
  'knip',
  'node scripts/mappings.ts --check',
  'node scripts/kibana.ts --check',
];

interface Checked {
  readonly code: number | null;
  readonly said: string;
}

/** npm puts the folder of its tools on the path. */
function run(command: string): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

const waiting = CHECKS.values();

/** One after the other of those that nobody has begun. */
async function work(): Promise<void> {
  for (const command of waiting) {
    const from = performance.now();
    const { code, said } = await run(command);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${command} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    if (code === 0) continue;
    console.log(said);
    process.exitCode = 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
