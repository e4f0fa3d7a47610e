/**
 * What stands in the margin of a text and not in it: the marks of a quoted mail ("> ") and the line numbers of a pleading. They are taken off line by line
 * where a run of lines has them; the original file keeps them.
 */

/** Fewer lines may begin with such a mark for other reasons. */
const LEAST_QUOTED = 8;
/** A pleading has as many on a page. */
const LEAST_NUMBERED = 25;
const QUOTED = /^\s{0,3}(?:>\s?)+/;
const NUMBERED = /^\s{0,4}(\d{1,2})(?:\s{2,}|\t|\s?$)/;
/** A pleading has 25 to 32 lines a page. */
const MOST_OF_PAGE = 32;

/** The text without what its margin holds. */
export function withoutMargins(text: string): string {
  const lines = text.split('\n');
  if (lines.length < LEAST_QUOTED) return text;
  const quoted = runs(lines, LEAST_QUOTED, (line) => QUOTED.test(line));
  let count = 0;
  const numbered = runs(lines, LEAST_NUMBERED, (line) => {
    if (line.trim() === '') return false;
    const number = Number(NUMBERED.exec(line)?.[1] ?? Number.NaN);
    const goesOn = number === count + 1 || (number === 1 && count > 0);
    count = Number.isNaN(number) || number > MOST_OF_PAGE ? 0 : number;
    return goesOn;
  });
  if (quoted.size + numbered.size === 0) return text;
  return lines
    .map((line, index) => {
      if (quoted.has(index)) return line.replace(QUOTED, '');
      return numbered.has(index) ? line.replace(NUMBERED, '') : line;
    })
    .join('\n');
}

/** The lines of runs of at least so many that all have something; empty lines end none. */
function runs(lines: readonly string[], least: number, has: (line: string) => boolean): Set<number> {
  const kept = new Set<number>();
  let run: number[] = [];
  const end = () => {
    if (run.length >= least) for (const line of run) kept.add(line);
    run = [];
  };
  lines.forEach((line, index) => {
    if (has(line)) run.push(index);
    else if (line.trim() !== '') end();
  });
  end();
  return kept;
}
