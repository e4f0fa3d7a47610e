/**
 * How what is spent on a text grows with the text. Looks at no clock: what counts is the processor time of this process, for four times
 * the text over once the text. Linear reading gives 4, quadratic 16. What else the process does disturbs single measurements upwards, so
 * the least of several stands, and the first that is linear decides: what is quadratic never gets there.
 */
import { expect } from 'vitest';

const TIMES = 4;
/** Between 4 and 16; n log n of what is read here stays below, also where clearing the memory of the larger text is laid to it on a busy machine. */
const MOST_GROWTH = 10;
const TRIES = 8;
/** Processor time (ms) under which the larger text proves itself: at 100,000 characters what is quadratic takes a hundred times as long. */
const NOTHING_MS = 5;

/** Processor time so far, in milliseconds, of all threads: that of one alone is told in steps too large. */
function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** `unit` again and again, whole, up to `size` characters. */
export function fill(unit: string, size: number): string {
  return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
}

/**
 * The growth of what `run` spends on `unit` again and again: 0 where that is nothing (`nothingMs`, of processor time), else about 4 for
 * linear reading and 16 for quadratic.
 */
export async function growthOf(run: (text: string) => unknown, unit: string, size = 100_000, nothingMs = NOTHING_MS): Promise<number> {
  const [once, often] = [fill(unit, size / TIMES), fill(unit, size)];
  const least = async (before: number, text: string): Promise<number> => {
    const from = spentMs();
    await run(text);
    return Math.min(before, spentMs() - from);
  };
  let [small, large, growth] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < TRIES && growth > MOST_GROWTH; tries += 1) {
    large = await least(large, often);
    if (large < nothingMs) return 0;
    // The larger text goes first: whatever is done once (compiling an expression) must not be laid to the smaller one.
    small = await least(small, once);
    growth = large / small;
  }
  return growth;
}

/** Fails where what `run` spends on `unit` again and again grows faster than the text. */
export async function expectLinear(run: (text: string) => unknown, unit: string, size?: number, nothingMs?: number): Promise<void> {
  expect(await growthOf(run, unit, size, nothingMs), `growth on ${JSON.stringify(unit.slice(0, 40))}`).toBeLessThanOrEqual(MOST_GROWTH);
}

/** Whether it is linear, for lists of what is not. */
export async function isLinear(run: (text: string) => unknown, unit: string, size?: number): Promise<boolean> {
  return (await growthOf(run, unit, size)) <= MOST_GROWTH;
}
