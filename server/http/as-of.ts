/** What a request is answered from: the letters as of the snapshot that it names, or as they are now. */
import type { LettersAt, SearchIndex } from '../search/port.ts';

/** Without a snapshot the index itself, of which nothing need be asked first. Throws AppError `snapshot-not-found`, `snapshot-building`. */
export async function asOf(
  index: SearchIndex,
  { snapshot }: { readonly snapshot?: string | undefined },
): Promise<Omit<LettersAt, 'snapshot' | 'change' | 'size'>> {
  return snapshot === undefined ? index : await index.at(snapshot);
}
