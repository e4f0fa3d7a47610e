/**
 * From typed terms to concepts: terms next to each other that name one thing together are one, with its other names and the items
 * that are for it. The longest name wins; a concept starts and ends where a term does.
 */
import type { QueryNode, TextField } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import { allOf, anyOf, filterNode } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import { words as foldedWords } from '#mappings/text/words.ts';
import { relativesOf } from '#mappings/vocabulary/families.ts';
import { isSameName, isStemmed, MOST_NAME_WORDS, type SynonymRow, synonymOf } from '#mappings/vocabulary/synonyms.ts';
import { literalKey, type Reading, type TypedTerm, termsAt, typedAt } from './reading.ts';
import { isSlight } from './slight-words.ts';
import { type DrugNames, drugNames } from './typed-drugs.ts';
import type { Concept, NamedValue } from './understanding.ts';
import { joinedSpelling, otherSpellings, otherStrengths } from './written-otherwise.ts';

/** One concept with what is told of it. */
export interface ReadConcept {
  readonly concept: Concept;
  readonly part: UnderstoodPart | null;
  readonly named: readonly NamedValue[];
}

export interface ConceptContext {
  readonly q: string;
  readonly reading: Reading;
  readonly scope: readonly TextField[];
  /** Typed words that are taken as typed, see `literalKey`. */
  readonly literal: ReadonlySet<string>;
  /** Terms that are looked for only as part of a name, see `idleIn`. */
  readonly idle: ReadonlySet<number>;
}

/** What stands for some words beside themselves. */
interface Meaning {
  /** What finds the concept; the words as typed are not added to it. */
  readonly nodes: readonly QueryNode[];
  /** Words of their families, which find it too, see `Concept.scored`. */
  readonly relatives?: readonly QueryNode[];
  readonly also: readonly string[];
  readonly means: readonly NamedValue[];
}

/** The concepts of a range of terms that no condition parts, and the terms of it that are not looked for. */
export function conceptsOf(context: ConceptContext, from: number, to: number): { concepts: ReadConcept[]; idle: number[] } {
  const concepts: ReadConcept[] = [];
  const idle: number[] = [];
  for (let at = from; at < to; ) {
    const { count, meaning } = longestAt(context, at, to);
    if (count === 1 && context.idle.has(at)) idle.push(at);
    else concepts.push(toConcept(context, context.reading.terms.slice(at, at + count), meaning));
    at += count;
  }
  return { concepts, idle };
}

function longestAt(context: ConceptContext, at: number, to: number): { count: number; meaning: Meaning | null } {
  const { terms } = context.reading;
  for (let count = Math.min(to - at, MOST_NAME_WORDS); count > 0; count -= 1) {
    const some = terms.slice(at, at + count);
    if (isLiteral(context, some)) return { count, meaning: null };
    const meaning =
      synonymMeaning(context, some) ??
      drugMeaning(context, at, count) ??
      writtenOtherwise(context, some) ??
      shortName(context, some) ??
      familyMeaning(context, some);
    if (meaning !== null) return { count, meaning };
  }
  return { count: 1, meaning: null };
}

function isLiteral({ q, literal }: ConceptContext, terms: readonly TypedTerm[]): boolean {
  return literal.has(literalKey(typedAt(q, terms).typed));
}

function toConcept(context: ConceptContext, terms: readonly TypedTerm[], meaning: Meaning | null): ReadConcept {
  const { at, typed } = typedAt(context.q, terms);
  const node = isLiteral(context, terms) ? literalNode : plainNode;
  const plain = allOf(terms.map((term) => node(term, context)));
  const slight = terms.every((term) => term.words.every(isSlight));
  if (meaning === null) return { concept: { typed, at, plain, whole: plain, slight }, part: null, named: [] };
  const [told] = meaning.means;
  const part: UnderstoodPart = {
    kind: 'synonyms',
    at,
    typed,
    also: [...meaning.also],
    field: told?.field ?? null,
    values: told === undefined ? [] : told.values.map((value) => labelled(told.field, value)),
  };
  const isTold = meaning.also.length > 0 || told !== undefined;
  const { nodes, relatives = [], means } = meaning;
  const concept: Concept = {
    typed,
    at,
    plain,
    whole: anyOf([...nodes, ...relatives]),
    slight: false,
    ...(relatives.length === 0 ? {} : { scored: anyOf(nodes) }),
  };
  return { concept, part: isTold ? part : null, named: means };
}

