/** `imr search`: the first disputed items that match, as text or JSON. */
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../server/domain/results/search-items.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { withMarks } from '../lib/marked-query.ts';
import { searchJson, searchText } from '../lib/search-output.ts';
import type { ReadingSession } from '../lib/session.ts';

export async function search(query: string, options: { json: boolean; limit: number }, io: Io, { index }: ReadingSession): Promise<number> {
  const response = await searchItems(index, SearchRequestSchema.parse({ q: query, size: options.limit })).catch((error: unknown) => {
    throw withMarks(query, error);
  });
  io.out.write(options.json ? `${JSON.stringify(searchJson(response))}\n` : searchText(response));
  return EXIT.ok;
}
