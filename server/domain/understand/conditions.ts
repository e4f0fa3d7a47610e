/**
 * All that the plain words of a query say as a condition: how the review ended, that a side cited nothing or what it cites, why, on which days it was decided.
 * Each reader is a file of its own; where two would take a word, the earlier of the list has it.
 */
import { typedName } from '#contract/fields.ts';
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
import { undatedNotes } from './undated-words.ts';
import type { WordedCondition } from './understanding.ts';

/** `terms`: a half-open range of the typed terms. */
export interface ReadCondition {
  readonly terms: Place;
  readonly filter: Filter;
}

export interface ReadConditions {
  /** In the order typed; none overlaps another. */
  readonly conditions: readonly ReadCondition[];
  /** What has the form of a condition and cannot be one, or has a negation before it, told; its words stay words. */
  readonly notes: readonly UnderstoodPart[];
  /** Those with a negation before them: what they name is not preferred either. */
  readonly turned: readonly ReadCondition[];
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
  const worded = wordedConditions(reading.terms).map(({ terms, field, values }) => ({ terms, filter: { field, values: [...values] } }));
  const reasons = reasonsIn(reading.terms).map(
    ({ terms, reason }): ReadCondition => ({ terms, filter: { field: 'reason', values: [reason] } }),
  );
  const said: ReadCondition[] = [
    // A reason that holds an outcome ("because the surgery was found not necessary") is about another thing's outcome.
    ...worded.filter(({ terms }) => !reasons.some((reason) => holds(reason.terms, terms))),
    ...guidelinesIn(reading),
    ...reasons,
    ...days.flatMap(({ terms, days: filter }) => (typeof filter === 'string' ? [] : [{ terms, filter }])),
  ];
  const turned = said.filter((one) => isTurned(reading, one, said) && !isLiteral(one.terms));
  const goingOn = said.filter((one) => !turned.includes(one) && goesOn(reading, one) && !isLiteral(one.terms));
  const free: ReadCondition[] = [];
  // A rate is over all outcomes.
  const outcomes = asked === null ? [] : said.filter(({ filter }) => filter.field === 'decision').map(({ terms }) => terms);
  const set = asked === null ? [] : [asked, ...outcomes];
  for (const one of said)
    if (
      !turned.includes(one) &&
      !goingOn.includes(one) &&
      !isOfOneGuideline(reading, one) &&
      !isLiteral(one.terms) &&
      ![...set, ...free.map(({ terms }) => terms)].some((other) => overlaps(one.terms, other))
    )
      free.push(one);
  const isFree = (at: number) => !isLiteral({ start: at, end: at + 1 }) && !free.some(({ terms }) => at >= terms.start && at < terms.end);
  return {
    rate: asked,
    setAside: set,
    conditions: free.sort((a, b) => a.terms.start - b.terms.start),
    turned,
    notes: [
      ...days.flatMap(({ terms, days: fault }) =>
        typeof fault === 'string' ? noteOn(q, reading, terms, `${DAY_FAULTS[fault]}, so this is looked for as words.`) : [],
      ),
      ...turned.flatMap(({ terms, filter }) =>
        noteOn(
          q,
          reading,
          terms,
          `A negation stands before it, so this is looked for as words. To leave such items out, type ${leavingOut(filter)}.`,
        ),
      ),
      ...goingOn.flatMap(({ terms, filter }) =>
        noteOn(
          q,
          reading,
          terms,
          `It goes on with what is lacking, so this is looked for as words. For the reason itself, type ${typedAs(filter)}.`,
        ),
      ),
      ...undatedNotes(q, reading.terms, isFree),
    ],
  };
}

function noteOn(q: string, reading: Reading, { start, end }: Place, text: string): UnderstoodPart[] {
  return [{ kind: 'note', ...typedAt(q, reading.terms.slice(start, end)), text }];
}

/** How a condition is typed as a field, with a sign before it. */
export function typedAs(filter: Filter, sign = ''): string {
  if (filter.field !== 'decidedOn') return filter.values.map((value) => `${sign}${typedName(filter.field)}:${value}`).join(' ');
  const { from, to } = filter;
  return `${sign}decided:${from !== null && from === to ? from : `${from ?? ''}..${to ?? ''}`}`;
}

