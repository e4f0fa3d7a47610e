/** The sizes of the words of charts, and where they are broken. Pixels. Pure. */

/** What names and numbers are set in; the sheet of the charts sets `--imr-text-sm`, which is this. */
export const NAME_SIZE = 13;
/** From the base of a line to that of the next one. */
export const NAME_LINE = 16;
/** What the words of scales and legends are set in, which is `--imr-text-xs`. */
const NOTE_SIZE = 12;
export const NOTE_LINE = 15;
/** From the base of a line of words to the middle of its small letters. */
export const BASE_TO_MIDDLE = 4;

/** What words that are set stronger, or with figures of one width, are wider than measured. */
export const BOLDER = 8;

/** How wide words are, in the size of names. */
export type WidthOf = (words: string) => number;

/** How wide they are in the size of notes. */
export function noteWidth(widthOf: WidthOf): WidthOf {
  return (words) => (widthOf(words) * NOTE_SIZE) / NAME_SIZE;
}

/** Words broken between words only, into lines of at most so much; a word that is wider than the room stands alone. */
export function brokenLines(words: string, most: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
