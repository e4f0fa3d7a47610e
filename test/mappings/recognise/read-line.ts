/** A heading as the extractors get it, and what an extractor found in it, with the words that it points to. */
import type { Finding } from '#mappings/text/finding.ts';
import { type Line, lineOf } from '#mappings/text/line.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';

/** A text as one line. */
export function line(text: string): Line {
  return lineOf(text, scanSpan(0, text.length));
}

/** The words of the text that a finding points to. */
export function wordsOf(text: string, found: Finding<unknown> | null): string[] {
  return (found?.at ?? []).map(({ start, end }: ScanSpan) => text.slice(start, end));
}
