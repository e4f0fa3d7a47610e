/** Which of the known names a typed one may have meant: nearest first, by edit distance (as a share of the longer one) to the name, its id or one of its words. */

import { editDistance } from '#mappings/text/edit-distance.ts';
import { fold, words } from '#mappings/text/words.ts';

/** Something that can be typed: what is compared (`id`) and what is shown (`label`). */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Names are compared by their first characters only, so that a long paste costs no more than a word. */
const COMPARED = 32;

/** At most `most` labels of `choices`, nearest to `typed` first; of equals the earlier one. */
function nearest(typed: string, choices: readonly Choice[], most = 8): string[] {
  const wanted = fold(typed.slice(0, COMPARED));
  const scored = choices.map((choice, index) => {
    const forms = [fold(choice.id), fold(choice.label), ...words(choice.label), ...words(choice.id)];
    return { label: choice.label, index, score: Math.min(...forms.map((form) => share(wanted, form.slice(0, COMPARED)))) };
  });
  scored.sort((a, b) => a.score - b.score || a.index - b.index);
  return [...new Set(scored.map((one) => one.label))].slice(0, most);
}

/** The list as words: `: a, b, c and 4 more`. */
export function listed(typed: string, choices: readonly Choice[], most = 8): string {
  const shown = nearest(typed, choices, most);
  const more = new Set(choices.map((choice) => choice.label)).size - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** 0 for the same text, 1 for texts that share nothing. */
function share(a: string, b: string): number {
  return editDistance(a, b) / Math.max(a.length, b.length, 1);
}
