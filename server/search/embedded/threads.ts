/**
 * The embedded engine in threads of its own: some that answer, each with its own connection, one that fills the columns they share, and, once
 * something is written, one that writes. The caller's thread only asks.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import type { AggregateResults } from '#contract/aggregate.ts';
import type { IssueResults } from '#contract/query.ts';
import { startThread, type Thread, ThreadEnded } from '../../threads/thread.ts';
import type { PageResults } from '../page.ts';
import type { CountedCase, ProjectionState, SearchEngine } from '../port.ts';
import { threadsEnded } from './database.ts';
import { type ToFiller, tellGone } from './fill-cell.ts';
import { batchesOf } from './open-embedded.ts';
import { type PackedOrder, unpackOrder } from './packed-order.ts';

/** A search takes milliseconds, so a few threads answer many users; more than there are cores would only wait for each other. */
const ANSWERING = Math.max(2, Math.min(4, availableParallelism()));

/**
 * The engine over an index file that is there. Where one of its threads has died, or it was closed, every call throws AppError `index-replaced`: who
 * asked opens it anew. Closing it lets what was asked be answered.
 */
export async function embeddedInThreads(file: string): Promise<SearchEngine> {
  const filler = await startThread(new URL('./filling-thread.ts', import.meta.url), { file });
  const cells: SharedArrayBuffer[] = [];
  let isOver = false;
  const watched = (thread: Thread): Thread => {
    void thread.over.then(() => {
      isOver = true;
    });
    return thread;
  };
  // Whoever sleeps until the columns are filled is woken, and nobody goes to sleep any more.
  void watched(filler).over.then(() => {
    for (const cell of cells) tellGone(cell);
  });
  const answering = await Promise.all(
    Array.from({ length: ANSWERING }, async () => {
      const cell = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      cells.push(cell);
      return watched(await startAnswering(file, filler, cell));
    }),
  );
  let writer: Promise<Thread> | null = null;
  const call = async (thread: Thread | undefined, method: string, args: readonly unknown[], signal?: AbortSignal): Promise<unknown> => {
    try {
      if (!isOver) return await thread?.call(method, args, signal);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
    }
    throw threadsEnded();
  };
  const ask = async <T>(method: string, args: readonly unknown[], signal?: AbortSignal): Promise<T> => {
    const [least] = [...answering].sort((a, b) => a.open - b.open);
    return (await call(least, method, args, signal)) as T;
  };
  return {
    engine: 'embedded',
    held: null,
    state: () => ask<ProjectionState | null>('state', []),
    project: async (changes, reached) => {
      writer ??= startThread(new URL('./writing-thread.ts', import.meta.url), { file }).then(watched);
      // The packed record goes over: what is made of it costs the other side less than being handed it.
      await call(await writer, 'project', [changes.map(({ documents: _, ...change }) => change), reached]);
      return [];
    },
    search: (query, signal) => ask<IssueResults>('search', [query], signal),
    page: (query, signal) => ask<PageResults>('page', [query], signal),
    each: (query, signal) => batchesOf(async () => unpackOrder(await ask<PackedOrder>('order', [query], signal)), signal),
    counts: (trees, signal) => ask<number[]>('counts', [trees], signal),
    similarWords: (word, most, signal) => ask<string[]>('similarWords', [word, most], signal),
    casesBeginning: (query, signal) => ask<CountedCase[]>('casesBeginning', [query], signal),
    aggregate: (query, signal) => ask<AggregateResults>('aggregate', [query], signal),
    close: async () => {
      isOver = true;
      const threads = [...answering, ...(writer === null ? [] : [await writer.catch(() => null)]), filler];
      // The filler last: who answers may be waiting for it.
      for (const thread of threads) await thread?.end();
    },
  };
}

async function startAnswering(file: string, filler: Thread, cell: SharedArrayBuffer): Promise<Thread> {
  const { port1, port2 } = new MessageChannel();
  filler.post({ port: port1, cell } satisfies ToFiller, [port1]);
  return startThread(new URL('./answering-thread.ts', import.meta.url), { file, filler: { port: port2, cell } satisfies ToFiller }, [
    port2,
  ]);
}
