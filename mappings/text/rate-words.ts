/** Rates and shares in words, for the page, the command line and files alike. US spelling. Pure. */
import { numberWords } from './count-words.ts';

/** Percentages have one decimal where they are of more than this, else none. */
const DECIMAL_OVER = 1_000;

interface Rate {
  readonly n: number;
  readonly of: number;
}

/** A share of `of`, from 0 to 1, as percent without its sign. What is not quite none or all never rounds to it: "<1", ">99". */
export function percentOf(share: number, of: number): string {
  const decimals = of > DECIMAL_OVER ? 1 : 0;
  const least = 10 ** -decimals;
  const percent = 100 * share;
  if (percent > 0 && percent < least) return `<${least}`;
  if (percent < 100 && percent > 100 - least) return `>${100 - least}`;
  return percent.toFixed(decimals);
}

/** A rate as percent: whole, with one decimal where it is of over 1,000. */
export function percentWords({ n, of }: Rate): string {
  return `${percentOf(n / of, of)}%`;
}

/** A share that may be very small as percent: under a percent its first figure that is not nought, "0.0007%". */
export function smallShareWords(share: number, of: number): string {
  return share <= 0 || share >= 0.01 ? `${percentOf(share, of)}%` : `${Number((100 * share).toPrecision(1))}%`;
}

/** A rate with its n: "12% of 85". */
export function rateWords(rate: Rate): string {
  return `${percentWords(rate)} of ${numberWords(rate.of)}`;
}

/** The interval of a rate, in its steps: "8 to 17%". */
export function intervalWords({ low, high, of }: { readonly low: number; readonly high: number; readonly of: number }): string {
  const [from, to] = [percentOf(low, of), percentOf(high, of)];
  return from === to ? `${to}%` : `${from} to ${to}%`;
}

const SIGN = { '-1': '−', '0': '', '1': '+' } as const;

/** A difference of shares as "+3 points", "−1.2 points", one of under a point with a decimal; `of`: the fewer of the items behind the two. */
export function pointsWords(difference: number, of: number): string {
  const isSmall = difference !== 0 && Math.abs(difference) < 0.01;
  const size = percentOf(Math.abs(difference), isSmall ? Math.max(of, DECIMAL_OVER + 1) : of);
  return `${SIGN[Math.sign(difference) as -1 | 0 | 1]}${size} ${Number(size) === 1 ? 'point' : 'points'}`;
}
