/** What holds of every answer of every metric, whatever is asked: held over drawn records and drawn requests. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Narrowing } from '#contract/api.ts';
import { METRICS } from '../../server/domain/metrics/registry.ts';
import type { LettersAt } from '../../server/search/port.ts';
import { holding } from '../conformance/case-tools.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { answerOf } from './counted-cases.ts';
import { type Drawn, drawnRequests, type ValuesThere, valuesThere } from './drawn-requests.ts';
import { expectCounts, expectParts } from './expect-parts.ts';
import { countedBehind, expectSameCounts, openedBy } from './opened-items.ts';

/** Drawn letters that are counted over, and what is drawn of requests for each metric. */
interface Sizes {
  readonly letters: number;
  readonly requests: number;
  /** Rows of a part that are opened. */
  readonly opened: number;
}

export function describeProperties(engine: string, open: () => Promise<OpenedIndex>, { letters: count, requests, opened }: Sizes): void {
  describe(`metrics on ${engine}, whatever is asked`, () => {
    const drawn = holding(open, makeLetters(count, 11));
    const holds = (title: string, check: (letters: LettersAt, one: Drawn) => Promise<void>) => {
      for (const { id } of METRICS) {
        drawn(`${id}: ${title}`, async (index) => {
          const letters = await index.at(null);
          const there: ValuesThere = await valuesThere(letters);
          await fc.assert(
            fc.asyncProperty(drawnRequests(id, there), (one) => check(letters, one)),
            { numRuns: requests, seed: 17 },
          );
        });
      }
    };

    holds('parts add up, rates lie in their intervals, and each row counts what a click on it opens', async (letters, one) => {
      const answer = await answerOf(letters, toAsked(one));
      expectCounts(answer.total, true);
      expectParts(answer, one.metric);
      for (const part of answer.parts) {
        for (const row of spread(part.rows, opened)) {
          expectSameCounts(row, await openedBy(letters, one, answer, row, one.narrowing), part.id);
          if (row.against !== null && one.against !== null) {
            expectSameCounts(row.against, await openedBy(letters, one, answer, row, one.against), part.id);
          }
        }
      }
    });

    holds('what is counted apart and what is counted are all that is asked for', async (letters, one) => {
      const answer = await answerOf(letters, toAsked(one));
      const all = await countedBehind(letters, one.narrowing, one.programme, []);
      const apart = answer.apart.reduce((sum, { items }) => sum + items, 0);
      // A second cohort that filters by what is counted apart has it counted in both.
      if (one.against === null) expect(answer.total.items + apart).toBe(all.items);
      for (const row of answer.apart) expectCounts(row, true);
    });

    holds('neither the order of filters and values nor a filter on the outcome changes a number', async (letters, one) => {
      const answer = await answerOf(letters, toAsked(one));
      const turned = { ...one, narrowing: reversed(one.narrowing) };
      expect(await answerOf(letters, toAsked(turned))).toEqual(answer);
      const outcomes = { decision: ['overturned'], letterOutcome: ['mixed', 'all_upheld'] };
      const narrowed = { ...one, narrowing: { ...one.narrowing, filters: { ...outcomes, ...one.narrowing.filters } } };
      const { setAside, ...numbers } = await answerOf(letters, toAsked(narrowed));
      expect(setAside).toEqual(['decision', 'letterOutcome']);
      expect({ ...numbers, setAside: [] }).toEqual(answer);
    });
  });
}

function toAsked({ metric, params, narrowing, against }: Drawn): Parameters<typeof answerOf>[1] {
  return { metric, asked: { ...narrowing, ...params }, ...(against === null ? {} : { against }) };
}

function reversed(narrowing: Partial<Narrowing>): Partial<Narrowing> {
  const filters = Object.entries(narrowing.filters ?? {}).map(([field, values]) => [field, [...values].reverse()] as const);
  return { ...narrowing, filters: Object.fromEntries(filters.reverse()) };
}

/** So many of them, from the first to the last. */
function spread<T>(values: readonly T[], most: number): T[] {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(most, values.length) }, (_, at) => values[Math.floor(at * step)]).filter(
    (value) => value !== undefined,
  );
}
