/**
 * The embedded engine: SQLite's FTS5 through Node's own `node:sqlite`, one file a projection. Nothing to install, nothing to start. This is the
 * engine in the caller's own thread, whose calls block while they run; `threads.ts` has the same in threads of their own.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { IssueResults } from '#contract/query.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';
import type { Change } from '../../library/library.ts';
import { unpackRecord } from '../../library/packed-record.ts';
import type { SearchEngine } from '../port.ts';
import type { Ordered } from './answer.ts';
import { ColumnFiller } from './columns.ts';
import { openAnswering } from './core.ts';
import { withPlainErrors } from './database.ts';
import { type LetterNow, openWriter } from './writer.ts';

/** The engine over an open file; closing it closes the file. `mostScored`: see `ScoreSource`. */
export function embeddedEngine(db: DatabaseSync, mostScored?: number): SearchEngine {
  const filler = new ColumnFiller(db);
  const answering = openAnswering(db, (tick) => filler.fill(tick), mostScored);
  // Made when it is first needed: a file in a folder that may not be written to is read all the same.
  let writer: ReturnType<typeof openWriter> | null = null;
  const stopFor = (signal: AbortSignal | undefined) => () => signal?.throwIfAborted();
  return {
    engine: 'embedded',
    held: null,
    state: async () => withPlainErrors(answering.state),
    project: async (changes, reached) =>
      withPlainErrors(() => {
        writer ??= openWriter(db);
        writer.project(unpacked(changes), reached);
        return [];
      }),
    search: async (query, signal) => withPlainErrors(() => answering.search(query, stopFor(signal))),
    page: async (query, signal) => withPlainErrors(() => answering.page(query, stopFor(signal))),
    each: (query, signal) => batchesOf(async () => withPlainErrors(() => answering.order(query, stopFor(signal))), signal),
    counts: async (trees, signal) => withPlainErrors(() => answering.counts(trees, stopFor(signal))),
    similarWords: async (word, most, signal) => withPlainErrors(() => answering.similarWords(word, most, stopFor(signal))),
    casesBeginning: async (query, signal) => withPlainErrors(() => answering.casesBeginning(query, stopFor(signal))),
    aggregate: async (query, signal) => withPlainErrors(() => answering.aggregate(query, stopFor(signal))),
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}

/** Changes with what is indexed of their records, one at a time. */
export function* unpacked(changes: readonly Change[]): Generator<LetterNow> {
  for (const { letter, record, documents } of changes)
    yield { letter, documents: documents ?? (record === null ? null : toIndexDocuments(unpackRecord(record))) };
}

/** Hits handed over at once. */
const BATCH = 500;

/** The whole order, asked for once, a batch at a time. */
export async function* batchesOf(ask: () => Promise<Ordered>, signal: AbortSignal | undefined): AsyncGenerator<IssueResults['hits']> {
  const { length, hit } = await ask();
  for (let start = 0; start < length; start += BATCH) {
    signal?.throwIfAborted();
    yield Array.from({ length: Math.min(BATCH, length - start) }, (_, at) => hit(start + at));
  }
}
