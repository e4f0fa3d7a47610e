/**
 * The ways in which the embedded engine scores: all that have the words that must be there, each word by itself, or common words by
 * where they stand. They spare time and may not change an order.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssueResults, ITEM_SCOPE, type QueryNode, type Rank } from '#contract/query.ts';
import { type Core, openCore } from '../../../server/search/embedded/core.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

const word = (text: string): QueryNode => ({ kind: 'word', word: text, fields: [...ITEM_SCOPE] });
const or = (...children: QueryNode[]): QueryNode => ({ kind: 'or', children });
const and = (...children: QueryNode[]): QueryNode => ({ kind: 'and', children });

describe('a search by relevance', () => {
  let dataDir = '';
  let all: Core | undefined;
  let few: Core | undefined;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'imr-scores-'));
    all = openCore(dataDir, true);
    all.put(makeLetters(300, 3));
    few = openCore(dataDir, false, 0);
  });
  afterAll(async () => {
    all?.close();
    few?.close();
    await rm(dataDir, { recursive: true });
  });

  const hitsOf = (core: Core | undefined, where: QueryNode, text: QueryNode): IssueResults['hits'] => {
    const rank: Rank = { text, boosts: [] };
    const query = { where, filters: [], facets: [], sort: 'relevance' as const, rank, offset: 0, limit: 1_000 };
    return core?.search(query, () => undefined).hits ?? [];
  };
  const scoresOf = (core: Core | undefined, where: QueryNode, text: QueryNode) =>
    new Map(hitsOf(core, where, text).map(({ itemId, score }) => [itemId, score]));

  it.each([
    ['all that must be there', and(word('lumbar'), word('therapy')), [word('lumbar'), word('therapy')]],
    ['one that must be there, one that may', word('lumbar'), [word('lumbar'), word('therapy'), word('medical')]],
    [
      'several words for one thing',
      and(or(word('lumbar'), word('trainer')), word('epidural')),
      [or(word('lumbar'), word('trainer')), word('epidural')],
    ],
    ['the same word twice', word('lumbar'), [word('lumbar'), word('lumbar')]],
  ])('scores the same whichever way: %s', (_, where, things) => {
    // A NOT of what no item has changes nothing but the way: nothing is seen to be required then.
    const other = and(or(where, word('zebra')), { kind: 'not', child: word('zebra') });
    const expected = scoresOf(all, other, or(...things));
    const scores = scoresOf(all, where, or(...things));
    expect(scores.size).toBeGreaterThan(0);
    expect([...scores.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [itemId, score] of scores) expect(score).toBeCloseTo(expected.get(itemId) ?? 0, 5);
  });

  it('where rows are too many, counts in which texts a word stands, about as BM25 does', () => {
    const [exact, rough] = [all, few].map((core) => scoresOf(core, word('trainer'), word('trainer')));
    expect(rough?.size).toBe(exact?.size);
    expect(rough?.size).toBeGreaterThan(10);
    for (const [itemId, score] of rough ?? []) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeGreaterThan((exact?.get(itemId) ?? 0) / 3);
      expect(score).toBeLessThan((exact?.get(itemId) ?? 0) * 3);
    }
  });
});
