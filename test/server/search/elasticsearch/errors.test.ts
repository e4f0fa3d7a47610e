/** The client's errors as ours: each kind under its code, and no words of a request or a letter in any of them. */
import { inspect } from 'node:util';
import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { operationFault, toAppError } from '../../../../server/search/elasticsearch/errors.ts';

type Answer = ConstructorParameters<typeof errors.ResponseError>[0];
const SECRET = 'the fictional worker fell';
const request = { params: { method: 'POST', path: '/', body: SECRET }, options: {}, id: 1 };

/** A server's answer as the client hands it on, with the request it belongs to. */
function answered(statusCode: number, type: string): errors.ResponseError {
  const body = { error: { type: 'search_phase_execution_exception', reason: SECRET, root_cause: [{ type, reason: SECRET }] } };
  return new errors.ResponseError({ statusCode, body, headers: {}, warnings: null, meta: { request } } as unknown as Answer);
}

describe('an error of the client', () => {
  it.each([
    ['engine-unavailable', answered(401, 'security_exception')],
    ['engine-unavailable', answered(503, 'no_shard_available_action_exception')],
    ['engine-unavailable', answered(429, 'es_rejected_execution_exception')],
    ['engine-unavailable', new errors.ConnectionError('connect ECONNREFUSED 127.0.0.1:9200')],
    ['engine-unavailable', new errors.TimeoutError('Request timed out')],
    ['inexact', answered(400, 'too_many_buckets_exception')],
    ['bad-query', answered(400, 'too_many_clauses')],
  ] as const)('is %s where the server says so', (code, error) => {
    const made = toAppError(error);
    expect(made).toBeInstanceOf(AppError);
    expect(made).toMatchObject({ code });
    expect(inspect(made, { depth: 10 })).not.toContain(SECRET);
  });

  it('is a bug of ours where nothing else is known, and names the kind only', () => {
    const made = toAppError(answered(400, 'parsing_exception'));
    expect(made).not.toBeInstanceOf(AppError);
    expect(inspect(made, { depth: 10 })).toContain('parsing_exception');
    expect(inspect(made, { depth: 10 })).not.toContain(SECRET);
  });

  it('is the reason of the abort where a search was stopped on purpose', () => {
    const reason = new Error('the user typed on');
    expect(toAppError(new errors.RequestAbortedError('aborted'), AbortSignal.abort(reason))).toBe(reason);
  });

  it('is left alone where it is none of the client’s', () => {
    const bug = new TypeError('x is not a function');
    expect(toAppError(bug)).toBe(bug);
  });
});

describe('the fault of a document', () => {
  it.each([
    [
      {
        type: 'document_parsing_exception',
        reason: `[1:5] failed to parse field [keywords.specialty] of type [keyword]: ${SECRET}`,
        caused_by: { type: 'illegal_argument_exception' },
      },
      'Elasticsearch refused it for the field keywords.specialty (document_parsing_exception, illegal_argument_exception)',
    ],
    [
      { type: 'illegal_argument_exception', reason: `immense term in field="words.heading": ${SECRET}` },
      'Elasticsearch refused it for the field words.heading (illegal_argument_exception)',
    ],
    [{ type: 'strict_dynamic_mapping_exception', reason: SECRET }, 'Elasticsearch refused it (strict_dynamic_mapping_exception)'],
  ])('names kinds and field of %o', (error, expected) => {
    expect(operationFault(error)).toBe(expected);
  });
});
