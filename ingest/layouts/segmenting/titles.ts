/**
 * Section titles: lines of their own, in capitals. Prose that happens to use the same words is none. Titles stand in a
 * fixed order, so each is looked for behind the one before it.
 */
import { tolerant, tolerantWords } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';

/** The forms of one title, the surest first. */
export interface Title {
  readonly forms: readonly RegExp[];
}

/** A title by its words, in capitals: commas may be missing or added, "&" stands for AND, line ends may fall between. Other wordings are less sure. */
export function title(...wordings: readonly string[]): Title {
  return { forms: wordings.flatMap(formsOf) };
}

function formsOf(words: string): RegExp[] {
  const body = words
    .split(/[\s,]+/)
    .map((word) => (word === 'AND' ? '(?:AND|&)' : tolerantWords(word)))
    .join('\\s*,?\\s*');
  return [new RegExp(`^${body}\\s*:?$`, 'mu'), new RegExp(`^${body}(?![\\p{L}\\p{N}])\\s*:?`, 'mu'), new RegExp(`^${body}\\s*:?$`, 'imu')];
}

/** A label that opens a section in running type: "The Expert Reviewer has the following credentials:". */
export function openingLabel(words: string): Title {
  return { forms: [new RegExp(`^${words.split(' ').map(tolerant).join('\\s*')}\\s*:`, 'imu')] };
}

/** A title in running type, with a colon or on a line of its own, in any case: "Case Summary:". */
export function label(...wordings: readonly string[]): Title {
  return {
    forms: wordings.flatMap((words) => {
      const body = words.split(' ').map(tolerant).join('\\s*');
      return [new RegExp(`^${body}\\s*:`, 'imu'), new RegExp(`^${body}\\s*$`, 'imu')];
    }),
  };
}

/** Where each title stands; null where it was not found. */
export function findTitles<K extends string>(scan: string, titles: Readonly<Record<K, Title>>): Record<K, ScanSpan | null> {
  let from = 0;
  const found = Object.entries<Title>(titles).map(([id, { forms }]) => {
    const rest = scan.slice(from);
    const match = forms.map((form) => form.exec(rest)).find((candidate) => candidate !== null);
    if (match == null) return [id, null];
    const span = scanSpan(from + match.index, from + match.index + match[0].length);
    from = span.end;
    return [id, span];
  });
  return Object.fromEntries(found) as Record<K, ScanSpan | null>;
}
