/** How alike the outcomes within a letter are in a programme, by which intervals are widened: one number for all its rates. */
import { NOT_STATED } from '#contract/fields.ts';
import type { MetricResponse } from '#contract/metrics.ts';
import type { Programme } from '#contract/programmes.ts';
import type { Searching } from '../../search/port.ts';
import { intraLetterCorrelation, type LetterTally } from '../statistics/intra-letter-correlation.ts';

/** Over all letters of the programme with known decisions, by how many of how many items each has overturned (the field `letterTally`). */
export async function correlationOf(
  index: Pick<Searching, 'aggregate'>,
  programme: Programme,
  signal?: AbortSignal,
): Promise<MetricResponse['correlation']> {
  const { cells } = await index.aggregate({ where: { kind: 'all' }, filters: [], programme, by: ['letterTally'] }, signal);
  const tallies = cells.flatMap(({ keys: [tally = NOT_STATED], letters }): LetterTally[] => {
    const [, overturned, items] = /^(\d+) of (\d+)$/.exec(tally) ?? [];
    return overturned === undefined || items === undefined
      ? []
      : [{ overturned: Number(overturned), items: Number(items), letters: letters.count }];
  });
  const several = tallies.filter(({ items }) => items > 1);
  return { r: intraLetterCorrelation(tallies), letters: several.reduce((sum, { letters }) => sum + letters, 0) };
}
