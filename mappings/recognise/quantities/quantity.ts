/**
 * How much is requested: sessions, times a week, weeks, hours, units, refills. The upper bound of a range counts; "N times M"
 * in a therapy is N a week for M weeks. What is read by which words stands in rows, each with examples: `number-words.ts` and
 * `no-counts.ts` clean the request, `session-rows.ts`, `time-rows.ts` and `unit-rows.ts` count. `run-rows.ts` reads them.
 */
import type { Item } from '#contract/determination.ts';
import type { Finding } from '../../text/finding.ts';
import type { ScanSpan } from '../../text/scan.ts';
import { readField, requestOf } from './run-rows.ts';
import { type CountedPart, countsByBodyPart } from './totals.ts';

export type QuantityFindings = { readonly [K in keyof Item['quantity']]: Finding<number> | null };

/** Reads the counts of a request. `category`: of its service, which tells sessions from pieces; null where it is not known. */
export function extractQuantity(
  scan: string,
  span: ScanSpan,
  category: string | null,
  rule: string,
): { counts: QuantityFindings; byBodyPart: CountedPart[] } {
  const request = requestOf(scan, span, category, rule);
  return {
    counts: {
      sessions: readField('sessions', request),
      perWeek: readField('perWeek', request),
      weeks: readField('weeks', request),
      hours: readField('hours', request),
      units: readField('units', request),
      refills: readField('refills', request),
    },
    byBodyPart: countsByBodyPart(request.line, request.totals, `${rule}.byBodyPart`),
  };
}
