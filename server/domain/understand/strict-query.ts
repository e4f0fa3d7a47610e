/**
 * A strict query (operators, quotes, +, brackets, stars) means exactly what is typed: no synonyms, no correction. What its words name
 * is preferred, a neighbour of a word that stands nowhere is offered, and notes are told.
 */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { readWords } from '#mappings/recognise/named-things.ts';
import type { Place } from '#mappings/text/places.ts';
import type { Letters } from '../../search/port.ts';
import type { PlainTerm } from '../query-language/parse-query.ts';
import type { TypedQuery } from '../query-language/read-query.ts';
import { readConditions, typedAs } from './conditions.ts';
import { distinctValues, namedValues } from './named-values.ts';
import { jokerNote, leavingOutNotes, notesOn } from './notes.ts';
import { readingOf, typedAt } from './reading.ts';
import { respellings, toldRespellings } from './spelling.ts';
import type { Understanding } from './understanding.ts';

/** A strict query: its tree is as typed. `cases`: what is told of its case numbers. */
export async function understandStrict(
  index: Letters,
  { tree, scope }: TypedQuery,
  q: string,
  cases: readonly UnderstoodPart[],
  signal?: AbortSignal,
): Promise<Understanding> {
  const leaves = positiveLeaves(tree).filter(
    (leaf) => (leaf.kind === 'word' || leaf.kind === 'phrase') && leaf.fields.length === scope.length,
  );
  const typed = leaves.map(({ at }) => q.slice(at?.start, at?.end).replaceAll(/["“”„‟«»″＂]/g, ''));
  // Alternatives are no request together.
  const readings = hasOr(tree) ? typed.slice(0, MOST_READ) : [typed.join(' ')];
  const words = leaves.flatMap((leaf) => (leaf.kind === 'word' ? [leaf.word] : []));
  const found = await respellings(index, words, scope, signal);
  const suggested = leaves.flatMap((leaf, at) =>
    leaf.kind === 'word' && leaf.at !== undefined
      ? toldRespellings(
          found.map((one) => ({ ...one, applied: false })),
          [leaf.word],
          typed[at] ?? leaf.word,
          leaf.at,
        )
      : [],
  );
  const single = leaves.map((leaf) => {
    const { start, end } = leaf.at ?? { start: 0, end: 0 };
    return { typed: q.slice(start, end), at: { start, end }, plain: leaf };
  });
  return {
    where: tree,
    concepts: null,
    conditions: [],
    worded: [],
    named: distinctValues(readings.flatMap((text) => namedValues(readWords(text), text))),
    parts: [
      ...cases,
      ...suggested,
      ...notesOn(single),
      ...conditionNotes(q, leaves),
      ...leavingOutNotes(q, single.map(named)),
      ...jokerNote(q),
    ].sort((a, b) => a.at.start - b.at.start),
  };
}

function named(one: { typed: string; at: Place; plain: QueryNode }) {
  return { ...one, names: true };
}

/** Between the words of a condition nothing stands but blanks and what belongs to words. */
const RUNNING = /^[\p{L}\p{N}\s'’.,/-]+$/u;

/** What would be a condition in a plain query is words here: how to type it. Outcomes of one word are told by `notesOn`. */
function conditionNotes(q: string, leaves: readonly TextLeaf[]): UnderstoodPart[] {
  const terms = leaves.flatMap((leaf): PlainTerm[] => {
    const { start, end } = leaf.at ?? { start: 0, end: 0 };
    const text = q.slice(start, end);
    if (!RUNNING.test(text)) return [];
    return [{ term: { kind: 'term', text, quoted: false, plus: false, gap: null, field: null, at: { start, end } }, node: leaf }];
  });
  const reading = readingOf(terms, new Map());
  const { conditions, notes } = readConditions(q, reading, () => false);
  const told = conditions.flatMap(({ terms: { start, end }, filter }): UnderstoodPart[] => {
    const { at, typed } = typedAt(q, reading.terms.slice(start, end));
    if (!RUNNING.test(typed) || (filter.field === 'decision' && end - start === 1)) return [];
    return [
      {
        kind: 'note',
        at,
        typed,
        text: `Looked for as words, as all are in a query with operators. As a condition, type ${typedAs(filter)}.`,
      },
    ];
  });
  return [...told, ...notes];
}

/** Alternatives of a query that are read for what they name. */
const MOST_READ = 20;

function hasOr(node: QueryNode): boolean {
  if (node.kind === 'or') return true;
  return node.kind === 'and' && node.children.some(hasOr);
}
