/** Every piece of evidence in a record, wherever it stands. */
import type { Evidence } from '#contract/span.ts';

/** Walks any value of a record; what has a start, an end and a quote is evidence. */
export function quotesIn(value: unknown): Evidence[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'quote' in value && 'start' in value && 'end' in value ? [value as Evidence] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

/** Those that do not stand in the text where they say. */
export function misplaced(quotes: readonly Evidence[], text: string): Evidence[] {
  return quotes.filter(({ start, end, quote }) => text.slice(start, end) !== quote);
}
