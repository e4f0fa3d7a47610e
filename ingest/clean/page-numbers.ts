/**
 * The lines that number a page. A number is taken for one only where its line holds nothing else, and where it stands at a page's
 * edge with the page's own number, or counts with others of its form: a guideline cited as "page 39" may wrap to a line of its own.
 */

import { isFormFooter, pageOfForm } from './form-footer.ts';

/** A line that holds something; offsets into the text. */
export interface PageLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Whether no text stands on the line before or on the line behind. */
  readonly apart: boolean;
  /** Whether the line right before it is left open ("... Treatment Guidelines,"), so that a page here may be what it cites. */
  readonly open: boolean;
}

/** A line that is no end of a sentence, a title or a heading. */
const LEFT_OPEN = /(?:[,(;]|\b(?:see|pages?|pgs?\.?|pp?\.|and|on|at|of|the|guidelines?|is|to))\s*$/i;

type Form = 'bare' | 'dashed' | 'word' | 'of' | 'title';

interface Numbered {
  readonly line: PageLine;
  readonly number: number;
  readonly form: Form;
  /** Which others it counts with: those of the same form, and of the same last page where that is printed. */
  readonly kind: string;
}

/** "3", "- 3 -", "Page 3", "Page 3 of 7", "3 of 7", "3/7", "Page 3 CM13-0000001"; not "page 39 of the guideline". */
const NUMBER =
  /^(?<dash>[-–—]\s*)?(?<word>page\s*)?(?<number>\d{1,3})(?:\s*(?:of|\/)\s*(?<total>\d{1,3}))?(?:\s*[-–—]|[\s|,]+CM\d{2}[- ]?\d{7})?$/i;
/**
 * "Final Determination Letter for IMR Case Number CM14-0000001 3", as letters of 2013 to 2015 print it; not "IMR Case Number
 * CM14-0000001 upheld what page 3 tells".
 */
const TITLE =
  /^(?<whole>Final\s+Determination\s+Letter\s+for\s+)?IMR\s+Case\s+Number(?:\s*:)?(?:\s+(?!page\b)[A-Z]\S{3,15})?(?:[\s-]+(?:page\s*)?(?<number>\d{1,3})(?:\s*(?:of|\/)\s*\d{1,3})?)?(?:\s*-)?$/i;
/** A longer line is a sentence. */
const LONGEST = 120;
/** A gap of more pages is another number. */
const MOST_MISSING = 20;

/** The pages of a text as the lines that hold something. */
export function pagesOf(text: string, pageStarts: readonly number[]): PageLine[][] {
  return pageStarts.map((start, index) => linesOf(text, start, pageStarts[index + 1] ?? text.length, index + 1));
}

function linesOf(text: string, from: number, to: number, page: number): PageLine[] {
  const found: { start: number; end: number; text: string; before: boolean }[] = [];
  let empty = true;
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > to ? to : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') found.push({ start, end, text: line, before: empty });
    empty = line.trim() === '';
    start = end + 1;
  }
  return found.map(({ before, ...line }, index) => ({
    ...line,
    page,
    apart: before || (found[index + 1]?.before ?? true),
    open: !before && LEFT_OPEN.test(found[index - 1]?.text.slice(-20) ?? ''),
  }));
}

/** The first and the last line of a page, and on a page of some length the ones beside them: a footer may have a page number below it. */
export function edgesOf(lines: readonly PageLine[]): { line: PageLine; edge: string }[] {
  const places = lines.length < 5 ? [0, -1] : [0, 1, -2, -1];
  return places.flatMap((place) => {
    const line = lines.at(place);
    return line === undefined ? [] : [{ line, edge: String(place) }];
  });
}

/** Whether a line is a running title and nothing else, with its number or without. */
export function isRunningTitle(line: string): boolean {
  return (line.length <= LONGEST && TITLE.exec(line.trim())?.groups?.['whole'] !== undefined) || isFormFooter(line);
}

/** The lines that number pages, in their order. */
export function pageNumbers(pages: readonly (readonly PageLine[])[]): Numbered[] {
  const found = pages.length === 1 ? numbersOfText(pages[0] ?? []) : numbersOfPages(pages);
  return found.sort((a, b) => a.line.start - b.line.start);
}

/** With page borders: at the edges, what is the page's own number, and what counts with the same edge of other pages. */
function numbersOfPages(pages: readonly (readonly PageLine[])[]): Numbered[] {
  const atEdges = pages.flatMap((lines) =>
    distinctLines(edgesOf(lines)).flatMap(({ line, edge }) => numbersIn(line).map((one) => ({ ...one, kind: `${one.kind} ${edge}` }))),
  );
  const own = atEdges.filter(({ number, line }) => number === line.page);
  const numbered = new Set(own.map(({ line }) => line.page));
  const others = atEdges.filter(({ form, line }) => form !== 'bare' && !numbered.has(line.page));
  const runs = byKind([...others, ...own].sort((a, b) => a.line.start - b.line.start)).flatMap((kind) =>
    longestRun(
      kind,
      () => true,
      (before, next) => {
        const turned = next.line.page - before.line.page;
        return turned > 0 && next.number - before.number >= turned;
      },
    ),
  );
  const all = [...new Set([...own, ...runs])];
  return all.length > pages.length / 2 ? all : withoutCited(all);
}

