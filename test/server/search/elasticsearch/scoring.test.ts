/** What a rank adds to the score of an item, as Elasticsearch clauses; no server is needed. */
import { describe, expect, it } from 'vitest';
import type { QueryNode, Rank, TextField } from '#contract/query.ts';
import { toItemsDefinition } from '#mappings/elasticsearch.ts';
import { toScoring } from '../../../../server/search/elasticsearch/scoring.ts';
import { toQuery } from '../../../../server/search/elasticsearch/where.ts';

const word = (text: string, fields: TextField[] = ['heading']): QueryNode => ({ kind: 'word', word: text, fields });
const scoring = (text: QueryNode, boosts: Rank['boosts'] = []) => toScoring({ text, boosts });
const { settings } = toItemsDefinition();
const { k1 = 0, b } = settings.similarity?.default ?? {};
/** One word over these weighed texts. */
const combined = (query: string, ...fields: string[]) => ({ combined_fields: { query, fields, boost: 2.2 / (k1 + 1) } });

describe('the score of a leaf', () => {
  it('is for a word that of all its texts as one, none of which may weigh less than 1', () => {
    expect(scoring(word('trainers', ['heading', 'rationale', 'administratorGuideline', 'summary']))).toEqual([
      combined('trainer', 'stems.heading^8', 'stems.rationale^4', 'stems.administratorGuideline^2', 'stems.summary^1'),
    ]);
  });

  it('grows with a word as where a heading weighs 1, k1 is 1.2 and b 0.75', () => {
    expect(k1 / 8).toBeCloseTo(1.2, 10);
    expect(b).toBe(0.75);
  });

  it('is for a phrase that of its rarest word, unstemmed, where the phrase stands', () => {
    const phrase: QueryNode = { kind: 'phrase', words: ['personal', 'trainers'], fields: ['heading', 'summary'] };
    const words = ['personal', 'trainers'].map((text) => combined(text, 'words.heading^8', 'words.summary^1'));
    expect(scoring(phrase)).toEqual([{ bool: { filter: [toQuery(phrase)], must: [{ dis_max: { queries: words } }] } }]);
  });

  it('is for a phrase of one word that of the word; a word said twice is still a phrase', () => {
    expect(scoring({ kind: 'phrase', words: ['trainers'], fields: ['heading'] })).toEqual([combined('trainers', 'words.heading^8')]);
    const twice: QueryNode = { kind: 'phrase', words: ['yoga', 'yoga'], fields: ['heading'] };
    expect(scoring(twice)).toEqual([
      { bool: { filter: [toQuery(twice)], must: [{ dis_max: { queries: [combined('yoga', 'words.heading^8')] } }] } },
    ]);
  });

  it('is for words near each other that of each of them', () => {
    const near: QueryNode = { kind: 'near', words: ['knees', 'brace', 'knees'], gap: 3, fields: ['heading'] };
    const words = ['knees', 'brace'].map((text) => combined(text, 'words.heading^8'));
    expect(scoring(near)).toEqual([{ bool: { filter: [toQuery(near)], must: words } }]);
  });

  it('is for a word beginning the weight of the texts it stands in, a heading weighing 1', () => {
    const prefix = (...fields: TextField[]): QueryNode => ({ kind: 'prefix', prefix: 'train', fields });
    expect(scoring(prefix('heading', 'rationale'))).toEqual([
      {
        bool: {
          should: [
            { constant_score: { filter: toQuery(prefix('heading')), boost: 1 } },
            { constant_score: { filter: toQuery(prefix('rationale')), boost: 0.5 } },
          ],
        },
      },
    ]);
  });
});

describe('a rank', () => {
  it('is the words under no NOT, and boosts as they are', () => {
    const text: QueryNode = {
      kind: 'and',
      children: [word('brace'), { kind: 'or', children: [word('pad', ['rationale'])] }, { kind: 'not', child: word('gym') }],
    };
    const upheld: QueryNode = { kind: 'filter', filter: { field: 'decision', values: ['upheld'] } };
    expect(scoring(text, [{ where: upheld, weight: 8 }])).toEqual([
      combined('brace', 'stems.heading^8'),
      combined('pad', 'stems.rationale^4'),
      { constant_score: { filter: toQuery(upheld), boost: 8 } },
    ]);
  });
});
