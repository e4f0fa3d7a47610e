/**
 * A typed query -> what it means. A query of plain words and field:value is understood: misspelt words, conditions worded ("denial
 * overturned"), citations typed with their page, and names of one thing. A strict one (operators, quotes, +, brackets, stars) means
 * exactly what is typed; of it only what may interest is told. Nothing is left unsaid that changes what is found.
 */
import type { Narrowing } from '#contract/api.ts';
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import { allOf, anyOf, filterNode } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import { partsOf } from '#mappings/understood-words.ts';
import type { Letters } from '../../search/port.ts';
import type { PlainTerm } from '../query-language/parse-query.ts';
import { readTyped, type TypedQuery } from '../query-language/read-query.ts';
import { type Alternatives, alternativesIn } from './alternatives.ts';
import { caseParts, eitherCase, endsOfNoCase, type StoredCase, storedCase } from './case-parts.ts';
import { type ConceptContext, conceptsOf, type ReadConcept } from './concepts.ts';
import { conditionNodes, conditionPart, type ReadCondition, readConditions } from './conditions.ts';
import { eitherRequest, orBetweenRequests, readFields } from './either-conditions.ts';
import { idleIn, idleParts } from './idle-words.ts';
import { isCase } from './is-case.ts';
import { distinctValues, type PlacedValue } from './named-values.ts';
import { capitalsNote, jokerNote, leavingOutNotes, notesOn } from './notes.ts';
import { preferredPart, preferredValues } from './preferred-values.ts';
import { isWords, literalKey, type Reading, readingOf, typedAt } from './reading.ts';
import { requestedNotes, requestedThings } from './requested-things.ts';
import { isSlight } from './slight-words.ts';
import { respellings, toldRespellings } from './spelling.ts';
import { understandStrict } from './strict-query.ts';
import { citationIn, type TypedCitation, toldPlaces } from './typed-citation.ts';
import { ratesPart } from './typed-rates.ts';
import type { NamedValue, Understanding } from './understanding.ts';

/**
 * What a typed query means. `literal` takes words as typed (`*`: all of them; the tree is then exactly that of the query language).
 * A text that is too long for a query (`isCase`) is taken as typed. Throws AppError `bad-query` with every fault and its place.
 */
export async function understand(index: Letters, request: Narrowing, signal?: AbortSignal): Promise<Understanding> {
  const { q, summary } = request;
  const all = request.literal.includes('*');
  const literal = new Set(request.literal.map(literalKey));
  const asked = await readTyped(index, all ? { q, summary } : { q, summary, asWords: literal }, signal);
  if (all || isCase(q)) return asTyped(asked, q);
  const noEnds = await endsOfNoCase(index, q, asked.tree, signal);
  const asWords = new Set([...literal, ...noEnds.map((note) => literalKey(note.typed))]);
  const typed = noEnds.length === 0 ? asked : await readTyped(index, { q, summary, asWords }, signal);
  const told = [...noEnds, ...(await caseParts(index, q, typed.tree, signal))];
  const stored = literal.has(literalKey(q)) ? null : await storedCase(index, q, typed.tree, signal);
  if (stored === null) return understandTyped(index, typed, q, { literal, cases: told }, signal);
  // Of other cases that the text may mean only what is there is told.
  const cases = told.filter(({ kind }) => kind === 'filter');
  return orCase(await understandTyped(index, typed, q, { literal, cases }, signal), stored);
}

async function understandTyped(
  index: Letters,
  typed: TypedQuery,
  q: string,
  { literal, cases }: { literal: ReadonlySet<string>; cases: readonly UnderstoodPart[] },
  signal?: AbortSignal,
): Promise<Understanding> {
  if (typed.terms === null) return understandStrict(index, typed, q, cases, signal);
  const fields = readFields(q, typed.terms, literal);
  const { plain } = fields;
  const conditions = eitherCase(fields.conditions);
  if (plain.length === 0) {
    const parts = [...cases, ...fields.parts];
    return { where: inTypedOrder(conditions), concepts: q.trim() === '' ? null : [], conditions, worded: [], named: [], parts };
  }
  const spelt = await respellingsOf(index, q, plain, typed, literal, signal);
  const understood = understandWords(q, plain, typed, { literal, spelt, byCase: cases.some(({ kind }) => kind !== 'note') });
  const { concepts, worded } = understood;
  return {
    where: inTypedOrder([...conditions, ...worded.map(({ node }) => node), ...concepts.map(({ whole }) => whole)]),
    concepts,
    conditions,
    worded,
    named: understood.named,
    parts: [...cases, ...fields.parts, ...spelt.parts, ...(await toldPlaces(index, understood.parts, signal))].sort(
      (a, b) => a.at.start - b.at.start,
    ),
  };
}

