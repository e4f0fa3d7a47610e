/**
 * The ways in which the embedded engine scores: all that have the words that must be there, each word by itself, or common words by
 * where they stand. They spare time and may not change an order.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssueResults, ITEM_SCOPE, type QueryNode, type Rank } from '#contract/query.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { openToWrite } from '../../../server/search/embedded/database.ts';
import { embeddedEngine } from '../../../server/search/embedded/open-embedded.ts';
import type { SearchEngine } from '../../../server/search/port.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

const word = (text: string): QueryNode => ({ kind: 'word', word: text, fields: [...ITEM_SCOPE] });
const or = (...children: QueryNode[]): QueryNode => ({ kind: 'or', children });
const and = (...children: QueryNode[]): QueryNode => ({ kind: 'and', children });

describe('a search by relevance', () => {
  let dataDir = '';
  let all: SearchEngine | undefined;
  let few: SearchEngine | undefined;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'imr-scores-'));
    const index = await openSearchIndex({ engine: 'embedded', dataDir });
    await index.put(makeLetters(300, 3));
    await index.close();
    const engine = (mostScored?: number) => {
      const file = openToWrite(join(dataDir, 'index', '1.sqlite'), false);
      return file === null ? undefined : embeddedEngine(file.db, mostScored);
    };
    all = engine();
    few = engine(0);
  });
  afterAll(async () => {
    await all?.close();
    await few?.close();
    await rm(dataDir, { recursive: true });
  });

  const hitsOf = async (engine: SearchEngine | undefined, where: QueryNode, text: QueryNode): Promise<IssueResults['hits']> => {
    const rank: Rank = { text, boosts: [] };
    const query = { where, filters: [], facets: [], sort: 'relevance' as const, rank, offset: 0, limit: 1_000 };
    return (await engine?.search(query))?.hits ?? [];
  };
  const scoresOf = async (engine: SearchEngine | undefined, where: QueryNode, text: QueryNode) =>
    new Map((await hitsOf(engine, where, text)).map(({ itemId, score }) => [itemId, score]));

  it.each([
    ['all that must be there', and(word('lumbar'), word('therapy')), [word('lumbar'), word('therapy')]],
    ['one that must be there, one that may', word('lumbar'), [word('lumbar'), word('therapy'), word('medical')]],
    [
      'several words for one thing',
      and(or(word('lumbar'), word('trainer')), word('epidural')),
      [or(word('lumbar'), word('trainer')), word('epidural')],
    ],
    ['the same word twice', word('lumbar'), [word('lumbar'), word('lumbar')]],
  ])('scores the same whichever way: %s', async (_, where, things) => {
    // A NOT of what no item has changes nothing but the way: nothing is seen to be required then.
    const other = and(or(where, word('zebra')), { kind: 'not', child: word('zebra') });
    const expected = await scoresOf(all, other, or(...things));
    const scores = await scoresOf(all, where, or(...things));
    expect(scores.size).toBeGreaterThan(0);
    expect([...scores.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [itemId, score] of scores) expect(score).toBeCloseTo(expected.get(itemId) ?? 0, 5);
  });

  it('where rows are too many, counts in which texts a word stands, about as BM25 does', async () => {
    const [exact, rough] = await Promise.all([all, few].map((engine) => scoresOf(engine, word('trainer'), word('trainer'))));
    expect(rough?.size).toBe(exact?.size);
    expect(rough?.size).toBeGreaterThan(10);
    for (const [itemId, score] of rough ?? []) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeGreaterThan((exact?.get(itemId) ?? 0) / 3);
      expect(score).toBeLessThan((exact?.get(itemId) ?? 0) * 3);
    }
  });
});
