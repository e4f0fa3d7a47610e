#!/usr/bin/env node
// The door to the program, in plain JavaScript, so that an old Node says what is missing instead of failing to parse.
import module from 'node:module';
import { join } from 'node:path';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `imr: Node ${process.versions.node} is too old: 24 or newer is needed. Run "npm ci" and use "npm start" or "npm run imr": they bring Node 24 along.\n`,
  );
  process.exit(2);
}
// Whoever reads the output may have seen enough ("| head"): that is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
// Compiled once and not at each start anew; where nothing can be written, that is left out.
module.enableCompileCache?.(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
const { main } = await import('./program.ts');
process.exitCode = await main(process.argv.slice(2));