/** What a query of one term means, or the case that it is the number of. */
function orCase(understood: Understanding, { values, node, part }: StoredCase): Understanding {
  return {
    ...understood,
    where: anyOf([node, understood.where]),
    concepts: understood.concepts?.map((concept) => ({ ...concept, whole: anyOf([node, concept.whole]) })) ?? null,
    named: [...understood.named, { field: 'caseNumber', values }],
    parts: [part, ...understood.parts],
  };
}

interface Spelt {
  readonly corrected: ReadonlyMap<string, string>;
  readonly parts: readonly UnderstoodPart[];
}

async function respellingsOf(
  index: Letters,
  q: string,
  plain: readonly PlainTerm[],
  { scope }: TypedQuery,
  literal: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Spelt> {
  const reading = readingOf(plain, new Map());
  const { terms } = reading;
  // Conditions are read first: what words one is spelt as it should be.
  const { conditions, setAside } = readConditions(q, reading, () => false);
  const inCondition = (at: number) => conditions.some((condition) => at >= condition.terms.start && at < condition.terms.end);
  // So are words that are not looked for.
  const idle = idleIn(terms, { literal, taken: inCondition, byCase: false, setAside });
  const isAsItIs = (at: number) => inCondition(at) || idle.terms.has(at);
  const words = terms.flatMap((term, at) => (literal.has(literalKey(term.typed)) || isAsItIs(at) ? [] : term.words));
  const found = await respellings(index, words, scope, signal);
  const corrected = new Map(found.filter(({ applied }) => applied).map(({ word, used }) => [word, used]));
  const parts = terms.flatMap(({ words: said, typed, at }) => toldRespellings(found, said, typed, at));
  return { corrected, parts };
}

type Words = Pick<Understanding, 'worded' | 'named' | 'parts'> & { readonly concepts: NonNullable<Understanding['concepts']> };

function understandWords(
  q: string,
  plain: readonly PlainTerm[],
  { scope }: Pick<TypedQuery, 'scope'>,
  by: { literal: ReadonlySet<string>; spelt: Spelt; byCase: boolean },
): Words {
  const { literal, spelt, byCase } = by;
  const reading = readingOf(plain, spelt.corrected);
  const isLiteral = (terms: Place) => literal.has(literalKey(typedAt(q, reading.terms.slice(terms.start, terms.end)).typed));
  const { conditions: worded, turned, notes, rate, setAside } = readConditions(q, reading, isLiteral);
  const or = orBetweenRequests(reading, worded, literal);
  if (or >= 0) {
    const sides = [plain.slice(0, or), plain.slice(or + 1)].map((side) => understandWords(q, side, { scope }, by));
    if (sides.every(({ concepts }) => concepts.some(({ slight }) => !slight))) return eitherRequest(q, reading, or, sides);
  }
  const cited = citationIn(reading);
  const citation = cited === null || isLiteral(cited.alone ? { start: 0, end: reading.terms.length } : cited.terms) ? null : cited;
  if (citation?.alone === true && worded.length === 0) return onlyCitation(q, reading, citation);
  const idle = idleIn(reading.terms, {
    literal,
    taken: (at) => worded.some(({ terms }) => at >= terms.start && at < terms.end),
    byCase,
    setAside,
  });
  const { concepts, members: read, alternatives, unused } = thingsBetween({ q, reading, scope, literal, idle: idle.terms }, worded);
  const preferred = preferredValues(q, reading, literal, read, [...worded, ...turned]);
  const preferredPlaces: PlacedValue[] =
    citation === null || citation.field !== 'citation' ? [] : [{ ...citation, at: placeOf(reading, citation.terms) }];
  const ofSides = alternatives.flatMap((one) => one.named);
  const named = distinctValues([...read.flatMap((one) => one.named), ...ofSides, ...preferred, ...preferredPlaces]);
  const requested = requestedThings(worded, read);
  const things = {
    worded: [...conditionNodes(q, reading, worded), ...requested],
    concepts: concepts.map(({ concept }) => concept),
    named,
  };
  const first = [...preferred, ...preferredPlaces].flatMap((value) => preferredPart(q, reading, value, read));
  return {
    ...things,
    parts: [
      ...worded.map((condition) => conditionPart(q, reading, condition)),
      ...notes,
      ...requestedNotes(q, requested),
      ...(rate === null ? [] : [ratesPart(q, reading, rate, things)]),
      ...read.flatMap(({ part }) => part ?? []),
      ...first,
      ...idleParts(reading.terms, idle, unused),
      ...alternatives.map(({ part }) => part),
      ...notesOn(concepts.map(({ concept }) => concept)),
      ...leavingOutNotes(
        q,
        concepts.map(({ concept, named: names }) => ({ ...concept, names: names.length > 0 })),
        partsOf(first, 'preferred').filter(({ field }) => field !== 'reason'),
      ),
      ...capitalsNote(q),
      ...jokerNote(q, (at) => worded.some(({ terms }) => isInside(at, typedAt(q, reading.terms.slice(terms.start, terms.end)).at))),
    ],
  };
}

/** A query that is a citation and nothing else: whoever cites it, on either side, also by the title of a chapter alone. */
function onlyCitation(q: string, reading: Reading, { field, values, byTitle }: TypedCitation): Words {
  const terms = { start: 0, end: reading.terms.length };
  const { at } = typedAt(q, reading.terms);
  const titled = byTitle.length === 0 ? [] : [{ field: 'citation', values: byTitle } as const];
  const ways = [{ field, values }, ...titled];
  return {
    worded: [{ ...typedAt(q, reading.terms), node: anyOf(ways.map((way) => filterNode(way.field, way.values, at))) }],
    concepts: [],
    named: [],
    parts: ways.map((way) => filterPart(q, reading, { ...way, terms })),
  };
}

interface Things {
  /** What is asked for: things that are alternatives are one. */
  readonly concepts: readonly ReadConcept[];
  /** Each thing by itself. */
  readonly members: readonly ReadConcept[];
  readonly alternatives: readonly Alternatives[];
  /** Terms that are not looked for. */
  readonly unused: readonly number[];
}

function thingsBetween(context: ConceptContext, conditions: readonly ReadCondition[]): Things {
  const starts = [0, ...conditions.map(({ terms }) => terms.end)];
  const ends = [...conditions.map(({ terms }) => terms.start), context.reading.terms.length];
  const all = starts.map((start, index) => thingsIn(context, start, ends[index] ?? start));
  return {
    concepts: eachOnce(all.flatMap(({ concepts }) => concepts)),
    members: eachOnce(all.flatMap(({ members }) => members)),
    alternatives: all.flatMap(({ alternatives }) => alternatives),
    unused: all.flatMap(({ unused }) => unused),
  };
}

function thingsIn(context: ConceptContext, from: number, to: number): Things {
  const alternatives = alternativesIn(context, from, to);
  const starts = [from, ...alternatives.map(({ terms }) => terms.end)];
  const ends = [...alternatives.map(({ terms }) => terms.start), to];
  const others = starts.map((start, index) => conceptsOf(context, start, ends[index] ?? start));
  const between = (of: (one: Alternatives) => readonly ReadConcept[]) =>
    others.flatMap(({ concepts }, index) => [...concepts, ...(alternatives[index] === undefined ? [] : of(alternatives[index]))]);
  return {
    concepts: between((one) => one.concepts),
    members: between((one) => one.members),
    alternatives,
    unused: others.flatMap(({ idle }) => idle),
  };
}

/** The same thing twice asks for it once. */
function eachOnce(read: readonly ReadConcept[]): ReadConcept[] {
  const seen = new Set<string>();
  return read.filter(({ concept }) => {
    const key = literalKey(concept.typed);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function isInside(place: Place, of: Place): boolean {
  return place.start >= of.start && place.end <= of.end;
}

function placeOf(reading: Reading, terms: Place): Place {
  return { start: reading.terms[terms.start]?.inText.start ?? 0, end: reading.terms[terms.end - 1]?.inText.end ?? 0 };
}

function filterPart(q: string, reading: Reading, { field, values, terms }: NamedValue & { terms: Place }): UnderstoodPart {
  return {
    kind: 'filter',
    ...typedAt(q, reading.terms.slice(terms.start, terms.end)),
    field,
    values: values.map((value) => labelled(field, value)),
  };
}

/** Everything as typed: each term is a concept of its own, so that some may be missing in the second tier. */
function asTyped({ tree, terms }: TypedQuery, q: string): Understanding {
  if (terms === null || q.trim() === '') return { where: tree, concepts: null, conditions: [], worded: [], named: [], parts: [] };
  const reading = readingOf(terms.filter(isWords), new Map());
  const nodes = terms.filter(isWords).flatMap(({ node }) => node ?? []);
  return {
    where: tree,
    concepts: nodes.flatMap((node, index) => {
      const term = reading.terms[index];
      if (term === undefined) return [];
      return [{ typed: term.typed, at: term.at, plain: node, whole: node, slight: term.words.every(isSlight) }];
    }),
    conditions: terms.filter((term) => !isWords(term)).flatMap(({ node }) => node ?? []),
    worded: [],
    named: [],
    parts: [],
  };
}

/** The nodes as typed, conditions and words; a tree without anything that was understood is that of the query language. */
function inTypedOrder(nodes: readonly QueryNode[]): QueryNode {
  return allOf(nodes.toSorted((a, b) => startOf(a) - startOf(b)));
}

function startOf(node: QueryNode): number {
  switch (node.kind) {
    case 'all':
      return 0;
    case 'not':
      return startOf(node.child);
    case 'and':
    case 'or':
    case 'least':
      return Math.min(...node.children.map(startOf));
    default:
      return node.at?.start ?? Number.POSITIVE_INFINITY;
  }
}
