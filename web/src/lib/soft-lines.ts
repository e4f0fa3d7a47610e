/**
 * Line ends that only a converter made. A letter's paragraph was wrapped for a page; on screen it wraps by itself. The text
 * stays as long as it was, so that every span still holds.
 */

/** A line shorter than this was ended on purpose (a label, a title, the last line of a paragraph). */
const WRAPPED_FROM = 60;
const WRAPPED = new RegExp(`(?<=[^\\n\\t]{${WRAPPED_FROM}})\\n(?=[^\\n\\s])`, 'g');

/** The text with the line ends inside paragraphs as blanks: behind a long line, before another line of text. */
export function softenLines(text: string): string {
  return text.replace(WRAPPED, ' ');
}
