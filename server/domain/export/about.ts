/** What an export says about itself, as data and as lines of words. */
import type { Narrowing } from '#contract/api.ts';
import type { ExportAbout } from '#contract/export.ts';
import { KeywordFieldSchema, type LetterCount, type Sort } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import {
  daysWords,
  eitherWords,
  filterWords,
  idleWords,
  lackingWords,
  RATES_WORDS,
  ratesOfWords,
  requestedWords,
} from '#mappings/understood-words.ts';
import type { Nearest } from '../question/nearest.ts';
import type { Question } from '../question/read-question.ts';

const SORT_WORDS: Readonly<Record<Sort, string>> = {
  relevance: 'relevance',
  newest: 'newest decision first',
  oldest: 'oldest decision first',
  case: 'case number',
};

/** What was asked, with the words for its ids. */
export function describeSearch(
  request: Narrowing & { sort: Sort },
  { asCase, understanding }: Question,
  nearest: Nearest | null,
): NonNullable<ExportAbout['search']> {
  return {
    q: request.q,
    asCase,
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
    sort: request.sort,
    understood: [...understanding.parts],
    lacking: nearest === null ? null : [...nearest.lacking],
  };
}

/** The same in words, line by line: what it is, and what it says. */
export function aboutLines(about: ExportAbout): [what: string, words: string][] {
  const { program, index, search, collection } = about;
  return [
    ['Export of', 'disputed items of prior Independent Medical Review decisions'],
    ...(search === null ? [] : searchLines(search)),
    ...(collection === null ? [] : collectionLines(collection)),
    [itemsWords(search), `${about.items} in ${lettersOf(about.letters)}`],
    ['Exported at', about.exportedAt],
    ['Made by', `${program.name} ${program.version}, engine ${index.engine}`],
    ['Index', `${index.items} items in ${index.letters} letters`],
  ];
}

function itemsWords(search: ExportAbout['search']): string {
  if (search?.asCase) return 'Items that share a word or fact with the case';
  return search !== null && search.lacking !== null ? 'Items that come nearest (none has all of it)' : 'Items';
}

function searchLines(search: NonNullable<ExportAbout['search']>): [string, string][] {
  const days = search.from === null && search.to === null ? [] : [`${search.from ?? 'the first'} to ${search.to ?? 'the last'}`];
  return [
    [search.asCase ? 'Cases like' : 'Query', search.q.trim() === '' ? 'none: all items' : search.q],
    ...search.understood.map((part): [string, string] => ['Understood', understoodWords(part)]),
    ...(search.lacking === null ? [] : [['Lacking', lackingWords(search.lacking)] as [string, string]]),
    ...(search.literal.length === 0
      ? []
      : ([['Taken as typed', search.literal.join(', ').replace(/^\*$/, 'every word')]] as [string, string][])),
    ...search.filters.map(({ label, values }): [string, string] => [label, values.map((value) => value.label).join(' or ')]),
    ...days.map((words): [string, string] => ['Decided', words]),
    ['Case summary', search.summary ? 'searched as well' : 'not searched'],
    ['Order', SORT_WORDS[search.sort]],
  ];
}

function collectionLines({ name, note, missing }: NonNullable<ExportAbout['collection']>): [string, string][] {
  return [
    ['Collection', name],
    ...(note === '' ? [] : ([['Note', note]] as [string, string][])),
    ...(missing.length === 0 ? [] : ([['No longer in the index', missing.join(', ')]] as [string, string][])),
  ];
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

function lettersOf({ count, exact }: LetterCount): string {
  return `${exact ? '' : 'about '}${count} letters`;
}
