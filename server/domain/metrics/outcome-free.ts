/** What narrows a rate of outcomes: a narrowing without its filters on the outcome, which would make every rate 0% or 100%. */
import { RATE_OUTCOMES } from '#contract/fields.ts';
import { AppError } from '#contract/problem.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { NO_RATES_OF_CASE_WORDS } from '#mappings/understood-words.ts';
import type { Question } from '../question/read-question.ts';

export interface OutcomeFree {
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
  /** The fields whose filters were set aside. */
  readonly setAside: (typeof RATE_OUTCOMES)[number][];
}

/** Throws AppError `not-a-query` for a case told in words, `bad-query` for an outcome that cannot be set aside. */
export function outcomeFree({ asCase, where, filters }: Question): OutcomeFree {
  if (asCase) throw new AppError('not-a-query', NO_RATES_OF_CASE_WORDS, { errors: [{ parameter: 'q', detail: NO_RATES_OF_CASE_WORDS }] });
  const apart = withoutOutcomes(where);
  return {
    where: apart.where,
    filters: filters.filter((filter) => !isOutcome(filter)),
    setAside: RATE_OUTCOMES.filter((field) => [...apart.setAside, ...filters].some((filter) => filter.field === field)),
  };
}

function isOutcome(filter: Filter): boolean {
  return RATE_OUTCOMES.some((field) => field === filter.field);
}

/** The tree without its filters on the outcome, where they stand by themselves; inside an OR they cannot be set aside. */
function withoutOutcomes(where: QueryNode): { where: QueryNode; setAside: Filter[] } {
  const parts = where.kind === 'and' ? where.children : [where];
  const setAside: Filter[] = [];
  const kept = parts.filter((part) => {
    const leaf = part.kind === 'not' ? part.child : part;
    if (leaf.kind !== 'filter' || !isOutcome(leaf.filter)) return true;
    setAside.push(leaf.filter);
    return false;
  });
  refuseOutcomes(kept);
  const [first] = kept;
  return { where: first === undefined ? { kind: 'all' } : kept.length === 1 ? first : { kind: 'and', children: kept }, setAside };
}

function refuseOutcomes(nodes: readonly QueryNode[]): void {
  for (const node of nodes) {
    if (node.kind === 'and' || node.kind === 'or') refuseOutcomes(node.children);
    else if (node.kind === 'not') refuseOutcomes([node.child]);
    else if (node.kind === 'filter' && isOutcome(node.filter)) {
      const detail = 'A rate of outcomes cannot be narrowed by the outcome; take this out, or out of its group';
      throw new AppError('bad-query', detail, { errors: [{ parameter: 'q', detail, ...(node.at === undefined ? {} : { at: node.at }) }] });
    }
  }
}
