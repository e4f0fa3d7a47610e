/** What says of one item why it matched says the same as the oracle: drawn queries over drawn letters, item by item. */
import { describe, expect, it } from 'vitest';
import { ITEM_SCOPE, type QueryNode } from '#contract/query.ts';
import { matchesItem, textsOf, valuesPassing, within } from '../../../../server/domain/matching/match-item.ts';
import { makeOracle } from '../../../conformance/oracle.ts';
import { drawTrees } from '../../../conformance/queries.ts';
import { makeLetters } from '../../../fixtures/drawn-letters.ts';

const oracle = makeOracle(makeLetters(60, 3));
const items = oracle.items.map(({ determination, item }) => ({ id: item.id, texts: textsOf(determination, item) }));

const byOracle = (tree: QueryNode) => oracle.each({ where: tree, filters: [], sort: 'case' }).sort();
const byItem = (tree: QueryNode) => items.flatMap(({ id, texts }) => (matchesItem(texts, tree) ? [id] : [])).sort();

describe('an item at hand', () => {
  it('matches a drawn query exactly where the oracle says so', () => {
    const seen = { some: 0, none: 0, all: 0 };
    for (const tree of drawTrees(oracle.items, 150, 9).flat()) {
      const expected = byOracle(tree);
      expect({ tree, ids: byItem(tree) }).toEqual({ tree, ids: expected });
      seen[expected.length === 0 ? 'none' : expected.length === items.length ? 'all' : 'some'] += 1;
    }
    expect(items.length).toBeGreaterThan(60);
    expect(Math.min(seen.some, seen.none, seen.all)).toBeGreaterThan(10);
  });

  it('has the values of a filter that it passes', () => {
    for (const tree of drawTrees(oracle.items, 150, 10).flat()) {
      if (tree.kind !== 'filter' || tree.filter.field === 'decidedOn') continue;
      for (const { id, texts } of items) {
        const passing = valuesPassing(texts, tree.filter);
        const { field, values } = tree.filter;
        const single = values.filter((value) => byOracle({ kind: 'filter', filter: { field, values: [value] } }).includes(id));
        expect([id, passing]).toEqual([id, single]);
      }
    }
  });

  it('matches a tree kept to some fields as the oracle does', () => {
    for (const tree of drawTrees(oracle.items, 60, 11).flat()) {
      const kept = within(tree, [...ITEM_SCOPE]);
      if (kept !== null) expect({ tree, ids: byItem(kept) }).toEqual({ tree, ids: byOracle(kept) });
    }
  });
});
