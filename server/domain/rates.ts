/** Outcomes by the values of one field: every rate with its n, and none where the numbers are too small to say anything. */
import { LEAST_FOR_RATE, type RatesRequest, type RatesResponse } from '#contract/api.ts';
import type { OutcomeCounts } from '#contract/query.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import type { SearchIndex } from '../search/port.ts';
import { narrow } from './narrowing.ts';

/** The rates of what a request narrows to. Throws AppError `bad-query`, `bad-request` or what the engine throws. */
export async function rates(index: SearchIndex, request: RatesRequest, signal?: AbortSignal): Promise<RatesResponse> {
  const { where, filters } = await narrow(index, request, signal);
  const { total, rows } = await index.rates({ where, filters, by: request.by }, signal);
  return {
    by: request.by,
    label: KEYWORD_FIELDS[request.by].label,
    overlapping: KEYWORD_FIELDS[request.by].several,
    total: withRate(total),
    rows: rows.map(({ value, ...counts }) => ({ value, label: labelOf(request.by, value), ...withRate(counts) })),
  };
}

/**
 * Items overturned of the items whose decision is known; null under `LEAST_FOR_RATE`, which holds for the known ones
 * and for their letters. Overturned in part is in `of` and never in `n`.
 */
export function overturnedRate(counts: OutcomeCounts): { n: number; of: number } | null {
  const of = counts.items - counts.decisions.undetermined;
  if (of < LEAST_FOR_RATE.items || counts.letters.count < LEAST_FOR_RATE.letters) return null;
  return { n: counts.decisions.overturned, of };
}

function withRate(counts: OutcomeCounts): OutcomeCounts & { overturned: { n: number; of: number } | null } {
  return { items: counts.items, letters: counts.letters, decisions: counts.decisions, overturned: overturnedRate(counts) };
}
