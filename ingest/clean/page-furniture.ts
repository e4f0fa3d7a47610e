/**
 * What stands on a page beside the letter: page numbers, running headers and footers. Found on the canonical text by
 * its page starts; taken out of the scan copy, so that a heading or a rationale that goes over a page is whole. What numbers a
 * page is told in `page-numbers.ts`.
 */
import type { Place } from '#mappings/text/places.ts';
import type { CleaningStep, Edit } from '#mappings/text/scan.ts';
import { formFootersIn, isFormFooter, isFormTitle } from './form-footer.ts';
import { edgesOf, isRunningTitle, type PageLine, pageNumbers, pagesOf } from './page-numbers.ts';
import { isFaxLine, isPrintedAddress, isProductionNumber } from './stamps.ts';
import { typistsMark } from './typists-mark.ts';

/** On how many pages a first or last line must stand alike to be a running one. */
const LEAST_PAGES = 3;
const LONGEST = 120;
/** Of a line that runs on two pages alone. */
const LEAST_LETTERS = 10;

/** The step that takes the furniture out. `pageStarts`: offsets in the same text; one page where a file has none. */
export function dropPageFurniture(pageStarts: readonly number[]): CleaningStep {
  return (text) => {
    const pages = pagesOf(text, pageStarts);
    const edges = pages.flatMap((lines) => edgesOf(lines));
    const repeated = repeatedEdges(edges, pages.length);
    const drop = new Set(pageNumbers(pages).map(({ line }) => line));
    for (const { line, edge } of edges) {
      if (isRunningTitle(line.text) || isEdgeStamp(line.text) || repeated.has(`${edge} ${shape(line.text)}`)) drop.add(line);
    }
    const stamps = pages.flat().filter(({ text: words }) => isProductionNumber(words));
    for (const line of pages.flat()) if (isFaxLine(line.text)) drop.add(line);
    // Where the page borders are lost, a number that others like it count on from is one of them.
    if (stamps.length > 1) for (const line of stamps) drop.add(line);
    // Text that lost its page borders has its running titles anywhere.
    if (pages.length === 1) for (const line of pages[0] ?? []) if (isRunningTitle(line.text)) drop.add(line);
    for (const line of formFooters(pages.flat())) drop.add(line);
    const furniture = toEdits(text, inOrder([...drop, ...formFootersIn(text)]));
    // Furniture may stand behind the mark.
    const last = furniture.at(-1);
    const mark = typistsMark(text.slice(0, last?.end === text.length ? last.start : text.length));
    return mark === null ? furniture : toEdits(text, inOrder([...furniture, mark]));
  };
}

function isEdgeStamp(line: string): boolean {
  return isProductionNumber(line) || isPrintedAddress(line);
}

/** Where pages are missing by the numbers that the others print ("- 1 -", then "- 3 -"): the ends of the lines before the gaps. */
export function missingPages(text: string, pageStarts: readonly number[]): number[] {
  const numbers = pageNumbers(pagesOf(text, pageStarts)).filter(({ form }) => form !== 'bare');
  return numbers.flatMap(({ number, line }, index) => ((numbers[index + 1]?.number ?? number) > number + 1 ? [line.end] : []));
}

/** The lines of a form's footer, with its first words where they stand on a line of their own beside the rest. */
function formFooters(lines: readonly PageLine[]): PageLine[] {
  const isFooter = (line: PageLine | undefined) => line !== undefined && isFormFooter(line.text);
  return lines.filter((line, at) => isFooter(line) || ((isFooter(lines[at - 1]) || isFooter(lines[at + 1])) && isFormTitle(line.text)));
}

const inOrder = (places: readonly Place[]): Place[] => [...places].sort((a, b) => a.start - b.start);

/** A line alike but for its digits. */
const shape = (line: string) => line.trim().replace(/\d+/g, '0').toLowerCase();

function repeatedEdges(edges: readonly { line: PageLine; edge: string }[], pages: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { line, edge } of edges) {
    if (line.text.length > LONGEST) continue;
    const key = `${edge} ${shape(line.text)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // A letter of two pages has its running lines on both; they are no words that two pages begin with by chance.
  const isRunning = (key: string, count: number) =>
    count >= LEAST_PAGES ? count > pages / 2 : count === pages && pages > 1 && (key.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;
  return new Set([...counts].filter(([key, count]) => isRunning(key, count)).map(([key]) => key));
}

/** What goes with the blanks around it, as edits: a line end stands for line ends (whether a paragraph goes on behind is not known), else a blank. */
function toEdits(text: string, places: readonly Place[]): Edit[] {
  const edits: Edit[] = [];
  for (const place of places) {
    // By index: a pattern at the end of all that stands before would read it again for every line.
    let { start, end } = place;
    while (start > 0 && isBlank(text, start - 1)) start -= 1;
    while (end < text.length && isBlank(text, end)) end += 1;
    const last = edits.at(-1);
    // Two that stand beside each other share the blanks between them.
    if (last !== undefined && start < last.end) {
      edits.pop();
      start = last.start;
      end = Math.max(end, last.end);
    }
    const between = text.slice(start, end).includes('\n') ? '\n' : ' ';
    edits.push({ start, end, text: start === 0 || end === text.length ? '' : between });
  }
  return edits;
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
