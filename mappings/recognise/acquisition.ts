/** How equipment was asked for: rental or purchase, and whether as a trial. "Rental or purchase" tells neither: null. */
import type { Acquisition } from '#contract/lists.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';

const RENTAL = /\b(?:rent(?:al|als|ed|ing)?|lease[ds]?)\b/gi;
/** What may be bought after a rental is not yet asked for: "rental with option to purchase". */
const PURCHASE = /(?<!\b(?:option|converted|converting|convert|before) (?:to |a )?)\bpurchas(?:e[ds]?|ing)\b/gi;
/** A trial that is asked for; not one that is over. */
const TRIAL = /(?<!\b(?:failed|after|following|successful|completed|s\/p|status post) (?:a |the |an? initial )?)\btrial\b/gi;

export function extractAcquisition(line: Line, rule: string): Finding<Acquisition> | null {
  const rental = [...line.text.matchAll(RENTAL)].map(line.of);
  const purchase = [...line.text.matchAll(PURCHASE)].map(line.of);
  if (rental.length > 0 && purchase.length > 0) return null;
  if (rental.length > 0) return finding<Acquisition>('rental', rule, rental);
  return purchase.length > 0 ? finding<Acquisition>('purchase', rule, purchase) : null;
}

export function extractTrial(line: Line, rule: string): Finding<true> | null {
  const at = [...line.text.matchAll(TRIAL)].map(line.of);
  return at.length === 0 ? null : finding<true>(true, rule, at);
}
