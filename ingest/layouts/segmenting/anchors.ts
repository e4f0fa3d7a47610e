/** Anchors: the printed labels and titles that a layout is known by, as patterns that bear a changed blank or line end. */
import { tolerantWords } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import type { Detection } from './layout.ts';

/** A printed label as a pattern: its words in order, any white space between. `atLineStart`: it starts a line. */
export function anchor(label: string, options: { atLineStart?: boolean } = {}): RegExp {
  const body = label
    .split(/\s+/)
    .map((word) => tolerantWords(word))
    .join('\\s*');
  return new RegExp(options.atLineStart === false ? body : `^[ \\t]*${body}`, 'gimu');
}

/** Where the anchor stands first, without blanks before it; null where it does not. */
function findAnchor(scan: string, pattern: RegExp): ScanSpan | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(scan);
  // A global pattern remembers where it stopped, and `matchAll` would start there.
  pattern.lastIndex = 0;
  if (match === null) return null;
  return scanSpan(match.index + (match[0].length - match[0].trimStart().length), match.index + match[0].length);
}

/** The share of anchors that the text holds. */
export function detectByAnchors(scan: string, anchors: readonly RegExp[]): Detection {
  const because = anchors.map((pattern) => findAnchor(scan, pattern)).filter((span) => span !== null);
  return { score: because.length / anchors.length, because };
}
