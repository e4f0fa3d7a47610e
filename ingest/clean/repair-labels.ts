/**
 * Damaged labels and titles become what is printed where nothing is damaged, so that every pattern of a layout finds them; what is not
 * damaged is left alone. In text with one line a paragraph a label behind a decision starts a line again, and a title ends one.
 */
import type { CleaningStep, Edit } from '#mappings/text/scan.ts';
import { findLabels } from '../labels/find-labels.ts';

/** "MAXIMUS guldeIine; Decision based on" -> "MAXIMUS guideline: Decision based on" */
export const repairLabels: CleaningStep = (text) =>
  findLabels(text).flatMap(({ start, end, text: clean, damaged, behindDecision, beforeText }): Edit[] => [
    ...(behindDecision ? [{ ...blanksAround(text, start), text: '\n' }] : []),
    ...(damaged ? [{ start, end, text: clean }] : []),
    ...(beforeText ? [{ ...blanksAround(text, end), text: '\n' }] : []),
  ]);

/** The run of blanks at a place. */
function blanksAround(text: string, at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  while (start > 0 && text.charAt(start - 1).trim() === '') start -= 1;
  while (end < text.length && text.charAt(end).trim() === '') end += 1;
  return { start, end };
}
