/**
 * Lines that machines and offices print on pages that pass through them: the line of a fax, a number of a production (Bates), the foot of a
 * printed web page. Known by their shape alone, since a letter of one page has them once.
 */

const DATE =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s?\d{1,2}[.,]?\s?\d{4})\b/i;
const TIME = /\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AP]\.?M\b)?/i;
const PAGE = /\bP(?:age|g)?\.?\s?\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?\b|\b\d{1,4}\s?\/\s?\d{1,4}\s*$/i;
const LONGEST = 160;

/** "01/31/2017 10:33 FAX 5550000000 P.003/012": a day, a time and a page in one line, which no sentence has. */
export function isFaxLine(line: string): boolean {
  if (line.length > LONGEST || !TIME.test(line) || !DATE.test(line)) return false;
  return PAGE.test(line.replace(DATE, ' ').replace(TIME, ' '));
}

/** "DEF000123", "NOBODY_00012": capitals and a number of five digits or more, alone; not a case number. */
export function isProductionNumber(line: string): boolean {
  return /^(?!CM|IMR)[A-Z][A-Z_]{1,14}[-_ ]?\d{5,8}$/.test(line.trim());
}

/** "https://www.example.org/letter.pdf 2/3": an address alone, with the day or page of its print. */
export function isPrintedAddress(line: string): boolean {
  const rest = line.replace(/\bhttps?:\/\/\S+/i, '');
  return rest !== line && /^[\s,\d/|-]*$/.test(rest) && /\d/.test(rest);
}
