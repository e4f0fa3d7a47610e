/** What the extractors speak: values with their places in the scan copy, and notes. Only `assemble` makes records of them. */

import type { Message } from '#contract/message.ts';
import type { Grade } from '#contract/span.ts';
import { evened } from './evened.ts';
import { type ScanSpan, scanSpan } from './scan.ts';

/** A value found in the scan copy. */
export interface Finding<T> {
  readonly value: T;
  readonly grade: Grade;
  readonly rule: string;
  readonly at: readonly ScanSpan[];
}

/** A message with its place in the scan copy. */
export type Note = Omit<Message, 'span' | 'item'> & { readonly at: ScanSpan | null };

export function finding<T>(value: T, rule: string, at: ScanSpan | readonly ScanSpan[], grade: Grade = 'stated'): Finding<T> {
  return { value, grade, rule, at: 'of' in at ? [at] : at };
}

/** The words of a span as one evened line; null where the span is null or holds only blanks. */
export function textFinding(scan: string, rule: string, span: ScanSpan | null): Finding<string> | null {
  if (span === null) return null;
  const value = evened(scan.slice(span.start, span.end));
  return value === '' ? null : finding(value, rule, span);
}

/** A span inside another, by offsets relative to its start. */
export function within(span: ScanSpan, start: number, end: number): ScanSpan {
  return scanSpan(span.start + start, span.start + end);
}
