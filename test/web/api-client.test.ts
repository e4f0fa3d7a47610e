/** What becomes of an answer that is not a success. */
import { describe, expect, it } from 'vitest';
import { AppError, toProblem } from '#contract/problem.ts';
import { toApiError } from '../../web/src/lib/api-client.ts';

describe('an answer that is not a success', () => {
  it('keeps the code and every fault of the problem the server answered with', () => {
    const faults = [
      { parameter: 'q', detail: 'there is no such field', at: { start: 0, end: 4 } },
      { parameter: 'page', detail: 'expected a whole number from 1 to 10000' },
    ];
    const error = toApiError(toProblem(new AppError('bad-query', 'Two things are wrong', { errors: faults }), 'request-1'), 400);
    expect(error).toMatchObject({ code: 'bad-query', message: 'Two things are wrong', faults, instance: 'request-1' });
  });

  it.each([[null], ['<html>'], [{ code: 'made-up' }]])('says that %j was not understood, with the status', (body) => {
    const error = toApiError(body, 502);
    expect(error.code).toBe('unexpected');
    expect(error.message).toContain('502');
  });
});
