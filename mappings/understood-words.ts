/** What the program made of a typed query, in the words that the page and the command line both say it with. Pure. */

import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { fieldLabel } from '#contract/programme-fields.ts';
import type { SearchResponse } from '#contract/search.ts';
import type { NoResultCause, UnderstoodPart } from '#contract/understood.ts';
import { countWords, listWords, numberWords, totalWords } from './text/count-words.ts';
import { dayInWords } from './text/day-words.ts';

/** Values that one line names. */
const MOST_VALUES = 3;
/** Names of one thing that are shown at first. */
const FEW_NAMES = 6;

/** A text too long for a query. */
export const AS_CASE_WORDS =
  'This text is too long for a query, so it was taken as a case: the items most like it come first, and none need have all its words.';

/** Why there is no rate of a case. */
export const NO_RATES_OF_CASE_WORDS =
  'This text is too long for a query and is taken as a case told in words. What is like a case shares some word or fact with it, which is no group to have a rate.';

/** What is found of a case: "812 disputed items in 400 letters share a word or fact with this case, the nearest first". */
export function likeWords(items: number, letters: { count: number; exact: boolean }): string {
  return `${totalWords(items, letters)} ${items === 1 ? 'shares' : 'share'} a word or fact with this case, the nearest first`;
}

export type PartOf<K extends UnderstoodPart['kind']> = Extract<UnderstoodPart, { kind: K }>;

/** The parts of one kind, in the order typed. */
export function partsOf<K extends UnderstoodPart['kind']>(parts: readonly UnderstoodPart[], kind: K): PartOf<K>[] {
  return parts.filter((part): part is PartOf<K> => part.kind === kind);
}

/** A condition that was read out of the words, as a filter among others: "Decision: Overturned (from “overturned”)". */
export function conditionWords(part: PartOf<'filter'>): string {
  return `${filterWords(part.field, part.values)} (from “${part.typed}”)`;
}

/** What follows the words that a condition was read out of: "taken as the filter Decision: Overturned". */
export function takenWords(part: PartOf<'filter'>): string {
  return `taken as the filter ${filterWords(part.field, part.values)}`;
}

/** Decision days that words ask for: "Decided Jan 1, 2017 to Jan 31, 2017", "Decided from Jan 1, 2017", "Decided on Feb 6, 2017". */
export function daysWords({ from, to }: Pick<PartOf<'days'>, 'from' | 'to'>): string {
  if (from === null || to === null) return from !== null ? `Decided from ${dayInWords(from)}` : `Decided to ${dayInWords(to ?? '')}`;
  return from === to ? `Decided on ${dayInWords(from)}` : `Decided ${dayInWords(from)} to ${dayInWords(to)}`;
}

/** Why words were not looked for: "“denied” narrows nothing: ...", "“of” and “the” tell nothing here and were not looked for." */
export function idleWords({ words, instead }: PartOf<'idle'>): string {
  const said = listWords(words.map((word) => `“${word}”`));
  return instead === null
    ? `${said} ${words.length === 1 ? 'tells nothing here and was' : 'tell nothing here and were'} not looked for.`
    : `${said} ${words.length === 1 ? 'narrows' : 'narrow'} nothing: every disputed item here was denied or modified by UR.`;
}

/** Where a rate was asked for: what is shown, and what the link behind it leads to. */
export const RATES_WORDS = 'These are the items. Their rates, over all outcomes and with the numbers behind them, are under Analytics';

/** What those rates are of: "rates of Service: Acupuncture", "rates of these". */
export function ratesOfWords({ field, values }: PartOf<'rates'>): string {
  return `rates of ${field === null ? 'these' : filterWords(field, values)}`;
}

/** Alternatives: "“knee brace” or “physical therapy”: either is enough." */
export function eitherWords({ sides }: PartOf<'either'>): string {
  return `${listWords(
    sides.map((side) => `“${side}”`),
    'or',
  )}: ${sides.length > 2 ? 'one of them' : 'either'} is enough.`;
}

/** What was searched beside the words: other names, and items that are of a value without saying its name. Empty where there is nothing. */
export function alsoWords({ typed, also, field, values }: PartOf<'synonyms'>): string[] {
  const names = also.filter((name) => name.toLowerCase() !== typed.toLowerCase());
  if (field === null || values.length === 0) return names;
  const more = values.length - MOST_VALUES;
  const shown = (more > 1 ? values.slice(0, MOST_VALUES) : values).map(({ label }) => `“${label}”`);
  const filed = more > 1 ? `${shown.join(', ')} and ${more} more` : listWords(shown, 'or');
  return [...names, `items filed under ${filed} (${FIELDS[field].label.toLowerCase()})`];
}

/** The first of many names, and how many more there are; one more is shown rather than counted. */
export function fewNames(names: readonly string[]): { shown: readonly string[]; more: number } {
  const more = names.length - FEW_NAMES;
  return more > 1 ? { shown: names.slice(0, FEW_NAMES), more } : { shown: names, more: 0 };
}

/** What follows the words that put items first: "items for service Acupuncture come first". */
export function preferredWords({ field, values }: PartOf<'preferred'>): string {
  return `items for ${FIELDS[field].label.toLowerCase()} ${labels(values)} come first`;
}

/** "Items with acupuncture in the request come first. Items that only mention it come after them." */
export function requestedWords({ what }: PartOf<'requested'>): string {
  return `Items with ${what} come first. Items that only mention it come after them.`;
}

