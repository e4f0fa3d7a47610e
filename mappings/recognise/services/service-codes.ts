/**
 * The service of a request that says no more than a procedure code ("CPT 64483", "E0730 x 2"). The rows of the vocabulary
 * list their CPT and HCPCS codes, alone or as ranges ("97010-97039").
 */
import { SERVICES } from '../../vocabulary/vocabulary.ts';

/** Not a strength, a count or a part of a longer number: "#12000", "1,20610", "50000 units". */
const CODE = /(?<![\w#$.,/-])(?:\d{5}|\d{4}T|[A-HJ-LP-TV]\d{4})(?![\w/]|[.,]\d|\s?(?:units?|iu|mg|mcg)\b)/gi;

interface Range {
  readonly service: string;
  readonly kind: string;
  readonly first: number;
  readonly last: number;
}

const RANGES: readonly Range[] = SERVICES.services.flatMap(({ id, codes }) => codes.flatMap((code) => rangeOf(id, code)));

/** The service of the first code that a row lists; null where none is. */
export function serviceOfCode(text: string): string | null {
  for (const [code] of text.matchAll(CODE)) {
    const { kind, number } = partsOf(code);
    const range = RANGES.find((one) => one.kind === kind && one.first <= number && number <= one.last);
    if (range !== undefined) return range.service;
  }
  return null;
}

function rangeOf(service: string, code: string): Range[] {
  const [first = '', last = first] = code.split('-');
  const { kind, number } = partsOf(first);
  return Number.isNaN(number) ? [] : [{ service, kind, first: number, last: partsOf(last).number }];
}

/** "E0730": kind "E", number 730; "0101T": kind "T last". A code that is no number ("NDC") has none. */
function partsOf(code: string): { kind: string; number: number } {
  const upper = code.toUpperCase();
  return { kind: upper.replace(/\d+/, '#'), number: Number(/\d+/.exec(upper)?.[0] ?? Number.NaN) };
}
