/** How the cost of reading grows with a run of one sign or word, measured in the CPU time of this process: a busy machine does not change it. */

/** Under this a measure says nothing; what is quadratic in the runs that are asked takes seconds. */
const FLOOR_MS = 300;
/** Four times the run may cost this much more; four times is linear, sixteen times quadratic. */
export const MOST_GROWTH = 8;
const REPEATS = 3;

async function cpuMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A run of a token of about so many characters. */
export function runOf(token: string, length: number): string {
  return token.repeat(Math.ceil(length / token.length));
}

/**
 * How many times as much CPU time four times the run takes, each the least of several where the first says too much; 1 where the longer
 * run takes too little to tell. `read` is given the length of the run.
 */
export async function growthOf(read: (length: number) => unknown, length: number): Promise<number> {
  let [long, short] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = 0; at < REPEATS; at += 1) {
    long = Math.min(long, await cpuMs(() => read(4 * length)));
    if (long < FLOOR_MS) return 1;
    short = Math.min(short, await cpuMs(() => read(length)));
    if (long / short < MOST_GROWTH) break;
  }
  return long / short;
}
