/** What a metric needs to be asked, and what it does not take. */
import { METRIC_PARAMETERS, type MetricRequest } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import type { Metric } from './metric.ts';

/** A parameter that a metric cannot do without. Throws AppError `bad-request`. */
export function needed<T>(parameter: string, value: T | undefined): T {
  if (value !== undefined) return value;
  const detail = 'this metric needs it';
  throw new AppError('bad-request', `${parameter}: ${detail}`, { errors: [{ parameter, detail }] });
}

/** Throws AppError `bad-request` naming each parameter that was given and means nothing to the metric. */
export function refuseUnknown({ id, takes }: Pick<Metric, 'id' | 'takes'>, request: MetricRequest): void {
  const errors = METRIC_PARAMETERS.filter((parameter) => request[parameter] !== undefined && !takes.includes(parameter)).map(
    (parameter) => ({
      parameter,
      detail: `the metric "${id}" does not take it; it takes ${takes.length === 0 ? 'none' : takes.join(', ')}`,
    }),
  );
  const [first] = errors;
  if (first !== undefined) throw new AppError('bad-request', `${first.parameter}: ${first.detail}`, { errors });
}

/** A fault of the second cohort, told as one of `against`; anything else as it is. */
export function asFaultOfAgainst(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const errors = error.errors.map(({ detail, parameter, at }) => ({
    parameter: 'against',
    detail: parameter === undefined || parameter === 'q' || parameter === 'against' ? detail : `${parameter}: ${detail}`,
    ...(at === undefined ? {} : { at }),
  }));
  return errors.length === 0 ? error : new AppError(error.code, `against: ${error.message}`, { errors, cause: error });
}
