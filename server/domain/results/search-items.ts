/** A search request -> the port -> one page of disputed items with their words, snippets and facets. */
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Determination } from '#contract/determination.ts';
import { type KeywordField, NOT_STATED, SEARCH_FACETS } from '#contract/fields.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, QueryNode } from '#contract/query.ts';
import { FACET_VALUES, type Facet, type Hit, type SearchRequest, type SearchResponse } from '#contract/search.ts';
import { branchOf, KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import { allOf, filterNode, noneOf } from '#mappings/query-tree.ts';
import type { Letters } from '../../search/port.ts';
import { termsOf } from '../matching/highlight.ts';
import { type Nearest, nearestOf } from '../question/nearest.ts';
import { programmesThere } from '../question/programmes-there.ts';
import { readQuestion } from '../question/read-question.ts';
import { secondTier } from '../question/tiers.ts';
import { noResultCauses } from '../understand/no-results.ts';
import { type Explaining, explainBy, toHit } from './hits.ts';

type EngineHit = IssueResults['hits'][number];

/**
 * One page of results: the items that have all the words, then those that lack some, in one run of pages. Where none has all, those that
 * have most take their place, but for the total.
 * Throws AppError `bad-query`, `bad-request`, `window-too-large` or what the engine throws.
 */
export async function searchItems(index: Letters, request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse> {
  const { page, size, sort, group } = request;
  if (page * size > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Pages reach to item ${RESULT_WINDOW}; narrow the search to see the rest`, {
      errors: [{ parameter: 'page', detail: `expected at most ${Math.floor(RESULT_WINDOW / size)} with ${size} items a page` }],
    });
  }
  const { understanding, asCase, filters, rank } = await readQuestion(index, request, signal);
  const pageOf = (where: QueryNode, second: QueryNode | null) => {
    const onePerLetter = group === 'letter';
    const first: IssueQuery = { where, filters, facets: SEARCH_FACETS, sort, rank, onePerLetter, offset: (page - 1) * size, limit: size };
    return index.page({ first, second }, signal);
  };
  const secondWhere = secondTier(understanding);
  const all = await pageOf(understanding.where, secondWhere);
  const someMissing = all.second?.total ?? 0;
  const found = all.first.total === 0 && someMissing > 0 ? await nearestOf(index, understanding, filters, signal) : null;
  const most = found === null || secondWhere === null ? null : await pageOf(found.where, allOf([secondWhere, noneOf(found.where)]));
  // They may have been taken out meanwhile.
  const nearest = most === null || most.first.total === 0 ? null : found;
  const where = nearest?.where ?? understanding.where;
  const { first, second, others } = nearest === null || most === null ? all : most;
  const length = group === 'letter' ? first.letters.count : first.total;
  const results = length + (group === 'letter' ? (second?.letters.count ?? 0) : (second?.total ?? 0));
  const by = explainBy(understanding);
  const othersOf = Map.groupBy(others, ({ letterId }) => letterId);
  // Both tiers at once: each question is a way to the library and back.
  const [letters, outcomes] = await Promise.all([
    lettersOf(index, [...first.hits, ...(second?.hits ?? [])]),
    outcomesOf(index, { where, filters }, first.facets, signal),
  ]);
  const bySome = secondWhere === null ? by : explainBy(understanding, secondWhere);
  const hits = [
    ...toHits(letters, first.hits, nearest === null ? 'all' : 'most', nearest === null ? by : bySome, othersOf),
    ...toHits(letters, second?.hits ?? [], 'some', bySome, othersOf),
  ];
  const isNothing = all.first.total === 0 && someMissing === 0;
  return {
    total: all.first.total,
    letters: all.first.letters,
    page,
    size,
    pages: Math.min(Math.ceil(results / size), Math.floor(RESULT_WINDOW / size)),
    sort,
    someMissing,
    nearest: nearest === null ? null : { ...toldOf(nearest), items: first.total, letters: first.letters },
    inSummaries: isNothing ? await countInSummaries(index, request, signal) : 0,
    understood: {
      asCase,
      parts: [...understanding.parts],
      noResultCauses: all.first.total > 0 ? [] : [...(await noResultCauses(index, understanding, filters, signal))],
    },
    terms: termsOf(by.leaves),
    hits,
    outcomes,
    facets: first.facets.map(({ field, values }) => toFacet(field, values, request.filters[field] ?? [])),
  };
}

/** How many items the search would find if it looked in case summaries as well; 0 where it does, or no words were typed. */
async function countInSummaries(index: Letters, request: SearchRequest, signal?: AbortSignal): Promise<number> {
  if (request.summary || request.q.trim() === '') return 0;
  const { where, filters } = await readQuestion(index, { ...request, summary: true }, signal);
  const [count = 0] = await index.counts([allOf([where, ...filters.map((filter): QueryNode => ({ kind: 'filter', filter }))])], signal);
  return count;
}

function toldOf({ inSummary, lacking }: Nearest): Pick<NonNullable<SearchResponse['nearest']>, 'inSummary' | 'lacking'> {
  return { inSummary, lacking: [...lacking] };
}

/** How what matches was decided in each programme that it is of; a decision that is chosen restricts this as little as its own facet. */
async function outcomesOf(
  index: Letters,
  { where, filters }: Pick<IssueQuery, 'where' | 'filters'>,
  facets: IssueResults['facets'],
  signal?: AbortSignal,
): Promise<SearchResponse['outcomes']> {
  const there = await programmesThere(
    index,
    where,
    filters.filter(({ field }) => field !== 'decision'),
    signal,
  );
  const decided = facets.find(({ field }) => field === 'decision')?.values ?? [];
  const cells = there.flatMap(({ programme, where: own }) => DecisionSchema.options.map((decision) => ({ programme, decision, own })));
  // What is of one programme was counted with the page.
  const known =
    there.length < 2
      ? cells.map(({ decision }) => decided.find(({ value }) => value === decision)?.count ?? 0)
      : await index.counts(
          cells.map(({ decision, own }) => allOf([own, filterNode('decision', [decision])])),
          signal,
        );
  return there.map(({ programme }) => ({
    programme: labelled('programme', programme),
    decisions: Object.fromEntries(
      cells.flatMap((cell, at) => (cell.programme === programme ? [[cell.decision, known[at] ?? 0]] : [])),
    ) as SearchResponse['outcomes'][number]['decisions'],
  }));
}

/** The letters of hits, by id. */
async function lettersOf(index: Letters, hits: readonly EngineHit[]): Promise<Map<string, Determination>> {
  const stored = await index.determinations([...new Set(hits.map((hit) => hit.letterId))]);
  return new Map(stored.map((determination) => [determination.id, determination]));
}

/** The hits with their words. A letter that was taken out since the search is left out of the page. */
function toHits(
  letters: ReadonlyMap<string, Determination>,
  hits: readonly EngineHit[],
  tier: Hit['tier'],
  by: Explaining,
  othersOf: ReadonlyMap<string, readonly EngineHit[]>,
): Hit[] {
  return hits.flatMap((hit) => {
    const determination = letters.get(hit.letterId);
    const item = determination?.items.find((one) => one.id === hit.itemId);
    if (determination === undefined || item === undefined) return [];
    const numbers = (othersOf.get(hit.letterId) ?? []).map((other) => other.number).filter((number) => number !== hit.number);
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

/** The most frequent values, every selected one behind them, and at last what is not stated, which is no value to be found among many. */
function toFacet(field: KeywordField, values: readonly { value: string; count: number }[], selected: readonly string[]): Facet {
  const chosen = new Set(selected);
  const isStated = ({ value }: { value: string }) => value !== NOT_STATED;
  const stated = values.filter(isStated);
  const shown = stated.filter(({ value }, rank) => rank < FACET_VALUES || chosen.has(value));
  const counted = new Set(values.map(({ value }) => value));
  const absent = [...chosen].filter((value) => !counted.has(value)).map((value) => ({ value, count: 0 }));
  const known = [...values.filter((row) => !isStated(row)), ...absent];
  const all = [...shown, ...known.filter(isStated), ...known.filter((row) => !isStated(row))];
  return {
    field,
    label: KEYWORD_FIELDS[field].label,
    distinct: stated.length,
    values: all.map(({ value, count }) => {
      const branch = branchOf(field, value);
      return { value, label: labelOf(field, value), count, selected: chosen.has(value), ...(branch === undefined ? {} : { branch }) };
    }),
  };
}
