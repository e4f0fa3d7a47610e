/** Names that users give: when two of them are one. */

/** What is the same for names that differ in case or in blanks only. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
