/** A query that was refused, shown with its faulty places marked: for the commands that take one. */
import { AppError } from '#contract/problem.ts';

/** An error to throw on: a refused query with its faulty places marked, anything else as it is. */
export function withMarks(query: string, error: unknown): unknown {
  return error instanceof AppError && error.code === 'bad-query'
    ? new AppError('bad-query', marked(query, error), { cause: error })
    : error;
}

/** A query that was refused, with each faulty place marked under it and what was expected there. */
function marked(query: string, error: AppError): string {
  const faults = error.errors.map(({ detail, at }) =>
    at === undefined ? detail : `${query}\n${' '.repeat(at.start)}${'^'.repeat(Math.max(1, at.end - at.start))}\n${detail}`,
  );
  return `The query could not be understood:\n${faults.join('\n')}`;
}
