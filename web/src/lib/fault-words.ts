/** A fault of a request in the words of the page: what is called `category` in a request is "Service category" here. Pure. */

import { FIELDS } from '#contract/fields.ts';
import type { Fault } from '#contract/problem.ts';
import { KeywordFieldSchema } from '#contract/query.ts';

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
  const field = KeywordFieldSchema.safeParse(parameter);
  if (field.success) return `${FIELDS[field.data].label}: there is no such value. Take it out, or choose one in the filters.`;
  return `${PARAMETER_WORDS[parameter] ?? parameter}: ${detail}`;
}