/**
 * What follows a word or filter of a search that found nothing: what it finds alone ("finds no item at all") and what there would be
 * without it ("41 items without it"). `found` is null where that is no way on: there is nothing without it, or all items, since nothing else
 * was asked (`only`).
 */
export function causeWords({ alone, without }: NoResultCause, only: boolean): { told: string; found: string | null } {
  return {
    told: alone === 0 ? 'finds no item at all' : `alone finds ${countWords(alone, 'item')}`,
    found: only || without === 0 ? null : `${countWords(without, 'item')} without it`,
  };
}

/** The items shown where none has all: "No disputed item has all of it; 12 disputed items in 8 letters come nearest". */
export function nearestWords({ items, letters, inSummary }: NonNullable<SearchResponse['nearest']>): string {
  const [have, their, come] = items === 1 ? ['has', 'its', 'comes'] : ['have', 'their', 'come'];
  const how = inSummary ? `${have} it with ${their} letter’s case summary` : `${come} nearest`;
  return `No disputed item has all of it; ${totalWords(items, letters)} ${how}`;
}

type Lacked = NonNullable<SearchResponse['nearest']>['lacking'][number];

/** What the page makes of those items. */
export const OF_NEAREST_WORDS =
  'The filters and the export cover these items. No rate is shown for them, because none has everything you asked for.';

/** What those items lack: "None of them has “january 2017”; 3 have “neck”." */
export function lackingWords(lacking: readonly Lacked[]): string {
  const none = lacking.filter(({ items }) => items === 0).map(({ typed }) => `“${typed}”`);
  const some = lacking
    .filter(({ items }) => items > 0)
    .map(({ typed, items }) => `${numberWords(items)} ${items === 1 ? 'has' : 'have'} “${typed}”`);
  const said = [
    ...(none.length === 0 ? [] : [`None of them has ${listWords(none, 'or')}`]),
    ...(some.length === 0 ? [] : [listWords(some)]),
  ];
  return `${said.join('; ')}.`;
}

/**
 * What was made of a query in one line, each part in a few words: "Decision: Overturned · physical therapy and 3 other names · without “of”". Empty where all was
 * taken as it stands. What asks for an answer (a correction, a suggestion, a rate, words that may have meant an outcome) is told in full elsewhere and is no part of it. `literal`: words taken as typed.
 */
export function inShortWords(parts: readonly UnderstoodPart[], literal: readonly string[] = []): string {
  const told = parts.flatMap((part): string[] => {
    if (part.kind === 'filter') return [filterWords(part.field, part.values)];
    if (part.kind === 'days') return [daysWords(part)];
    if (part.kind === 'preferred') return [`${labels(part.values)} first`];
    if (part.kind === 'either') return [part.sides.map((side) => `“${side}”`).join(' or ')];
    if (part.kind !== 'synonyms') return [];
    const names = alsoWords(part).length;
    return names === 0 ? [] : [`${part.typed} and ${countWords(names, 'other name')}`];
  });
  const left = partsOf(parts, 'idle').flatMap(({ words, instead }) => (instead === null ? words.map((word) => `“${word}”`) : []));
  const typed = literal.map((words) => (words === '*' ? 'all words as typed' : `“${words}” as typed`));
  return [...new Set([...told, ...typed, ...(left.length === 0 ? [] : [`without ${listWords(left)}`])])].join(' · ');
}

/** What the items shown lack of a condition that words say; undefined where all of them have it. Several periods ("2015, 2017") are lacked as one. */
export function lackedOf(part: UnderstoodPart, lacking: readonly Lacked[]): Lacked | undefined {
  if (part.kind !== 'filter' && part.kind !== 'days') return undefined;
  return lacking.find(({ typed }) => typed === part.typed || (part.kind === 'days' && typed.split(', ').includes(part.typed)));
}

/** How many of the items shown have a condition that not all of them have: "none of these", "3 of these". */
export function ofTheseWords({ items }: Lacked): string {
  return `${items === 0 ? 'none' : numberWords(items)} of these`;
}

/** Where nothing was found but in case summaries: "No item says it itself; 12 items have it in their letter’s case summary." */
export function inSummariesWords(items: number): string {
  return `No item says it itself; ${countWords(items, 'item')} ${items === 1 ? 'has it in its' : 'have it in their'} letter’s case summary.`;
}

/** The second tier, told before it comes: "3 more items lack some of the words; they come after these." */
export function comingWords(someMissing: number): string {
  return `${countWords(someMissing, 'more item')} ${someMissing === 1 ? 'lacks' : 'lack'} some of the words; ${someMissing === 1 ? 'it comes' : 'they come'} after these.`;
}

/**
 * A filter in words: "Decision: Upheld". The words for what is not stated name their field, and stand alone. `programme`: the one that is looked at, which
 * may have its own name of the field.
 */
export function filterWords(
  field: KeywordField,
  values: readonly { value: string; label: string }[],
  programme: string | null = null,
): string {
  const alone = FIELDS[field].notStated !== null && values.every(({ value }) => value === NOT_STATED);
  return alone ? labels(values) : `${fieldLabel(field, programme)}: ${labels(values)}`;
}

function labels(values: readonly { label: string }[]): string {
  return listWords(
    values.map(({ label }) => label),
    'or',
  );
}