/** How a condition is typed so that it leaves items out. */
function leavingOut(filter: Filter): string {
  const each = typedAs(filter, '-');
  return filter.field !== 'decidedOn' && filter.values.length > 3 ? `- before a field, as ${each.split(' ')[0]}` : each;
}

/** Behind a reason these begin what is lacking or missed: "no documentation of home exercises". The two are one thing, and not that reason and another thing. */
const GOES_ON = /^(?:of|that|showing|supporting)$/;

function goesOn({ terms }: Reading, { terms: { end }, filter }: ReadCondition): boolean {
  return filter.field === 'reason' && GOES_ON.test(terms[end]?.words.join(' ') ?? '') && terms.length > end + 1;
}

/** Before a condition these may turn it round; outcomes and sides that cite nothing read them themselves. */
const TURNS =
  /(?<![^ ])(?:not|no|never|without|except|excluding|neither|nor|cannot|unless|instead|rather|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|might|need|ai)n ?t)(?= |$)/;
const READ_THEMSELVES: ReadonlySet<Filter['field']> = new Set(['decision', 'urBasis', 'imrBasis']);
/** "not approved because documentation is missing": the negation is about what was not approved, and not about why. */
const GIVES_CAUSE = /^(?:because|due|since)$/;
const NOT_GRANTED =
  /(?<![^ ])(?:not|never|(?:is|was|are|were|has|have|had)n ?t)(?: been)?(?: medically)? (?:approved|authorized|certified|granted|necessary)$/;
/** Terms before a condition in which one may stand: "did not really exceed". */
const TURNED_WITHIN = 4;

/**
 * Whether a condition may be meant the other way round: its words then stay words. A negation inside a condition before it is that one's:
 * "no functional improvement 2016" is of that year.
 */
function isTurned({ terms }: Reading, { terms: { start }, filter }: ReadCondition, all: readonly ReadCondition[]): boolean {
  if (READ_THEMSELVES.has(filter.field)) return false;
  const behindOther = Math.max(0, ...all.map((other) => other.terms.end).filter((end) => end <= start));
  const saidIn = (from: number, to: number) =>
    terms
      .slice(Math.max(0, from), to)
      .map(({ words }) => words.join(' '))
      .join(' ');
  const before = saidIn(Math.max(behindOther, start - TURNED_WITHIN), start);
  return TURNS.test(GIVES_CAUSE.test(saidIn(start, start + 1)) ? before.replace(NOT_GRANTED, '') : before);
}

/** Whether a side that cites nothing is said not to cite something: "UR did not cite ODG" tells nothing of other guidelines. */
function isOfOneGuideline({ terms, named }: Reading, { terms: { end }, filter }: ReadCondition): boolean {
  const behind = terms[end];
  if (behind === undefined || (filter.field !== 'urBasis' && filter.field !== 'imrBasis')) return false;
  return named.guidelines.some((guideline) => guideline.start === behind.inText.start);
}

/** Whether one is longer than the other and has all of its terms. */
function holds(one: Place, other: Place): boolean {
  return one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start;
}

function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Conditions with their nodes: all must hold, but of several whole periods ("2015, 2017") one, since no letter is decided twice. */
export function conditionNodes(q: string, reading: Reading, conditions: readonly ReadCondition[]): WordedCondition[] {
  const worded = conditions.map(({ filter, terms }): WordedCondition => {
    const { typed, at } = typedAt(q, reading.terms.slice(terms.start, terms.end));
    return { typed, at, node: { kind: 'filter', filter, at: { start: at.start, end: at.end } } };
  });
  const periods = worded.filter(({ node }) => isPeriod(node));
  const [first] = periods;
  if (first === undefined || periods.length < 2) return worded;
  const any = { ...first, typed: periods.map(({ typed }) => typed).join(', '), node: anyOf(periods.map(({ node }) => node)) };
  return [...worded.filter((one) => !periods.includes(one)), any];
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
