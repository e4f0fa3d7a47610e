/** `imr tidy`: takes away what an earlier version of the program kept, once it was taken over. */
import { sizeWords } from '#mappings/text/count-words.ts';
import { tidy } from '../../server/index/tidy.ts';
import { EXIT, type Io } from '../lib/io.ts';
import type { Session } from '../lib/session.ts';

export async function tidyUp(io: Io, { index, options }: Session): Promise<number> {
  const { removed, kept } = await index.writing(() => tidy(index.library, options.search));
  for (const { name, bytes } of removed) io.err.write(`Removed ${name}${bytes === null ? '' : ` (${sizeWords(bytes)})`}\n`);
  for (const why of kept) io.err.write(`${why}\n`);
  if (removed.length + kept.length === 0) io.err.write('There is nothing to tidy up.\n');
  return kept.length === 0 ? EXIT.ok : EXIT.someUnreadable;
}
