/** The second cohort of a comparison, as the parameters of a search. */
import { type Narrowing, NarrowingSchema } from '#contract/api.ts';
import { asFaultOfAgainst } from '../domain/metrics/requests.ts';
import { parseParams } from './params.ts';

/** Throws AppError `bad-request` that names `against`. */
export function readAgainst(parameters: string): Narrowing {
  const params = new URLSearchParams(parameters);
  // What is no narrowing (the page, the order) comes along where an address was copied.
  for (const name of ['page', 'size', 'sort', 'group', 'snapshot']) params.delete(name);
  try {
    return parseParams(params, NarrowingSchema);
  } catch (error) {
    throw asFaultOfAgainst(error);
  }
}
