/** What is marked in time on a trend: what happened in the program, and where values of a field begin to mean something else. Pure. */
import type { MetricsResponse, Part } from '#contract/metrics.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { TrendEvent } from '../../../components/chart/trend-model.ts';

/** `notes`: those of the part that no mark tells. */
export function trendMarks(
  { notes }: Pick<Part, 'notes'>,
  programme: string,
  events: MetricsResponse['events'],
): { readonly marks: TrendEvent[]; readonly notes: string[] } {
  const breaks = (programmeOf(programme)?.breaks ?? []).filter(({ note }) => notes.includes(note));
  return {
    marks: [
      ...events.filter((event) => event.programme === programme),
      ...breaks.map(({ year, note }): TrendEvent => ({ on: `${year}-01`, words: note })),
    ],
    notes: notes.filter((words) => !breaks.some(({ note }) => note === words)),
  };
}
