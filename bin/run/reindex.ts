/** `imr reindex`: the index made anew from the library. */
import { EXIT, type Io } from '../lib/io.ts';
import type { Session } from '../lib/session.ts';

export async function reindex(io: Io, { index }: Session): Promise<number> {
  const refused = await index.reindex();
  for (const { letter, reason } of refused) io.err.write(`Not in the index: ${letter}. ${reason}\n`);
  const { letters, items } = await index.stats();
  io.err.write(`The index was made anew: ${items} disputed items in ${letters} letters (engine: ${index.engine})\n`);
  return refused.length === 0 ? EXIT.ok : EXIT.someUnreadable;
}
