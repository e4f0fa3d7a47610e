/**
 * Two facets as one tree of checkboxes: categories with their services, families with their guidelines. A chosen branch means all
 * its leaves. The address holds either branches or leaves, never both, since filters of two fields would have to hold at once: where
 * single leaves are chosen beside a branch, the branch is written as its leaves. Pure.
 */
import type { KeywordField } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { notStatedLast } from '#mappings/text/value-order.ts';
import { type Filters, withFilter } from '../../lib/url-state.ts';

export interface Leaf {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
export interface Branch extends Leaf {
  readonly leaves: readonly Leaf[];
}

/** The two fields of a tree. */
export interface TreeFields {
  readonly branch: KeywordField;
  readonly leaf: KeywordField;
}

/** The branches by count, what is not stated last; leaves whose branch is not among them get one of the first one's name. */
export function toTree(branches: Facet['values'], leaves: Facet['values']): Branch[] {
  const ids = branches.map(({ value }) => value);
  const byBranch = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const id = leaf.branch ?? leaf.value;
    byBranch.set(id, [...(byBranch.get(id) ?? []), leaf]);
  }
  const known = branches.map(({ value, label, count }) => ({ value, label, count, leaves: byBranch.get(value) ?? [] }));
  const others = [...byBranch].filter(([id]) => !ids.includes(id));
  return notStatedLast([
    ...known,
    ...others.map(([value, own]) => ({
      value,
      label: own[0]?.label ?? value,
      count: own.reduce((sum, { count }) => sum + count, 0),
      leaves: own,
    })),
  ]);
}

/** Which leaves are chosen, themselves or with their branch. */
export function chosenLeaves(tree: readonly Branch[], filters: Filters, fields: TreeFields): ReadonlySet<string> {
  const branches = filters[fields.branch] ?? [];
  const within = tree.filter(({ value }) => branches.includes(value)).flatMap(({ leaves }) => leaves.map(({ value }) => value));
  return new Set([...within, ...(filters[fields.leaf] ?? [])]);
}

export function branchState(branch: Branch, filters: Filters, fields: TreeFields): 'all' | 'some' | 'none' {
  if (filters[fields.branch]?.includes(branch.value)) return 'all';
  const chosen = filters[fields.leaf] ?? [];
  const count = branch.leaves.filter(({ value }) => chosen.includes(value)).length;
  if (count === 0) return 'none';
  return count === branch.leaves.length ? 'all' : 'some';
}

export function toggleBranch(tree: readonly Branch[], filters: Filters, fields: TreeFields, branch: Branch): Filters {
  const own = branch.leaves.map(({ value }) => value);
  const on = branchState(branch, filters, fields) !== 'all';
  if (filters[fields.leaf] === undefined) {
    const before = filters[fields.branch] ?? [];
    return withFilter(filters, fields.branch, on ? [...before, branch.value] : before.filter((value) => value !== branch.value));
  }
  const others = [...chosenLeaves(tree, filters, fields)].filter((value) => !own.includes(value));
  return asLeaves(filters, fields, on ? [...others, ...own] : others);
}

export function toggleLeaf(tree: readonly Branch[], filters: Filters, fields: TreeFields, leaf: string): Filters {
  const chosen = chosenLeaves(tree, filters, fields);
  return asLeaves(filters, fields, chosen.has(leaf) ? [...chosen].filter((value) => value !== leaf) : [...chosen, leaf]);
}

function asLeaves(filters: Filters, fields: TreeFields, leaves: readonly string[]): Filters {
  return withFilter(withFilter(filters, fields.branch, []), fields.leaf, leaves);
}
