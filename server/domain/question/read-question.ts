/** A request -> what the engines are asked for, whichever way its text is taken: as a query, or as a case told in words. */
import type { Narrowing } from '#contract/api.ts';
import type { Filter, QueryNode, Rank } from '#contract/query.ts';
import type { Letters } from '../../search/port.ts';
import { isCase } from '../understand/is-case.ts';
import type { Understanding } from '../understand/understanding.ts';
import { factsOfText } from './case-facts.ts';
import { caseQuery } from './case-query.ts';
import { filtersOf, narrow } from './narrowing.ts';
import { rankOf } from './ranking.ts';

/** A question that the engines can answer, with what the user is told of it. */
export interface Question {
  readonly understanding: Understanding;
  /** Whether the text was taken as a case. */
  readonly asCase: boolean;
  /** The tree of the first tier. */
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
  readonly rank: Rank;
}

/** Throws AppError `bad-query` or `bad-request`. */
export async function readQuestion(index: Letters, request: Narrowing, signal?: AbortSignal): Promise<Question> {
  if (isCase(request.q) && !request.literal.includes('*')) {
    const filters = filtersOf(request);
    const { where, rank } = await caseQuery(index, factsOfText(request.q), {}, signal);
    return {
      understanding: { where, concepts: null, conditions: [], worded: [], named: [], parts: [] },
      asCase: true,
      where,
      filters,
      rank,
    };
  }
  const { understanding, where, filters } = await narrow(index, request, signal);
  return { understanding, asCase: false, where, filters, rank: rankOf(understanding) };
}
