/**
 * Asks the API: fetch, then parse by the contract's schema. Everything that goes wrong is an `ApiError` with a code to switch
 * on: the server's own problem codes, `unreachable` when no answer came, `unexpected` when the answer is not what was agreed.
 */
// First, wherever schemas are loaded from: pages of their own are built into pieces that may run before the program's start.
import './no-eval.ts';
import type { z } from 'zod';
import { type Fault, type ProblemCode, ProblemSchema } from '#contract/problem.ts';

export type ApiErrorCode = ProblemCode | 'unreachable' | 'unexpected';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly title: string;
  /** Every fault of the request, not only the first. */
  readonly faults: readonly Fault[];
  /** The request id to quote in a report; null where there is none. */
  readonly instance: string | null;
  constructor(code: ApiErrorCode, title: string, detail: string, faults: readonly Fault[] = [], instance: string | null = null) {
    super(detail);
    this.name = 'ApiError';
    this.code = code;
    this.title = title;
    this.faults = faults;
    this.instance = instance;
  }
}

/** The base path of the API. */
export const API = '/api/v1';

/** GET `path` below the API. Throws `ApiError`; an aborted request throws the browser's own `AbortError`. */
export function getJson<S extends z.ZodType>(schema: S, path: string, signal: AbortSignal): Promise<z.infer<S>> {
  return askJson(schema, path, { signal });
}

/** POST a body to `path` below the API; `type` is its media type. Throws as `getJson` does. */
export function postJson<S extends z.ZodType>(
  schema: S,
  path: string,
  body: Blob | string,
  type: string,
  signal?: AbortSignal,
): Promise<z.infer<S>> {
  return askJson(schema, path, { method: 'POST', body, headers: { 'content-type': type }, ...(signal === undefined ? {} : { signal }) });
}

/** POST or PATCH of a value as JSON. Throws as `getJson` does. */
export function sendJson<S extends z.ZodType>(schema: S, method: 'POST' | 'PATCH', path: string, value: unknown): Promise<z.infer<S>> {
  return askJson(schema, path, { method, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
}

/** DELETE, which answers without a body. Throws as `getJson` does. */
export async function remove(path: string): Promise<void> {
  const response = await ask(path, { method: 'DELETE' });
  if (!response.ok) throw toApiError(await response.json().catch(() => null), response.status);
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${API}${path}`, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError('unreachable', 'The server cannot be reached', 'See that IMR Index is still running, then try again.');
  }
}

async function askJson<S extends z.ZodType>(schema: S, path: string, init: RequestInit): Promise<z.infer<S>> {
  const response = await ask(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toApiError(body, response.status);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fault = parsed.error.issues[0];
  const where = fault === undefined ? 'the body' : `${fault.path.join('.') || 'the body'}: ${fault.message}`;
  throw new ApiError('unexpected', 'The server’s answer was not understood', `${path.split('?')[0]} answered something else (${where}).`);
}

/** The error of an answer that is not a success. */
export function toApiError(body: unknown, status: number): ApiError {
  const problem = ProblemSchema.safeParse(body);
  if (!problem.success) return new ApiError('unexpected', 'The server’s answer was not understood', `It answered with status ${status}.`);
  const { code, title, detail, errors, instance } = problem.data;
  return new ApiError(code, title, detail, errors, instance);
}
