/** `imr search`: the first disputed items that match, as text or JSON. */
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../server/domain/results/search-items.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { withMarks } from '../lib/marked-query.ts';
import { searchJson, searchText } from '../lib/search-output.ts';
import type { ReadingSession } from '../lib/session.ts';
import { lettersAsOf, snapshotLine } from '../lib/snapshot-named.ts';

/** `snapshot`: the name of the one that is asked as of; null: as of now. */
export async function search(
  query: string,
  options: { json: boolean; limit: number; snapshot: string | null },
  io: Io,
  { index }: ReadingSession,
): Promise<number> {
  const at = await lettersAsOf(index, options.snapshot);
  const line = snapshotLine(at);
  if (line !== null) io.err.write(`${line}\n`);
  const response = await searchItems(at, SearchRequestSchema.parse({ q: query, size: options.limit })).catch((error: unknown) => {
    throw withMarks(query, error);
  });
  io.out.write(options.json ? `${JSON.stringify(searchJson(response))}\n` : searchText(response));
  return EXIT.ok;
}
