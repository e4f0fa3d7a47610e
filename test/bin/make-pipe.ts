/** Makes a named pipe, which Node cannot: opening it would wait for a writer that never comes. */
import { execFileSync } from 'node:child_process';

export function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
}
