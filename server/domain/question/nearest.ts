/**
 * Where no item has all that was asked for: the items that have most of it, which are shown, counted and exported in its place, with what
 * they lack. Never a rate: what they have in common is not what was asked.
 */
import type { Filter, QueryNode } from '#contract/query.ts';
import { allOf, leastOf } from '#mappings/query-tree.ts';
import type { Letters } from '../../search/port.ts';
import type { Understanding } from '../understand/understanding.ts';
import { anywhere, askedFor, secondTier } from './tiers.ts';

/** A thing or condition that was asked for, and how many of the items shown have it. */
interface Had {
  readonly typed: string;
  readonly items: number;
}

export interface Nearest {
  /** The tree of these items. */
  readonly where: QueryNode;
  /** Whether they have all that was asked for, where their letter's case summary counts too: no condition is lacking. */
  readonly inSummary: boolean;
  /** What was asked for and is not in all of them, in the order typed. */
  readonly lacking: readonly Had[];
}

type Counts = (trees: readonly QueryNode[]) => Promise<number[]>;
type Concept = NonNullable<Understanding['concepts']>[number];

/**
 * The items that have most of a query that nothing has all of; null where there is none, or no second tier. They are of the service or drug that is
 * named, where it has any such items. Things go before conditions: an item of another month is nearer than another thing of that month.
 */
export async function nearestOf(
  index: Pick<Letters, 'counts'>,
  understanding: Understanding,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<Nearest | null> {
  const second = secondTier(understanding);
  const { concepts, conditions, worded } = understanding;
  if (second === null || concepts === null) return null;
  const passing = filters.map((filter): QueryNode => ({ kind: 'filter', filter }));
  const counts: Counts = (trees) =>
    index.counts(
      trees.map((tree) => allOf([...passing, tree])),
      signal,
    );
  const withSummary = allOf([...conditions, ...concepts.filter(({ slight }) => !slight).map(anywhere)]);
  const base = (await firstThere(mostThings(understanding, withSummary), counts)) ?? { tree: second, inSummary: false };
  const nodes = worded.map(({ node }) => node);
  const conditioned = falling(nodes).map((least) => ({ ...base, tree: allOf([base.tree, leastOf(least, nodes)]) }));
  const { tree: where, inSummary } = (await firstThere(conditioned, counts)) ?? base;
  const lacking = await lackingIn(where, understanding, counts);
  if (lacking === null) return null;
  const isThing = ({ typed }: Had) => concepts.some((concept) => !concept.slight && concept.typed === typed);
  // A summary has words and no condition: with one lacking, "they have it" would be said of what they lack.
  const isCondition = ({ typed }: Had) => worded.some((condition) => condition.typed === typed);
  return { where, inSummary: inSummary && lacking.some(isThing) && !lacking.some(isCondition), lacking };
}

interface Level {
  readonly tree: QueryNode;
  readonly inSummary: boolean;
}

/** From all things to one of them, those of what is named before all others. */
function mostThings(understanding: Understanding, withSummary: QueryNode): Level[] {
  const { concepts, conditions } = understanding;
  const things = (concepts ?? []).filter(({ slight }) => !slight).map(({ whole }) => whole);
  const levels = [
    { tree: withSummary, inSummary: true },
    ...falling(things).map((least) => ({ tree: allOf([...conditions, leastOf(least, things)]), inSummary: false })),
  ];
  const asked = askedFor(understanding);
  return [...(asked === null ? [] : levels.map((level) => ({ ...level, tree: allOf([asked, level.tree]) }))), ...levels];
}

/** The first level that finds anything. */
async function firstThere(levels: readonly Level[], counts: Counts): Promise<Level | null> {
  const found = await counts(levels.map(({ tree }) => tree));
  return levels.find((_, at) => (found[at] ?? 0) > 0) ?? null;
}

/** What some items do not all have; null where there are no items. Words that tell nothing by themselves are named only where nothing else is lacking. */
async function lackingIn(where: QueryNode, { concepts, worded }: Understanding, counts: Counts): Promise<Had[] | null> {
  const parts = [...(concepts ?? []).map(partOf), ...worded.map((condition) => ({ ...condition, slight: false }))];
  const [total = 0, ...had] = await counts([where, ...parts.map(({ node }) => allOf([where, node]))]);
  if (total === 0) return null;
  const lacked = parts.map((part, at) => ({ ...part, items: had[at] ?? 0 })).filter(({ items }) => items < total);
  const telling = lacked.filter(({ slight }) => !slight);
  return (telling.length > 0 ? telling : lacked).sort((a, b) => a.at.start - b.at.start).map(({ typed, items }) => ({ typed, items }));
}

function partOf({ typed, at, whole, slight }: Concept) {
  return { typed, at, node: whole, slight };
}

/** As many as there are, down to one. */
function falling(nodes: readonly QueryNode[]): number[] {
  return nodes.map((_, at) => nodes.length - at);
}
