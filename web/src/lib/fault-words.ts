/** A fault of a request in the words of the page: what is called `category` in a request is "Service category" here. Pure. */

import { FIELDS, isKeywordField, type KeywordField } from '#contract/fields.ts';
import type { Fault } from '#contract/problem.ts';
import { ApiError } from './api-client.ts';

const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  q: 'Query',
  from: 'First day',
  to: 'Last day',
  sort: 'Order',
  page: 'Page',
  size: 'Page size',
  summary: 'Also in the case summary',
  version: 'Version',
};

/** "Page: expected a whole number ...". The values a filter takes are in the filters; the ids of the request say nothing to a reader. */
export function faultWords({ parameter, detail }: Fault): string {
  if (parameter === undefined) return detail;
  if (isKeywordField(parameter)) return `${FIELDS[parameter].label}: there is no such value. Take it out, or choose one in the filters.`;
  return `${PARAMETER_WORDS[parameter] ?? parameter}: ${detail}`;
}

/** A value of a filter that cannot be. */
export interface FilterFault {
  readonly field: KeywordField;
  readonly value: string;
}

/** The filters that a request was refused for; empty where it was refused for anything else as well, or not at all. */
export function filterFaults(error: unknown): FilterFault[] {
  if (!(error instanceof ApiError) || error.code !== 'bad-request') return [];
  const faults = error.faults.flatMap(({ parameter, value }) => {
    return parameter !== undefined && isKeywordField(parameter) && value !== undefined ? [{ field: parameter, value }] : [];
  });
  return faults.length === error.faults.length ? faults : [];
}
