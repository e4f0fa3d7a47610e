/**
 * The disputed items of the letters of 2013 to mid 2014: each a numbered heading, then what each side relied on, told in
 * sentences or behind labels, then the rationale behind its label. No whole letter of these layouts was at hand: the marks are
 * built from their known wordings, and bear other case, missing colons and lost blanks.
 */
import { tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { isReviewersField } from './field-sentences.ts';
import { startOfHeading } from './heading-start.ts';
import type { ItemPart } from './layout.ts';

/** A part as it stands; `heading` holds whatever stands before the first mark, number and all. */
export interface SentenceItem {
  readonly number: number | null;
  readonly heading: ScanSpan | null;
  readonly administrator: ScanSpan | null;
  readonly reviewer: ScanSpan | null;
  readonly rationale: ScanSpan | null;
  /** See `ItemSections`. */
  readonly unlabelled?: readonly ItemPart[];
}

const REVIEWER = String.raw`(?:Expert|Physician|Professional|Medical)\s*Reviewer(?:'?s)?`;
const RELIES = String.raw`\s*(?:based|relied|cited|used|referenced|found|did\s*not|does\s*not|stated|provided|indicated|also)\b`;
const GUIDELINES = String.raw`(?:(?:Medical\s*)?(?:Treatment\s*)?(?:Guidelines?|Guideline\(s\)|Evidence)(?:\s*or\s*other\s*\w+)?|Sections?(?:\(s\))?\s*of\s*the\s*(?:Medical\s*Treatment\s*Utilization\s*Schedule|MTUS))`;
const RELIED = String.raw`\s*(?:\(MTUS\)\s*)?(?:that\s*(?:was|were)\s*)?(?:Relied\s*(?:Up)?on|Used|Cited)\s*by\s*(?:the\s*)?`;

/** A pattern that bears letters taken for each other. */
const pattern = (source: string) => new RegExp(tolerant(source), 'gimu');
const LINE_OR_SENTENCE = '(?:^|(?<=[.:)] ))';

/** A mark of a part. What a sentence opens is the field's own; a label is not. Each starts a line or follows a sentence. */
const MARKS: readonly (readonly [ItemPart, 'sentence' | 'label', RegExp])[] = [
  ['administrator', 'sentence', pattern(String.raw`${LINE_OR_SENTENCE}The\s*Claims?\s*Administrator(?:'s)?${RELIES}`)],
  ['reviewer', 'sentence', pattern(String.raw`${LINE_OR_SENTENCE}The\s*${REVIEWER}${RELIES}`)],
  ['administrator', 'label', pattern(String.raw`^${GUIDELINES}${RELIED}Claims?\s*Administrator[^\n:.]{0,60}(?::|$)`)],
  [
    'administrator',
    'label',
    pattern(String.raw`^Claims?\s*Administrator(?:'s)?\s*(?:guidelines?|guideline\(s\)|based\s*(?:its|their)\s*decision\s*on)\s*(?::|$)`),
  ],
  ['reviewer', 'label', pattern(String.raw`^${GUIDELINES}${RELIED}${REVIEWER}(?:\s*to\s*Make\s*(?:His\/Her|their)\s*Decision)?\s*(?::|$)`)],
  ['reviewer', 'label', pattern(String.raw`^(?:MAXIMUS|IMR|${REVIEWER})\s*(?:guidelines?|guideline\(s\))\s*(?::|$)`)],
  [
    'rationale',
    'label',
    pattern(
      String.raw`${LINE_OR_SENTENCE}(?:(?:The\s*)?${REVIEWER}\s*)?(?:Decision\s*)?Rationale(?:\s*for\s*(?:the|its|his\/her|their)\s*Decision)?\s*(?::|$)`,
    ),
  ],
];

/** What ends the last item: what the decision means, the signature, copies. */
const CLOSING = /^(?:Effect\s*of\s*the\s*Decision\s*:?|Sincerely\s*,|cc\s*:|Disclaimer\s*:)/gimu;
const NUMBERED = /^(?:Issue\s*|Item\s*)?#?(?<number>\d{1,2})\s*[).:](?!\d)\s*(?=\S)/gimu;
const REGARDING = pattern(
  String.raw`^(?:(?:Issue\s*|Item\s*)?#?(?<number>\d{1,2})\s*[).:]\s*)?(?:Regarding\s*(?:the\s*)?request|(?:MAXIMUS\s*Federal\s*Services[\s,.Inc]{0,8}\s*)?has\s*determined)`,
);

interface Mark {
  readonly part: ItemPart;
  readonly start: number;
  /** Where the part's own words start. */
  readonly from: number;
}

export interface SegmentedSentences {
  readonly items: readonly SentenceItem[];
  /** What stands behind the last item. */
  readonly closing: ScanSpan | null;
  readonly doubtful: readonly ScanSpan[];
}

interface Group {
  readonly number: number | null;
  /** Where the heading starts. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** The items between `from` and `to`. */
export function segmentSentenceItems(scan: string, from: number, to: number, pageStarts: readonly number[]): SegmentedSentences {
  const groups: Group[] = [];
  const doubtful: ScanSpan[] = [];
  let behind = from;
  const { marks: all, titles } = marksIn(scan, from, to);
  for (const run of runsOf(scan, all)) {
    const before = groups.at(-1);
    const group = before === undefined ? firstGroup(scan, from, run) : nextGroup(scan, before, behind, run, pageStarts);
    behind = run.at(-1)?.from ?? behind;
    if (group !== null) groups.push(group);
    const taken = new Set(group?.marks);
    // A part told in two sentences is one part; marks that no group took are quoted ones.
    if (before !== undefined)
      for (const mark of run) {
        if (!taken.has(mark) && (group === null || mark.start < group.start))
          doubtful.push(scanSpan(mark.start, Math.max(mark.from, mark.start + 1)));
      }
  }
  const lastMark = groups.at(-1)?.marks.at(-1);
  const end = lastMark === undefined ? to : closingAt(scan, lastMark.from, to);
  const items = groups.map(({ marks, start, number }, index): SentenceItem => {
    const until = groups[index + 1]?.start ?? end;
    // A title over several parts ends what stands before it.
    const upTo = (place: number, end: number) => Math.min(end, titles.find((title) => title >= place) ?? end);
    const part = (name: ItemPart): ScanSpan | null => {
      const position = marks.findIndex((mark) => mark.part === name);
      const mark = marks[position];
      return mark === undefined ? null : trimmed(scan, mark.from, upTo(mark.from, marks[position + 1]?.start ?? until));
    };
    return withoutSwallowed(scan, {
      number,
      heading: trimmed(scan, start, upTo(start, marks[0]?.start ?? until)),
      administrator: part('administrator'),
      reviewer: part('reviewer'),
      rationale: part('rationale'),
    });
  });
  return { items, closing: lastMark === undefined ? null : trimmed(scan, end, to), doubtful };
}

/** Both sides of one section that tells them in sentences; all of it is the reviewer's where nothing tells the administrator's. */
export function sidesIn(scan: string, section: ScanSpan): Pick<SentenceItem, 'administrator' | 'reviewer'> {
  const marks = partsBehind(marksIn(scan, section.start, section.end).marks, section.start).filter(({ part }) => part !== 'rationale');
  if (!marks.some(({ part }) => part === 'administrator')) return { administrator: null, reviewer: section };
  const side = (name: ItemPart): ScanSpan | null => {
    const position = marks.findIndex((mark) => mark.part === name);
    const mark = marks[position];
    return mark === undefined ? null : trimmed(scan, mark.from, marks[position + 1]?.start ?? section.end);
  };
  return { administrator: side('administrator'), reviewer: side('reviewer') };
}

/** The item without a reviewer's field that goes on into a rationale whose label is lost. */
export function withoutSwallowed<T extends Pick<SentenceItem, 'reviewer' | 'rationale'>>(
  scan: string,
  item: T,
): T & Pick<SentenceItem, 'unlabelled'> {
  const { reviewer, rationale } = item;
  if (rationale !== null || reviewer === null || isReviewersField(scan.slice(reviewer.start, reviewer.end))) return item;
  return { ...item, reviewer: null, unlabelled: ['rationale'] };
}

/** Marks up to and with each rationale, or up to the next heading where the rationale's label is lost; the last run may lack its rationale. */
function runsOf(scan: string, marks: readonly Mark[]): Mark[][] {
  const runs: Mark[][] = [[]];
  for (const mark of marks) {
    const [run, last] = [runs.at(-1), runs.at(-1)?.at(-1)];
    const starts = mark.part === 'administrator' && run?.some(({ part }) => part === 'reviewer') === true;
    if (starts && last !== undefined && headsIn(scan, last.from, mark.start).length > 0) runs.push([]);
    runs.at(-1)?.push(mark);
    if (mark.part === 'rationale') runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** The first mark of each part behind `from`, in order. */
function partsBehind(run: readonly Mark[], from: number): Mark[] {
  const seen = new Set<ItemPart>();
  return run.filter(({ part, start }) => {
    if (start < from || seen.has(part)) return false;
    seen.add(part);
    return true;
  });
}

/** The first item: its heading is the line numbered 1, else all that stands before the first mark. */
function firstGroup(scan: string, from: number, run: readonly Mark[]): Group {
  const head = bestHead(scan, from, run, 1);
  const start = head?.start ?? from;
  return { number: head?.number ?? null, start, marks: partsBehind(run, start) };
}

/** The next item, or null where the run is quoted by the rationale before it: no heading stands before it, nor is it a whole item. */
function nextGroup(scan: string, before: Group, from: number, run: readonly Mark[], pageStarts: readonly number[]): Group | null {
  const head = bestHead(scan, from, run, (before.number ?? 0) + 1);
  if (head !== null) return { number: head.number, start: head.start, marks: partsBehind(run, head.start) };
  const [first] = run;
  if (first === undefined || new Set(run.map(({ part }) => part)).size < 3) return null;
  const start = startOfHeading(scan, from, first.start, pageStarts);
  return start > from && scan.slice(start, first.start).trim() !== ''
    ? { number: before.number === null ? null : before.number + 1, start, marks: partsBehind(run, start) }
    : null;
}

interface Head {
  readonly start: number;
  readonly number: number | null;
  /** Whether it says "Regarding the request" or "has determined". */
  readonly sure: boolean;
}

/**
 * The heading that opens a run: numbered as expected, or a sure one. Of several (a rationale may hold a numbered list) the one
 * with most parts behind it, and of these the last.
 */
function bestHead(scan: string, from: number, run: readonly Mark[], expected: number): Head | null {
  const until = run.at(-1)?.start ?? from;
  let best: { head: Head; parts: number } | null = null;
  for (const head of headsIn(scan, from, until)) {
    if (!head.sure && head.number !== expected) continue;
    const parts = partsBehind(run, head.start).length;
    if (parts > 0 && (best === null || parts >= best.parts)) best = { head, parts };
  }
  return best?.head ?? null;
}

/** The marks in order. A label with nothing before the next mark is the title of a group of parts, and no part. */
function marksIn(scan: string, from: number, to: number): { marks: Mark[]; titles: number[] } {
  const text = scan.slice(from, to);
  const found = MARKS.flatMap(([part, kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Mark => {
      const start = from + match.index;
      return { part, start, from: kind === 'sentence' ? start : start + match[0].length };
    }),
  ).sort((a, b) => a.start - b.start || b.from - a.from);
  const marks: Mark[] = [];
  const titles: number[] = [];
  found.forEach((mark, index) => {
    const next = found[index + 1];
    const before = found[index - 1];
    // "The Physician Reviewer's decision rationale:" is one label, whatever else its words begin.
    if (before !== undefined && mark.start < before.from) return;
    const empty =
      mark.part !== 'rationale' && next !== undefined && scan.slice(Math.max(mark.from, mark.start + 1), next.start).trim() === '';
    if (empty) titles.push(mark.start);
    else marks.push(mark);
  });
  return { marks, titles };
}

/** Where the first item starts behind `from`: its heading before its first mark; null where there is no mark. */
export function firstSentenceItem(scan: string, from: number, pageStarts: readonly number[]): number | null {
  const { marks, titles } = marksIn(scan, from, scan.length);
  const first = Math.min(marks[0]?.start ?? scan.length, titles[0] ?? scan.length);
  if (first === scan.length) return null;
  const head = headsIn(scan, from, first)
    .filter(({ sure, number }) => sure || number === 1)
    .at(-1);
  return head?.start ?? startOfHeading(scan, from, first, pageStarts, true);
}

function headsIn(scan: string, from: number, to: number): Head[] {
  const text = scan.slice(from, to);
  return [
    ...[...text.matchAll(REGARDING)].map((match) => ({ match, sure: true })),
    ...[...text.matchAll(NUMBERED)].map((match) => ({ match, sure: false })),
  ]
    .map(({ match, sure }) => {
      const number = match.groups?.['number'];
      return { start: from + match.index, number: number === undefined ? null : Number(number), sure };
    })
    .sort((a, b) => a.start - b.start);
}

function closingAt(scan: string, from: number, to: number): number {
  CLOSING.lastIndex = 0;
  const match = [...scan.slice(from, to).matchAll(CLOSING)][0];
  return match === undefined ? to : from + match.index;
}
