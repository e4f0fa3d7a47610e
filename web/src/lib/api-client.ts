/**
 * Asks the API. Everything that goes wrong is an `ApiError` with a code to switch on: the server's own problem codes, `unreachable` when no answer
 * came, `unexpected` when it is no answer of the API. The server's types hold what it answers to the contract, and the browser tests parse every answer
 * by its schema; here that is not done again, since the schemas and their reading would be a tenth of what the first page costs.
 */
import type { Fault, Problem } from '#contract/problem.ts';
import { PROBLEMS, type ProblemCode } from '#contract/problems.ts';

export type ApiErrorCode = ProblemCode | 'unreachable' | 'unexpected';

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly title: string;
  /** Every fault of the request, not only the first. */
  readonly faults: readonly Fault[];
  /** The request id to quote in a report; null where there is none. */
  readonly instance: string | null;
  /** How far what is waited for is; null: that is not told. */
  readonly progress: Problem['progress'] | null;
  constructor(
    code: ApiErrorCode,
    title: string,
    detail: string,
    faults: readonly Fault[] = [],
    instance: string | null = null,
    progress: Problem['progress'] | null = null,
  ) {
    super(detail);
    this.name = 'ApiError';
    this.code = code;
    this.title = title;
    this.faults = faults;
    this.instance = instance;
    this.progress = progress;
  }
}

/** The base path of the API. */
export const API = '/api/v1';

/** GET `path` below the API. Throws `ApiError`; an aborted request throws the browser's own `AbortError`. */
export function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  return askJson(path, { signal });
}

/** POST a body to `path` below the API; `type` is its media type. Throws as `getJson` does. */
export function postJson<T>(path: string, body: Blob | string, type: string, signal?: AbortSignal): Promise<T> {
  return askJson(path, { method: 'POST', body, headers: { 'content-type': type }, ...(signal === undefined ? {} : { signal }) });
}

/** POST or PATCH of a value as JSON. Throws as `getJson` does. */
export function sendJson<T>(method: 'POST' | 'PATCH', path: string, value: unknown): Promise<T> {
  return askJson(path, { method, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
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

async function askJson<T>(path: string, init: RequestInit): Promise<T> {
  const response = await ask(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toApiError(body, response.status);
  if (typeof body === 'object' && body !== null) return body as T;
  throw new ApiError('unexpected', 'The server’s answer was not understood', `${path.split('?')[0]} answered something else.`);
}

/** The error of an answer that is not a success. */
export function toApiError(body: unknown, status: number): ApiError {
  if (!isProblem(body)) return new ApiError('unexpected', 'The server’s answer was not understood', `It answered with status ${status}.`);
  const { code, title, detail, errors, instance, progress = null } = body;
  return new ApiError(code, title, detail, errors, instance, progress);
}

/** Anything may stand between the page and the server, and answer in its place. */
function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body && 'errors' in body)) return false;
  return typeof body.code === 'string' && Object.hasOwn(PROBLEMS, body.code) && Array.isArray(body.errors);
}
