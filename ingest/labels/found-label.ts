/** A label where it stands in a text. */
import { cleanForm, isSamePrint } from './clean-form.ts';
import type { LabelRow } from './label-rows.ts';
import { beforeOf } from './label-starts.ts';

export interface FoundLabel {
  readonly row: LabelRow;
  readonly start: number;
  /** Behind its colon, where it has one. */
  readonly end: number;
  /** The label as it is printed without damage, in the case of what stands there. */
  readonly text: string;
  /** Whether what stands there differs from `text` by more than case and blanks between words. */
  readonly damaged: boolean;
  /** Whether a line begins with it otherwise, and other words stand before it here: in text with one line a paragraph, behind a decision or a sentence. */
  readonly breakBefore: boolean;
  /** Whether a line ends with it otherwise, and the text of its section stands behind it here: titles alone. */
  readonly breakBehind: boolean;
  /** Signs that differ, without those that are taken for each other. */
  readonly distance: number;
}

/** Longer runs of blanks are no line end. */
const BLANKS = 80;

/**
 * The label of a row at `[start, wordsEnd)`. `end`: behind its colon; `colon`: whether it is printed with one where it is whole;
 * `isTitle`: whether it stands in capitals.
 */
export function foundLabel(
  text: string,
  { row, distance }: { row: LabelRow; distance: number },
  { start, wordsEnd, end, colon, isTitle = false }: { start: number; wordsEnd: number; end: number; colon: boolean; isTitle?: boolean },
): FoundLabel {
  const clean = cleanForm(row, text.slice(start, wordsEnd)) + (colon ? ':' : '');
  const printed = text.slice(start, end);
  return {
    row,
    start,
    end,
    text: clean,
    damaged: !isSamePrint(printed, clean),
    breakBefore: isTitle ? beforeOf(text, start) !== 'line' : row.kind === 'item' && beforeOf(text, start) === 'decision',
    breakBehind: isTitle && !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + BLANKS)),
    distance,
  };
}
