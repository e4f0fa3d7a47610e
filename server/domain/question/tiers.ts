/**
 * The two tiers of a query of plain words: the items that have all of it, and behind them those that lack some. The second is
 * never in a total, a facet or a rate.
 */
import type { KeywordField, QueryNode } from '#contract/query.ts';
import { filterNode } from '#mappings/query-tree.ts';
import { within } from '../matching/match-item.ts';
import { isSlight } from '../understand/slight-words.ts';
import type { Concept, Understanding } from '../understand/understanding.ts';

/** Fields whose values say what is asked for: an item for the same service or drug is one to see, whatever its words are. */
const ASKED_FOR: ReadonlySet<KeywordField> = new Set<KeywordField>(['service', 'drug']);

/**
 * The tree of the second tier: every condition holds, and at least one thing that was typed (words that tell nothing by
 * themselves aside) is in the item, or it is for the service or drug that the words name, or all of them are in the item
 * or its case summary. Null where a query has no second tier.
 */
export function secondTier({ where, concepts, conditions, named }: Understanding): QueryNode | null {
  if (concepts === null) return null;
  const things = concepts.filter((concept) => !concept.slight);
  if (things.length === 0) return null;
  const askedFor = named.filter(({ field }) => ASKED_FOR.has(field));
  const some: QueryNode = {
    kind: 'or',
    children: [
      ...things.flatMap(({ plain, whole }) => [whole, ...wordsOf(plain)]),
      ...askedFor.map(({ field, values }) => filterNode(field, values)),
      { kind: 'and', children: things.map(anywhere) },
    ],
  };
  return { kind: 'and', children: [...conditions, some, { kind: 'not', child: where }] };
}

/**
 * The words of a thing of several words, each by itself; none of one word, none that tell nothing, and no pieces of a code or
 * number ("M54.5", "PR-2").
 */
function wordsOf(plain: QueryNode): QueryNode[] {
  if (plain.kind === 'and') return plain.children.filter((child) => isTelling(onlyWord(child)));
  if (plain.kind === 'or') return plain.children.flatMap(wordsOf);
  if (plain.kind !== 'phrase' || plain.words.length < 2) return [];
  const { fields } = plain;
  return plain.words.filter(isTelling).map((word): QueryNode => ({ kind: 'word', word, fields }));
}

/** The word of a node that asks for one; else none. */
function onlyWord(node: QueryNode): string {
  if (node.kind === 'word') return node.word;
  return node.kind === 'phrase' && node.words.length === 1 ? (node.words[0] ?? '') : '';
}

const TELLING = /^\p{L}{3,}$/u;

function isTelling(word: string): boolean {
  return TELLING.test(word) && !isSlight(word);
}

/** The concept in the item or in the clinical summary. */
function anywhere({ whole }: Concept): QueryNode {
  const inSummary = within(whole, ['summary']);
  return inSummary === null ? whole : { kind: 'or', children: [whole, inSummary] };
}
