/**
 * What a query costs an engine, counted on its tree before any engine is asked, so that the same queries are refused on all. A unit is some 3 ms
 * on the embedded engine over 20,000 letters, where what is asked for stands in most items; mostly it does not, and costs much less. Pure.
 */
import { AppError } from '#contract/problem.ts';
import type { QueryNode } from '#contract/query.ts';
import { isGroup, isTextLeaf, positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import type { Understanding } from './understanding.ts';

/** The most that a query may cost. */
export const MOST_COST = 240;

const WORD = 2;
/** A further name of what was typed, of however many words it is: names are rarer than what may be typed. */
const NAME = 1;
/** Of a phrase every place of each word is looked at, of a nearness every place beside all others. */
const PHRASE_WORD = 6;
const NEAR_WORD = 10;
/** What a beginning of at least so many letters costs: the shorter it is, the more words begin so. */
const BEGINNINGS = [
  { letters: 5, cost: 10 },
  { letters: 4, cost: 14 },
  { letters: 3, cost: 16 },
  { letters: 0, cost: 20 },
] as const;

/** How the parts of a query are called when there are too many of them. */
const SAID: Readonly<Record<TextLeaf['kind'], string>> = {
  word: 'words',
  phrase: 'phrases',
  near: 'words near each other ("..."~n)',
  prefix: 'word beginnings (...*)',
};

type Asked = Pick<Understanding, 'where' | 'concepts' | 'conditions'>;

/** Refuses a query that costs more than `MOST_COST`: AppError `bad-query`. */
export function refuseCostly(asked: Asked): void {
  const parts = costsOf(asked);
  const cost = sum(parts.map((part) => part.cost));
  if (cost <= MOST_COST) return;
  const kinds = Map.groupBy(parts, ({ kind }) => kind);
  const [dearest] = [...kinds].sort(([, a], [, b]) => sum(b.map((part) => part.cost)) - sum(a.map((part) => part.cost)));
  const most = dearest === undefined ? '' : `, most of it for ${dearest[1].length.toLocaleString('en-US')} ${SAID[dearest[0]]}`;
  const detail = `The query asks for too much at once: it counts ${cost.toLocaleString('en-US')}${most}; at most ${MOST_COST} is allowed. A word counts ${WORD}, each word of a phrase ${PHRASE_WORD}, each of words near each other ${NEAR_WORD}, a word beginning 10 to 20, the shorter the more. Ask for fewer at once`;
  throw new AppError('bad-query', detail, { errors: [{ parameter: 'q', detail }] });
}

/** The cost of what was typed, without what stands for it by the vocabulary. */
export function typedCost({ where, concepts, conditions }: Asked): number {
  return sum(typedCosts(concepts === null ? [where] : [...conditions, ...concepts.map(({ plain }) => plain)]).map(({ cost }) => cost));
}

interface Cost {
  readonly kind: TextLeaf['kind'];
  readonly cost: number;
}

/** Every part that is asked for with its cost. */
function costsOf({ where, concepts, conditions }: Asked): Cost[] {
  if (concepts === null) return typedCosts([where]);
  const names = concepts.flatMap(({ plain, whole }) =>
    positiveLeaves(whole)
      .slice(positiveLeaves(plain).length)
      .map(({ kind }) => ({ kind, cost: NAME })),
  );
  return [...typedCosts([...conditions, ...concepts.map(({ plain }) => plain)]), ...names];
}

/**
 * What is asked for again costs once more each time, the third time three times as much: an engine that scores goes through all places of
 * one for every place of the other. Filters cost next to nothing.
 */
function typedCosts(trees: readonly QueryNode[]): Cost[] {
  const times = new Map<string, number>();
  return trees.flatMap(leavesOf).map((leaf) => {
    const key = JSON.stringify({ ...leaf, at: undefined });
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { kind: leaf.kind, cost: time * costOfLeaf(leaf) };
  });
}

function costOfLeaf(leaf: TextLeaf): number {
  switch (leaf.kind) {
    case 'word':
      return WORD;
    case 'phrase':
      return leaf.words.length === 1 ? WORD : PHRASE_WORD * leaf.words.length;
    case 'near':
      return NEAR_WORD * leaf.words.length;
    case 'prefix': {
      const letters = [...leaf.prefix].length;
      return BEGINNINGS.find((beginning) => letters >= beginning.letters)?.cost ?? 0;
    }
  }
}

/** The leaves that ask for words, those under a NOT as well. */
function leavesOf(node: QueryNode): TextLeaf[] {
  if (node.kind === 'not') return leavesOf(node.child);
  if (isGroup(node)) return node.children.flatMap(leavesOf);
  return isTextLeaf(node) ? [node] : [];
}

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}
