/** What a page says of its narrowing on paper, where chips and switches are not. Pure. */
import { itemsWords } from '../../lib/chips.ts';
import type { Analytics } from './use-analytics.ts';

/** "Counted: disputed items with Priority: Standard. California workers’ compensation (DWC)."; empty while it is not known. */
export function printedWords({ counts, countedChips }: Pick<Analytics, 'counts' | 'countedChips'>): string {
  if (counts === null || counts.programme === null) return '';
  const isTold = countedChips.some(({ key }) => key.startsWith('programme='));
  return `Counted: ${itemsWords(countedChips)}.${isTold ? '' : ` ${counts.programme.label}.`}`;
}
