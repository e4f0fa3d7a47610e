/**
 * Rates over time: a line for each series with its interval as a band, gaps where there is no rate, the partial period dashed and hollow, the items
 * of each period below on an axis of their own, and what happened in the program. Every point and bar opens its items.
 */
import { inRoom } from './in-room.tsx';
import { type TrendLaid, trendGeometry } from './trend-geometry.ts';
import { MOST_BANDS, type TrendLinesProps, topOf, trendOf } from './trend-model.ts';

export const TrendLines = inRoom<TrendLinesProps, TrendLaid>({
  lay: ({ rows, total, events = [], unit = 'items' }, width, widthOf) => {
    const trend = trendOf(rows);
    const hollow = rows.some(({ rate, tags }) => rate !== null && (tags.includes('few') || tags.includes('partial')));
    const top = topOf({ rows, total }, trend.series.length);
    const drawn = {
      overall: total.rate?.percent ?? null,
      hollow,
      crowded: trend.series.length > MOST_BANDS,
      cut: rows.some(({ rate }) => rate !== null && rate.high > top),
    };
    const said = {
      rates: `Share of ${unit} overturned${keyWords(drawn)}`,
      counts: trend.series.length > 1 ? `${capital(unit)} of each group, one on the other` : capital(unit),
      events,
    };
    return { trend, ...trendGeometry(width, trend, said, widthOf) };
  },
  load: async () => (await import('./trend-lines-drawn.tsx')).TrendLinesDrawn,
});

interface Key {
  /** The rate over all, where it is drawn. */
  readonly overall: string | null;
  readonly hollow: boolean;
  /** There are more series than bands can be told apart. */
  readonly crowded: boolean;
  /** Some interval goes on above the chart. */
  readonly cut: boolean;
}

/** What lines and shapes mean. */
function keyWords({ overall, hollow, crowded, cut }: Key): string {
  const interval = crowded ? '95% intervals: in the table' : `shaded: 95% interval${cut ? ', cut at the upper edge' : ''}`;
  return `; ${interval}${overall === null ? '' : `; dotted: overall, ${overall}`}${hollow ? '; hollow: few, or a partial period' : ''}`;
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
