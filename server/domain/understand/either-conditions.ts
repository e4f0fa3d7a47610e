/**
 * "or" in small letters beside conditions: between fields ("body:knee or body:shoulder"), and between whole requests with a condition each ("knee
 * surgery upheld or MRI overturned"). Between things it is read by `alternatives.ts`.
 */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { allOf, anyOf } from '#mappings/query-tree.ts';
import { daysWords, filterWords } from '#mappings/understood-words.ts';
import type { PlainTerm } from '../query-language/parse-query.ts';
import type { ReadCondition } from './conditions.ts';
import { isWords, type Reading, typedAt } from './reading.ts';
import type { Concept, Understanding } from './understanding.ts';

/** The terms of a plain query, fields that an "or" joins being one condition. */
export interface FieldsRead {
  readonly conditions: readonly QueryNode[];
  /** The terms that are words, without such an "or". */
  readonly plain: readonly PlainTerm[];
  readonly parts: readonly UnderstoodPart[];
}

/** Parts the terms of a query. `literal`: an "or" that is taken as typed joins nothing. */
export function readFields(q: string, terms: readonly PlainTerm[], literal: ReadonlySet<string>): FieldsRead {
  const groups: PlainTerm[][] = [];
  const plain: PlainTerm[] = [];
  const ors = new Map<PlainTerm[], PlainTerm>();
  let joins: PlainTerm | null = null;
  for (const [at, term] of terms.entries()) {
    const [before, next] = [terms[at - 1], terms[at + 1]];
    if (isOr(term, literal) && isField(before) && isField(next)) joins = term;
    else if (isWords(term) || term.node === null) plain.push(term);
    else {
      const last = groups.at(-1);
      if (joins !== null && last !== undefined) {
        ors.set(last, ors.get(last) ?? joins);
        last.push(term);
      } else groups.push([term]);
      joins = null;
    }
  }
  return {
    plain: plain.filter(isWords),
    conditions: groups.map((group) => anyOf(group.flatMap(({ node }) => node ?? []))),
    parts: [...ors].map(([group, { term }]) => ({
      kind: 'either',
      at: { start: term.at.start, end: term.at.end },
      typed: term.text,
      sides: group.map((one) => q.slice(one.term.at.start, one.term.at.end)),
    })),
  };
}

function isOr({ term }: PlainTerm, literal: ReadonlySet<string>): boolean {
  return term.field === null && term.text === 'or' && !literal.has('or');
}

function isField(one: PlainTerm | undefined): boolean {
  return one !== undefined && one.term.field !== null && one.node !== null;
}

/** The place of an "or" on both sides of which a condition of one kind is worded beside other words; -1 where there is none. */
export function orBetweenRequests({ terms }: Reading, conditions: readonly ReadCondition[], literal: ReadonlySet<string>): number {
  if (literal.has('or')) return -1;
  const isTaken = (at: number) => conditions.some((one) => at >= one.terms.start && at < one.terms.end);
  return terms.findIndex(({ words }, at) => {
    if (words.join(' ') !== 'or' || isTaken(at)) return false;
    const before = conditions.filter((one) => one.terms.end <= at);
    const behind = conditions.filter((one) => one.terms.start > at);
    const isShared = before.some(({ filter }) => behind.some((other) => other.filter.field === filter.field));
    return isShared && terms.some((_, free) => free < at && !isTaken(free)) && terms.some((_, free) => free > at && !isTaken(free));
  });
}

type Words = Pick<Understanding, 'worded' | 'named' | 'parts'> & { readonly concepts: readonly Concept[] };

/** A condition of one side narrows that alone, so it is no condition among others. */
function onItsSide(part: UnderstoodPart): UnderstoodPart {
  if (part.kind !== 'filter' && part.kind !== 'days') return part;
  const said = part.kind === 'days' ? daysWords(part) : filterWords(part.field, part.values);
  return { kind: 'note', at: part.at, typed: part.typed, text: `“${part.typed}” is taken as ${said}, on its side of the “or” alone.` };
}

/** Two requests of which either is enough, as one thing. `or`: the place of the term between them. */
export function eitherRequest(q: string, { terms }: Reading, or: number, sides: readonly Words[]): Words {
  const places = [typedAt(q, terms.slice(0, or)), typedAt(q, terms.slice(or + 1))];
  const of = (node: 'plain' | 'whole') =>
    anyOf(sides.map(({ concepts, worded }) => allOf([...worded.map((one) => one.node), ...concepts.map((concept) => concept[node])])));
  const either: UnderstoodPart = { kind: 'either', ...typedAt(q, terms.slice(or, or + 1)), sides: places.map(({ typed }) => typed) };
  const parts = [...sides.flatMap((side) => side.parts.map(onItsSide)), either];
  return {
    worded: [],
    named: sides.flatMap(({ named }) => named),
    concepts: [
      { ...typedAt(q, terms), plain: of('plain'), whole: of('whole'), slight: false, sides: sides.flatMap(({ concepts }) => concepts) },
    ],
    parts: [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()],
  };
}
