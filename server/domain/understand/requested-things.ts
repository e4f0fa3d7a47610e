/**
 * "Overturned acupuncture", "why was acupuncture upheld": how the review ended is said of what was requested, so that an item for something else
 * whose rationale only mentions it is no answer. Such items come behind, as those do that lack a condition.
 */
import type { KeywordField } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { anyOf, filterNode } from '#mappings/query-tree.ts';
import { listWords } from '#mappings/text/count-words.ts';
import { within } from '../matching/match-item.ts';
import type { ReadConcept } from './concepts.ts';
import type { ReadCondition } from './conditions.ts';
import type { WordedCondition } from './understanding.ts';

const REQUESTED: ReadonlySet<KeywordField> = new Set<KeywordField>(['service', 'drug', 'drugClass']);

/** Where an outcome is worded: that the item is for one of the services or drugs that are named, or its request says one. */
export function requestedThings(conditions: readonly ReadCondition[], things: readonly ReadConcept[]): WordedCondition[] {
  if (!conditions.some(({ filter }) => filter.field === 'decision')) return [];
  const named = things.flatMap(({ concept, named: values }) => {
    const of = values.filter(({ field }) => REQUESTED.has(field)).map((value) => filterNode(value.field, value.values, concept.at));
    const said = within(concept.whole, ['heading']);
    return of.length === 0 || said === null ? [] : [{ concept, nodes: [...of, said] }];
  });
  const [first] = named;
  if (first === undefined) return [];
  const names = listWords(
    named.map(({ concept }) => concept.typed),
    'or',
  );
  return [{ typed: `${names} in the request`, at: first.concept.at, node: anyOf(named.flatMap(({ nodes }) => nodes)) }];
}

/** What is told of it. `q`: the query as typed. */
export function requestedNotes(q: string, requested: readonly WordedCondition[]): UnderstoodPart[] {
  return requested.map(({ typed, at: { start, end } }) => ({
    kind: 'requested',
    at: { start, end },
    typed: q.slice(start, end),
    what: typed,
  }));
}
