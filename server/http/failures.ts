/** The one place where a thrown value becomes an answer: `application/problem+json`, all faults, nothing leaked. */
import type { ErrorRequestHandler } from 'express';
import { AppError, toProblem } from '#contract/problem.ts';
import { REQUEST_ID } from './guards.ts';

/** When it is worth asking again for what is being made, in seconds. */
const RETRY_AFTER_S = '2';

/** Answers with the problem of what was thrown. Bugs and trouble of the server go to the log with their stack; requests do not. */
export function failures(log: (line: string) => void): ErrorRequestHandler {
  return (thrown: unknown, _request, response, _next) => {
    // The client has gone: there is nobody to tell, and giving up is no fault.
    if (response.destroyed || response.writableEnded) return;
    const error = fromExpress(thrown);
    const problem = toProblem(error, response.get(REQUEST_ID) ?? '');
    if (problem.status >= 500 && problem.code !== 'snapshot-building') log(`${problem.instance} ${problem.code}: ${reasonOf(error)}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // Of the answer that was begun.
    response.removeHeader('ETag');
    response.removeHeader('Content-Encoding');
    if (problem.code === 'snapshot-building') response.set('Retry-After', RETRY_AFTER_S);
    response.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** Express reports what it cannot read of a request (a broken %-escape in the path) as an error with a 4xx status. */
function fromExpress(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('status' in thrown)) return thrown;
  const { status } = thrown;
  if (status === 404) return new AppError('not-found', 'There is nothing at this address');
  return typeof status === 'number' && status >= 400 && status < 500
    ? new AppError('bad-request', 'The address of the request could not be read', { cause: thrown })
    : thrown;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'a value that is no error was thrown';
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
