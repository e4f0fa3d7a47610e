/** Invented answers of GET /rates. */
import { type RatesResponse, RatesResponseSchema } from '#contract/api.ts';

/** Counts of one group, `letters` as many as items unless told. */
export function counts(upheld: number, overturned: number, undetermined = 0, letters = upheld + overturned + undetermined) {
  const of = upheld + overturned;
  return {
    items: of + undetermined,
    letters: { count: letters, exact: true },
    knownLetters: { count: letters, exact: true },
    decisions: { upheld, overturned, overturned_in_part: 0, undetermined },
    knownInLetters: of,
    overturned: of >= 10 && letters >= 5 ? { n: overturned, of } : null,
  };
}

/** The answer with these groups. */
export function ratesOf(rows: RatesResponse['rows'], total = counts(0, 0)): RatesResponse {
  return RatesResponseSchema.parse({
    by: 'category',
    label: 'Service category',
    overlapping: false,
    setAside: [],
    programme: null,
    otherProgrammes: [],
    total,
    rows,
  });
}
