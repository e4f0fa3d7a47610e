/**
 * Rates are over all outcomes: what the server set aside is taken out of the narrowing, so that every link opens exactly the items
 * that were counted. In a query the server sets outcome clauses aside only where they stand by themselves (it refuses them inside
 * a group with OR), so each one found here is one of those. Pure.
 */

import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField, RATE_OUTCOMES } from '#contract/fields.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import type { Chip } from './chips.ts';
import { withWords } from './typed-query.ts';
import { isNarrowed, type NarrowingState, withFilter } from './url-state.ts';

/**
 * The narrowing that was counted: without the filters, the typed clauses and the words ("overturned") of the fields set aside.
 * `parts`: what was made of the words.
 */
export function counted(state: NarrowingState, setAside: readonly KeywordField[], parts: readonly UnderstoodPart[] = []): NarrowingState {
  if (setAside.length === 0) return state;
  const filters = setAside.reduce((left, field) => withFilter(left, field, []), state.filters);
  // From the last to the first, so that the places of the others stay.
  const worded = parts
    .filter((part) => part.kind === 'filter' && setAside.includes(part.field))
    .toSorted((a, b) => b.at.start - a.at.start);
  const q = worded.reduce((left, { at }) => withWords(left, at, ''), state.q).trim();
  return { ...state, filters, q: withoutClauses(q, setAside) };
}

/** `decided:2014..2016`, `-decided:"1 May 2016"`. */
const DAYS_CLAUSE = /(?<![^\s(])[-+]?decided:(?:"[^"]*"|“[^”]*”|[^\s()"]+)/giu;
const OPERATORS = ['AND', 'OR', 'NOT', '-', '+'];

/** Whether the query has words that are looked for in the texts, beside what is a filter by its name or was understood as one. */
export function looksForWords(state: NarrowingState, parts: readonly UnderstoodPart[]): boolean {
  const left = counted(state, KEYWORD_FIELD_IDS, parts).q.replace(DAYS_CLAUSE, ' ').replace(/[()]/gu, ' ');
  return left.split(/\s+/u).some((word) => word !== '' && !OPERATORS.includes(word));
}

/** The whole narrowing without the part of a chip; what was set aside stays, since the search still goes by it. */
export function restored(whole: NarrowingState, setAside: readonly KeywordField[], chip: Chip): NarrowingState {
  const kept = setAside.reduce((filters, field) => withFilter(filters, field, whole.filters[field] ?? []), chip.without.filters);
  return { ...chip.without, filters: kept, q: chip.key === 'q' ? '' : whole.q };
}

/** "The filter on the decision is set aside here: a rate is over all outcomes."; null where none is. */
export function setAsideWords(setAside: readonly KeywordField[]): string | null {
  const names = setAside.map((field) => `the ${FIELDS[field].label.toLowerCase()}`);
  if (names.length === 0) return null;
  const are = names.length === 1 ? `The filter on ${names[0]} is` : `The filters on ${names.join(' and ')} are`;
  return `${are} set aside here: a rate is over all outcomes.`;
}

/**
 * What the way from a search to its rates is called: it leads to more items than are in sight where the search is narrowed by the outcome. Null where
 * that is all it is narrowed by: the rates would be of everything.
 */
export function ratesWords(state: NarrowingState, parts: readonly UnderstoodPart[]): string | null {
  const left = counted(state, RATE_OUTCOMES, parts);
  if (!isNarrowed(left)) return null;
  return left.q === state.q.replace(/\s+/gu, ' ').trim() && Object.keys(left.filters).length === Object.keys(state.filters).length
    ? 'Rates of these'
    : 'Rates over all outcomes';
}

/** `-decision:upheld knee` is `knee`; a phrase in quotes is left alone. */
function withoutClauses(q: string, fields: readonly KeywordField[]): string {
  const names = fields.flatMap((field) => FIELDS[field].typed).join('|');
  const clause = new RegExp(`"[^"]*"|(?<![^\\s(])(?:NOT\\s+)?[-+]?(?:${names}):(?:"[^"]*"|“[^”]*”|[^\\s()"]+)`, 'giu');
  const left = q.replace(clause, (found) => (found.startsWith('"') ? found : ''));
  return left
    .replace(/(?:NOT\s+|-)?\(\s*\)/gu, '')
    .replace(/^\s*AND\s+|\s+AND\s*$|\s+AND(?=\s+AND\s)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
