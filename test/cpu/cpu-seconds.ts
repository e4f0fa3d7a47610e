/** CPU seconds of this process so far, with the children it has waited for (Linux only; elsewhere its own alone). */
import { readFileSync } from 'node:fs';

/** What `/proc` counts in: a tick is a hundredth of a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
}

/** The fields of `/proc/self/stat` after the name in brackets: cutime and cstime are the 16th and 17th of all. */
function childrenSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
