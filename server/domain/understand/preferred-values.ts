/** What the words of a query name: items of these values are preferred in the order, and that is told. */
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import type { Place } from '#mappings/text/places.ts';
import type { ReadConcept } from './concepts.ts';
import type { ReadCondition } from './conditions.ts';
import { namedValues, type PlacedValue } from './named-values.ts';
import { literalKey, type Reading, termsAt, typedAt } from './reading.ts';

/** What the words name, without what `literal` takes as typed and what words a condition. */
export function preferredValues(
  q: string,
  reading: Reading,
  literal: ReadonlySet<string>,
  read: readonly ReadConcept[],
  conditions: readonly ReadCondition[],
): PlacedValue[] {
  const preferred = namedValues(reading.named, reading.text).filter(({ field, values, at }) => {
    // What is a condition comes first anyway.
    if (conditions.some(({ filter }) => filter.field === field && values.every((value) => filter.values.includes(value)))) return false;
    const terms = at === null ? null : termsAt(reading, at);
    if (terms === null) return !literal.has(literalKey(typedAt(q, reading.terms).typed));
    if (conditions.some((condition) => condition.terms.start < terms.end && terms.start < condition.terms.end)) return false;
    const said = literalKey(typedAt(q, reading.terms.slice(terms.start, terms.end)).typed);
    if (literal.has(said)) return false;
    const concept = read.find((one) => isInside(reading.terms[terms.start]?.at, one.concept.at));
    return concept === undefined || !literal.has(literalKey(concept.concept.typed));
  });
  // The category is that of the service, and stands and falls with it.
  return preferred.some(({ field }) => field === 'service') ? preferred : preferred.filter(({ field }) => field !== 'category');
}

function isInside(place: Place | undefined, of: Place): boolean {
  return place !== undefined && place.start >= of.start && place.end <= of.end;
}

/**
 * How a preferred value is told, where no concept tells of it already: with its words, or with the whole query where no words of their
 * own name it (a code). The category goes without saying, and the service of a drug.
 */
export function preferredPart(
  q: string,
  reading: Reading,
  { field, values, at }: PlacedValue,
  read: readonly ReadConcept[],
): UnderstoodPart[] {
  if (field === 'category' || (at === null && field === 'service' && reading.named.drugs.length > 0)) return [];
  const told = read.some((one) =>
    one.named.some((named) => named.field === field && values.every((value) => named.values.includes(value))),
  );
  const terms = at === null ? { start: 0, end: reading.terms.length } : termsAt(reading, at);
  if (told || terms === null) return [];
  return [
    {
      kind: 'preferred',
      ...typedAt(q, reading.terms.slice(terms.start, terms.end)),
      field,
      values: values.map((value) => labelled(field, value)),
    },
  ];
}
