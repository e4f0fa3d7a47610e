/** A search request -> the port -> one page of disputed items with their words, snippets and facets. */
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import type { Filter, IssueQuery, IssueResults, KeywordField, QueryNode, Rank } from '#contract/query.ts';
import { FACET_VALUES, type Facet, type Hit, SEARCH_FACETS, type SearchRequest, type SearchResponse } from '#contract/search.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import type { SearchIndex } from '../../search/port.ts';
import { termsOf } from '../matching/highlight.ts';
import { readQuestion } from '../question/read-question.ts';
import { secondTier } from '../question/tiers.ts';
import { noResultCauses } from '../understand/no-results.ts';
import { type Explaining, explainBy, toHit } from './hits.ts';

type EngineHit = IssueResults['hits'][number];

/** What both tiers of a page have in common. */
interface Both {
  readonly index: SearchIndex;
  readonly request: SearchRequest;
  readonly filters: readonly Filter[];
  readonly rank: Rank;
  readonly signal: AbortSignal | undefined;
}

/**
 * One page of results: the items that have all the words, then those that lack some, in one run of pages.
 * Throws AppError `bad-query`, `bad-request`, `window-too-large` or what the engine throws.
 */
export async function searchItems(index: SearchIndex, request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse> {
  const { page, size, sort, group } = request;
  if (page * size > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Pages reach to item ${RESULT_WINDOW}; narrow the search to see the rest`, {
      errors: [{ parameter: 'page', detail: `expected at most ${Math.floor(RESULT_WINDOW / size)} with ${size} items a page` }],
    });
  }
  const { understanding, asCase, filters, rank } = await readQuestion(index, request, signal);
  const asked: Both = { index, request, filters, rank, signal };
  const offset = (page - 1) * size;
  const first = await ask(asked, understanding.where, SEARCH_FACETS, offset, size);
  // One result for each letter: those of the first tier would come again with other items.
  const second = group === 'letter' && first.total > 0 ? null : secondTier(understanding);
  const length = group === 'letter' ? first.letters.count : first.total;
  const left = size - first.hits.length;
  const behind =
    second === null ? null : await ask(asked, second, [], Math.max(0, offset - length), left > 0 && offset + size > length ? left : 0);
  const someMissing = behind?.total ?? 0;
  const results = length + (group === 'letter' ? (behind?.letters.count ?? 0) : someMissing);
  const by = explainBy(understanding);
  const hits = [
    ...(await toHits(asked, first.hits, 'all', understanding.where, by)),
    ...(second === null || behind === null ? [] : await toHits(asked, behind.hits, 'some', second, explainBy(understanding, second))),
  ];
  return {
    total: first.total,
    letters: first.letters,
    page,
    size,
    pages: Math.min(Math.ceil(results / size), Math.floor(RESULT_WINDOW / size)),
    sort,
    someMissing,
    understood: {
      asCase,
      parts: [...understanding.parts],
      noResultCauses: first.total > 0 ? [] : [...(await noResultCauses(index, understanding, filters, signal))],
    },
    terms: termsOf(by.leaves),
    hits,
    facets: first.facets.map(({ field, values }) => toFacet(field, values, request.filters[field] ?? [])),
  };
}

function ask(
  { index, request, filters, rank, signal }: Both,
  where: QueryNode,
  facets: readonly KeywordField[],
  offset: number,
  limit: number,
): Promise<IssueResults> {
  const query: IssueQuery = { where, filters, facets, sort: request.sort, rank, onePerLetter: request.group === 'letter', offset, limit };
  return index.search(query, signal);
}

/** The hits with their words. A letter that was taken out since the search is left out of the page. */
async function toHits(asked: Both, hits: readonly EngineHit[], tier: Hit['tier'], where: QueryNode, by: Explaining): Promise<Hit[]> {
  const stored = await asked.index.determinations([...new Set(hits.map((hit) => hit.letterId))]);
  const byId = new Map(stored.map((determination) => [determination.id, determination]));
  const others = asked.request.group === 'letter' ? await othersOf(asked, hits, where) : new Map<string, EngineHit[]>();
  return hits.flatMap((hit) => {
    const determination = byId.get(hit.letterId);
    const item = determination?.items.find((one) => one.id === hit.itemId);
    if (determination === undefined || item === undefined) return [];
    const numbers = (others.get(hit.letterId) ?? []).map((other) => other.number).filter((number) => number !== hit.number);
    const beside = determination.items
      .filter(({ number }) => numbers.includes(number))
      .map((one) => ({
        number: one.number,
        issue: one.inDispute?.value ?? one.heading?.value ?? '',
        decision: one.decision?.value ?? 'undetermined',
      }));
    return [{ ...toHit(determination, item, tier, by), others: beside }];
  });
}

/** All items of the letters of these hits that match, by letter. */
async function othersOf({ index, filters, signal }: Both, hits: readonly EngineHit[], where: QueryNode): Promise<Map<string, EngineHit[]>> {
  const cases = [...new Set(hits.map(({ letterId }) => letterId.slice(letterId.indexOf(':') + 1)))];
  if (cases.length === 0) return new Map();
  const ofCases: Filter = { field: 'caseNumber', values: cases };
  const found = await index.search(
    { where, filters: [...filters, ofCases], facets: [], sort: 'case', offset: 0, limit: RESULT_WINDOW },
    signal,
  );
  return Map.groupBy(found.hits, (hit) => hit.letterId);
}

/** The most frequent values, and every selected one behind them. */
function toFacet(field: KeywordField, values: readonly { value: string; count: number }[], selected: readonly string[]): Facet {
  const chosen = new Set(selected);
  const shown = values.filter(({ value }, rank) => rank < FACET_VALUES || chosen.has(value));
  const counted = new Set(values.map(({ value }) => value));
  const absent = [...chosen].filter((value) => !counted.has(value)).map((value) => ({ value, count: 0 }));
  return {
    field,
    label: KEYWORD_FIELDS[field].label,
    distinct: values.length,
    values: [...shown, ...absent].map(({ value, count }) => ({ value, label: labelOf(field, value), count, selected: chosen.has(value) })),
  };
}
