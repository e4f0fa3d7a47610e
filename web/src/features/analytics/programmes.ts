/** Rates are of one program at a time: which one, and which others there are. Pure. */
import type { RatesResponse } from '#contract/api.ts';

export interface Programmes {
  readonly chosen: NonNullable<RatesResponse['programme']>;
  /** Most items first. */
  readonly others: RatesResponse['otherProgrammes'];
}

/** Null where all that matches is of one program, which then goes without saying. */
export function programmesOf(rates: RatesResponse | undefined): Programmes | null {
  const { programme = null, otherProgrammes = [] } = rates ?? {};
  return programme === null || otherProgrammes.length === 0 ? null : { chosen: programme, others: otherProgrammes };
}
