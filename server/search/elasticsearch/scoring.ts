/**
 * How items score, as the embedded engine has it: BM25 of each word over the texts asked for as if they were one, in which a word counts
 * by the weight of its text. (A score of each text by itself, added up, would let a word that stands in several texts count several
 * times, and give it another rarity in each.) Pure.
 */
import type { Rank, TextField } from '#contract/query.ts';
import { COMBINED_BOOST, combinedWeight } from '#mappings/elasticsearch.ts';
import { TEXT_FIELDS } from '#mappings/fields.ts';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Query } from './dialect.ts';
import { toTerm } from './terms.ts';
import { toQuery } from './where.ts';

/** Clauses that score and need not hold: the words of the rank's text under no NOT, and its boosts. Throws as `toQuery` does. */
export function toScoring({ text, boosts }: Rank): Query[] {
  return [
    ...positiveLeaves(text).map(leafScore),
    ...boosts.map(({ where, weight }) => ({ constant_score: { filter: toQuery(where, 1), boost: weight } })),
  ];
}

function leafScore(leaf: TextLeaf): Query {
  switch (leaf.kind) {
    case 'word':
      return combined('stems', stem(leaf.word), leaf.fields);
    case 'phrase':
      return phraseScore(leaf);
    case 'near':
      return { bool: { filter: [toQuery(leaf)], must: eachWord(leaf.words, leaf.fields) } };
    case 'prefix':
      return prefixScore(leaf);
  }
}

/** One word in several texts. */
function combined(stream: 'stems' | 'words', word: string, fields: readonly TextField[]): Query {
  const weighed = fields.map((field) => `${stream}.${field}^${combinedWeight(field)}`);
  return { combined_fields: { query: toTerm(word), fields: weighed, boost: COMBINED_BOOST } };
}

function eachWord(words: readonly string[], fields: readonly TextField[]): Query[] {
  return [...new Set(words)].map((word) => combined('words', word, fields));
}

/**
 * A phrase is one thing and as rare as its rarest word. The server's own score takes it for as rare as all its words together, so that a
 * name of three words was worth three times what its abbreviation was.
 */
function phraseScore(leaf: Extract<TextLeaf, { kind: 'phrase' }>): Query {
  const [only] = leaf.words;
  if (only !== undefined && leaf.words.length === 1) return combined('words', only, leaf.fields);
  return { bool: { filter: [toQuery(leaf)], must: [{ dis_max: { queries: eachWord(leaf.words, leaf.fields) } }] } };
}

/** The server finds the words that begin so one by one and scores none of them; what is left are the weights of the texts. */
function prefixScore(leaf: Extract<TextLeaf, { kind: 'prefix' }>): Query {
  const inField = (field: TextField): Query => ({
    constant_score: { filter: toQuery({ ...leaf, fields: [field] }), boost: TEXT_FIELDS[field].weight / TEXT_FIELDS.heading.weight },
  });
  return { bool: { should: leaf.fields.map(inField) } };
}
