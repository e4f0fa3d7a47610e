/** The programme that figures are of: they are never mixed between two. */
import type { MetricResponse } from '#contract/metrics.ts';
import { FIRST_PROGRAMME, isProgramme, type Programme } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { labelled } from '#mappings/labels.ts';
import type { Letters } from '../../search/port.ts';
import { programmesThere } from '../question/programmes-there.ts';

export interface OneProgramme {
  readonly programme: Programme;
  /** Whether anything of it matches. */
  readonly matches: boolean;
  /** The others that match, most items first. */
  readonly otherProgrammes: MetricResponse['otherProgrammes'];
}

/** Of the programmes that match and are asked for (all, where none is), the one with most items; where none of those matches, one that is asked for. */
export async function oneProgramme(
  index: Letters,
  where: QueryNode,
  filters: readonly Filter[],
  asked: readonly string[] | undefined,
  signal?: AbortSignal,
): Promise<OneProgramme> {
  const found = await programmesThere(
    index,
    where,
    filters.filter(({ field }) => field !== 'programme'),
    signal,
  );
  const chosen = found.find(({ programme }) => asked === undefined || asked.includes(programme)) ?? null;
  return {
    programme: chosen?.programme ?? asked?.find(isProgramme) ?? FIRST_PROGRAMME,
    matches: chosen !== null,
    otherProgrammes: found.filter((one) => one !== chosen).map(({ programme, count }) => ({ ...labelled('programme', programme), count })),
  };
}
