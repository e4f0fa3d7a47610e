/**
 * What may be typed next: the last words before the caret, or the value of a field, completed with what is in the index. Nothing is suggested
 * that finds nothing. What a suggestion puts into the query means exactly what it says.
 */
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { MOST_SUGGESTIONS } from '#contract/limits.ts';
import type { QueryNode } from '#contract/query.ts';
import type { SuggestRequest, SuggestResponse } from '#contract/suggest.ts';
import { caseNumberBeginnings } from '#mappings/case-numbers.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { allOf, filterNode, noneOf } from '#mappings/query-tree.ts';
import { words as wordsOf } from '#mappings/text/words.ts';
import type { Letters } from '../../search/port.ts';
import { TYPED_FIELDS } from '../query-language/field-help.ts';
import { fieldOf } from '../query-language/fields.ts';
import { lookedIn } from '../query-language/values.ts';
import { isCase } from '../understand/is-case.ts';
import { isSlight } from '../understand/slight-words.ts';
import { CAUSE } from '../understand/typed-reasons-rows.ts';
import { Asking, type Context } from './asking.ts';
import { inOrder, mixed, type Offer } from './in-order.ts';
import { type Match, matching } from './match-names.ts';
import { type Named, namedOf, SUGGESTED, toNamed } from './names.ts';
import { toSuggestions } from './to-suggestion.ts';
import { type TypedValue, typedEnd, type Window } from './typed-end.ts';

type Suggestions = SuggestResponse['suggestions'];

/** A word alone is completed from so many letters on, and one with a blank behind it. */
const LEAST_LETTERS = 2;
const LEAST_WHOLE = 3;
/** Names of fields among other suggestions. */
const MOST_FIELDS = 2;
/** What asks for a reason, before it. */
const ASKS_WHY = new RegExp(`^${CAUSE} `, 'u');

/** Suggestions, the best first. Throws AppError `bad-request` for filters that cannot be, or what the engine throws. */
export async function suggest(index: Letters, request: SuggestRequest, signal?: AbortSignal): Promise<SuggestResponse> {
  const { q, caret } = request;
  const asking = new Asking(index, request, signal);
  const typed = isCase(q) ? null : typedEnd(q, Math.min(caret, q.length));
  if (typed === null) return { suggestions: [] };
  return { suggestions: typed.kind === 'value' ? await ofField(asking, typed) : await ofWords(asking, typed.windows) };
}

async function ofWords(asking: Asking, windows: readonly Window[]): Promise<Suggestions> {
  const last = windows.at(-1);
  if (last === undefined) return [];
  const all = SUGGESTED.flatMap(namedOf);
  const exact = windows.map((window) => matchesIn(window, all, false));
  const found = exact.every((matches) => matches.length === 0) ? windows.map((window) => matchesIn(window, all, true)) : exact;
  const taken = new Set<string>();
  const byWindow = windows.map((window, at) => {
    // What the longer of two windows may become, the shorter one need not.
    const matches = (found[at] ?? []).filter(({ named }) => !taken.has(keyOf(named)));
    for (const { named } of matches) taken.add(keyOf(named));
    return { window, matches };
  });
  const [offers, fields] = await Promise.all([
    Promise.all(byWindow.map(({ window, matches }) => counted(asking, window, matches, window === last))),
    fieldNames(asking, last),
  ]);
  const ordered = mixed(inOrder(offers.flat()));
  const values = await toSuggestions(asking, ordered, MOST_SUGGESTIONS - fields.length);
  // Before what only has such a word somewhere.
  const inside = values.findIndex(({ label, name }) => !begins(last, label) && (name === null || !begins(last, name)));
  return inside === -1 ? [...values, ...fields] : [...values.slice(0, inside), ...fields, ...values.slice(inside)];
}

function begins({ text }: Window, name: string): boolean {
  return name.toLowerCase().startsWith(text.toLowerCase());
}

function keyOf({ field, value }: Named): string {
  return `${field} ${value}`;
}

/**
 * The values that the words of a window may become. What asks for a reason ("reason", "because of") is of the reason behind it, as where a query is
 * read: beside it, it would be a word to be found.
 */
function matchesIn({ words }: Window, among: readonly Named[], misspelt: boolean): Match[] {
  const all = matchesOf(words, among, misspelt);
  const asking = ASKS_WHY.exec(words.join(' '))?.[0].trim().split(' ').length ?? 0;
  const known = new Set(all.map(({ named }) => named));
  const reasons = asking === 0 ? [] : matchesOf(words.slice(asking), namedOf('reason'), misspelt);
  return [...all, ...reasons.filter(({ named }) => !known.has(named))];
}

/** Words that join others are completed as the beginning of a name alone. */
function matchesOf(words: readonly string[], among: readonly Named[], misspelt: boolean): Match[] {
  const whole = words.filter((word) => word !== '');
  const goesOn = words.at(-1) === '';
  const [only] = whole;
  if (only === undefined || (whole.length === 1 && only.length < (goesOn ? LEAST_WHOLE : LEAST_LETTERS))) return [];
  const joins = whole.every(isSlight);
  return matching(words, among, misspelt).filter(({ fit }) => !joins || fit === 'whole' || fit === 'beginning');
}

