/** Errors of the Elasticsearch client as ours. What is no fault of server or network is left as it is: a bug. */
import { errors } from '@elastic/elasticsearch';
import { AppError } from '#contract/problem.ts';

/** What an operation of a bulk request failed of, as the server says it. */
interface OperationError {
  readonly type: string;
  readonly reason?: string | null | undefined;
  readonly caused_by?: OperationError | undefined;
}

/**
 * Why the server did not take a document: kinds of error and the field, never its reason as it stands, since that quotes
 * the values of the document, and words of letters do not belong in errors.
 */
export function operationFault(error: OperationError): string {
  const field = /field(?: \[|=")([\w.]+)/.exec(error.reason ?? '')?.[1];
  const types: string[] = [];
  for (let cause: OperationError | undefined = error; cause !== undefined; cause = cause.caused_by) types.push(cause.type);
  return `Elasticsearch refused it${field === undefined ? '' : ` for the field ${field}`} (${types.join(', ')})`;
}

/**
 * The error to throw for one that the client threw; `signal` tells a wanted abort from a lost connection. The client's
 * own errors carry the whole request, with words of letters in it, so none of them goes further than here.
 */
export function toAppError(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof errors.ResponseError) return fromResponse(error);
  if (error instanceof errors.ElasticsearchClientError) {
    return new AppError('engine-unavailable', `Elasticsearch cannot be reached: ${error.message || error.name}.`, {
      cause: new Error(error.name),
    });
  }
  return error;
}

function fromResponse(error: errors.ResponseError): Error {
  const status = error.statusCode ?? 0;
  const text = JSON.stringify(error.body ?? '');
  const cause = new Error(`Elasticsearch answered ${status}: ${typesIn(text).join(', ')}`);
  if (status === 401 || status === 403) {
    return new AppError('engine-unavailable', `Elasticsearch refuses these credentials (${status}).`, { cause });
  }
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    return new AppError('engine-unavailable', `Elasticsearch is not ready or too busy (${status}).`, { cause });
  }
  if (text.includes('too_many_buckets_exception')) {
    return new AppError('inexact', 'Elasticsearch did not count exactly: there are more values than an answer can carry.', { cause });
  }
  if (text.includes('too_many_clauses') || text.includes('too_many_nested_clauses') || text.includes('nested depth')) {
    return new AppError('bad-query', 'The query has more words than Elasticsearch takes at once; search with fewer.', { cause });
  }
  return cause;
}

/** The kinds of error that an answer names, each once. */
function typesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/"type":"(\w+)"/g), (match) => match[1] ?? ''))];
}
