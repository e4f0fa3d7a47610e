/**
 * What is asked of an engine and what it answers, in our words. The meaning of every node is fixed by the table in
 * ARCHITECTURE.md ("What matching means"); the brute-force oracle of the tests holds it, and every engine must agree.
 */
import { z } from 'zod';
import { IsoDateSchema } from './determination.ts';
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from './fields.ts';
import { SORTS, type Sort } from './lists.ts';
import { SpanSchema } from './span.ts';

/** The texts of an item that can be searched. `summary` is the letter's clinical summary, shared by its items. */
export const TextFieldSchema = z.enum(['heading', 'rationale', 'administratorGuideline', 'reviewerGuideline', 'summary']);
export type TextField = z.infer<typeof TextFieldSchema>;

/** The scope of a plain word: the item, its rationale and its guideline fields; the summary only where asked for. */
export const ITEM_SCOPE = ['heading', 'rationale', 'administratorGuideline', 'reviewerGuideline'] as const satisfies readonly TextField[];

/** The fields whose values are closed or short: filters and facets, by the table in `fields.ts`. */
export const KeywordFieldSchema = z.enum(KEYWORD_FIELD_IDS);

/**
 * A condition on an item. `values`: the item has at least one of them, compared exactly. `decidedOn`: the decision day
 * lies in the closed range; null leaves that side open; an item that has only a year is in a range that holds all of it, one without either in none.
 */
export const FilterSchema = z.union([
  z.object({ field: KeywordFieldSchema, values: z.array(z.string()).min(1) }),
  z.object({ field: z.literal('decidedOn'), from: IsoDateSchema.nullable(), to: IsoDateSchema.nullable() }),
]);
export type Filter = z.infer<typeof FilterSchema>;
/**
 * Whether a filter is a facet's own, without which the facet is counted, so that the values beside the chosen one keep
 * their counts. A range of days is the own filter of months, quarters and years alike.
 */
export function isOwnFilter(facet: KeywordField, filter: Filter): boolean {
  return filter.field === facet || (filter.field === 'decidedOn' && FIELDS[facet].ofDay === true);
}

/**
 * The query tree. Words are folded (see `mappings/text/words.ts`), not stemmed: `word` is matched on the stemmed stream;
 * `phrase` (its words next to each other, in order, inside one field), `near` (all its words, which differ, inside one
 * field, in any order, with at most `gap` other words between the first and the last) and `prefix` on the unstemmed one. A leaf matches
 * when any of its `fields` does. `and`, `or` and `least` (at least so many of its children, 1 to all of them) take at least one child; `not` is over the item. `at` is the place in
 * the typed query (UTF-16 offsets), for marking; it has no meaning for an engine.
 */
export type QueryNode =
  | { kind: 'all' }
  | { kind: 'word'; word: string; fields: TextField[]; at?: { start: number; end: number } | undefined }
  | { kind: 'phrase'; words: string[]; fields: TextField[]; at?: { start: number; end: number } | undefined }
  | { kind: 'near'; words: string[]; gap: number; fields: TextField[]; at?: { start: number; end: number } | undefined }
  | { kind: 'prefix'; prefix: string; fields: TextField[]; at?: { start: number; end: number } | undefined }
  | { kind: 'filter'; filter: Filter; at?: { start: number; end: number } | undefined }
  | { kind: 'and'; children: QueryNode[] }
  | { kind: 'or'; children: QueryNode[] }
  | { kind: 'least'; least: number; children: QueryNode[] }
  | { kind: 'not'; child: QueryNode };

const at = SpanSchema.optional();
const fields = z.array(TextFieldSchema).min(1);
const folded = z.string().min(1);
export const QueryNodeSchema: z.ZodType<QueryNode> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('word'), word: folded, fields, at }),
    z.object({ kind: z.literal('phrase'), words: z.array(folded).min(1), fields, at }),
    z.object({ kind: z.literal('near'), words: z.array(folded).min(2), gap: z.int().nonnegative(), fields, at }),
    z.object({ kind: z.literal('prefix'), prefix: folded, fields, at }),
    z.object({ kind: z.literal('filter'), filter: FilterSchema, at }),
    z.object({ kind: z.literal('and'), children: z.array(QueryNodeSchema).min(1) }),
    z.object({ kind: z.literal('or'), children: z.array(QueryNodeSchema).min(1) }),
    z.object({ kind: z.literal('least'), least: z.int().positive(), children: z.array(QueryNodeSchema).min(1) }),
    z.object({ kind: z.literal('not'), child: QueryNodeSchema }),
  ]),
);

export const SortSchema = z.enum(SORTS, { error: `expected one of ${SORTS.join(', ')}` });

/**
 * How items that match are scored. `text`: its words, phrases, nearness and prefixes under no NOT score by the engine's BM25, each
 * text by its weight (a heading's is 1); they need not match. `boosts`: each adds its weight (a positive number) to the
 * score of the items that match its tree, words or not. A rare word in a heading is worth about 5.
 */
export interface Rank {
  readonly text: QueryNode;
  readonly boosts: readonly { readonly where: QueryNode; readonly weight: number }[];
}

/**
 * A search: the tree, the chosen filters (all must hold), and what to count. A facet is counted over the items that
 * match the tree and every filter but its own (`isOwnFilter`). `offset` + `limit` bound one page.
 */
export interface IssueQuery {
  where: QueryNode;
  filters: readonly Filter[];
  facets: readonly KeywordField[];
  sort: Sort;
  /** For the sort by relevance; without it the words of the tree score. */
  rank?: Rank;
  /** Only the first item of each letter, by the sort, is a hit; totals and facets stay those of all items. Default false. */
  onePerLetter?: boolean;
  offset: number;
  limit: number;
}

/** A count of letters: exact, or "about" where the engine can only estimate. */
export const LetterCountSchema = z.object({ count: z.int().nonnegative(), exact: z.boolean() });
export type LetterCount = z.infer<typeof LetterCountSchema>;

/** The engine's answer: ids in order, exact totals, each facet's values by count (most first, then by value). */
export interface IssueResults {
  total: number;
  letters: LetterCount;
  hits: { itemId: string; letterId: string; number: number; score: number }[];
  facets: { field: KeywordField; values: { value: string; count: number }[] }[];
}
