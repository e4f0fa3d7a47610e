/** Words that ask how often ("overturn rate of epidurals", "how often is yoga upheld"): the items are shown, and where their rates stand is told. */
import type { KeywordField } from '#contract/fields.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type Reading, typedAt } from './reading.ts';
import type { Understanding } from './understanding.ts';

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

/** What one thing is filed under, the closest first. */
const FILED: readonly KeywordField[] = ['drug', 'drugClass', 'service'];

/** What is told of them. A rate is of what is filed under a service or drug, where the query names that and nothing else: not of what mentions it. */
export function ratesPart(
  q: string,
  { terms }: Reading,
  { start, end }: Place,
  { concepts, worded, named }: Pick<Understanding, 'concepts' | 'worded' | 'named'>,
): UnderstoodPart {
  const things = (concepts ?? []).filter(({ slight }) => !slight);
  const filed =
    things.length === 1 && worded.length === 0
      ? FILED.flatMap((field) => named.find((value) => value.field === field) ?? []).at(0)
      : undefined;
  return {
    kind: 'rates',
    ...typedAt(q, terms.slice(start, end)),
    field: filed?.field ?? null,
    values: (filed?.values ?? []).map((value) => labelled(filed?.field ?? 'service', value)),
  };
}
