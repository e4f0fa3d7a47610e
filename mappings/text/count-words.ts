/** Counts and lists in words, for the page and the command line alike. US spelling. Pure. */

/** "12,345". Not by `Intl`, see `day-words.ts`. */
export function numberWords(count: number): string {
  const [whole = '', part] = String(count).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** "1 letter", "2,000 letters". */
export function countWords(count: number, one: string, several: string = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : several}`;
}

/** Bytes as "58 KB", "1.2 GB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return countWords(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return bytes < 1_000_000_000 ? `${Number((bytes / 1_000_000).toFixed(1))} MB` : `${Number((bytes / 1_000_000_000).toFixed(1))} GB`;
}

/** "41 disputed items in 23 letters"; a count of letters that is an estimate says "about". `what`: one of those that they stand in. */
export function totalWords(items: number, letters: { count: number; exact: boolean }, what = 'letter'): string {
  return `${countWords(items, 'disputed item')} in ${letters.exact ? '' : 'about '}${countWords(letters.count, what)}`;
}

/** "found, lumbar and MRI"; empty for none. */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
