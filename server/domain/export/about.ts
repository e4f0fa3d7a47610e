/** What an export says about itself, as data and as lines of words. */
import type { Narrowing } from '#contract/api.ts';
import type { ExportAbout } from '#contract/export.ts';
import type { Sort } from '#contract/lists.ts';
import type { LetterCount } from '#contract/query.ts';
import { lackingWords } from '#mappings/understood-words.ts';
import { snapshotWords, toldLines, toldSearch } from '../files/told-search.ts';
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
    ...toldSearch(request, understanding.parts),
    asCase,
    sort: request.sort,
    lacking: nearest === null ? null : [...nearest.lacking],
  };
}

/** The same in words, line by line: what it is, and what it says. */
export function aboutLines(about: ExportAbout): [what: string, words: string][] {
  const { program, index, snapshot, search, collection } = about;
  return [
    ['Export of', 'disputed items of prior Independent Medical Review decisions'],
    ...(search === null ? [] : searchLines(search)),
    ...(collection === null ? [] : collectionLines(collection)),
    [itemsWords(search), `${about.items} in ${lettersOf(about.letters)}`],
    ['Exported at', about.exportedAt],
    ['Made by', `${program.name} ${program.version}, engine ${index.engine}`],
    ...(snapshot === null ? [] : [['Snapshot', snapshotWords(snapshot)] as [string, string]]),
    ['Index', `${index.items} items in ${index.letters} letters, as of change ${index.change}`],
  ];
}

function itemsWords(search: ExportAbout['search']): string {
  if (search?.asCase) return 'Items that share a word or fact with the case';
  return search !== null && search.lacking !== null ? 'Items that come nearest (none has all of it)' : 'Items';
}

function searchLines(search: NonNullable<ExportAbout['search']>): [string, string][] {
  return [
    ...toldLines(search, search.asCase ? 'Cases like' : 'Query'),
    ...(search.lacking === null ? [] : [['Lacking', lackingWords(search.lacking)] as [string, string]]),
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

function lettersOf({ count, exact }: LetterCount): string {
  return `${exact ? '' : 'about '}${count} letters`;
}
