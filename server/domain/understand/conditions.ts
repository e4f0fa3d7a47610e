/**
 * All that the plain words of a query say as a condition: how the review ended, that a side cited nothing or what it cites, why, on which days it was decided.
 * Each reader is a file of its own; where two would take a word, the earlier of the list has it.
 */
import type { Filter, QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import { anyOf } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import { DAY_FAULTS } from '../query-language/dates.ts';
import { wordedConditions } from './outcome-words.ts';
import { type Reading, typedAt } from './reading.ts';
import { daysIn } from './typed-days.ts';
import { guidelinesIn } from './typed-guidelines.ts';
import { rateIn } from './typed-rates.ts';
import { reasonsIn } from './typed-reasons.ts';

/** `terms`: a half-open range of the typed terms. */
export interface ReadCondition {
  readonly terms: Place;
  readonly filter: Filter;
}

export interface ReadConditions {
  /** In the order typed; none overlaps another. */
  readonly conditions: readonly ReadCondition[];
  /** What has the form of a condition and cannot be one, told; its words stay words. */
  readonly notes: readonly UnderstoodPart[];
  /** The terms that ask for a rate; null where none do. */
  readonly rate: Place | null;
  /** Terms that are no condition for it: those that ask for a rate, and its outcomes. */
  readonly setAside: readonly Place[];
}

/** The conditions that the words of a query say. `isLiteral`: whether some terms are taken as typed. */
export function readConditions(q: string, reading: Reading, isLiteral: (terms: Place) => boolean): ReadConditions {
  const rate = rateIn(reading);
  const asked = rate === null || isLiteral(rate) ? null : rate;
  const days = daysIn(q, reading).filter(({ terms }) => !isLiteral(terms));
  const said: ReadCondition[] = [
    ...wordedConditions(reading.terms).map(({ terms, field, values }) => ({ terms, filter: { field, values: [...values] } })),
    ...guidelinesIn(reading),
    ...reasonsIn(reading.terms).map(({ terms, reason }): ReadCondition => ({ terms, filter: { field: 'reason', values: [reason] } })),
    ...days.flatMap(({ terms, days: filter }) => (typeof filter === 'string' ? [] : [{ terms, filter }])),
  ];
  const free: ReadCondition[] = [];
  // A rate is over all outcomes.
  const outcomes = asked === null ? [] : said.filter(({ filter }) => filter.field === 'decision').map(({ terms }) => terms);
  const set = asked === null ? [] : [asked, ...outcomes];
  for (const one of said)
    if (
      !isTurned(reading, one) &&
      !isLiteral(one.terms) &&
      ![...set, ...free.map(({ terms }) => terms)].some((other) => overlaps(one.terms, other))
    )
      free.push(one);
  return {
    rate: asked,
    setAside: set,
    conditions: free.sort((a, b) => a.terms.start - b.terms.start),
    notes: days.flatMap(({ terms, days: fault }): UnderstoodPart[] =>
      typeof fault === 'string'
        ? [
            {
              kind: 'note',
              ...typedAt(q, reading.terms.slice(terms.start, terms.end)),
              text: `${DAY_FAULTS[fault]}, so this is looked for as words.`,
            },
          ]
        : [],
    ),
  };
}

/** Before a condition these may turn it round; outcomes and sides that cite nothing read them themselves. */
const TURNS = /^(?:not|no|never|without|except|excluding|neither|nor|cannot|unless|instead|rather|\w+n['’]?t)$/;
/** Terms before a condition in which one may stand: "did not really exceed". */
const TURNED_WITHIN = 4;

/** Whether a condition may be meant the other way round, or is of something behind it: its words then stay words. */
function isTurned({ terms, named }: Reading, { terms: { start, end }, filter }: ReadCondition): boolean {
  if (filter.field === 'decision') return false;
  // "UR did not cite ODG" says nothing of other guidelines.
  if (filter.field === 'urBasis' || filter.field === 'imrBasis') {
    const behind = terms[end];
    return behind !== undefined && named.guidelines.some((guideline) => guideline.start === behind.inText.start);
  }
  return terms.slice(Math.max(0, start - TURNED_WITHIN), start).some(({ words }) => words.some((word) => TURNS.test(word)));
}

function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Conditions as nodes: all must hold, but of several whole periods ("2015, 2017") one, since no letter is decided twice. */
export function conditionNodes(q: string, reading: Reading, conditions: readonly ReadCondition[]): QueryNode[] {
  const nodes = conditions.map(({ filter, terms }): QueryNode => {
    const { start, end } = typedAt(q, reading.terms.slice(terms.start, terms.end)).at;
    return { kind: 'filter', filter, at: { start, end } };
  });
  const periods = nodes.filter(isPeriod);
  return periods.length < 2 ? nodes : [...nodes.filter((node) => !isPeriod(node)), anyOf(periods)];
}

function isPeriod(node: QueryNode): boolean {
  return node.kind === 'filter' && node.filter.field === 'decidedOn' && node.filter.from !== null && node.filter.to !== null;
}

/** How a condition is told. */
export function conditionPart(q: string, reading: Reading, { filter, terms }: ReadCondition): UnderstoodPart {
  const place = typedAt(q, reading.terms.slice(terms.start, terms.end));
  return filter.field === 'decidedOn'
    ? { kind: 'days', ...place, from: filter.from, to: filter.to }
    : { kind: 'filter', ...place, field: filter.field, values: filter.values.map((value) => labelled(filter.field, value)) };
}
