/**
 * What stands on a page beside the letter: page numbers, running headers and footers. Found on the canonical text by
 * its page starts; taken out of the scan copy, so that a heading or a rationale that goes over a page is whole.
 */

import type { Place } from '#mappings/text/places.ts';
import type { CleaningStep, Edit } from '#mappings/text/scan.ts';

/** "3", "- 3 -", "Page 3", "Page 3 of 7", "3 of 7", "3/7" */
const PAGE_NUMBER = /^[\s-]*(?<word>page\s*)?(?<number>\d{1,3})(?:\s*(?<of>of|\/)\s*\d{1,3})?[\s-]*$/i;
/** "Final Determination Letter for IMR Case Number CM14-0000001 3", as letters of 2013 to 2015 print it. */
const RUNNING_TITLE = /^\s*Final\s+Determination\s+Letter\s+for\s+IMR\s+Case\s+Number\b.{0,40}$/i;
/** On how many pages a first or last line must stand alike to be a running one. */
const LEAST_PAGES = 3;
const LONGEST = 120;

interface Line extends Place {
  readonly text: string;
}

/** The step that takes the furniture out. `pageStarts`: offsets in the same text; one page where a file has none. */
export function dropPageFurniture(pageStarts: readonly number[]): CleaningStep {
  return (text) => {
    const pages = pageStarts.map((start, index) => linesOf(text, start, pageStarts[index + 1] ?? text.length));
    const edges = pages.flatMap((lines, index) => edgesOf(lines).map((edge) => ({ ...edge, page: index + 1 })));
    const repeated = repeatedEdges(edges, pages.length);
    const drop = new Set<Line>();
    for (const { line, page, edge } of edges) {
      if (isPageNumber(line.text, page) || RUNNING_TITLE.test(line.text) || repeated.has(`${edge} ${shape(line.text)}`)) drop.add(line);
    }
    for (const line of pages.length === 1 ? numberedLines(pages[0] ?? []) : []) drop.add(line);
    return toEdits(
      text,
      [...drop].sort((a, b) => a.start - b.start),
    );
  };
}

/** A line that can only be a page's number: "Page 3 of 7", "- 3 -", a running title with its number. */
const SURE_NUMBER =
  /^\s*(?:page\s*(?<page>\d{1,3})\b.*|-\s*(?<dashed>\d{1,3})\s*-|.*\bIMR\s+Case\s+Number\b.*\s(?:page\s*)?(?<running>\d{1,3}))\s*$/i;

/** Where pages are missing by the numbers that the others print ("- 1 -", then "- 3 -"): the ends of the lines before the gaps. */
export function missingPages(text: string): number[] {
  const numbers = linesOf(text, 0, text.length).flatMap((line) => {
    const groups = SURE_NUMBER.exec(line.text)?.groups;
    const number = groups?.['page'] ?? groups?.['dashed'] ?? groups?.['running'];
    return number === undefined ? [] : [{ number: Number(number), end: line.end }];
  });
  return numbers.flatMap(({ number, end }, index) => ((numbers[index + 1]?.number ?? number) > number + 1 ? [end] : []));
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > to ? to : newline;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** The first and the last line of a page, and on a page of some length the ones beside them: a footer may have a page number below it. */
function edgesOf(lines: readonly Line[]): { line: Line; edge: string }[] {
  const places = lines.length < 5 ? [0, -1] : [0, 1, -2, -1];
  return places.flatMap((place) => {
    const line = lines.at(place);
    return line === undefined ? [] : [{ line, edge: String(place) }];
  });
}

/** A bare number counts only where it is the page's own. */
function isPageNumber(line: string, page: number): boolean {
  const groups = PAGE_NUMBER.exec(line)?.groups;
  if (groups === undefined) return false;
  return groups['word'] !== undefined || Number(groups['number']) === page;
}

/** A line alike but for its digits. */
const shape = (line: string) => line.trim().replace(/\d+/g, '0').toLowerCase();

function repeatedEdges(edges: readonly { line: Line; edge: string }[], pages: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { line, edge } of edges) {
    if (line.text.length > LONGEST) continue;
    const key = `${edge} ${shape(line.text)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST_PAGES && count > pages / 2).map(([key]) => key));
}

/** Text that lost its page borders: lines "Page 2 of 5", or bare numbers that count 1, 2, 3 through the text. */
function numberedLines(lines: readonly Line[]): Line[] {
  const named = lines.filter((line) => PAGE_NUMBER.exec(line.text)?.groups?.['word'] !== undefined || RUNNING_TITLE.test(line.text));
  const bare = lines.filter((line) => /^\s*\d{1,3}\s*$/.test(line.text));
  const counting = bare.length > 1 && bare.every((line, index) => Number(line.text) === index + 1);
  return counting ? [...named, ...bare] : named;
}

/** The line with the line ends around it becomes one line end: whether a paragraph goes on behind it is not known. */
function toEdits(text: string, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  for (const line of lines) {
    // By index: a pattern at the end of all that stands before would read it again for every line.
    let { start, end } = line;
    while (start > 0 && isBlank(text, start - 1)) start -= 1;
    while (end < text.length && isBlank(text, end)) end += 1;
    const last = edits.at(-1);
    // Two lines of furniture share the blanks between them.
    if (last !== undefined && start < last.end) edits[edits.length - 1] = { start: last.start, end, text: last.text };
    else edits.push({ start, end, text: start === 0 || end === text.length ? '' : '\n' });
  }
  return edits;
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
