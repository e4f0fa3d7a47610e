/**
 * Takes what comes at once one after the other, each in a turn of the event loop of its own: whatever else the server has to do comes between. What
 * follows an answer is milliseconds of work, and the loop would otherwise be held until all that came together is done.
 */

const waiting: (() => void)[] = [];

/** Does it in a turn of its own, after what waits already. It must not throw. */
export function inTurn(work: () => void): void {
  waiting.push(work);
  if (waiting.length === 1) setImmediate(next);
}

function next(): void {
  waiting[0]?.();
  // Taken off only now, so that what is added meanwhile starts no second row of turns.
  waiting.shift();
  if (waiting.length > 0) setImmediate(next);
}
