/** What a picture of a chart says besides the chart: what was counted, of which program, how much, and as of when. Pure. */
import type { MetricResponse } from '#contract/metrics.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { PictureFacts } from '../../components/chart/picture.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { countWords, totalWords } from '../../lib/words.ts';

/** `counted`: what is narrowed to, in words. */
export function pictureFacts({ programme, state, total }: MetricResponse, counted: string, now = new Date()): PictureFacts {
  const id = programme?.value ?? '';
  return {
    source: programmeOf(id)?.source ?? '',
    filters: counted,
    programme: programme?.label ?? '',
    state: stateWords(state),
    date: now.toISOString().slice(0, 10),
    n: isTable(id) ? countWords(total.items, 'decision') : totalWords(total.items, total.letters),
  };
}

/** "Snapshot “2026 report”", "Live, as of change 240". */
function stateWords({ change, snapshot }: MetricResponse['state']): string {
  return snapshot === null ? `Live, as of change ${change}` : `Snapshot “${snapshot.label}”`;
}
