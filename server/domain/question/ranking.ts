/**
 * The order of results: what is asked for before what is only mentioned. The words score by the engine's BM25, each text by
 * its weight; the rest are plain additions, so that both engines order by the same rules. One unit is about the worth of
 * a word of middling rarity in a heading.
 */

import type { KeywordField } from '#contract/fields.ts';
import { ITEM_SCOPE, type QueryNode, type Rank } from '#contract/query.ts';
import { allOf, anyOf, filterNode, noneOf } from '#mappings/query-tree.ts';
import { within } from '../matching/match-item.ts';
import type { Concept, NamedValue, Understanding } from '../understand/understanding.ts';

type Boost = Rank['boosts'][number];

/** What an item gains that is of the service, drug ... which the words name; less for what many items share. */
const OF_THE_NAMED: Partial<Record<KeywordField, number>> = {
  caseNumber: 8,
  service: 8,
  drug: 8,
  drugClass: 4,
  category: 2,
  bodyPart: 3,
  side: 1,
  guideline: 3,
  citation: 4,
  urBasis: 3,
  imrBasis: 3,
  reason: 3,
};
/** The service of just the body part that is named: an MRI of another region is another request. */
const SERVICE_OF_PART = 4;
/** Each thing that was typed and is there at all, how often ever. */
const HAS_CONCEPT = 2;
/** A word that stands there as typed, where others of its family would do ("denial", "denied"). */
const AS_TYPED = 1;
/** Each thing that stands in the request itself, where the query names something that can be requested; else it asks for reasons. */
const IN_REQUEST = 2;
const REQUESTABLE: ReadonlySet<KeywordField> = new Set<KeywordField>(['service', 'category', 'drug', 'drugClass', 'bodyPart']);
/** Neighbours of the query that are neighbours in a text, and all things near each other. */
const NEIGHBOURS = 1.5;
const TOGETHER = 2;
const TOGETHER_GAP = 12;
/** Each condition that words say, behind the items that have all of it. */
const HAS_CONDITION = 3;
/** An item decided by its own rationale, and not as another was. */
const STANDS_ALONE = 2;

/** How the results of a typed query are scored; null where nothing was typed that could score. */
export function rankOf({ where, concepts, worded, named }: Understanding): Rank {
  const things = (concepts ?? []).flatMap((concept) => concept.sides ?? [concept]).filter((concept) => !concept.slight);
  const boosts = [
    ...named.flatMap(boostOf),
    ...serviceOfPart(named),
    ...things.flatMap((concept) =>
      boostsOf(
        concept,
        named.some(({ field }) => REQUESTABLE.has(field)),
      ),
    ),
    ...neighbours(things),
    ...worded.map(({ node }): Boost => ({ where: node, weight: HAS_CONDITION })),
    { where: noneOf(filterNode('follows', ['yes'])), weight: STANDS_ALONE },
  ];
  // The words of a thing score by themselves too: of items of one service those that say "cream" are nearer to "topical cream".
  const text: QueryNode =
    things.length > 0
      ? { kind: 'or', children: things.flatMap(({ plain, whole, scored }) => [scored ?? whole, ...eachWord(plain)]) }
      : where;
  return { text, boosts };
}

function boostOf({ field, values }: NamedValue): Boost[] {
  const weight = OF_THE_NAMED[field];
  return weight === undefined ? [] : [{ where: filterNode(field, values), weight }];
}

function serviceOfPart(named: readonly NamedValue[]): Boost[] {
  const of = (field: KeywordField) => named.filter((one) => one.field === field).map(({ values }) => filterNode(field, values));
  const [services, parts] = [of('service'), of('bodyPart')];
  if (services.length === 0 || parts.length === 0) return [];
  return [{ where: allOf([anyOf(services), anyOf(parts)]), weight: SERVICE_OF_PART }];
}

function boostsOf({ whole, scored }: Concept, forRequests: boolean): Boost[] {
  const inRequest = forRequests ? within(whole, ['heading']) : null;
  return [
    { where: whole, weight: HAS_CONCEPT },
    ...(scored === undefined ? [] : [{ where: scored, weight: AS_TYPED }]),
    ...(inRequest === null ? [] : [{ where: inRequest, weight: IN_REQUEST }]),
  ];
}

/** Phrases of two that were typed side by side, and all of the words near each other in one text. */
function neighbours(things: readonly Concept[]): Boost[] {
  const typed = things.map(({ plain }) => wordsOf(plain));
  const pairs = typed.flatMap((words, index): Boost[] => {
    const next = typed[index + 1];
    if (next === undefined || words.length === 0 || next.length === 0) return [];
    return [{ where: { kind: 'phrase', words: [...words, ...next], fields: [...ITEM_SCOPE] }, weight: NEIGHBOURS }];
  });
  const all = [...new Set(typed.flat())];
  if (all.length < 2 || all.length > 6) return pairs;
  return [...pairs, { where: { kind: 'near', words: all, gap: TOGETHER_GAP, fields: [...ITEM_SCOPE] }, weight: TOGETHER }];
}

/** The words of a thing of several words, each by itself. */
function eachWord(plain: QueryNode): QueryNode[] {
  const words = wordsOf(plain);
  return words.length < 2 ? [] : words.map((word): QueryNode => ({ kind: 'word', word, fields: [...ITEM_SCOPE] }));
}

function wordsOf(node: QueryNode): readonly string[] {
  if (node.kind === 'word') return [node.word];
  if (node.kind === 'phrase') return node.words;
  return node.kind === 'and' ? node.children.flatMap(wordsOf) : [];
}
