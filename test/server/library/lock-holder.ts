/**
 * A program for the tests of the lock: opens what it is told to in a data folder, says so with its process id and its start, and holds it until it is killed.
 * Usage: node lock-holder.ts writer|server DATA_DIR
 */
import { writeSync } from 'node:fs';
import { openSearchIndex } from '../../../server/index/open-index.ts';

const [kind = '', dataDir = ''] = process.argv.slice(2);
const index = await openSearchIndex({ engine: 'embedded', dataDir }, { threads: kind === 'server' });
const held = new Promise<void>((resolve) => setTimeout(resolve, 2 ** 31 - 1));
if (kind === 'writer') await index.library.lock();
writeSync(1, `${process.pid} ${new Date(performance.timeOrigin).toISOString()}\n`);
await held;