/** Matches that the index has, with their counts beside the rest of the query. */
async function counted(asking: Asking, window: Window, matches: readonly Match[], withCases: boolean): Promise<Offer[]> {
  const beginnings = withCases ? caseNumberBeginnings(window.text) : [];
  if (matches.length === 0 && beginnings.length === 0) return [];
  const context = await asking.beside(window.at);
  if (context === null) return [];
  const fields = [...new Set(matches.map(({ named }) => named.field))];
  const [counts, cases] = await Promise.all([countsOf(asking, context, fields), casesIn(asking, context, window, beginnings)]);
  return [...matches.flatMap((match) => toOffer(window, context, match, counts.get(match.named.field))), ...cases];
}

function toOffer(window: Window, context: Context, match: Match, counts: ReadonlyMap<string, number> | undefined): Offer[] {
  const count = counts?.get(match.named.value) ?? 0;
  return count === 0 ? [] : [{ ...match, window, context, count, through: match.named.field }];
}

/** How many items have each value of some fields, among those that are asked for beside what is typed. */
async function countsOf(
  { index, signal }: Asking,
  { where }: Context,
  fields: readonly KeywordField[],
): Promise<Map<KeywordField, Map<string, number>>> {
  if (fields.length === 0) return new Map();
  const { facets } = await index.search({ where, filters: [], facets: fields, sort: 'case', offset: 0, limit: 0 }, signal);
  return new Map(facets.map(({ field, values }) => [field, new Map(values.map(({ value, count }) => [value, count]))]));
}

async function casesIn({ index, signal }: Asking, context: Context, window: Window, beginnings: readonly string[]): Promise<Offer[]> {
  const cases = await index.casesBeginning({ where: context.where, beginnings, most: MOST_SUGGESTIONS }, signal);
  return cases.map(({ caseNumber, count }): Offer => {
    const named = toNamed('caseNumber', caseNumber, caseNumber);
    return { named, name: { text: caseNumber, words: [] }, fit: 'beginning', window, context, count, through: 'caseNumber' };
  });
}

/** The names of fields that a word may become, with how many items have a value of each. */
async function fieldNames(asking: Asking, { words, at, wordEnd }: Window): Promise<Suggestions> {
  const [typed = '', ...more] = words;
  if (more.length > 0 || typed.length < LEAST_LETTERS) return [];
  const fitting = TYPED_FIELDS.filter(({ names, label }) => {
    const named = names.some((name) => name.startsWith(typed));
    return named || (!isSlight(typed) && wordsOf(label).includes(typed));
  })
    .toSorted((a, b) => Number(b.names.includes(typed)) - Number(a.names.includes(typed)))
    .slice(0, MOST_FIELDS);
  const context = fitting.length === 0 ? null : await asking.beside(at);
  if (context === null) return [];
  const trees = fitting.map(
    ({ field }): QueryNode => (field === null ? context.where : allOf([context.where, noneOf(filterNode(field, [NOT_STATED]))])),
  );
  const counts = await asking.index.counts(trees, asking.signal);
  return fitting.flatMap(({ field, names, label }, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const words = `${names[0]}:`;
    return [
      { label: words, name: label, kind: 'Field', isField: true, count: field === null ? null : count, at: { ...at, end: wordEnd }, words },
    ];
  });
}

/** The values of a field, behind its name and a colon; what letters do not state comes last, and is never crowded out. */
async function ofField(asking: Asking, { field: name, window }: TypedValue): Promise<Suggestions> {
  const typed = fieldOf(name);
  if (typed?.kind !== 'keyword') return [];
  const { field } = typed;
  const start = window.at.start - name.length - 1;
  const context = await asking.beside({ start, end: window.at.end });
  if (context === null) return [];
  if (field === 'caseNumber') {
    return toSuggestions(asking, await casesIn(asking, context, window, caseNumberBeginnings(window.text)), MOST_SUGGESTIONS);
  }
  const fields = lookedIn(field);
  const counts = await countsOf(asking, context, fields);
  const among = fields.flatMap((each) => valuesOf(each, counts.get(each) ?? new Map()));
  const matches = matching(window.words, among);
  const offers = (matches.length > 0 ? matches : matching(window.words, among, true)).flatMap((match) =>
    toOffer(window, context, match, counts.get(match.named.field)),
  );
  const lack = FIELDS[field].notStated === null ? [] : [toNamed(field, NOT_STATED, labelOf(field, NOT_STATED), ['none'])];
  const last = matching(window.words, lack).flatMap((match) => toOffer(window, context, match, counts.get(field)));
  const values = inOrder(offers).map((offer) => ({ ...offer, through: field }));
  const [shown, unstated] = await Promise.all([
    toSuggestions(asking, values, MOST_SUGGESTIONS - last.length),
    toSuggestions(asking, last, last.length),
  ]);
  return [...shown, ...unstated];
}

/** What a field's value may be: a closed list with its names, else what the index has of it. */
function valuesOf(field: KeywordField, counts: ReadonlyMap<string, number>): readonly Named[] {
  if (KEYWORD_FIELDS[field].labels !== null) return namedOf(field);
  return [...counts.keys()].flatMap((value) => (value === NOT_STATED ? [] : [toNamed(field, value, labelOf(field, value), [value])]));
}
