/**
 * The query parameters of a request, read by the schema of its endpoint. All faults are told at once; a parameter that
 * the endpoint does not know is refused by name, so that a misspelt filter never widens a search.
 */
import type { Request } from 'express';
import { z } from 'zod';
import { AppError, type Fault } from '#contract/problem.ts';
import { KeywordFieldSchema } from '#contract/query.ts';

/**
 * What a request asks for. A schema with `filters` takes one repeatable parameter for each keyword field; a list of the schema
 * may be repeated too; every other parameter may stand once. Throws AppError `bad-request` with all faults.
 */
export function readParams<S extends z.ZodObject>(request: Request, schema: S): z.output<S> {
  return parseParams(paramsOf(request), schema);
}

/** The same for parameters at hand. */
export function parseParams<S extends z.ZodObject>(params: URLSearchParams, schema: S): z.output<S> {
  const single = Object.keys(schema.shape).filter((name) => name !== 'filters');
  const lists = single.filter((name) => isList(schema.shape[name]));
  const repeatable: readonly string[] = 'filters' in schema.shape ? KeywordFieldSchema.options : [];
  const faults: Fault[] = [];
  const given: { [name: string]: unknown; filters?: Record<string, string[]> } = {};
  const filters: Record<string, string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    if (repeatable.includes(name)) filters[name] = values;
    else if (!single.includes(name)) {
      const known = [...single, ...repeatable].sort().join(', ');
      faults.push({ parameter: name.slice(0, 60), detail: `unknown parameter; there ${known === '' ? 'are none here' : `are ${known}`}` });
    } else if (lists.includes(name)) given[name] = values;
    else if (values.length > 1) faults.push({ parameter: name, detail: 'expected one value' });
    else given[name] = values[0];
  }
  if (repeatable.length > 0) given.filters = filters;
  const parsed = schema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const [first, second] = issue.path;
    const parameter = String(first === 'filters' ? second : first);
    faults.push({ parameter, detail: issue.message });
  }
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new AppError('bad-request', faults.map((fault) => `${fault.parameter}: ${fault.detail}`).join('; '), { errors: faults });
}

function paramsOf(request: Request): URLSearchParams {
  const { originalUrl } = request;
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : originalUrl.slice(mark + 1));
}

/** Whether a parameter's schema is a list, with a default or without. */
function isList(schema: unknown): boolean {
  return schema instanceof z.ZodDefault ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
}
