/** Which word or filter emptied a search: what each finds alone, and what the search would find without it. */
import { NOT_STATED, notStatedWords } from '#contract/fields.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import type { NoResultCause } from '#contract/understood.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { isGroup } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import type { Letters } from '../../search/port.ts';
import { typedCost } from './query-cost.ts';
import type { Understanding } from './understanding.ts';

/** Parts that are looked at; a query of more is not explained part by part. */
const MOST_PARTS = 40;
/** The most that the counts may cost (`typedCost`), of which each costs about as much as the whole query. */
const MOST_COUNTED = 700;

interface Part {
  readonly what: string;
  readonly at: Place | null;
  readonly node: QueryNode;
  /** Told only where it finds nothing alone: "of" empties no search. */
  readonly slight: boolean;
}

/**
 * For a search without results: its words, conditions and filters, the words in the order typed. Empty where there is nothing to leave out,
 * and where counting each would cost too much.
 */
export async function noResultCauses(
  index: Letters,
  understanding: Understanding,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<NoResultCause[]> {
  const { where, concepts, conditions, worded } = understanding;
  const typed =
    concepts === null
      ? partsOfTree(where)
      : [...[...conditions, ...worded.map(({ node }) => node)].map(toPart), ...concepts.map(fromConcept)];
  const parts = [...typed.sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0)), ...filters.map(fromFilter)];
  if (parts.length === 0 || parts.length > MOST_PARTS || parts.length * typedCost(understanding) > MOST_COUNTED) return [];
  const without = parts.map((part) => all(parts.filter((other) => other !== part)));
  const counts = await index.counts([...parts.map(({ node }) => node), ...without], signal);
  return parts.flatMap(({ what, at, slight }, index) => {
    const told = { what, at, alone: counts[index] ?? 0, without: counts[parts.length + index] ?? 0 };
    return slight && told.alone > 0 && told.without === 0 ? [] : [told];
  });
}

function fromConcept({ typed, at, whole, slight }: NonNullable<Understanding['concepts']>[number]): Part {
  return { what: typed, at: { start: at.start, end: at.end }, node: whole, slight };
}

function fromFilter(filter: Filter): Part {
  return { what: saidFilter(filter), at: null, node: { kind: 'filter', filter }, slight: false };
}

function partsOfTree(where: QueryNode): Part[] {
  if (where.kind === 'all') return [];
  return (where.kind === 'and' ? where.children : [where]).map(toPart);
}

function toPart(node: QueryNode): Part {
  return { what: said(node), at: placeOf(node), node, slight: false };
}

function all(parts: readonly Part[]): QueryNode {
  const children = parts.map(({ node }) => node);
  const [only] = children;
  return only === undefined ? { kind: 'all' } : children.length === 1 ? only : { kind: 'and', children };
}

/** A part of the query in the words of the query language. */
function said(node: QueryNode): string {
  switch (node.kind) {
    case 'all':
      return '';
    case 'word':
      return node.word;
    case 'phrase':
      return `"${node.words.join(' ')}"`;
    case 'near':
      return `"${node.words.join(' ')}"~${node.gap}`;
    case 'prefix':
      return `${node.prefix}*`;
    case 'filter':
      return saidFilter(node.filter);
    case 'not':
      return `NOT ${bracketed(node.child)}`;
    case 'and':
      return node.children.map(bracketed).join(' ');
    case 'or':
      return node.children.map(bracketed).join(' OR ');
    case 'least':
      return `at least ${node.least} of ${node.children.map(bracketed).join(', ')}`;
  }
}

function bracketed(node: QueryNode): string {
  return isGroup(node) ? `(${said(node)})` : said(node);
}

/** The most values of a filter that are named. */
const MOST_NAMED = 3;

function saidFilter(filter: Filter): string {
  if (filter.field === 'decidedOn') return `Decided ${filter.from ?? 'any day'} to ${filter.to ?? 'any day'}`;
  const { field, values } = filter;
  if (values.every((value) => value === NOT_STATED)) return notStatedWords(field);
  const more = values.length - MOST_NAMED;
  const named = values.slice(0, MOST_NAMED).map((value) => labelOf(field, value));
  return `${KEYWORD_FIELDS[field].label}: ${named.join(' or ')}${more > 0 ? ` or ${more} more` : ''}`;
}

/** From the first to the last of a part's places; null where it has none. */
function placeOf(node: QueryNode): Place | null {
  switch (node.kind) {
    case 'all':
      return null;
    case 'not':
      return placeOf(node.child);
    case 'and':
    case 'or':
    case 'least': {
      const places = node.children.flatMap((child) => placeOf(child) ?? []);
      if (places.length === 0) return null;
      return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
    }
    default:
      return node.at === undefined ? null : { start: node.at.start, end: node.at.end };
  }
}
