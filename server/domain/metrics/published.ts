/** What others published of a programme, in the form in which it is told beside our numbers. Pure. */
import type { MetricsResponse } from '#contract/metrics.ts';
import { PUBLISHER_LABELS, type PublishedFigure } from '#contract/programme-figures.ts';
import { PROGRAMME_IDS } from '#contract/programmes.ts';
import { monthInWords } from '#mappings/text/day-words.ts';
import { eventsOf, PUBLISHED_FIGURES } from '#mappings/vocabulary/programmes/published-figures.ts';

/** The figures of each year and publisher in one row: letters, and the share overturned where either it or the share upheld was published. */
export function published(): MetricsResponse['published'] {
  const rows = new Map<string, PublishedFigure[]>();
  for (const figure of PUBLISHED_FIGURES) {
    const key = JSON.stringify([figure.programme, figure.year, figure.quarter ?? 0, figure.publisher]);
    rows.set(key, [...(rows.get(key) ?? []), figure]);
  }
  return [...rows.values()].flatMap((figures) => {
    const [first] = figures;
    if (first === undefined) return [];
    const of = (measure: PublishedFigure['measure']) => figures.find((figure) => figure.measure === measure);
    const [overturned, upheld] = [of('overturned'), of('upheld')];
    return [
      {
        programme: first.programme,
        year: first.quarter === undefined ? String(first.year) : `Q${first.quarter} ${first.year}`,
        letters: of('letters')?.value ?? null,
        overturned: overturned !== undefined ? overturned.value / 100 : upheld !== undefined ? (100 - upheld.value) / 100 : null,
        by: PUBLISHER_LABELS[first.publisher],
        source: [...new Set(figures.map(({ source }) => source))].join('; '),
      },
    ];
  });
}

/** What happened to programmes, as far as a published source was seen. */
export function events(): MetricsResponse['events'] {
  return PROGRAMME_IDS.flatMap((id) =>
    eventsOf(id).map(({ programme, since, label, note }) => {
      const on = since.slice(0, 7);
      return { programme, on, words: `${label} (${monthInWords(on)}): ${note}` };
    }),
  );
}
