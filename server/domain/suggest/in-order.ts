/** Which suggestions come first. Pure. */
import type { KeywordField } from '#contract/fields.ts';
import type { Context } from './asking.ts';
import { FITS, type Match } from './match-names.ts';
import type { Window } from './typed-end.ts';

/** A value that what was typed may become. */
export interface Offer extends Match {
  readonly window: Window;
  /** What is asked for beside it, and the items that have it among those. */
  readonly context: Context;
  readonly count: number;
  /** The field whose name is typed before it. */
  readonly through: KeywordField;
}

/** The most of one field that come before others do. */
const MOST_OF_FIELD = 3;

/** What completes more words first, then what fits better, then what has more items. */
export function inOrder(offers: readonly Offer[]): Offer[] {
  const rank = (offer: Offer) => FITS.indexOf(offer.fit);
  return offers.toSorted(
    (a, b) =>
      b.window.words.length - a.window.words.length ||
      rank(a) - rank(b) ||
      b.count - a.count ||
      (a.named.label < b.named.label ? -1 : a.named.label > b.named.label ? 1 : 0),
  );
}

/**
 * The same with no field crowding out the others: what is too much of one comes behind the first of all. Of two that are called alike and have as many
 * items (a class of drugs, and the service of asking for them) the first is enough.
 */
export function mixed(offers: readonly Offer[]): Offer[] {
  const alike = new Set<string>();
  const seen = new Map<KeywordField, number>();
  const [first, more]: [Offer[], Offer[]] = [[], []];
  for (const offer of offers) {
    const { field, label } = offer.named;
    const key = `${label} ${offer.count}`;
    if (alike.has(key)) continue;
    alike.add(key);
    const count = (seen.get(field) ?? 0) + 1;
    seen.set(field, count);
    (count > MOST_OF_FIELD ? more : first).push(offer);
  }
  return [...first, ...more];
}