/** Few numbers, of which some stand where a citation is left open, are what it cites; many count through the text all the same. */
function withoutCited(numbers: readonly Numbered[]): Numbered[] {
  return numbers.length > 2 || !numbers.some(isCited) ? [...numbers] : numbers.filter(({ form }) => form !== 'word' && form !== 'of');
}

function isCited({ form, line }: Numbered): boolean {
  return (form === 'word' || form === 'of') && line.open;
}

/** A line at two places of a short page counts once. */
function distinctLines(edges: readonly { line: PageLine; edge: string }[]): { line: PageLine; edge: string }[] {
  return edges.filter(({ line }, index) => edges.findLastIndex((other) => other.line === line) === index);
}

/** Text that lost its page borders: what counts through it. */
function numbersOfText(lines: readonly PageLine[]): Numbered[] {
  const all = lines.flatMap(numbersIn);
  const bare = all.filter(({ form }) => form === 'bare');
  const counting = bare.length > 1 && bare.every(({ number }, index) => number === index + 1);
  const last = lines.at(-1);
  const runs = byKind(all.filter(({ form }) => form !== 'bare')).flatMap((kind) =>
    withoutCited(
      longestRun(
        kind,
        // "Page 39" without its last page may be cited: such a run starts with the letter, and leaves pages out only where its line
        // stands apart from the text.
        ({ form, number }) => form !== 'word' || number <= 2,
        (before, next) => next.number <= before.number + 1 || next.form !== 'word' || next.line.apart || next.line === last,
      ),
    ),
  );
  return counting ? [...runs, ...bare] : runs;
}

function numbersIn(line: PageLine): Numbered[] {
  if (isFormFooter(line.text)) {
    const page = pageOfForm(line.text);
    return page === null ? [] : [{ line, number: page, form: 'title', kind: 'form' }];
  }
  if (line.text.length > LONGEST) return [];
  const text = line.text.trim();
  const title = TITLE.exec(text)?.groups?.['number'];
  if (title !== undefined) return [{ line, number: Number(title), form: 'title', kind: 'title' }];
  const groups = NUMBER.exec(text)?.groups;
  if (groups === undefined) return [];
  const total = groups['total'];
  const number = Number(groups['number']);
  if (groups['word'] === undefined && total === undefined) {
    const form = groups['dash'] === undefined ? 'bare' : 'dashed';
    return [{ line, number, form, kind: form }];
  }
  if (total !== undefined && (number > Number(total) || number === 0)) return [];
  // "3 of 7" without its word may count anything: like a bare number, it must be the page's own.
  if (groups['word'] === undefined) return [{ line, number, form: 'bare', kind: 'bare' }];
  return [total === undefined ? { line, number, form: 'word', kind: 'word' } : { line, number, form: 'of', kind: `of ${total}` }];
}

function byKind(numbers: readonly Numbered[]): Numbered[][] {
  return [...Map.groupBy(numbers, ({ kind }) => kind).values()];
}

interface Run {
  readonly one: Numbered;
  readonly before: Run | null;
  /** Different numbers in it, and numbers left out. */
  readonly distinct: number;
  readonly missing: number;
}

/**
 * The longest run of numbers that count upwards, of such the one that leaves out the fewest; a page may print its number twice.
 * Nothing where it holds one number only, but for the first page of "1 of 3".
 */
function longestRun(
  numbers: readonly Numbered[],
  starts: (first: Numbered) => boolean,
  follows: (before: Numbered, next: Numbered) => boolean,
): Numbered[] {
  const ends = new Map<number, Run>();
  let best: Run | null = null;
  for (const one of numbers) {
    let run: Run | null = starts(one) ? { one, before: null, distinct: 1, missing: 0 } : null;
    for (let step = 0; step <= MOST_MISSING + 1; step += 1) {
      const before = ends.get(one.number - step);
      if (before === undefined || !follows(before.one, one)) continue;
      const longer = {
        one,
        before,
        distinct: before.distinct + Math.min(step, 1),
        missing: before.missing + Math.max(0, step - 1),
      };
      if (run === null || isBetter(longer, run)) run = longer;
    }
    if (run === null) continue;
    ends.set(one.number, run);
    if (best === null || isBetter(run, best)) best = run;
  }
  if (best === null) return [];
  const members: Numbered[] = [];
  for (let run: Run | null = best; run !== null; run = run.before) members.push(run.one);
  return best.distinct > 1 || (best.one.form === 'of' && best.one.number === 1) ? members.reverse() : [];
}

function isBetter(a: Run, b: Run): boolean {
  return a.distinct > b.distinct || (a.distinct === b.distinct && a.missing <= b.missing);
}
