/** Long work in pieces, on a thread that has other requests to answer. */
import { setImmediate } from 'node:timers/promises';

/**
 * The same pieces; whatever else the server has to do comes before each. An engine that blocks answers without ever waiting, and awaiting
 * what is there already lets nothing in: without this, one long answer would hold all others up from its first piece to its last.
 */
export async function* gently<T>(pieces: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  await setImmediate();
  for await (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}
