/**
 * Damaged labels and titles become what is printed where nothing is damaged, so that every pattern of a layout finds them; what is not
 * damaged is left alone. A label behind a decision on one line, as in text with one line a paragraph, starts a line again.
 */
import type { CleaningStep, Edit } from '#mappings/text/scan.ts';
import { findLabels } from '../labels/find-labels.ts';

/** "MAXIMUS guldeIine; Decision based on" -> "MAXIMUS guideline: Decision based on" */
export const repairLabels: CleaningStep = (text) =>
  findLabels(text).flatMap(({ start, end, text: clean, damaged, behindDecision }): Edit[] => {
    if (!behindDecision) return damaged ? [{ start, end, text: clean }] : [];
    let from = start;
    while (from > 0 && text.charAt(from - 1).trim() === '') from -= 1;
    return damaged ? [{ start: from, end, text: `\n${clean}` }] : [{ start: from, end: start, text: '\n' }];
  });
