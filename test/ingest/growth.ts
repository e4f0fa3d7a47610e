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

async function least(run: () => unknown, known: number): Promise<number> {
  let best = known;
  for (let at = 1; at < REPEATS; at += 1) best = Math.min(best, await cpuMs(run));
  return best;
}

/** A run of a token of about so many characters. */
export function runOf(token: string, length: number): string {
  return token.repeat(Math.ceil(length / token.length));
}

/**
 * How many times as much CPU time four times the run takes, each the least of several; 1 where the longer run takes too little to tell.
 * `read` is given the length of the run.
 */
export async function growthOf(read: (length: number) => unknown, length: number): Promise<number> {
  const long = () => read(4 * length);
  const first = await cpuMs(long);
  if (first < FLOOR_MS) return 1;
  const most = await least(long, first);
  if (most < FLOOR_MS) return 1;
  const short = () => read(length);
  return most / (await least(short, await cpuMs(short)));
}
