/**
 * Where more matches than is counted one by one, letters are estimated by a real Elasticsearch: said so, near what the oracle counts, and everything
 * else exact. Where a question holds for whole letters they stay exact at any size.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { OutcomeCounts } from '#contract/aggregate.ts';
import type { LetterCount } from '#contract/query.ts';
import { writersOf } from '../../server/index/writers.ts';
import { elasticsearchEngine } from '../../server/search/elasticsearch/client.ts';
import { connect } from '../../server/search/elasticsearch/connection.ts';
import { aliasOf, pairOf } from '../../server/search/elasticsearch/names.ts';
import type { SearchEngine } from '../../server/search/port.ts';
import { makeOracle, type Oracle } from '../conformance/oracle.ts';
import { drawAggregates, drawSearches } from '../conformance/queries.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { indicesOf, inPlace } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');

/** Of a count, what an estimate may be beside it: the server promises a few percent. */
const TOLERANCE = 0.06;

if ('skipped' in server) it.skip(`estimates of Elasticsearch are not tested: ${server.skipped}`);
else describeEstimates(server);

function describeEstimates(address: ServerAddress): void {
  describe('an index of which nothing is counted one by one', () => {
    const letters = makeLetters(1_500, 7);
    const over = Promise.withResolvers<void>();
    let engine: SearchEngine;
    let oracle: Oracle;
    let place: Promise<void>;

    beforeAll(async () => {
      oracle = makeOracle(letters);
      const ready = Promise.withResolvers<void>();
      place = inPlace(address, async ({ options, open }) => {
        const index = await open();
        await index.put(letters);
        const name = (await indicesOf(address, options.index)).find((one) => one.startsWith(`${options.index}-items-`));
        engine = elasticsearchEngine(
          await connect(options),
          pairOf(aliasOf(options.index), name ?? ''),
          writersOf(index.library, options.index),
          1,
        );
        ready.resolve();
        await over.promise;
        await engine.close();
      });
      place.catch(ready.reject);
      await ready.promise;
    });
    afterAll(async () => {
      over.resolve();
      await place;
    });

    it('says about how many letters there are, and counts all else', async () => {
      const tally = { estimated: 0, exact: 0 };
      const expectLetters = (found: LetterCount, expected: LetterCount, query: object): void => {
        tally[found.exact ? 'exact' : 'estimated'] += 1;
        if (found.exact) expect(found, JSON.stringify(query)).toEqual(expected);
        else expect(Math.abs(found.count - expected.count), JSON.stringify(query)).toBeLessThanOrEqual(expected.count * TOLERANCE);
      };
      const whole = ({ letters: _, knownLetters: __, ...counts }: OutcomeCounts) => counts;
      for (const query of drawAggregates(oracle.items, 160, 3)) {
        const [found, expected] = [await engine.aggregate(query), oracle.aggregate(query)];
        expect([found.total, ...found.cells].map(whole), JSON.stringify(query)).toEqual([expected.total, ...expected.cells].map(whole));
        for (const [at, cell] of [found.total, ...found.cells].entries()) {
          const same = [expected.total, ...expected.cells][at];
          if (same === undefined) throw new Error('a cell is missing');
          expectLetters(cell.letters, same.letters, query);
          expectLetters(cell.knownLetters, same.knownLetters, query);
        }
      }
      for (const query of drawSearches(oracle.items, 60, 4, 10)) {
        const [found, expected] = [await engine.search(query), oracle.search(query)];
        expect(found.total).toBe(expected.total);
        expectLetters(found.letters, expected.letters, query);
      }
      expect(tally.estimated).toBeGreaterThan(1_000);
      expect(tally.exact).toBeGreaterThan(1_000);
    });
  });
}
