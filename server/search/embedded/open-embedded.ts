/**
 * The embedded engine as a `SearchIndex`: SQLite's FTS5 in one file, through Node's own `node:sqlite`. Nothing to
 * install, nothing to start. Calls block while they run; see `core.ts`.
 */
import type { IssueResults } from '#contract/query.ts';
import { answeringEmptyLists } from '../empty-lists.ts';
import type { SearchIndex } from '../port.ts';
import type { Ordered } from './answer.ts';
import { openCore } from './core.ts';
import { withPlainErrors } from './database.ts';

/**
 * Opens the index in `dataDir` (`index.sqlite`), and makes it where there is none unless `create` is false. Throws AppError
 * `index-incompatible` for the index of another version, `engine-unavailable` where the folder cannot be used, `no-index`.
 */
export async function openEmbedded({ dataDir, create = true }: { dataDir: string; create?: boolean }): Promise<SearchIndex> {
  const core = openCore(dataDir, create);
  const stopFor = (signal: AbortSignal | undefined) => () => signal?.throwIfAborted();
  return answeringEmptyLists({
    engine: 'embedded',
    put: async (batch, options) => withPlainErrors(() => core.put(batch, options)),
    putUnreadable: async (batch) => withPlainErrors(() => core.putUnreadable(batch)),
    known: async (sha256s) => withPlainErrors(() => core.known(sha256s)),
    search: async (query, signal) => withPlainErrors(() => core.search(query, stopFor(signal))),
    each: (query, signal) => batchesOf(() => withPlainErrors(() => core.order(query, stopFor(signal))), signal),
    counts: async (trees, signal) => withPlainErrors(() => core.counts(trees, stopFor(signal))),
    similarWords: async (word, most, signal) => withPlainErrors(() => core.similarWords(word, most, stopFor(signal))),
    rates: async (query, signal) => withPlainErrors(() => core.rates(query, stopFor(signal))),
    determinations: async (ids) => withPlainErrors(() => core.determinations(ids)),
    letter: async (id, sha256) => withPlainErrors(() => core.letter(id, sha256)),
    versions: async (id) => withPlainErrors(() => core.versions(id)),
    unreadable: async (offset, limit) => withPlainErrors(() => core.unreadable(offset, limit)),
    remove: async (ids) => withPlainErrors(() => core.remove(ids)),
    stats: async () => withPlainErrors(() => core.stats()),
    close: async () => core.close(),
  });
}

/** Hits handed over at once. */
const BATCH = 500;

/** The whole order, asked for once, a batch at a time. */
async function* batchesOf(ask: () => Ordered, signal: AbortSignal | undefined): AsyncGenerator<IssueResults['hits']> {
  const { length, hit } = ask();
  for (let start = 0; start < length; start += BATCH) {
    signal?.throwIfAborted();
    yield Array.from({ length: Math.min(BATCH, length - start) }, (_, at) => hit(start + at));
  }
}
