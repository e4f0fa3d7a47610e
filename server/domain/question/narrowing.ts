/** From the narrowing part of a request (query, filters, days) to what an engine is asked. */
import type { Narrowing } from '#contract/api.ts';
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { AppError, type Fault } from '#contract/problem.ts';
import { type Filter, KeywordFieldSchema, type QueryNode } from '#contract/query.ts';
import { isValueOf } from '#mappings/fields.ts';
import type { Letters } from '../../search/port.ts';
import { listed } from '../query-language/nearest.ts';
import { choicesOf } from '../query-language/values.ts';
import { refuseCostly } from '../understand/query-cost.ts';
import { understand } from '../understand/understand.ts';
import type { Understanding } from '../understand/understanding.ts';

type Conditions = Pick<Narrowing, 'filters' | 'from' | 'to'>;

export interface Narrowed {
  readonly understanding: Understanding;
  /** The tree of the items that have all that was asked for: the first tier. */
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
}

/**
 * The tree and the filters of a request. Throws AppError `bad-request` for filter values that cannot exist and days in the wrong
 * order, `bad-query` for the query, also for one that would cost too much.
 */
export async function narrow(index: Letters, request: Narrowing, signal?: AbortSignal): Promise<Narrowed> {
  const filters = filtersOf(request);
  const understanding = await understand(index, request, signal);
  refuseCostly(understanding);
  return { understanding, where: understanding.where, filters };
}

/** The filters and days of a request. Throws AppError `bad-request` with all faults. */
export function filtersOf(request: Conditions): Filter[] {
  const faults = [...filterFaults(request), ...dayFaults(request)];
  const first = faults[0];
  if (first !== undefined) {
    throw new AppError('bad-request', `${first.parameter}: ${first.detail}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`, {
      errors: faults,
    });
  }
  return toFilters(request);
}

function toFilters(request: Conditions): Filter[] {
  const filters = KeywordFieldSchema.options.flatMap((field): Filter[] => {
    const values = request.filters[field];
    return values === undefined ? [] : [{ field, values: [...new Set(values)] }];
  });
  if (request.from === undefined && request.to === undefined) return filters;
  return [...filters, { field: 'decidedOn', from: request.from ?? null, to: request.to ?? null }];
}

/** A value outside a closed list would find nothing and say nothing, so it is refused; so is the lack of what every item has. */
function filterFaults(request: Conditions): Fault[] {
  return KeywordFieldSchema.options.flatMap((field) => {
    const unknown = (request.filters[field] ?? []).filter((value) => !isValueOf(field, value));
    return unknown.map((value) => ({ parameter: field, value, detail: refusal(field, value) }));
  });
}

function refusal(field: KeywordField, value: string): string {
  const { label, example } = FIELDS[field];
  const choices = choicesOf(field, () => []).map(({ id }) => ({ id, label: id }));
  const fault = value === NOT_STATED ? `every item has a ${label.toLowerCase()}` : 'there is no such value';
  return choices.length > 0 ? `${fault}; there are: ${listed(value, choices)}` : `${fault}; expected one as ${example}`;
}

function dayFaults({ from, to }: Conditions): Fault[] {
  return from !== undefined && to !== undefined && from > to
    ? [{ parameter: 'to', detail: 'expected a day that is not before `from`' }]
    : [];
}
