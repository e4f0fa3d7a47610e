/** What a metric reads of the records themselves, where counts do not say it. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import type { Determination } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import type { Example } from '#contract/metrics.ts';
import type { Programme } from '#contract/programmes.ts';
import { type Filter, ITEM_SCOPE, type QueryNode } from '#contract/query.ts';
import { words } from '#mappings/text/words.ts';
import type { SearchIndex } from '../../search/port.ts';

/** The sentence that decided an item, with where it stands. */
export type DecidingSentence = Omit<Example, 'decision'>;

export interface Reading {
  /**
   * The first deciding sentence of items of an outcome; where there are more items than `most`, of every so many-eth by case number, so that the same letters
   * always give the same ones. `items`: how many there are in all. Items without such a sentence are left out.
   */
  decidingSentences(decision: Decision, most: number): Promise<{ items: number; sentences: DecidingSentence[] }>;
  /** What is counted in all. */
  readonly total: OutcomeCounts;
  /** What is counted with a phrase in its text. */
  countsWith(phrase: string): Promise<OutcomeCounts>;
}

/** What is narrowed to, without the programme, which every question has by itself. */
interface Narrowed {
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
  readonly programme: Programme;
  /** Words are also looked for in the case summary. */
  readonly summary: boolean;
}

/** Records that are read at once. */
const BATCH = 200;

export function readingOf(
  index: Pick<SearchIndex, 'aggregate' | 'each' | 'determinations'>,
  { where, filters, programme, summary }: Narrowed,
  total: OutcomeCounts,
  signal?: AbortSignal,
): Reading {
  return {
    total,
    decidingSentences: async (decision, most) => {
      const narrowed: Filter[] = [...filters, { field: 'programme', values: [programme] }, { field: 'decision', values: [decision] }];
      const hits: { letterId: string; number: number }[] = [];
      for await (const batch of index.each({ where, filters: narrowed, sort: 'case' }, signal)) hits.push(...batch);
      const step = Math.max(1, hits.length / most);
      const chosen = Array.from({ length: Math.min(most, hits.length) }, (_, at) => hits[Math.floor(at * step)]).filter(
        (hit) => hit !== undefined,
      );
      const letters = await recordsOf(index, [...new Set(chosen.map(({ letterId }) => letterId))], signal);
      return { items: hits.length, sentences: chosen.flatMap(({ letterId, number }) => sentenceOf(letters.get(letterId), number)) };
    },
    countsWith: async (phrase) => {
      const leaf: QueryNode = { kind: 'phrase', words: words(phrase), fields: [...ITEM_SCOPE, ...(summary ? (['summary'] as const) : [])] };
      const found = await index.aggregate({ where: { kind: 'and', children: [where, leaf] }, filters, programme, by: [] }, signal);
      return found.total;
    },
  };
}

async function recordsOf(
  index: Pick<SearchIndex, 'determinations'>,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Determination>> {
  const found = new Map<string, Determination>();
  for (let at = 0; at < ids.length; at += BATCH) {
    signal?.throwIfAborted();
    for (const letter of await index.determinations(ids.slice(at, at + BATCH))) found.set(letter.id, letter);
  }
  return found;
}

function sentenceOf(letter: Determination | undefined, number: number): DecidingSentence[] {
  const item = letter?.items.find((one) => one.number === number);
  const sentence = item?.deciding[0]?.value;
  if (letter === undefined || item === undefined || sentence === undefined) return [];
  return [
    {
      letterId: letter.id,
      number,
      caseNumber: letter.caseNumber.value,
      decidedOn: letter.dates.decided?.value ?? null,
      title: item.inDispute?.value ?? item.heading?.value ?? null,
      sentence,
    },
  ];
}
