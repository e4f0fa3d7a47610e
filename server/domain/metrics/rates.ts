/** Outcomes by the values of one field: every rate with its n, and none where the numbers are too small to say anything. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import type { RatesRequest, RatesResponse } from '#contract/api.ts';
import { NOT_STATED, RATE_OUTCOMES } from '#contract/fields.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { AppError } from '#contract/problem.ts';
import { fieldLabel, notStatedLabel } from '#contract/programme-fields.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import { NO_RATES_OF_CASE_WORDS } from '#mappings/understood-words.ts';
import type { SearchIndex } from '../../search/port.ts';
import { readQuestion } from '../question/read-question.ts';
import { oneProgramme } from './one-programme.ts';

/** The rates of what a request narrows to. Throws AppError `bad-query`, `bad-request`, `not-a-query` or what the engine throws. */
export async function rates(index: SearchIndex, request: RatesRequest, signal?: AbortSignal): Promise<RatesResponse> {
  const { asCase, where, filters } = await readQuestion(index, request, signal);
  if (asCase) throw new AppError('not-a-query', NO_RATES_OF_CASE_WORDS, { errors: [{ parameter: 'q', detail: NO_RATES_OF_CASE_WORDS }] });
  const apart = withoutOutcomes(where);
  const kept = filters.filter((filter) => !isOutcome(filter));
  const { programme, matches, otherProgrammes } = await oneProgramme(index, apart.where, kept, request.filters.programme, signal);
  const within = kept.filter(({ field }) => field !== 'programme');
  const { total, cells } = await index.aggregate({ where: apart.where, filters: within, programme, by: [request.by] }, signal);
  return {
    by: request.by,
    label: fieldLabel(request.by, programme),
    overlapping: KEYWORD_FIELDS[request.by].several === true,
    setAside: RATE_OUTCOMES.filter((field) => [...apart.setAside, ...filters].some((filter) => filter.field === field)),
    programme: matches ? labelled('programme', programme) : null,
    otherProgrammes,
    total: withRate(total),
    rows: lastNotStated(
      cells.map(({ keys: [value = ''], ...counts }) => ({ value, label: groupLabel(request.by, value, programme), ...withRate(counts) })),
    ),
  };
}

function groupLabel(by: RatesRequest['by'], value: string, programme: string): string {
  return value === NOT_STATED ? notStatedLabel(by, programme) : labelOf(by, value);
}

/** The groups in their order, that of what is not stated behind the others. */
function lastNotStated<R extends { value: string }>(rows: readonly R[]): R[] {
  return rows.toSorted((a, b) => Number(a.value === NOT_STATED) - Number(b.value === NOT_STATED));
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

/**
 * Items overturned of the items whose decision is known; null under `LEAST_FOR_RATE`, which holds for the known ones
 * and for the letters that have one. Overturned in part is in `of` and never in `n`.
 */
export function overturnedRate(counts: OutcomeCounts): { n: number; of: number } | null {
  const of = counts.items - counts.decisions.undetermined;
  if (of < LEAST_FOR_RATE.items || counts.knownLetters.count < LEAST_FOR_RATE.letters) return null;
  return { n: counts.decisions.overturned, of };
}

function withRate(counts: OutcomeCounts): OutcomeCounts & { overturned: { n: number; of: number } | null } {
  return { ...counts, overturned: overturnedRate(counts) };
}
