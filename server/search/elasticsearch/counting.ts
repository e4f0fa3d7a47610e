/** How many items match each of several trees, case numbers by their beginnings, and the words that are spelt nearly alike: bodies and what is done with them. */
import { type QueryNode, TextFieldSchema } from '#contract/query.ts';
import { keywordPath } from '#mappings/elasticsearch.ts';
import type { CasesQuery, CountedCase } from '../port.ts';
import { byFrequency, nearWords, sharedBeginning } from '../similar-words.ts';
import { collect } from './collect.ts';
import type { Query, SearchBody, Suggester } from './dialect.ts';
import { type Ask, fromCountsAnswer, fromSuggestions } from './response.ts';
import { toQuery } from './where.ts';

/** Trees counted by one request: each is a query of its own, and the server bounds how many clauses they have together. */
const TREES = 200;
/** Words that a field may offer: more than are near to any word. */
const MOST_OFFERED = 2_000;

const nothing = { query: { match_all: {} }, size: 0, _source: false, track_total_hits: false } as const;

export async function countTrees(ask: Ask, trees: readonly QueryNode[]): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < trees.length; from += TREES) {
    counts.push(...fromCountsAnswer(await ask(toCountsBody(trees.slice(from, from + TREES)))));
  }
  return counts;
}

/** See `SearchIndex.casesBeginning`: the first page of the numbers in their order, which has as many as are wanted. */
export async function findCases(ask: Ask, { where, beginnings, most }: CasesQuery): Promise<CountedCase[]> {
  const field = keywordPath('caseNumber');
  const begins: Query = { bool: { should: beginnings.map((value) => ({ prefix: { [field]: { value } } })), minimum_should_match: 1 } };
  const asked = { sources: [{ field }], aggs: {}, size: most, most: most - 1 };
  const { cases = [] } = await collect(ask, { bool: { must: [toQuery(where, 1)], filter: [begins] } }, { cases: asked });
  return cases.map(({ keys, doc_count: count }) => ({ caseNumber: String(keys[0]), count }));
}

/** See `SearchIndex.similarWords`. The server offers what may be near (also of items taken out); nearness and counts decide. */
export async function findSimilar(ask: Ask, word: string, most: number): Promise<string[]> {
  if (sharedBeginning(word) === null) return [];
  const found: string[] = [];
  for (const near of nearWords(word, fromSuggestions(await ask(toSuggestBody(word))))) {
    if (found.length >= most) break;
    const trees = near.map((other): QueryNode => ({ kind: 'phrase', words: [other], fields: [...TextFieldSchema.options] }));
    found.push(...byFrequency(near, await countTrees(ask, trees)));
  }
  return found.slice(0, most);
}

/** Counts of trees, in the aggregation `trees`. */
function toCountsBody(trees: readonly QueryNode[]): SearchBody {
  return { ...nothing, aggs: { trees: { filters: { filters: trees.map((tree) => toQuery(tree)) } } } };
}

/** Unstemmed words of each text that are up to two edits away and begin alike. */
function toSuggestBody(word: string): SearchBody {
  const offers = TextFieldSchema.options.map((field): [string, Suggester] => [
    field,
    {
      term: {
        field: `words.${field}`,
        suggest_mode: 'always',
        max_edits: 2,
        prefix_length: 1,
        min_word_length: 1,
        accuracy: 0,
        // The server leaves out words that are frequent themselves, unless told that none is: a whole number beyond all counts.
        max_term_freq: 1_000_000_000,
        size: MOST_OFFERED,
        shard_size: MOST_OFFERED,
      },
    },
  ]);
  return { ...nothing, suggest: { text: word, ...Object.fromEntries(offers) } };
}
