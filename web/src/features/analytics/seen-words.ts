/** What is seen in a chart of rates, in a sentence. Pure. */
import { countWords } from '../../lib/words.ts';
import type { RateRow } from './rate-rows.ts';

/** What its bars are: "service category", "service categories"; `citedBy` where a chart has two sides: "cited by the IMR reviewer". */
export interface Groups {
  readonly one: string;
  readonly many: string;
  readonly citedBy?: string;
}

/** "8 service categories, most items first: 6% to 27% overturned." Of a single bar, what goes before its own words. */
export function seenWords(bars: readonly RateRow[], { one, many, citedBy }: Groups, order = 'most items first'): string {
  const rates = bars.flatMap(({ rate }) => (rate === null ? [] : [rate])).toSorted((a, b) => a.share - b.share);
  const [least, most] = [rates[0], rates.at(-1)];
  const cited = citedBy === undefined ? '' : ` ${citedBy}`;
  if (least === undefined || most === undefined) return `No ${one}${cited} has enough items for a rate.`;
  if (rates.length === 1) return `Only one ${one}${cited} has enough items for a rate:`;
  const range = least.percent === most.percent ? `each ${least.percent}` : `${least.percent} to ${most.percent}`;
  return `${countWords(rates.length, one, many)}${cited}, ${order}: ${range} overturned.`;
}
