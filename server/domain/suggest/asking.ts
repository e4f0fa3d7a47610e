/**
 * The query around what is being typed: what is asked for beside it, and what a query means with a suggestion put in. The filters and days of
 * the request hold for all of it.
 */
import { AppError } from '#contract/problem.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import type { SuggestRequest } from '#contract/suggest.ts';
import { allOf } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import type { Letters } from '../../search/port.ts';
import { plainTerms } from '../query-language/parse-query.ts';
import { filtersOf, narrow } from '../question/narrowing.ts';
import { isCase } from '../understand/is-case.ts';

/** What is asked for beside something that is typed. */
export interface Context {
  readonly where: QueryNode;
  /**
   * Whether a query with a field and its value there asks for just this and the value: a plain query. In any other the place matters (an OR, a NOT, a
   * group), so that what it finds has to be asked.
   */
  readonly adds: boolean;
}

/** Stands for a suggestion where its values do not matter. */
const ANY_FIELD = 'decision:upheld ';

export class Asking {
  readonly index: Letters;
  readonly signal: AbortSignal | undefined;
  readonly #request: SuggestRequest;
  readonly #filters: readonly QueryNode[];

  /** Throws AppError `bad-request` for filters and days that cannot be. */
  constructor(index: Letters, request: SuggestRequest, signal: AbortSignal | undefined) {
    this.index = index;
    this.signal = signal;
    this.#request = request;
    this.#filters = filtersOf(request).map((filter: Filter): QueryNode => ({ kind: 'filter', filter }));
  }

  /** The query with other words at a place. */
  with({ start, end }: Place, words: string): string {
    const { q } = this.#request;
    return `${q.slice(0, start)}${words}${q.slice(end)}`;
  }

  /** Whether nothing is typed beside a place. */
  isAlone(at: Place): boolean {
    return this.with(at, '').trim() === '';
  }

  /** What is asked for beside a place. Null where the rest of the query cannot be honoured: with nothing put there it leads anywhere. */
  async beside(at: Place): Promise<Context | null> {
    const rest = this.with(at, '');
    const adds = plainTerms(this.with(at, ANY_FIELD), { values: () => [] }) !== null && !isCase(rest);
    if (!adds) return { where: allOf(this.#filters), adds };
    const where = await this.#tree(rest);
    return where === null ? null : { where, adds };
  }

  /** The tree of a query with all filters; a group that is still open is closed for it. Null where it cannot be honoured. */
  async tree(q: string): Promise<QueryNode | null> {
    const open = q.split('(').length - q.split(')').length;
    return (await this.#tree(q)) ?? (open > 0 ? this.#tree(q + ')'.repeat(open)) : null);
  }

  async #tree(q: string): Promise<QueryNode | null> {
    try {
      const { where } = await narrow(this.index, { ...this.#request, q, literal: [] }, this.signal);
      return allOf([where, ...this.#filters]);
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-query') return null;
      throw error;
    }
  }
}