/** A term as the query language has it. */
function literalNode({ words, at }: TypedTerm, { scope }: ConceptContext): QueryNode {
  const [word, more] = words;
  const fields = [...scope];
  return word !== undefined && more === undefined ? { kind: 'word', word, fields, at } : { kind: 'phrase', words: [...words], fields, at };
}

/** The same, but short words and short names in capitals as they are, since their stems collide ("US", "use"), and "knee's" is "knee". */
function plainNode(term: TypedTerm, context: ConceptContext): QueryNode {
  const words = withoutGenitive(term);
  const node = literalNode({ ...term, words }, context);
  return node.kind === 'word' && isAsItIs(node.word, term, context)
    ? { kind: 'phrase', words: [node.word], fields: node.fields, at: term.at }
    : node;
}

const SHORT = /^[a-z]{1,3}$/;
const SHORT_NAME = /^[A-Z]{2,5}$/;
const ALL_CAPITALS = /^[^a-z]*\s[^a-z]*$/;

function isAsItIs(word: string, { typed }: TypedTerm, { q }: ConceptContext): boolean {
  // With the key held down, capitals say nothing.
  return SHORT.test(word) || (SHORT_NAME.test(typed) && !ALL_CAPITALS.test(q.trim()));
}

/** The words of a term, "knee's" being "knee". */
function withoutGenitive({ words, typed }: TypedTerm): readonly string[] {
  return words.length > 1 && words.at(-1) === 's' && /\p{L}['\u2019]s\W*$/iu.test(typed) ? words.slice(0, -1) : words;
}

function synonymMeaning(context: ConceptContext, terms: readonly TypedTerm[]): Meaning | null {
  const words = terms.flatMap((term) => term.words);
  const found = synonymOf(words) ?? synonymOf(terms.flatMap(withoutGenitive));
  if (found === null) return null;
  const { row, short } = found;
  const means = meansHere(context, row);
  if (short && means === null) return null;
  const { at } = typedAt(context.q, terms);
  const filter: QueryNode[] = means === null ? [] : [itemsOf(means, row.means?.only ?? null, at)];
  const names = row.names.map((name) => nameNode(name, context.scope, at, row.exact));
  const typed = terms.map((term) => plainNode(term, context));
  const relatives = row.exact ? [] : row.forms.flatMap(relativesOf);
  return {
    nodes: [...(short ? typed : []), ...names, ...filter],
    relatives: relatives.map((word) => nameNode([word], context.scope, at)),
    also: [...row.shown, ...relatives].filter((name) => !isSameName(foldedWords(name), words)),
    means: means === null ? [] : [means],
  };
}

/** The values that a row's words name, where the reading of all typed words bears it out. */
function meansHere({ reading }: ConceptContext, { means }: SynonymRow): NamedValue | null {
  if (means === null) return null;
  const { field, values } = means;
  const { service, bodyParts } = reading.named;
  if (field === 'service' && (service === null || !values.includes(service.service))) return null;
  if (field === 'bodyPart' && !bodyParts.some(({ id }) => values.includes(id))) return null;
  return { field, values };
}

/** The items of these values; `only` those that have one of its values too. */
function itemsOf(means: NamedValue, only: NamedValue | null, at: Place): QueryNode {
  const items = filterNode(means.field, means.values, at);
  return only === null ? items : { kind: 'and', children: [items, filterNode(only.field, only.values, at)] };
}

function drugMeaning(context: ConceptContext, first: number, count: number): Meaning | null {
  const { q, reading, scope } = context;
  const here = reading.named.drugs.filter((drug) => {
    const range = termsAt(reading, drug);
    return range !== null && range.start === first && range.end === first + count;
  });
  if (here.length === 0) return null;
  const terms = reading.terms.slice(first, first + count);
  const { at } = typedAt(q, terms);
  const words = terms.flatMap((term) => term.words);
  // A strength typed with the name ("10/325mg", "#60") is no part of it.
  const span = reading.text.slice(here[0]?.start, here[0]?.end);
  if (literalKey(span) !== words.join(' ')) return null;
  const drugs: readonly DrugNames[] = here.map(({ generic }) => drugNames(generic, words));
  const names = drugs.length === 1 ? (drugs[0]?.names ?? []) : [];
  const typed = allOf(terms.map((term) => plainNode(term, context)));
  const items = drugs.map((drug) => drug.items);
  return {
    nodes: [typed, ...names.map((name) => nameNode(name, scope, at)), ...items],
    also: names.map((name) => name.join(' ')).filter((name) => name !== words.join(' ')),
    means: [{ field: 'drug', values: [...new Set(drugs.flatMap(({ bases }) => bases))] }],
  };
}

/** The most terms of what letters write in several ways: "600 mg". */
const MOST_WRITTEN = 2;

function writtenOtherwise(context: ConceptContext, terms: readonly TypedTerm[]): Meaning | null {
  if (terms.length > MOST_WRITTEN) return null;
  const { at, typed } = typedAt(context.q, terms);
  const [term, more] = terms;
  const levels = term !== undefined && more === undefined ? [...otherSpellings(term.words), ...joinedSpelling(term.typed)] : [];
  const others = levels.length > 0 ? levels : otherStrengths(typed, context.reading.named.drugs.length > 0);
  if (others.length === 0) return null;
  const asTyped: QueryNode =
    more === undefined
      ? allOf(terms.map((each) => plainNode(each, context)))
      : { kind: 'phrase', words: terms.flatMap((each) => each.words), fields: [...context.scope], at };
  return {
    nodes: [asTyped, ...others.map(({ words }) => nameNode(words, context.scope, at))],
    also: others.slice(0, MOST_SHOWN).map(({ shown }) => shown),
    means: [],
  };
}

/** Of a strength as many ways to write it are told. */
const MOST_SHOWN = 3;

/** A short word is looked for as it is, and in the plural ("leg", "legs"), unless that is another thing's name ("ten", "TENS"). */
function shortName(context: ConceptContext, [term, more]: readonly TypedTerm[]): Meaning | null {
  if (term === undefined || more !== undefined) return null;
  const node = plainNode(term, context);
  if (node.kind !== 'phrase' || node.words.length > 1 || !/^[a-z]{3}$/.test(term.typed)) return null;
  const plural = `${node.words.join('')}s`;
  if (isSlight(node.words.join('')) || plural.endsWith('ss') || synonymOf([plural]) !== null) return null;
  return { nodes: [node, { ...node, words: [plural] }], also: [], means: [] };
}

/** A word with the others of its family: "denial" finds "denied". A short name in capitals has none. */
function familyMeaning(context: ConceptContext, [term, more]: readonly TypedTerm[]): Meaning | null {
  if (term === undefined || more !== undefined) return null;
  const node = plainNode(term, context);
  if (node.kind !== 'word') return null;
  const also = relativesOf(node.word);
  return also.length === 0 ? null : { nodes: [node], relatives: also.map((word) => ({ ...node, word })), also, means: [] };
}

/** One name: several words as a phrase; a short word as it is, since stems of short words collide ("TENS", "ten"). */
function nameNode(name: readonly string[], scope: readonly TextField[], at: Place, exact = false): QueryNode {
  const [word, more] = name;
  const fields = [...scope];
  return word !== undefined && more === undefined && !exact && isStemmed(word)
    ? { kind: 'word', word, fields, at }
    : { kind: 'phrase', words: [...name], fields, at };
}
