/**
 * "x or y" in small letters between two things of a plain query is either: "wrist splint or physical therapy", "MRI, CT or x-ray of the neck",
 * "knee or shoulder MRI". What stands on each side of it:
 *
 *   a request beside a request      its words with those before them ("knee brace"); what follows the last one is of all ("of the neck")
 *   a body part beside a body part  the two names; the rest is of both
 *   words that lean on one request  the two terms beside the "or" ("left or right knee brace"); the rest is of both
 *   a request beside other words    all words up to the next one that only joins
 *   other words                     the two things beside the "or"
 */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { allOf, anyOf } from '#mappings/query-tree.ts';
import { type NamedThings, readWords } from '#mappings/recognise/named-things.ts';
import type { Place } from '#mappings/text/places.ts';
import { type ConceptContext, conceptsOf, type ReadConcept } from './concepts.ts';
import { namedValues, type PlacedValue } from './named-values.ts';
import { type Reading, termsAt, typedAt } from './reading.ts';

/** Alternatives that were made one. */
export interface Alternatives {
  /** The terms that they take, from the first to behind the last. */
  readonly terms: Place;
  /** What is asked for here: the things of all, and among them the one that is either. */
  readonly concepts: readonly ReadConcept[];
  /** The things that the words name, each by itself. */
  readonly members: readonly ReadConcept[];
  readonly named: readonly PlacedValue[];
  readonly part: UnderstoodPart;
}

/** Terms with nothing that joins or a comma between them. */
interface Run extends Place {
  /** What stands before it. */
  readonly before: 'or' | 'comma' | 'other';
  readonly named: NamedThings;
  readonly kind: 'request' | 'body' | 'words';
}

/** The most "or"s that are read. */
const MOST_ORS = 20;

/** The alternatives in a range of terms that no condition parts, in order. */
export function alternativesIn(context: ConceptContext, from: number, to: number): Alternatives[] {
  const ors = context.reading.terms.slice(from, to).filter((_, at) => isOr(context, from + at));
  if (ors.length === 0 || ors.length > MOST_ORS) return [];
  const runs = runsOf(context, from, to);
  const found: Alternatives[] = [];
  for (let at = 0; at < runs.length; ) {
    const chain = runs.slice(at, chainEnd(runs, at));
    if (chain.some(({ before }, index) => index > 0 && before === 'or')) found.push(eitherOf(context, chain));
    at += chain.length;
  }
  return found;
}

function isOr({ reading, literal, idle }: ConceptContext, at: number): boolean {
  const said = reading.terms[at]?.words ?? [];
  return said.length === 1 && said[0] === 'or' && !literal.has('or') && !idle.has(at);
}

const ARTICLE = /^(?:an?|the|either)$/;

function runsOf(context: ConceptContext, from: number, to: number): Run[] {
  const { q, reading, idle } = context;
  const runs: Run[] = [];
  let before: Run['before'] = 'other';
  let start: number | null = null;
  const close = (end: number, next: Run['before']) => {
    if (start !== null) runs.push(runAt(reading, start, end, before));
    // An "or" holds over what only joins behind it ("a brace or a cane"); without a thing before it, it joins none.
    before = start === null && before === 'or' ? 'or' : next;
    start = null;
  };
  for (let at = from; at < to; at += 1) {
    const [term, next] = [reading.terms[at], reading.terms[at + 1]];
    if (isOr(context, at)) {
      close(at, 'or');
      before = 'or';
    } else if (idle.has(at)) {
      const isArticle = ARTICLE.test(term?.words.join(' ') ?? '');
      close(at, 'other');
      if (!isArticle) before = 'other';
    } else {
      start ??= at;
      if (next !== undefined && q.slice(term?.at.end, next.at.start).includes(',')) close(at + 1, 'comma');
    }
  }
  close(to, 'other');
  return runs;
}

function runAt(reading: Reading, start: number, end: number, before: Run['before']): Run {
  const { named } = readingWithin(reading, { start, end });
  const isRequest = named.service !== null || named.drugs.length > 0;
  return { start, end, before, named, kind: isRequest ? 'request' : named.bodyParts.length > 0 ? 'body' : 'words' };
}

/** The reading of some terms by themselves, its places being those of the whole. */
function readingWithin(reading: Reading, { start, end }: Place): Reading {
  const from = reading.terms[start]?.inText.start ?? 0;
  const named = readWords(reading.text.slice(from, reading.terms[end - 1]?.inText.end ?? from));
  const moved = <T extends Place>(place: T): T => ({ ...place, start: place.start + from, end: place.end + from });
  const { service, drugs, bodyParts, guidelines } = named;
  return {
    ...reading,
    named: {
      ...named,
      service: service === null ? null : { ...service, at: service.at === null ? null : moved(service.at) },
      drugs: drugs.map(moved),
      bodyParts: bodyParts.map(moved),
      guidelines: guidelines.map(moved),
    },
  };
}

