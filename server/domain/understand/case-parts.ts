/**
 * Case numbers that were typed without `case:`, told as the condition that they are; several candidates are those the index holds. Where it
 * holds none, numbers near it are offered.
 */
import type { Filter, QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { nearCaseNumbers, normaliseCaseNumber } from '#mappings/case-numbers.ts';
import { filterNode } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import type { Letters } from '../../search/port.ts';
import { createFaultList } from '../query-language/faults.ts';
import { lex } from '../query-language/lexer.ts';

/** Case numbers that are told of, and near ones that are offered for one. */
const MOST_TOLD = 10;
const MOST_OFFERED = 3;

/** The parts for the case numbers of a tree. The index is asked which of the numbers it holds. */
export async function caseParts(index: Letters, q: string, tree: QueryNode, signal?: AbortSignal): Promise<UnderstoodPart[]> {
  const cases = casesIn(tree);
  if (cases.length === 0) return [];
  const held = await itemsByCase(
    index,
    cases.flatMap(({ values }) => values),
    signal,
  );
  const parts: UnderstoodPart[] = [];
  for (const { values, at } of cases) {
    const typed = q.slice(at.start, at.end);
    const there = values.filter((value) => held.has(value)).sort();
    // A number may be looked for as it is typed, too: of such spellings one is meant.
    const known = values.filter((value) => normaliseCaseNumber(value) === value);
    const meant = known.length > 0 ? known : values.slice(0, 1);
    const [only] = meant;
    if (meant.length > 1 && there.length === 0) {
      parts.push({ kind: 'note', at, typed, text: 'Taken as the end of a case number; no case here has one that ends so.' });
    } else if (meant.length > 1 || !/^case:/i.test(typed)) {
      parts.push({ kind: 'filter', at, typed, field: 'caseNumber', values: (there.length > 0 ? there : meant).map(shown) });
    }
    if (meant.length === 1 && only !== undefined && there.length === 0) parts.push(...(await offered(index, only, at, typed, signal)));
  }
  return parts;
}

/** A case whose number is in no form that is known, as a table of one's own may have it. */
export interface StoredCase {
  readonly values: readonly string[];
  readonly node: QueryNode;
  readonly part: UnderstoodPart;
}

/**
 * The case that a query of one term with a digit is the number of, as it is typed or in capitals; null where the index holds none, or the tree asks for it.
 * Any text may be such a number, so it is asked for beside what the term means else.
 */
export async function storedCase(index: Letters, q: string, tree: QueryNode, signal?: AbortSignal): Promise<StoredCase | null> {
  const [term, more] = lex(q, createFaultList());
  if (more !== undefined || term?.kind !== 'term' || term.field !== null || term.plus || term.gap !== null) return null;
  const text = term.text.trim();
  if (!/\d/.test(text)) return null;
  const asked = new Set(casesIn(tree).flatMap(({ values }) => values));
  const wanted = [...new Set([text, text.toUpperCase()])].filter((value) => !asked.has(value));
  const values = [...(await itemsByCase(index, wanted, signal)).keys()];
  if (values.length === 0) return null;
  const at = { start: term.at.start, end: term.at.end };
  const part: UnderstoodPart = { kind: 'filter', at, typed: q.slice(at.start, at.end), field: 'caseNumber', values: values.map(shown) };
  return { values, node: filterNode('caseNumber', values, at), part };
}

/** Six digits alone that no case here ends in: a number of another kind, so looked for as a word, and told. */
export async function endsOfNoCase(index: Letters, q: string, tree: QueryNode, signal?: AbortSignal): Promise<NotePart[]> {
  const ends = casesIn(tree).filter(({ values, at }) => values.length > 1 && /^\d{6}$/.test(q.slice(at.start, at.end)));
  const held = await itemsByCase(
    index,
    ends.flatMap(({ values }) => values),
    signal,
  );
  return ends
    .filter(({ values }) => !values.some((value) => held.has(value)))
    .map(({ at }) => ({
      kind: 'note',
      at,
      typed: q.slice(at.start, at.end),
      text: 'No case here has a number that ends so, so this is looked for as a word.',
    }));
}

type NotePart = Extract<UnderstoodPart, { kind: 'note' }>;

/** What is said of a number that no letter here has: that, and the nearest there are. */
async function offered(index: Letters, caseNumber: string, at: Place, typed: string, signal?: AbortSignal): Promise<UnderstoodPart[]> {
  const near = await itemsByCase(index, nearCaseNumbers(caseNumber), signal);
  const used = [...near].slice(0, MOST_OFFERED);
  return [
    { kind: 'note', at, typed, text: `No letter here has the case number ${caseNumber}.` },
    ...used.map(([value, items]): UnderstoodPart => ({ kind: 'suggested', at, typed, used: value, items })),
  ];
}

/** Those of some case numbers that the index holds, with how many items each has. */
async function itemsByCase(index: Letters, values: readonly string[], signal?: AbortSignal): Promise<Map<string, number>> {
  if (values.length === 0) return new Map();
  const wanted = new Set(values);
  const where = filterNode('caseNumber', [...wanted]);
  const { facets } = await index.search({ where, filters: [], facets: ['caseNumber'], sort: 'case', offset: 0, limit: 0 }, signal);
  return new Map((facets[0]?.values ?? []).flatMap(({ value, count }): [string, number][] => (wanted.has(value) ? [[value, count]] : [])));
}

/** Case numbers that are asked for, under no NOT; at most a few are told of. */
function casesIn(node: QueryNode): { values: string[]; at: Place }[] {
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(casesIn).slice(0, MOST_TOLD);
  if (!isCaseNumber(node) || node.at === undefined) return [];
  return [{ values: node.filter.values, at: node.at }];
}

type CaseNode = Extract<QueryNode, { kind: 'filter' }> & { filter: Extract<Filter, { values: string[] }> };

function isCaseNumber(node: QueryNode): node is CaseNode {
  return node.kind === 'filter' && node.filter.field === 'caseNumber';
}

/** Conditions in which several case numbers are either: no item is of two. */
export function eitherCase(nodes: readonly QueryNode[]): QueryNode[] {
  const cases = nodes.filter(isCaseNumber);
  return cases.length < 2 ? [...nodes] : [{ kind: 'or', children: cases }, ...nodes.filter((node) => !isCaseNumber(node))];
}

function shown(value: string) {
  return { value, label: value };
}
