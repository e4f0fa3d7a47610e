/** Words that ask how often ("overturn rate of epidurals", "how often is yoga upheld"): the items are shown, and where their rates stand is told. */
import type { UnderstoodPart } from '#contract/understood.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type Reading, typedAt } from './reading.ts';

const OUTCOME = '(?:overturn(?:ed|al|ing)?|uph[eo]ld|reversal|reversed|success|approv(?:al|ed)|granted|den(?:ial|ied)|win)';
const RATE = new RegExp(
  `(?<![^ ])(?:(?:imr )?${OUTCOME} (?:rates?|percentages?|statistics|odds)|(?:rates?|percent(?:age)?|share|odds|chances?|likelihood|probability) (?:of|for)(?: (?:an? )?${OUTCOME})|` +
    '^(?:rates?|percent(?:age)?|statistics|odds|chances?) (?:of|for|on)|how (?:often|likely|frequently)|what (?:percent(?:age)?|share|proportion))(?= |$)',
);

/** The terms of the first such words; null where there are none. */
export function rateIn({ terms }: Pick<Reading, 'terms'>): Place | null {
  const match = RATE.exec(terms.map(({ words }) => words.join(' ')).join(' '));
  if (match === null) return null;
  const places = placesOf(terms);
  const start = places.findIndex((place) => place.start === match.index);
  const end = places.findIndex((place) => place.end === match.index + match[0].length);
  return start < 0 || end < 0 ? null : { start, end: end + 1 };
}

/** What is told of them. */
export function rateNote(q: string, { terms }: Reading, { start, end }: Place): UnderstoodPart {
  return {
    kind: 'note',
    ...typedAt(q, terms.slice(start, end)),
    text: 'These are the items. Their rates, over all outcomes and with the numbers behind them, are under Analytics.',
  };
}
