/**
 * The two tiers of a query of plain words: the items that have all of it, and behind them those that lack some. The second is
 * in no total and no rate, and in facets only where there is no first (`nearest.ts`).
 */
import type { KeywordField } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';
import { allOf, anyOf, filterNode } from '#mappings/query-tree.ts';
import { within } from '../matching/match-item.ts';
import { isSlight } from '../understand/slight-words.ts';
import type { Concept, Understanding } from '../understand/understanding.ts';

/** Fields whose values say what is asked for: an item for the same service or drug is one to see, whatever its words are. */
const ASKED_FOR: ReadonlySet<KeywordField> = new Set<KeywordField>(['service', 'drug']);

/** The items of the services and drugs that the words name; null where they name none. */
export function askedFor({ named }: Pick<Understanding, 'named'>): QueryNode | null {
  const asked = named.filter(({ field }) => ASKED_FOR.has(field)).map(({ field, values }) => filterNode(field, values));
  return asked.length === 0 ? null : anyOf(asked);
}

/**
 * The tree of the second tier: every typed filter holds, and the item has at least one thing that was typed (words that tell nothing by
 * themselves aside), or all of them with its case summary, or it is for the service or drug that the words name; or it has a piece of a thing and all
 * conditions that words say. Null where a query has no second tier.
 */
export function secondTier(understanding: Understanding): QueryNode | null {
  const { where, concepts, conditions, worded } = understanding;
  if (concepts === null) return null;
  const things = concepts.filter((concept) => !concept.slight);
  if (things.length === 0) return null;
  const asked = askedFor(understanding);
  const pieces = things.flatMap(({ plain }) => wordsOf(plain));
  const some: QueryNode = {
    kind: 'or',
    children: [
      ...things.map(({ whole }) => whole),
      ...(asked === null ? [] : [asked]),
      { kind: 'and', children: things.map(anywhere) },
      ...(worded.length === 0 ? pieces : pieces.length === 0 ? [] : [allOf([...worded.map(({ node }) => node), anyOf(pieces)])]),
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
export function anywhere({ whole }: Concept): QueryNode {
  const inSummary = within(whole, ['summary']);
  return inSummary === null ? whole : { kind: 'or', children: [whole, inSummary] };
}
