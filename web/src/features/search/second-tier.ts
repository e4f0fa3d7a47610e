/** How the items behind the others are told of where one word alone is asked for: they lack no word, they have it elsewhere. Pure. */
import type { UnderstoodPart } from '#contract/understood.ts';
import { partsOf } from '#mappings/understood-words.ts';
import { withoutPart } from '../../lib/typed-query.ts';
import type { SearchState } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';

/** Whether one word is left of a query beside the conditions read out of it. */
export function isOneWord({ q, literal }: SearchState, parts: readonly UnderstoodPart[]): boolean {
  const read = [...partsOf(parts, 'filter'), ...partsOf(parts, 'days')].toSorted((a, b) => b.at.start - a.at.start);
  const left = read.reduce((text, { at }) => withoutPart(text, at), q.trim());
  return literal.length === 0 && left !== '' && !/\s/.test(left);
}

/** "25 more items have it in the case summary only; they come after these." */
export function summaryOnlyWords(items: number): string {
  const [have, they] = items === 1 ? ['has', 'it comes'] : ['have', 'they come'];
  return `${countWords(items, 'more item')} ${have} it in the case summary only; ${they} after these.`;
}
