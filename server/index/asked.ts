/** What can be asked of letters, by how a question comes to the index that answers at the moment. */
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
    rates: (query, signal) => ask((index) => index.rates(query, signal)),
  };
}

/** How many items there are, and how they were decided. */
export async function itemCounts(index: Pick<Searching, 'rates'>): Promise<Pick<IndexStats, 'items' | 'decisions'>> {
  const { total } = await index.rates({ where: { kind: 'all' }, filters: [], by: 'decision' });
  return { items: total.items, decisions: total.decisions };
}
