/** What the measuring programs have in common: what is asked, and how figures are made of times. */
import { InvalidArgumentError } from 'commander';

/** Searches as users type them: from one word that stands in many items to several that stand together in few. */
export const QUERIES = [
  'acupuncture',
  'lumbar MRI',
  'physical therapy',
  'functional improvement',
  'norco',
  'epidural steroid injection lumbar',
  'shoulder surgery',
  'urine drug screen',
  'cervical radiculopathy',
  'TENS unit rental',
  'knee brace',
  'chronic pain opioids',
] as const;

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value that a share `at` (0 to 1) of the values lies below; 0 where there is none. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

/** The value of an option that is a whole number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}
