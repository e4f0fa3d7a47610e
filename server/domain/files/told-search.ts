/** What was asked of a search, for a file that is made of its items or counts: as data, and in lines of words. */
import type { Narrowing } from '#contract/api.ts';
import type { ExportAbout, ToldSearch } from '#contract/export.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import { daysWords, eitherWords, filterWords, idleWords, RATES_WORDS, ratesOfWords, requestedWords } from '#mappings/understood-words.ts';

/** What narrows, with the words for its ids. */
export function toldSearch(request: Narrowing, understood: readonly UnderstoodPart[]): ToldSearch {
  return {
    q: request.q,
    literal: request.literal,
    summary: request.summary,
    filters: KeywordFieldSchema.options.flatMap((field) => {
      const values = request.filters[field];
      return values === undefined
        ? []
        : [{ field, label: KEYWORD_FIELDS[field].label, values: values.map((value) => labelled(field, value)) }];
    }),
    from: request.from ?? null,
    to: request.to ?? null,
    understood: [...understood],
  };
}

/** The same in words, line by line: what it is, and what it says. `name`: what the query is called. */
export function toldLines(search: ToldSearch, name: string): [what: string, words: string][] {
  const days = search.from === null && search.to === null ? [] : [`${search.from ?? 'the first'} to ${search.to ?? 'the last'}`];
  return [
    [name, search.q.trim() === '' ? 'none: all items' : search.q],
    ...search.understood.map((part): [string, string] => ['Understood', understoodWords(part)]),
    ...(search.literal.length === 0
      ? []
      : ([['Taken as typed', search.literal.join(', ').replace(/^\*$/, 'every word')]] as [string, string][])),
    ...search.filters.map(({ label, values }): [string, string] => [label, values.map((value) => value.label).join(' or ')]),
    ...days.map((words): [string, string] => ['Decided', words]),
    ['Case summary', search.summary ? 'searched as well' : 'not searched'],
  ];
}

/** As of when it was asked, and whether words mean the same now. */
export function snapshotWords({ name, takenAt, sameVocabulary }: NonNullable<ExportAbout['snapshot']>): string {
  const since = sameVocabulary
    ? ''
    : '; the vocabulary of the program has changed since, so that words may find other items than they did then';
  return `${name}, taken at ${takenAt}${since}`;
}

function understoodWords(part: UnderstoodPart): string {
  const typed = `“${part.typed}”`;
  const values = 'values' in part ? part.values.map(({ label }) => label) : [];
  switch (part.kind) {
    case 'synonyms':
      return `${typed} also as ${[...part.also, ...values].join(', ')}`;
    case 'corrected':
      return `${typed} is in no letter; searched for “${part.used}”`;
    case 'suggested':
      return `${typed}: did you mean “${part.used}”?`;
    case 'filter':
      return `${typed} taken as ${filterWords(part.field, part.values)}`;
    case 'days':
      return `${typed} taken as ${daysWords(part)}`;
    case 'either':
      return eitherWords(part);
    case 'idle':
      return idleWords(part);
    case 'preferred':
      return `${typed}: items of ${KEYWORD_FIELDS[part.field].label} ${values.join(', ')} come first`;
    case 'rates':
      return `${RATES_WORDS}: ${ratesOfWords(part)}`;
    case 'requested':
      return `${typed}: ${requestedWords(part)}`;
    case 'note':
      return `${typed}: ${part.text}`;
  }
}
