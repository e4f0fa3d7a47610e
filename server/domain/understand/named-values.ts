/** The values that words name, as a request of these words would: what is preferred in the order, each with its words. */
import type { KeywordField } from '#contract/fields.ts';
import type { NamedThings } from '#mappings/recognise/named-things.ts';
import type { Place } from '#mappings/text/places.ts';
import { drugBases } from '#mappings/vocabulary/drug-bases.ts';
import type { NamedValue } from './understanding.ts';

/** `at`: the words in the text that was read; null where no words of their own name it. */
export interface PlacedValue extends NamedValue {
  readonly at: Place | null;
}

/**
 * Words that a request of them alone is read by, and that as often mean something else ("truck driver", "hearing test"): in a query
 * they name nothing unless the name has another word ("shower chair" has, by its own row).
 */
const ORDINARY =
  /^(?:chairs?|drivers?|hearing|infusions?|amputations?|stellate|therap(?:y|ies)|shoes?|computers?|software|housing|silicone|crowns?)$/i;

function isOrdinary(text: string, at: Place | null): boolean {
  return at !== null && ORDINARY.test(text.slice(at.start, at.end).trim());
}

/** What the words of a text name, the service only by more than an ordinary word. */
export function namedValues(things: NamedThings, text: string): PlacedValue[] {
  const { drugs, side, guidelines, reasons } = things;
  const service = isOrdinary(text, things.service?.at ?? null) ? null : things.service;
  const bodyParts = things.bodyParts.filter((part) => !isOrdinary(text, part));
  const one = (field: KeywordField, value: string, at: Place | null): PlacedValue => ({ field, values: [value], at });
  const sideWord = side === null ? null : /\b(?:left|right|bilateral\w*|both|lt|rt|[blr][ul]es?)\b/i.exec(text);
  return [
    ...(service === null ? [] : [one('service', service.service, service.at), one('category', service.category, null)]),
    ...drugs.map(({ generic, start, end }) => ({ ...one('drug', generic, { start, end }), values: basesOf(generic) })),
    ...bodyParts.map(({ id, start, end }) => one('bodyPart', id, { start, end })),
    ...(side === null
      ? []
      : [one('side', side, sideWord === null ? null : { start: sideWord.index, end: sideWord.index + sideWord[0].length })]),
    ...guidelines.map(({ guideline, start, end }) => one('guideline', guideline, { start, end })),
    ...reasons.map((reason) => one('reason', reason, null)),
  ];
}

function basesOf(generic: string): string[] {
  const bases = drugBases(generic);
  return bases.length > 0 ? bases : [generic];
}

/** Each value once. */
export function distinctValues(named: readonly NamedValue[]): NamedValue[] {
  const byKey = new Map(named.map(({ field, values }) => [`${field} ${values.join('|')}`, { field, values }]));
  return [...byKey.values()];
}
