/**
 * A piece of the scan copy as one line, for patterns that read across line ends: "two\nsessions" -> "two sessions". Steps
 * may change it further ("two" -> "2"); every place in the line leads back to the very words in the scan copy.
 */
import { type CleaningStep, type Edit, makeScanCopy, type ScanSpan, scanSpan } from './scan.ts';

export interface Line {
  readonly text: string;
  /** Where `[start, end)` of the line stands in the scan copy. Throws RangeError when it holds nothing. */
  readonly at: (start: number, end: number) => ScanSpan;
  /** Where a match stands. */
  readonly of: (match: { readonly index: number; readonly 0: string }) => ScanSpan;
}

/** Runs of blanks and line ends are one blank. */
const oneLine = editsOf(/\s+/g, () => ' ');

/** A span of the scan copy as one line, then changed by the steps. */
export function lineOf(scan: string, span: ScanSpan, steps: readonly CleaningStep[] = []): Line {
  const copy = makeScanCopy(scan.slice(span.start, span.end), [oneLine, ...steps]);
  const at = (start: number, end: number): ScanSpan => {
    const place = copy.lift({ start, end, of: 'scan' });
    return scanSpan(span.start + place.start, span.start + place.end);
  };
  return { text: copy.scan, at, of: (match) => at(match.index, match.index + match[0].length) };
}

/** A step that replaces every match of a pattern (flag g). */
export function editsOf(pattern: RegExp, change: (match: RegExpExecArray) => string): CleaningStep {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match): Edit[] => {
      const made = change(match);
      return made === match[0] ? [] : [{ start: match.index, end: match.index + match[0].length, text: made }];
    });
}

/** A step that blanks what a pattern matches, so that nothing is read from it; places stay. */
export function blanking(pattern: RegExp): CleaningStep {
  return editsOf(pattern, (match) => ' '.repeat(match[0].length));
}
