/**
 * What a page of results asks of an engine, as steps: the items that have all the words, then those that lack some, in one run of pages, and what else
 * of their letters matches. An engine goes through the steps on one state of its index.
 */
import type { Filter, IssueQuery, IssueResults, QueryNode } from '#contract/query.ts';

export interface PageQuery {
  /** The first tier; its offset and limit are those of the page in the run of both. */
  readonly first: IssueQuery;
  /** The second tier; null where there is none. */
  readonly second: QueryNode | null;
}

type Tier = Pick<IssueResults, 'total' | 'letters' | 'hits'>;

export interface PageResults {
  readonly first: IssueResults;
  /** Null where it was not asked: one result for each letter, and the first tier has some, whose letters would come again with other items. */
  readonly second: Tier | null;
  /** With one result for each letter: all items that match of the letters on the page, in the order of their cases. */
  readonly others: IssueResults['hits'];
}

/** Most items of the letters of one page. */
const MOST_OTHERS = 10_000;

/** Yields what to search, is handed what was found, and returns the page. */
function* pageSteps({ first, second }: PageQuery): Generator<IssueQuery, PageResults, IssueResults> {
  const { onePerLetter = false, offset, limit } = first;
  const found = yield first;
  const length = onePerLetter ? found.letters.count : found.total;
  const left = limit - found.hits.length;
  const isLast = left > 0 && offset + limit > length;
  const behind =
    second === null || (onePerLetter && found.total > 0)
      ? null
      : yield { ...first, where: second, facets: [], offset: Math.max(0, offset - length), limit: isLast ? left : 0 };
  const others: IssueResults['hits'] = [];
  for (const [where, { hits }] of [
    [first.where, found],
    [second ?? first.where, behind ?? { hits: [] }],
  ] as const) {
    if (!onePerLetter || hits.length === 0) continue;
    const { filters } = first;
    const same = yield { where, filters: [...filters, ofCases(hits)], facets: [], sort: 'case', offset: 0, limit: MOST_OTHERS };
    const letters = new Set(hits.map(({ letterId }) => letterId));
    others.push(...same.hits.filter(({ letterId }) => letters.has(letterId)));
  }
  return { first: found, second: behind, others };
}

function ofCases(hits: IssueResults['hits']): Filter {
  return { field: 'caseNumber', values: [...new Set(hits.map(({ letterId }) => letterId.slice(letterId.indexOf(':') + 1)))] };
}

/** Goes through the steps with searches that answer at once. */
export function pageOf(query: PageQuery, search: (query: IssueQuery) => IssueResults): PageResults {
  const steps = pageSteps(query);
  let step = steps.next();
  while (step.done !== true) step = steps.next(search(step.value));
  return step.value;
}

/** The same with searches that answer later. */
export async function pageLater(query: PageQuery, search: (query: IssueQuery) => Promise<IssueResults>): Promise<PageResults> {
  const steps = pageSteps(query);
  let step = steps.next();
  while (step.done !== true) step = steps.next(await search(step.value));
  return step.value;
}
