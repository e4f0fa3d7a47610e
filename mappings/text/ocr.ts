/**
 * Letters that scanners and converters take for each other: l, 1 and I; O and 0; rn and m; cl and d. Printed labels and titles are a
 * closed list, so a pattern for one may bear these without meaning anything else: "Decision rationaIe:", "Uphelcl".
 */

/** Escapes, classes and group heads of a pattern's source stay as they are; the rest are letters of a label. */
const TOKEN = /\\[pPuk]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?<\w+>|\(\?:|\{[\d,]+\}|rn|cl|[\s\S]/gu;
const FORMS: Readonly<Record<string, string>> = {
  l: '[l1I]',
  I: '[Il1]',
  1: '[1lI]',
  O: '[O0]',
  o: '[o0]',
  m: '(?:m|rn)',
  M: '(?:M|rn)',
  rn: '(?:rn|m)',
  d: '(?:d|cl)',
  cl: '(?:cl|d)',
};

/** The source of a label's pattern, made to bear letters taken for each other. */
export function tolerant(source: string): string {
  return source.replace(TOKEN, (token) => FORMS[token] ?? token);
}

/** A label's own words as a pattern's source that bears the same: nothing in them is a sign of a pattern. */
export function tolerantWords(words: string): string {
  return words.replace(/rn|cl|[\s\S]/gu, (sign) => FORMS[sign] ?? RegExp.escape(sign));
}

/** A pattern of words that are looked for in order to refuse: they must be found with letters taken for each other too. */
export function tolerantPattern({ source, flags }: RegExp): RegExp {
  return new RegExp(tolerant(source), flags);
}

/** A printed number whose digits were taken for letters: "2O1l" -> "2011". */
export function digitsOf(printed: string): string {
  return printed.replace(/[lI]/g, '1').replace(/[oO]/g, '0');
}
