/**
 * Bulk requests with back-pressure: bounded bytes per request, errors told apart by operation, and patience (with
 * growing waits, and an end) while the server says that it is busy. The network and the clock are arguments.
 */
import { AppError } from '#contract/problem.ts';
import type { Operation } from './documents.ts';

/** Bytes of one bulk request; the server's default bound is 100 MB, and a few MB are fastest. */
const BATCH_BYTES = 6_000_000;
/** Waits before each further attempt, in milliseconds: about 12 s in all. */
const WAITS_MS = [100, 200, 400, 800, 1_600, 3_200, 6_000] as const;
/** The document is not one that the server takes, and never will be. */
const REFUSED = 400;
/** A later change was written already: done. */
const CONFLICT = 409;
const BUSY = 429;

/** The server's answer to one operation, in the order in which they were sent. */
export interface OperationAnswer {
  readonly status: number;
  /** Type and field; null where it was done. */
  readonly error: string | null;
}

interface BulkPort {
  /** Sends lines; null where the server was too busy to take the request at all. */
  send(lines: readonly string[]): Promise<OperationAnswer[] | null>;
  sleep(ms: number): Promise<void>;
}

/**
 * Sends operations in order and returns the first refusal of each owner. What the server could not do, though nothing is wrong with the
 * document, ends it: AppError `engine-unavailable`.
 */
export async function sendOperations(port: BulkPort, operations: readonly Operation[]): Promise<Map<string, string>> {
  const refusals = new Map<string, string>();
  for (const batch of batches(operations)) await sendBatch(port, batch, refusals);
  return refusals;
}

/** Consecutive operations up to `BATCH_BYTES` a batch; a larger one goes alone. */
export function batches(operations: readonly Operation[], most = BATCH_BYTES): Operation[][] {
  const made: Operation[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const operation of operations) {
    const bytes = operation.lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    if (size + bytes > most) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(operation);
    size += bytes;
  }
  return made;
}

async function sendBatch(port: BulkPort, batch: readonly Operation[], refusals: Map<string, string>): Promise<void> {
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    const answers = await port.send(left.flatMap((operation) => operation.lines));
    const busy = answers === null ? left : left.filter((_, at) => answers[at]?.status === BUSY);
    for (const [at, { owner }] of left.entries()) {
      const { status, error } = answers?.[at] ?? { status: BUSY, error: null };
      if (error === null || status === BUSY || status === CONFLICT) continue;
      if (status !== REFUSED) throw new AppError('engine-unavailable', `Elasticsearch could not take a document (${status}): ${error}.`);
      if (!refusals.has(owner)) refusals.set(owner, error);
    }
    if (busy.length === 0) return;
    const wait = WAITS_MS[attempt];
    if (wait === undefined) throw new AppError('engine-unavailable', 'Elasticsearch stayed too busy to take what was written.');
    await port.sleep(wait);
    left = busy;
  }
}
