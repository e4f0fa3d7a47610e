/** What is asked of an engine without anything in it is answered here: no engine is asked, started or waited for. */
import type { SearchIndex } from './port.ts';

/** The same index; calls with an empty list are answered at once, also where the engine could not be reached. */
export function answeringEmptyLists(index: SearchIndex): SearchIndex {
  return {
    engine: index.engine,
    put: async (batch, options) => (batch.length === 0 ? [] : index.put(batch, options)),
    putUnreadable: async (batch) => (batch.length === 0 ? undefined : index.putUnreadable(batch)),
    known: async (sha256s) => (sha256s.length === 0 ? new Map() : index.known(sha256s)),
    search: (query, signal) => index.search(query, signal),
    each: (query, signal) => index.each(query, signal),
    counts: async (trees, signal) => (trees.length === 0 ? [] : index.counts(trees, signal)),
    similarWords: async (word, most, signal) => (most === 0 ? [] : index.similarWords(word, most, signal)),
    rates: (query, signal) => index.rates(query, signal),
    determinations: async (ids) => (ids.length === 0 ? [] : index.determinations(ids)),
    letter: (id, sha256) => index.letter(id, sha256),
    versions: (id) => index.versions(id),
    unreadable: (offset, limit) => index.unreadable(offset, limit),
    remove: async (ids) => (ids.length === 0 ? 0 : index.remove(ids)),
    stats: () => index.stats(),
    close: () => index.close(),
  };
}
