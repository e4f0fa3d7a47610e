/**
 * The running footer of the forms of 2013: "Final Letter of Determination      Form Effective 5.16.13      Page 2 of 4". It is known
 * by its closed words, in whatever blanks and order and with letters damaged, whether its page number is there or lost; so it is taken
 * for furniture wherever it stands, also inside a line where a converter has joined the lines.
 */
import { isWithin } from '#mappings/text/edit-distance.ts';
import { evened } from '#mappings/text/evened.ts';
import { tolerantWords } from '#mappings/text/ocr.ts';
import type { Place } from '#mappings/text/places.ts';

const TITLE = 'finalletterofdetermination';
const FORM = 'formeffective';
const PAGES = ['', 'page', 'pageof'];
/** The letters of a line that is such a footer. */
const LINES = PAGES.flatMap((page) => [`${TITLE}${FORM}${page}`, `${page}${TITLE}${FORM}`]);
/** The same where the footer is broken over lines, or has lost a part of it: a number must stand beside the words. */
const PARTS = PAGES.flatMap((page) => [`${FORM}${page}`, `${page}${FORM}`, ...(page === '' ? [] : [`${TITLE}${page}`, `${page}${TITLE}`])]);
/** A longer line is a paragraph. */
const LONGEST = 120;
/** One letter in so many may be damaged. */
const SOUND = 8;
/** "5.16.13", "5.l6.l3" */
const DATE = /(?<!\p{L})[\dlIoO]{1,4}(?: ?[.,/-] ?[\dlIoO]{1,4}){2}(?!\p{L})/u;
const CASE_NUMBER = /\bCM\s?\d\d\s?-?\s?\d{7}\b/gi;

/** Whether a line is such a footer and nothing else. */
export function isFormFooter(line: string): boolean {
  const text = shown(line);
  return text !== null && (isOneOf(lettersOf(text), LINES) || (/\d/.test(text) && isOneOf(lettersOf(text), PARTS)));
}

/** Whether a line is its first words alone: a footer only beside the rest of it. */
export function isFormTitle(line: string): boolean {
  const text = shown(line);
  return text !== null && isOneOf(lettersOf(text), [TITLE]);
}

/** The page that a footer numbers; null where it does not, or the number is lost. */
export function pageOfForm(line: string): number | null {
  const number = /p[a@]ge\s*(\d{1,3})/i.exec(line)?.[1];
  return number === undefined ? null : Number(number);
}

function shown(line: string): string | null {
  // Most lines are longer than any footer, however wide its blanks; evening them would cost more than the look.
  if (line.length > LONGEST * 4) return null;
  const text = evened(line.replace(CASE_NUMBER, ' '));
  return text.length > LONGEST ? null : text;
}

function lettersOf(text: string): string {
  const whole = text.replace(DATE, '').replaceAll('1', 'l').replaceAll('0', 'o');
  return whole
    .replace(/\P{L}+/gu, '')
    .toLowerCase()
    .replaceAll('rn', 'm');
}

function isOneOf(letters: string, forms: readonly string[]): boolean {
  return forms.some((form) => isWithin(letters, form, Math.floor(form.length / SOUND)));
}

/** Words with any blanks between their letters' words, and letters taken for each other. */
const bearing = (words: string): string =>
  words
    .split(' ')
    .map((word) => Array.from(word, (sign) => (sign === 'i' ? '[il1I]' : tolerantWords(sign))).join(''))
    .join('\\s*');
const DIGITS = '[\\dlIoO]{1,4}';
const INLINE = new RegExp(
  String.raw`(?<!\p{L})${bearing('Final Letter of Determination')}[\s|,:-]{0,60}${bearing('Form Effective')}\s{0,20}:?\s{0,20}${DIGITS}(?:\s?[.,/-]\s?${DIGITS}){2}(?:[\s|,-]{0,60}${bearing('Page')}(?:\s*${DIGITS}(?:\s*of\s*${DIGITS})?)?(?![\p{L}\d]))?`,
  'giu',
);

/** Where the footer stands inside the text, whole: its words and its date. */
export function formFootersIn(text: string): Place[] {
  return Array.from(text.matchAll(INLINE), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
