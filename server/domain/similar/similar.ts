/** Cases like one at hand: from a stored item, a told case or a letter that is not stored. Neighbours, not predictions. */
import type { Determination, Item } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import { FIRST_PROGRAMME, PROGRAMME_IDS } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { NEIGHBOURS, type Neighbour, type SimilarRequest, type SimilarResponse } from '#contract/similar.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import { allOf, filterNode } from '#mappings/query-tree.ts';
import type { Letters } from '../../search/port.ts';
import { type CaseFacts, type Fact, FIELDS_OF } from '../question/case-facts.ts';
import { type CaseQuery, caseQuery } from '../question/case-query.ts';
import { filtersOf } from '../question/narrowing.ts';
import { loadedProgrammes } from '../question/programmes-there.ts';
import { explainBy, toHit } from '../results/hits.ts';
import { nearCopies } from './near-copies.ts';

const MOST = Math.max(...NEIGHBOURS);
/** Asked for beyond those shown, since near copies are folded. */
const SPARE = 100;

interface Found {
  readonly determination: Determination;
  readonly item: Item;
}

/** The nearest to a case, all of one programme: outcomes are never mixed between two. `own`: the id of the letter the case is of, which is no neighbour of itself. */
export async function similarCases(
  index: Letters,
  facts: CaseFacts,
  request: SimilarRequest,
  own: string | null,
  signal?: AbortSignal,
): Promise<SimilarResponse> {
  const programme = await oneProgramme(index, request.filters.programme, own);
  const filters = filtersOf({ ...request, filters: { ...request.filters, programme: [programme] } });
  const asked = await caseQuery(index, facts, { without: request.without, ...(own === null ? {} : { apart: letter(own) }) }, signal);
  const found = await nearest(index, asked, filters, signal);
  const first = nearCopies(found.map(({ item }) => item.rationale?.value ?? ''));
  const kept = found.flatMap((_, position) => (first[position] === position ? [position] : [])).slice(0, MOST);
  const counted = facts.facts.filter(({ criterion }) => !request.without.includes(criterion));
  const by = explainBy({ where: asked.rank.text, concepts: null, conditions: [], worded: [], named: [], parts: [] });
  const neighbours = kept.flatMap((position): Neighbour[] => {
    const one = found[position];
    if (one === undefined) return [];
    const folded = found.filter((_, other) => other !== position && first[other] === position);
    const hit = toHit(one.determination, one.item, 'all', by);
    return [
      {
        hit,
        ...compare(one, counted),
        sharedWords: [...new Set(hit.why.flatMap(({ words }) => words))].slice(0, 12),
        folded: folded.map(({ determination, item }) => ({
          id: item.id,
          caseNumber: determination.caseNumber.value,
          number: item.number,
          decision: item.decision?.value ?? 'undetermined',
        })),
      },
    ];
  });
  return {
    programme: labelled('programme', programme),
    profile: {
      words: asked.words.map(({ word }) => word),
      facts: facts.facts.map(({ criterion, field, value }) => ({ criterion, value, label: labelOf(field, value) })),
    },
    neighbours,
    counts: NEIGHBOURS.map((count) => countsOf(neighbours.slice(0, count), count)),
  };
}

/**
 * The programme whose cases are compared: the case's own where that is asked for or nothing is; else the first that is asked for. A case in words, and
 * one of a programme that is not loaded, is compared within the first known programme that is, else within the one with most items.
 */
async function oneProgramme(index: Letters, asked: readonly string[] = [], own: string | null): Promise<string> {
  const ofCase = own === null ? null : own.slice(0, own.indexOf(':'));
  const [first] = asked;
  if (first !== undefined) return ofCase !== null && asked.includes(ofCase) ? ofCase : first;
  const loaded = (await loadedProgrammes(index)).map(({ value }) => value);
  if (ofCase !== null && loaded.includes(ofCase)) return ofCase;
  return PROGRAMME_IDS.find((id) => loaded.includes(id)) ?? loaded[0] ?? FIRST_PROGRAMME;
}

async function nearest(index: Letters, { where, rank }: CaseQuery, filters: readonly Filter[], signal?: AbortSignal): Promise<Found[]> {
  const { hits } = await index.search({ where, filters, facets: [], sort: 'relevance', rank, offset: 0, limit: MOST + SPARE }, signal);
  const stored = await index.determinations([...new Set(hits.map(({ letterId }) => letterId))]);
  const byId = new Map(stored.map((determination) => [determination.id, determination]));
  return hits.flatMap((hit) => {
    const determination = byId.get(hit.letterId);
    const item = determination?.items.find(({ id }) => id === hit.itemId);
    return determination === undefined || item === undefined ? [] : [{ determination, item }];
  });
}

/** Which facts of the case this item has, and what it has where it has not. */
function compare({ determination, item }: Found, facts: readonly Fact[]): Pick<Neighbour, 'shared' | 'differs'> {
  const valuesOf = (fact: Fact) => KEYWORD_FIELDS[fact.field].of(determination, item);
  const has = (fact: Fact) => valuesOf(fact).includes(fact.value);
  const shared = facts.filter(has);
  // A criterion differs where none of its facts is shared: of three drugs one is enough to be alike.
  const apart = [...Map.groupBy(facts, ({ criterion }) => criterion)].filter(([, all]) => !all.some(has));
  return {
    shared: shared.map(({ criterion, field, value }) => ({ criterion, value, label: labelOf(field, value) })),
    differs: apart.map(([criterion, all]) => ({
      criterion,
      asked: all.map(({ field, value }) => labelOf(field, value)).join(', '),
      here:
        criterion === 'words'
          ? []
          : FIELDS_OF[criterion].flatMap((field) => KEYWORD_FIELDS[field].of(determination, item).map((value) => labelOf(field, value))),
    })),
  };
}

function countsOf(neighbours: readonly Neighbour[], nearest: number): SimilarResponse['counts'][number] {
  const decisions: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };
  for (const { hit } of neighbours) decisions[hit.decision] += 1;
  return { nearest, items: neighbours.length, decisions, folded: neighbours.reduce((sum, { folded }) => sum + folded.length, 0) };
}

function letter(id: string): QueryNode {
  const colon = id.indexOf(':');
  return allOf([filterNode('programme', [id.slice(0, colon)]), filterNode('caseNumber', [id.slice(colon + 1)])]);
}
