/** What can be asked of letters, by how a question comes to the index that answers at the moment. */
import type { Determination } from '#contract/determination.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import type { Decision } from '#contract/lists.ts';
import { versionKey } from '#contract/version-key.ts';
import type { Version } from '../library/library.ts';
import type { IndexStats, SearchEngine, Searching } from '../search/port.ts';

/** Asks the index; where another has just taken its place, that one. */
export type Ask = <T>(question: (index: SearchEngine) => Promise<T>) => Promise<T>;

/** The questions; those with empty lists are answered without the index. */
export function askedBy(engine: string, ask: Ask): Searching {
  return {
    engine,
    search: (query, signal) => ask((index) => index.search(query, signal)),
    page: (query, signal) => ask((index) => index.page(query, signal)),
    each: async function* (query, signal) {
      const { batches, first } = await ask(async (index) => {
        const asked = index.each(query, signal)[Symbol.asyncIterator]();
        // The first batch is asked for here: it tells whether the index is still the one.
        return { batches: asked, first: await asked.next() };
      });
      try {
        for (let next = first; next.done !== true; next = await batches.next()) yield next.value;
      } finally {
        await batches.return?.();
      }
    },
    counts: async (trees, signal) => (trees.length === 0 ? [] : ask((index) => index.counts(trees, signal))),
    similarWords: async (word, most, signal) => (most === 0 ? [] : ask((index) => index.similarWords(word, most, signal))),
    casesBeginning: async (query, signal) =>
      query.most === 0 || query.beginnings.length === 0 ? [] : ask((index) => index.casesBeginning(query, signal)),
    aggregate: (query, signal) => ask((index) => index.aggregate(query, signal)),
  };
}

/** The versions of a letter where no other is told than the one that counts. */
export function onlyVersion(letter: { readonly determination: Determination } | null): Version[] {
  if (letter === null) return [];
  const { source, dates } = letter.determination;
  return [{ sha256: versionKey(source), fileName: source.fileName, decidedOn: dates.decided?.value ?? null, current: true }];
}

/** How many items there are, of all programmes, and how they were decided. */
export async function itemCounts(index: Pick<Searching, 'search'>): Promise<Pick<IndexStats, 'items' | 'decisions'>> {
  const everything = { where: { kind: 'all' }, filters: [], facets: ['decision'], sort: 'case', offset: 0, limit: 0 } as const;
  const { total, facets } = await index.search(everything);
  const counts = new Map(facets[0]?.values.map(({ value, count }) => [value, count]));
  const decisions = Object.fromEntries(DecisionSchema.options.map((decision) => [decision, counts.get(decision) ?? 0]));
  return { items: total, decisions: decisions as Record<Decision, number> };
}
