/** What every metric must count, whatever engine is behind it: cases that were counted by hand, and what holds of every answer. */
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../server/domain/metrics/registry.ts';
import { holding } from '../conformance/case-tools.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import { COUNTED_LETTERS } from './corpus.ts';
import { answerOf, expectCounted, HAND_COUNTED } from './counted-cases.ts';

export function describeMetrics(engine: string, open: () => Promise<OpenedIndex>): void {
  describe(`metrics on ${engine}, counted by hand`, () => {
    const counting = holding(open, COUNTED_LETTERS);
    for (const counted of HAND_COUNTED) {
      counting(`${counted.metric}: ${counted.title}`, async (index) => expectCounted(await index.at(null), counted));
    }
    counting('outcomes of one letter are as alike as an analysis of variance says (statsmodels 0.15.0)', async (index) => {
      const letters = await index.at(null);
      const { correlation } = await answerOf(letters, { metric: 'letters', asked: {} });
      expect(correlation.letters).toBe(18);
      expect(correlation.r).toBeCloseTo(0.48522627416520203, 10);
      const table = await answerOf(letters, { metric: 'letters', asked: { filters: { programme: ['dmhc'] } } });
      expect(table.correlation).toEqual({ r: 0, letters: 0 });
    });
  });
}

/** A metric without a case is no metric yet. */
export function describeEveryMetric(): void {
  describe('every metric', () => {
    it.each(METRICS.map(({ id }) => id))('%s was counted by hand', (id) => {
      expect(HAND_COUNTED.filter(({ metric }) => metric === id)).not.toEqual([]);
    });
  });
}
