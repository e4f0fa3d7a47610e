/**
 * A case -> what the engines are asked for: its telling words and its facts, of which one is enough, scored by how many are shared and
 * how rare they are. Both engines answer the same question; there is no path of their own for it.
 */

import type { Criterion } from '#contract/lists.ts';
import { ITEM_SCOPE, type QueryNode, type Rank } from '#contract/query.ts';
import { filterNode, noneOf } from '#mappings/query-tree.ts';
import { letterWords } from '#mappings/recognise/letter-words.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Letters } from '../../search/port.ts';
import { isSlight } from '../understand/slight-words.ts';
import type { CaseFacts, Fact } from './case-facts.ts';

/** A word of the case with how telling it is here. */
interface TellingWord {
  readonly word: string;
  readonly weight: number;
}

export interface CaseQuery {
  readonly where: QueryNode;
  readonly rank: Rank;
  readonly words: readonly TellingWord[];
}

/** Words asked for: more say little more, and cost time. */
const MOST_WORDS = 30;
/** Words weighed: the most frequent ones of a long text. */
const MOST_WEIGHED = 150;
/** A word that more of the items than this have tells no case from another. */
const COMMON = 0.4;
const TEXTS = [...ITEM_SCOPE, 'summary'] as const;

/** What a shared fact is worth beside the words. */
const WORTH: Readonly<Record<Exclude<Criterion, 'words'>, number>> = {
  service: 12,
  drug: 8,
  bodyPart: 4,
  side: 1,
  diagnosis: 2,
  stage: 1,
  guideline: 2,
};
const SAME_CATEGORY = 5;
/** The service of just this body part: an MRI of another region is another request. */
const SERVICE_OF_PART = 8;
const WORD_HELD = 1;
const STANDS_ALONE = 1;

/** The question for a case. `without`: criteria that shall not count. `apart`: what a result may not be (the case itself). */
export async function caseQuery(
  index: Letters,
  { facts, categories, text }: CaseFacts,
  options: { without?: readonly Criterion[]; apart?: QueryNode } = {},
  signal?: AbortSignal,
): Promise<CaseQuery> {
  const without = new Set(options.without ?? []);
  const counted = facts.filter(({ criterion }) => !without.has(criterion));
  const telling = without.has('words') ? [] : await tellingWords(index, text, signal);
  const rarity = await raritiesOf(index, counted, signal);
  const leaves = telling.map(({ word }): QueryNode => ({ kind: 'word', word, fields: [...TEXTS] }));
  const shared = counted.map(nodeOf);
  const sought: QueryNode[] = [...leaves, ...shared];
  const found: QueryNode = sought.length === 0 ? nothing() : { kind: 'or', children: sought };
  const heaviest = telling[0]?.weight ?? 1;
  return {
    where: options.apart === undefined ? found : { kind: 'and', children: [found, { kind: 'not', child: options.apart }] },
    rank: {
      text: leaves.length === 0 ? { kind: 'all' } : { kind: 'or', children: leaves },
      boosts: [
        ...counted.map((fact, position) => ({ where: nodeOf(fact), weight: weightOf(fact) * (rarity[position] ?? 1) })),
        ...serviceOfPart(counted),
        ...(without.has('service') || categories.length === 0
          ? []
          : [{ where: filterNode('category', categories), weight: SAME_CATEGORY }]),
        ...telling.map(({ word, weight }) => ({
          where: { kind: 'word' as const, word, fields: [...TEXTS] },
          weight: (WORD_HELD * weight) / heaviest,
        })),
        { where: noneOf(filterNode('follows', ['yes'])), weight: STANDS_ALONE },
      ],
    },
    words: telling,
  };
}

/** The words that tell this text from others: rare in the index, but there. */
async function tellingWords(index: Letters, text: string, signal?: AbortSignal): Promise<TellingWord[]> {
  const times = new Map<string, { word: string; count: number }>();
  for (const word of letterWords(text)) {
    if (word.length < 3 || isSlight(word) || /^\d/.test(word)) continue;
    const known = times.get(stem(word));
    if (known === undefined) times.set(stem(word), { word, count: 1 });
    else known.count += 1;
  }
  const asked = [...times.values()].sort((a, b) => b.count - a.count).slice(0, MOST_WEIGHED);
  const trees = asked.map(({ word }): QueryNode => ({ kind: 'word', word, fields: [...TEXTS] }));
  const [all = 0, ...held] = await index.counts([{ kind: 'all' }, ...trees], signal);
  const weighed = asked.flatMap(({ word, count }, position) => {
    const items = held[position] ?? 0;
    if (items === 0 || (items > all * COMMON && all > 10)) return [];
    return [{ word, weight: Math.sqrt(count) * Math.log((all + 1) / items) }];
  });
  return weighed.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, MOST_WORDS);
}

/** How much more than usual each fact tells: a rare service more than physical therapy. From a half to one and a half. */
async function raritiesOf(index: Letters, facts: readonly Fact[], signal?: AbortSignal): Promise<number[]> {
  const [all = 0, ...held] = await index.counts([{ kind: 'all' }, ...facts.map(nodeOf)], signal);
  return held.map((items) => 0.5 + Math.log((all + 1) / (items + 1)) / Math.log(all + 2));
}

function serviceOfPart(facts: readonly Fact[]): Rank['boosts'] {
  const of = (criterion: Criterion): QueryNode => ({
    kind: 'or',
    children: facts.filter((fact) => fact.criterion === criterion).map(nodeOf),
  });
  const both = [of('service'), of('bodyPart')];
  if (both.some((node) => node.kind === 'or' && node.children.length === 0)) return [];
  return [{ where: { kind: 'and', children: both }, weight: SERVICE_OF_PART }];
}

function weightOf({ criterion }: Fact): number {
  return criterion === 'words' ? 0 : WORTH[criterion];
}

function nodeOf({ field, value }: Fact): QueryNode {
  return filterNode(field, [value]);
}

/** A case without a telling word or a fact is like none. */
function nothing(): QueryNode {
  return noneOf({ kind: 'all' });
}
