/**
 * A text whose lines were joined into flowing paragraphs, as some converters do, with its titles at the start of lines again. Each line end
 * stands for one blank, so that every place stays where it was. Letters that have their lines are left alone.
 */

/** No printed line is as long, in characters; a paragraph of prose on one line may be. */
const LONGEST_LINE = 200;
const LONG_LINE = new RegExp(`[^\\n]{${LONGEST_LINE},}`, 'g');

/** A pattern for what stands at the start of a line, by the sources of its forms; of two that begin in one place the first counts. */
export function lineOpenings(sources: readonly string[]): RegExp {
  return new RegExp(` (${sources.join('|')})`, 'giu');
}

/** The text with a line end for the blank before each opening in a line that is too long to be one. */
export function withLineEnds(scan: string, openings: RegExp): string {
  return scan.replace(LONG_LINE, (line) => line.replace(openings, '\n$1'));
}
