/** What a file is called: plain letters and digits, which every system takes. */
import { words } from '#mappings/text/words.ts';

/** The first words of a text for a file name, in plain letters and digits. */
export function shortName(text: string, otherwise: string): string {
  const plain = words(text).filter((word) => /^[a-z0-9]+$/.test(word));
  return plain.slice(0, 6).join('-').slice(0, 40).replace(/-$/, '') || otherwise;
}
