/** Two facets as one tree: what is ticked is what is found, whichever way it was ticked, and never two levels at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS as FIELD_ROWS, SEARCH_FACETS } from '#contract/fields.ts';
import { ReasonSchema } from '#contract/list-schemas.ts';
import { inOrder } from '#mappings/text/value-order.ts';
import { PANEL } from '../../web/src/features/narrowing/facet-panel.ts';
import {
  type Branch,
  branchState,
  chosenLeaves,
  type TreeFields,
  toggleBranch,
  toggleLeaf,
  toTree,
} from '../../web/src/features/narrowing/facet-tree.ts';
import type { Filters } from '../../web/src/lib/url-state.ts';

const FIELDS: TreeFields = { branch: 'category', leaf: 'service' };
const row = (value: string, count = 1) => ({ value, label: value.toUpperCase(), count, selected: false });
/** The first part of a fictional leaf's id is its branch. */
const leaf = (value: string, count = 1) => ({ ...row(value, count), branch: value.split('.')[0] ?? value });
const TREE = toTree(
  [row('rehab', 9), row('diag', 4)],
  ['rehab.pt', 'rehab.chiro', 'rehab.ot', 'diag.mri', 'diag.xray'].map((id) => leaf(id)),
);
const branch = (id: string): Branch => {
  const found = TREE.find(({ value }) => value === id);
  if (found === undefined) throw new Error(`there is no branch ${id}`);
  return found;
};
const ticks = (filters: Filters) => [...chosenLeaves(TREE, filters, FIELDS)].toSorted();

describe('the tree of a facet', () => {
  it('hangs each leaf on its branch; one without a branch gets its own', () => {
    const tree = toTree([row('rehab', 9)], [leaf('rehab.pt'), leaf('dme.tens', 3), leaf('dme.brace', 2)]);
    expect(tree.map(({ value, count, leaves }) => [value, count, leaves.map((leaf) => leaf.value)])).toEqual([
      ['rehab', 9, ['rehab.pt']],
      ['dme', 5, ['dme.tens', 'dme.brace']],
    ]);
  });

  it('has what is not stated as its last branch, however many items it has', () => {
    const tree = toTree([row('not_stated', 50), row('rehab', 9)], [leaf('dme.tens')]);
    expect(tree.map(({ value }) => value)).toEqual(['rehab', 'dme', 'not_stated']);
  });

  it('a branch is one filter, shown with all its leaves ticked', () => {
    const filters = toggleBranch(TREE, {}, FIELDS, branch('rehab'));
    expect(filters).toEqual({ category: ['rehab'] });
    expect(ticks(filters)).toEqual(['rehab.chiro', 'rehab.ot', 'rehab.pt']);
    expect(toggleBranch(TREE, filters, FIELDS, branch('rehab'))).toEqual({});
  });

  it('a leaf taken out of a ticked branch leaves the others, and another branch is joined leaf by leaf', () => {
    const two = toggleLeaf(TREE, { category: ['rehab'] }, FIELDS, 'rehab.ot');
    expect(two).toEqual({ service: ['rehab.pt', 'rehab.chiro'] });
    expect(branchState(branch('rehab'), two, FIELDS)).toBe('some');
    const joined = toggleBranch(TREE, two, FIELDS, branch('diag'));
    expect(joined).toEqual({ service: ['rehab.pt', 'rehab.chiro', 'diag.mri', 'diag.xray'] });
    expect(branchState(branch('diag'), joined, FIELDS)).toBe('all');
  });

  it('each tick changes just what it stands for, and both levels are never filters at once', () => {
    const step = fc.oneof(
      fc.constantFrom('rehab', 'diag').map((id) => ({ branch: id, leaf: null })),
      fc.constantFrom('rehab.pt', 'rehab.chiro', 'rehab.ot', 'diag.mri', 'diag.xray').map((id) => ({ branch: null, leaf: id })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let filters: Filters = { decision: ['upheld'] };
        for (const { branch: id, leaf } of steps) {
          const before = new Set(ticks(filters));
          if (leaf !== null) {
            filters = toggleLeaf(TREE, filters, FIELDS, leaf);
            if (!before.delete(leaf)) before.add(leaf);
          } else if (id !== null) {
            const own = branch(id).leaves.map(({ value }) => value);
            const off = own.every((value) => before.has(value));
            filters = toggleBranch(TREE, filters, FIELDS, branch(id));
            for (const value of own) off ? before.delete(value) : before.add(value);
          }
          expect(ticks(filters)).toEqual([...before].toSorted());
          expect(filters.category === undefined || filters.service === undefined).toBe(true);
          expect(filters.decision).toEqual(['upheld']);
        }
      }),
    );
  });
});

describe('the filter panel', () => {
  it('shows every facet of a search, each once', () => {
    const fields = PANEL.flatMap((group) => (group.kind === 'tree' ? [group.fields.branch, group.fields.leaf] : [group.id]));
    expect(fields.toSorted()).toEqual([...SEARCH_FACETS].toSorted());
  });

  it('shows what is not stated last, whatever the order', () => {
    const values = [row('not_stated', 9), row('2014'), row('2016')];
    expect(inOrder(values, undefined).map(({ value }) => value)).toEqual(['2014', '2016', 'not_stated']);
    expect(inOrder(values, 'latest').map(({ value }) => value)).toEqual(['2016', '2014', 'not_stated']);
    expect(inOrder(values, ['2016', '2014']).map(({ value }) => value)).toEqual(['2016', '2014', 'not_stated']);
  });

  it('has every reason in the group of its outcome', () => {
    const reasons = PANEL.find(({ id }) => id === 'reason');
    const groups = reasons?.kind === 'list' ? reasons.groups : [];
    expect(groups.map(({ label }) => label)).toEqual(['Why upheld', 'Why overturned']);
    expect(groups.flatMap(({ values }) => values).toSorted()).toEqual(ReasonSchema.options.toSorted());
  });

  it('shows years latest first and ages by their age', () => {
    const values = (...ids: string[]) => ids.map((value) => ({ value }));
    expect(inOrder(values('2014', '2017', '2016'), 'latest')).toEqual(values('2017', '2016', '2014'));
    const ages = PANEL.find(({ id }) => id === 'claimAge');
    const order = ages?.kind === 'list' ? ages.order : undefined;
    expect(inOrder(values('over_5_years', 'under_3_months', '1_to_2_years'), order)).toEqual(
      values('under_3_months', '1_to_2_years', 'over_5_years'),
    );
    expect(FIELD_ROWS.ageBand.order).toBe('value');
    expect(inOrder(values('not_stated', '65 and over', '11 to 20', 'Unborn', '0 to 10', '21 to 30'), 'value')).toEqual(
      values('0 to 10', '11 to 20', '21 to 30', '65 and over', 'Unborn', 'not_stated'),
    );
  });
});
