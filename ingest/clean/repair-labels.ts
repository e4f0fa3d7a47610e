/**
 * Damaged labels and titles become what is printed where nothing is damaged, so that every pattern of a layout finds them; what is not
 * damaged is left alone. In text with one line a paragraph a label behind a decision starts a line again, and a title stands on its own.
 * Text that lost all its line ends does not get these: where its headings start is not known, and it is not read.
 */
import type { CleaningStep, Edit } from '#mappings/text/scan.ts';
import { findLabels } from '../labels/find-labels.ts';

/** "MAXIMUS guldeIine; Decision based on" -> "MAXIMUS guideline: Decision based on" */
export const repairLabels: CleaningStep = (text) => {
  const flat = flatLine(text);
  return findLabels(text).flatMap(({ start, end, text: clean, damaged, breakBefore, breakBehind }): Edit[] => {
    const isFlat = flat !== null && flat.start <= start && start < flat.end;
    return [
      ...(breakBefore && !isFlat ? [{ ...blanksAround(text, start), text: '\n' }] : []),
      ...(damaged ? [{ start, end, text: clean }] : []),
      ...(breakBehind && !isFlat ? [{ ...blanksAround(text, end), text: '\n' }] : []),
    ];
  });
};

/** No paragraph of a letter that has others is so long, and most of its text. */
const LONGEST_PARAGRAPH = 1500;

/** The line that is most of a text, because it lost its line ends; null where there is none. */
function flatLine(text: string): { start: number; end: number } | null {
  // Such a line stands in the middle.
  const middle = text.length >> 1;
  const start = text.lastIndexOf('\n', middle - 1) + 1;
  const newline = text.indexOf('\n', middle);
  const end = newline === -1 ? text.length : newline;
  return end - start > LONGEST_PARAGRAPH && (end - start) * 2 > text.length ? { start, end } : null;
}

/** The run of blanks at a place. */
function blanksAround(text: string, at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  while (start > 0 && text.charAt(start - 1).trim() === '') start -= 1;
  while (end < text.length && text.charAt(end).trim() === '') end += 1;
  return { start, end };
}