/** Behind the last run that "or" joins to this one; commas join too where an "or" follows, and all are of one kind ("MRI, CT or x-ray"). */
function chainEnd(runs: readonly Run[], start: number): number {
  let end = start + 1;
  for (let at = start + 1; at < runs.length; at += 1) {
    const [run, last] = [runs[at], runs[at - 1]];
    if (run === undefined || run.before === 'other' || (run.before === 'comma' && (run.kind !== last?.kind || run.kind === 'words'))) break;
    if (run.before === 'or') end = at + 1;
  }
  return end;
}

function eitherOf(context: ConceptContext, chain: readonly Run[]): Alternatives {
  const { q, reading } = context;
  const [first, last] = [chain[0], chain.at(-1)];
  const terms = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const places = placesOfSides(context, chain);
  const read = (place: Place) => conceptsOf({ ...context, reading: readingWithin(reading, place) }, place.start, place.end).concepts;
  const sides = places.map(read);
  const before = read({ start: terms.start, end: places[0]?.start ?? terms.start });
  const after = read({ start: places.at(-1)?.end ?? terms.end, end: terms.end });
  const typed = typedAt(q, reading.terms.slice(places[0]?.start, places.at(-1)?.end));
  const ofSides = (node: 'plain' | 'whole'): QueryNode => anyOf(sides.map((side) => allOf(side.map(({ concept }) => concept[node]))));
  const either: ReadConcept = {
    concept: {
      ...typed,
      plain: ofSides('plain'),
      whole: ofSides('whole'),
      slight: false,
      sides: sides.flat().map(({ concept }) => concept),
    },
    part: null,
    named: [],
  };
  const or = reading.terms.slice(places[0]?.end, terms.end).find(({ words }) => words.join(' ') === 'or');
  return {
    terms,
    concepts: [...before, either, ...after],
    members: [...before, ...sides.flat(), ...after],
    named: places.flatMap((place) => namedValues(readingWithin(reading, place).named, reading.text)),
    part: {
      kind: 'either',
      at: or?.at ?? typed.at,
      typed: or?.typed ?? typed.typed,
      sides: places.map((place) => typedAt(q, reading.terms.slice(place.start, place.end)).typed),
    },
  };
}

/** The terms of each side. */
function placesOfSides(context: ConceptContext, chain: readonly Run[]): Place[] {
  const { reading } = context;
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = chain.slice(1, -1);
  const whole = [first, ...between, last];
  if (chain.every(({ kind }) => kind === 'request')) {
    const isCut = endOfRequest(reading, first) === first.end;
    return [...whole.slice(0, -1), isCut ? { start: last.start, end: endOfRequest(reading, last) } : last];
  }
  const [tail, head] = [bodyPartAt(reading, first, 'end'), bodyPartAt(reading, last, 'start')];
  if (tail !== null && head !== null) return [tail, ...between, head];
  // "left or right knee arthroscopy", "physical therapy 2 or 3 times": what is of the one request stands before or behind both.
  if (first.kind === 'words' && last.kind === 'request' && startOfRequest(reading, last) > last.start) {
    return [{ start: first.end - 1, end: first.end }, ...between, { start: last.start, end: last.start + 1 }];
  }
  if (first.kind === 'request' && last.kind === 'words' && endOfRequest(reading, first) < first.end) {
    return [{ start: first.end - 1, end: first.end }, ...between, { start: last.start, end: last.start + 1 }];
  }
  if (chain.some(({ kind }) => kind === 'request')) return whole;
  return [besideOr(context, first, 'end'), ...between, besideOr(context, last, 'start')];
}

/** Where the words begin that name the request; the beginning of the run where none of its own do. */
function startOfRequest(reading: Reading, { named, start }: Run): number {
  const starts = [...(named.service?.at == null ? [] : [named.service.at]), ...named.drugs].map(
    (place) => termsAt(reading, place)?.start ?? start,
  );
  return starts.length === 0 ? start : Math.min(...starts);
}

/** Behind the words that name the request; the whole run where none of its own do. */
function endOfRequest(reading: Reading, { named, end }: Run): number {
  const ends = [...(named.service?.at == null ? [] : [named.service.at]), ...named.drugs].map(
    (place) => termsAt(reading, place)?.end ?? end,
  );
  return ends.length === 0 ? end : Math.max(...ends);
}

/** The body part that a run begins or ends with. */
function bodyPartAt(reading: Reading, { named, ...run }: Run, side: 'start' | 'end'): Place | null {
  const places = named.bodyParts.flatMap((place) => termsAt(reading, place) ?? []);
  return places.find((place) => place[side] === run[side]) ?? null;
}

/** The first or last thing of a run. */
function besideOr(context: ConceptContext, { start, end }: Run, side: 'start' | 'end'): Place {
  const { concepts } = conceptsOf(context, start, end);
  const place = (side === 'start' ? concepts[0] : concepts.at(-1))?.concept.at;
  const isIn = (at: number) => {
    const term = context.reading.terms[at]?.at;
    return term !== undefined && place !== undefined && term.start >= place.start && term.end <= place.end;
  };
  const of = Array.from({ length: end - start }, (_, offset) => start + offset).filter(isIn);
  return { start: of[0] ?? start, end: (of.at(-1) ?? end - 1) + 1 };
}
