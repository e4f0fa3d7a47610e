/**
 * Where the heading of a disputed item starts, in the text between the part before it (usually the rationale of the item
 * before) and its first label. Readers that see the page put an empty line before it; others do not, and none can at a page border.
 */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';

interface Line {
  readonly start: number;
  readonly text: string;
  /** Whether a page starts with this line. */
  readonly opensPage: boolean;
}

/** Sentences that a heading itself holds: "X was the original request." */
const HEADING_SENTENCE =
  /(?:was\s+the\s+original\s+request|by\s+the\s+Claims\s+Administrator|original\s+request\s+IMR\s*-?\s*eligible)\.$/i;
const SENTENCE_END = /[.!?]["')\]]*$/;
/** A full stop that ends no sentence: "Dr.", "q.h.s.", "No.", a single letter. */
const ABBREVIATION =
  /(?:^|[\s(])(?:(?:\p{L}\.)+|(?:Dr|Mr|Mrs|Ms|St|No|Nos|vs|approx|tab|tabs|cap|caps|qty|wk|wks|hr|hrs|min|max|inc|lt|rt|bilat|eval|tx|dx|w|mg|ml|cc|lbs?|pt|pts))\.$/iu;
/** How the last line of a rationale ends when its full stop was lost. */
const VERDICT_END = /\bmedically\s+(?:necessary|appropriate)$|\bnot\s+(?:established|supported|indicated)$/i;
const ONLY_DECISION = new RegExp(`^[\\s:*]*(?:(?:is|are|was|were)\\b[\\s:*]*)?${ANY_DECISION}[\\s.*]*$`, 'i');

/** A decision may stand on a line beside "is" and its colon. */
const MOST_DECISION_LINES = 6;

/**
 * The offset at which the heading starts. `from`: end of the label before; `to`: start of the item's first label. `isFirst`: what stands before
 * it is no item's, and may be all of a letter that lost its line ends.
 */
export function startOfHeading(scan: string, from: number, to: number, pageStarts: readonly number[], isFirst = false): number {
  const paragraphs = paragraphsOf(scan, { from, to, isFirst }, pageStarts);
  let index = paragraphs.length - 1;
  // The decision may stand alone, behind an empty line: the heading holds the words before it too.
  while (index > 0 && onlyDecision(paragraphs[index] ?? [], 0)) index -= 1;
  const lines = paragraphs[index] ?? [];
  const first = index === 0 ? withinParagraph(lines, true) : acrossPages(lines);
  return lines[first]?.start ?? from;
}

/** The text as lines, by paragraph; a paragraph ends at an empty line. */
function paragraphsOf(
  scan: string,
  { from, to, isFirst }: { from: number; to: number; isFirst: boolean },
  pageStarts: readonly number[],
): Line[][] {
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (let start = from; start < to; ) {
    const newline = scan.indexOf('\n', start);
    const end = newline === -1 || newline > to ? to : newline;
    const text = scan.slice(start, end).trim();
    const opensPage = start > from && pageStarts.some((page) => page >= start && page <= end && page > from);
    if (text !== '') current.push(...(isFirst ? [{ start, text, opensPage }] : sentencesOfLine(scan, start, end, opensPage)));
    else if (current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
    start = end + 1;
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

/** A longer line is a paragraph whose line ends were taken out: its sentences count as its lines. */
const LONGEST_LINE = 200;
const NEXT_SENTENCE = /[.!?]["')\]]* (?=[\p{Lu}\d])/gu;

function sentencesOfLine(scan: string, start: number, end: number, opensPage: boolean): Line[] {
  const line = scan.slice(start, end);
  // A label may stand before it on the same line.
  const before = scan.slice(Math.max(0, start - LONGEST_LINE), start);
  if (end - start + before.length - (before.lastIndexOf('\n') + 1) <= LONGEST_LINE) return [{ start, text: line.trim(), opensPage }];
  const starts = [0, ...[...line.matchAll(NEXT_SENTENCE)].map((match) => match.index + match[0].length)];
  return starts.map((from, index) => ({
    start: start + from,
    text: line.slice(from, starts[index + 1]).trim(),
    opensPage: opensPage && index === 0,
  }));
}

/** A paragraph of its own is all heading, unless a page border inside it hides the end of the rationale. */
function acrossPages(lines: readonly Line[]): number {
  const border = lines.findLastIndex((line) => line.opensPage);
  if (border <= 0) return 0;
  return endsSentence(lines, border - 1) ? border : 0;
}

/**
 * Heading and the text before it are one paragraph: the heading starts behind the last line that ends a sentence, or at
 * a page border behind a verdict that lost its full stop. At least one line is left to the text before it.
 */
function withinParagraph(lines: readonly Line[], leaveOne: boolean): number {
  for (let index = lines.length - 1; index > 0; index -= 1) {
    if (onlyDecision(lines, index)) continue;
    if (endsSentence(lines, index - 1)) return index;
    if (VERDICT_END.test(lines[index - 1]?.text ?? '')) return index;
  }
  const border = lines.findLastIndex((line, index) => line.opensPage && index > 0);
  if (border > 0) return border;
  return leaveOne && lines.length > 1 ? lines.findLastIndex((_, index) => !onlyDecision(lines, index)) : 0;
}

/** Whether the line ends a sentence that is not the heading's own. */
function endsSentence(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (!SENTENCE_END.test(text) || ABBREVIATION.test(text)) return false;
  return !HEADING_SENTENCE.test(textOf(lines.slice(Math.max(0, index - 2), index + 1)));
}

/** Whether the lines from `index` on are a decision and nothing else. */
function onlyDecision(lines: readonly Line[], index: number): boolean {
  return lines.length - index <= MOST_DECISION_LINES && ONLY_DECISION.test(textOf(lines.slice(index)));
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(' ');
}
