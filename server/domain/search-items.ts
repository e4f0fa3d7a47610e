/** A search request -> the port -> one page of disputed items with their words, snippets and facets. */
import {
  FACET_VALUES,
  type Facet,
  type Hit,
  RESULT_WINDOW,
  SEARCH_FACETS,
  type SearchRequest,
  type SearchResponse,
} from '#contract/api.ts';
import type { Determination, Item } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueResults, KeywordField } from '#contract/query.ts';
import { KEYWORD_FIELDS, labelOf, TEXT_FIELDS } from '#mappings/fields.ts';
import type { SearchIndex } from '../search/port.ts';
import { highlight, positiveLeaves, type TextLeaf, termsOf } from './highlight.ts';
import { guidelinesOf, labelled } from './labels.ts';
import { narrow } from './narrowing.ts';
import { snippetsOf } from './snippets.ts';

/** One page of results. Throws AppError `bad-query`, `bad-request`, `window-too-large` or what the engine throws. */
export async function searchItems(index: SearchIndex, request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse> {
  const { page, size, sort } = request;
  if (page * size > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Pages reach to item ${RESULT_WINDOW}; narrow the search to see the rest`, {
      errors: [{ parameter: 'page', detail: `expected at most ${Math.floor(RESULT_WINDOW / size)} with ${size} items a page` }],
    });
  }
  const { where, filters } = await narrow(index, request, signal);
  const results = await index.search({ where, filters, facets: SEARCH_FACETS, sort, offset: (page - 1) * size, limit: size }, signal);
  const leaves = positiveLeaves(where);
  return {
    total: results.total,
    letters: results.letters,
    page,
    size,
    pages: Math.min(Math.ceil(results.total / size), Math.floor(RESULT_WINDOW / size)),
    sort,
    terms: termsOf(leaves),
    hits: await toHits(index, results.hits, leaves),
    facets: results.facets.map(({ field, values }) => toFacet(field, values, request.filters[field] ?? [])),
  };
}

/** The hits with their words. A letter that was taken out since the search is left out of the page. */
async function toHits(index: SearchIndex, hits: IssueResults['hits'], leaves: readonly TextLeaf[]): Promise<Hit[]> {
  const stored = await index.determinations([...new Set(hits.map((hit) => hit.letterId))]);
  const byId = new Map(stored.map((determination) => [determination.id, determination]));
  return hits.flatMap((hit) => {
    const determination = byId.get(hit.letterId);
    const item = determination?.items.find((one) => one.id === hit.itemId);
    return determination === undefined || item === undefined ? [] : [toHit(determination, item, leaves)];
  });
}

/** One result as it is shown. */
function toHit(determination: Determination, item: Item, leaves: readonly TextLeaf[]): Hit {
  const texts = {
    heading: TEXT_FIELDS.heading.of(determination, item),
    rationale: TEXT_FIELDS.rationale.of(determination, item),
    administratorGuideline: TEXT_FIELDS.administratorGuideline.of(determination, item),
    reviewerGuideline: TEXT_FIELDS.reviewerGuideline.of(determination, item),
    summary: TEXT_FIELDS.summary.of(determination, item),
  };
  const issue = item.inDispute?.value ?? texts.heading;
  const { specialtyAsPrinted, specialties } = determination.reviewer;
  return {
    id: item.id,
    letterId: determination.id,
    caseNumber: determination.caseNumber.value,
    number: item.number,
    issue,
    issueMarks: highlight(issue, 'heading', leaves),
    decision: item.decision?.value ?? 'undetermined',
    service: item.service === null ? null : labelled('service', item.service.value),
    category: item.category === null ? null : labelled('category', item.category.value),
    decidedOn: determination.dates.decided?.value ?? null,
    specialty: specialtyAsPrinted?.value ?? (specialties.map(({ value }) => value).join(', ') || null),
    urBasis: item.guidelines.administrator.basis?.value ?? null,
    imrBasis: item.guidelines.reviewer.basis?.value ?? null,
    urGuidelines: guidelinesOf(item, 'administrator'),
    imrGuidelines: guidelinesOf(item, 'reviewer'),
    itemsInLetter: determination.items.length,
    // The issue itself is shown with its marks; a heading that says the same is not shown twice.
    snippets: snippetsOf(issue === texts.heading ? { ...texts, heading: '' } : texts, leaves),
  };
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
