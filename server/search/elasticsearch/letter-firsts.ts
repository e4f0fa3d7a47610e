/**
 * Which items are the first of their letter: with any decision and with a known one, and with each value of a field. Where a question holds for all items
 * of a letter or for none, those count letters exactly, at any size; see `aggregate.ts`. Pure.
 */

import type { KeywordField } from '#contract/fields.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { ITEM_FIELDS, isOfLetter, KEYWORD_FIELDS, TEXT_FIELDS } from '#mappings/fields.ts';
import type { IndexDocument } from '#mappings/index-document.ts';

/** `any`: of all items of the letter; `known`: of those whose decision is known. */
export const FIRSTS = ['any', 'known'] as const;
export type First = (typeof FIRSTS)[number];

/** What of an item is the first of its letter. */
export interface ItemFirsts {
  readonly letterFirst: readonly First[];
  /** By field, of those that are read of each item by itself: its values that no earlier item of the letter has. */
  readonly firsts: Readonly<Record<First, Partial<Record<KeywordField, readonly string[]>>>>;
}

/** The items of one letter, in their order, with their firsts. */
export function firstsOf(documents: readonly IndexDocument[]): { document: IndexDocument; firsts: ItemFirsts }[] {
  const seen = { any: new Set<string>(), known: new Set<string>() };
  return documents.map((document) => {
    const { keywords } = document;
    const isKnown = !keywords.decision.includes('undetermined');
    const letterFirst: First[] = [];
    const firsts: Record<First, Partial<Record<KeywordField, string[]>>> = { any: {}, known: {} };
    for (const first of FIRSTS) {
      if (first === 'known' && !isKnown) continue;
      const isNew = (key: string): boolean => !seen[first].has(key) && Boolean(seen[first].add(key));
      if (isNew('')) letterFirst.push(first);
      for (const field of ITEM_FIELDS) {
        const values = keywords[field].filter((value) => isNew(`${field} ${value}`));
        if (values.length > 0) firsts[first][field] = values;
      }
    }
    return { document, firsts: { letterFirst, firsts } };
  });
}

/** Whether a condition holds for all items of a letter or for none of them. */
export function holdsForLetters(where: QueryNode): boolean {
  switch (where.kind) {
    case 'all':
      return true;
    case 'filter':
      return isOfLetterFilter(where.filter);
    case 'not':
      return holdsForLetters(where.child);
    case 'and':
    case 'or':
    case 'least':
      return where.children.every(holdsForLetters);
    default:
      return where.fields.every((field) => isOfLetter(TEXT_FIELDS[field]));
  }
}

/** The same for a filter. */
export function isOfLetterFilter(filter: Filter): boolean {
  return filter.field === 'decidedOn' || isOfLetter(KEYWORD_FIELDS[filter.field]);
}
