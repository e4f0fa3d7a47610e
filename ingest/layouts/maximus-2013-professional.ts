/**
 * The layout "MEDICAL PROFESSIONAL REVIEW" of 2013: one section each for the issue, the summary, the documents, the reviewer's
 * guidelines and the rationale, for the whole letter. The title over the rationale ("... IS/WAS NOT MEDICALLY NECESSARY") tells no
 * decision; a sentence of the rationale does. No whole letter was at hand: built from its known titles (docs/LAYOUTS.md).
 */

import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { longWords } from '#mappings/text/words.ts';
import { anchor, detectByAnchors } from './segmenting/anchors.ts';
import { countMedically, numberAt, sideToldTwice, skips } from './segmenting/broken-run.ts';
import type { ItemSections, Layout, Sections } from './segmenting/layout.ts';
import { type ListKind, listPieces } from './segmenting/list-pieces.ts';
import { sidesIn, withoutSwallowed } from './segmenting/sentence-items.ts';
import type { Title } from './segmenting/titles.ts';

/** A title that may wrap, with or without its colon: in capitals surely, else only with a colon or on lines of its own. */
const wrapping = (words: string): Title => {
  const source = tolerant(words);
  return {
    forms: [
      new RegExp(`^${source}\\s*(?::|$)`, 'mu'),
      new RegExp(`^${source}(?!\\p{L})`, 'mu'),
      new RegExp(`^${source}\\s*(?::|$)`, 'imu'),
    ],
  };
};
const GUIDELINES = String.raw`MEDICAL\s*TREATMENT\s*GUIDELINE\(?S?\)?\s*RELIED\s*(?:UP)?ON\s*BY\s*(?:THE\s*)?PROFESSIONAL\s*REVIEWER(?:\s*AND\s*WHY)?`;
const RATIONALE = String.raw`RATIONALE\s*FOR\s*WHY\s*THE\s*REQUESTED\s*TREATMENT(?:\s*\/\s*SERVICE)?\s*(?:IS|WAS)?(?:\s*\/\s*(?:IS|WAS))?(?:\s*NOT|\s*\(NOT\)|\s*OR\s*WAS\s*NOT)?\s*MEDICALLY\s*NECESSARY`;

const TITLES = {
  issue: wrapping(String.raw`ISSUE\(?S?\)?\s*(?:AT|IN)\s*DISPUTE`),
  summary: wrapping(String.raw`(?:CLINICAL\s*)?CASE\s*SUMMARY`),
  documents: wrapping(String.raw`DOCUMENTS\s*REVIEWED(?:\s*FOR\s*DETERMINATION)?`),
  guidelines: wrapping(GUIDELINES),
  rationale: wrapping(RATIONALE),
  qualifications: wrapping(String.raw`MEDICAL\s*REVIEWER(?:'?S)?\s*QUALIFICATIONS`),
} as const;

const ANCHORS = [
  anchor('MEDICAL PROFESSIONAL REVIEW'),
  ...Object.values(TITLES).flatMap(({ forms }) => forms.slice(-1).map((form) => new RegExp(form.source, 'gimu'))),
];
const ANY_TITLE = new RegExp(
  Object.values(TITLES)
    .map(({ forms }) => forms[0]?.source)
    .join('|'),
  'gmu',
);
const ISSUE = new RegExp(TITLES.issue.forms[0]?.source ?? '', 'gimu');

/** What frames a request as a question or a sentence: "Is the request for a cane medically necessary?" */
const QUESTION =
  /^(?:(?:whether|is|are|was|were)\s+)?(?:the\s+)?(?:(?:disputed\s+|requested\s+)?(?:items?|services?|treatments?|requests?)(?:\/\w+)?\s+(?:for|of|in\s+dispute(?:\s+(?:is|are))?:?)\s+)?(?<request>[\s\S]+?)(?:\s+(?:is|are|was|were))?(?:\s+medically\s*necessary(?:\s*(?:and|or)\s*appropriate)?)?\s*[?.]?\s*$/diu;

/** The printed form that says both: "IS/WAS NOT", "(NOT)". */
const BOTH_FORMS = new RegExp(tolerant(String.raw`\bIS\s*\/\s*WAS\b|\bOR\b|\(NOT\)`), 'i');
const DENYING_TITLE = new RegExp(tolerant(String.raw`NOT\s*MEDICALLY`), 'i');

type TitleName = keyof typeof TITLES;

/** A letter may print issue, guidelines and rationale once for all items, or once for each: it is cut at each "ISSUE AT DISPUTE". */
function segment(scan: string): Sections {
  const issues = [...scan.matchAll(ISSUE)].map((match) => match.index);
  const starts = issues.length === 0 ? [0] : issues;
  const blocks = starts.map((start, index) => blockOf(scan, start, starts[index + 1] ?? scan.length));
  const one = (name: TitleName): ScanSpan | null => blocks.map(({ sections }) => sections[name]).find((span) => span !== null) ?? null;
  const front = issues[0] ?? Math.min(scan.length, ...Object.values(titlesIn(scan, 0, scan.length)).flatMap((span) => span?.start ?? []));
  return {
    header: trimmed(scan, 0, front),
    prose: trimmed(scan, 0, front),
    standing: one('qualifications'),
    credentials: one('qualifications'),
    summary: one('summary'),
    summaryFromUr: null,
    documents: one('documents'),
    items: blocks.flatMap((block, index) =>
      itemsOf(scan, block).map((item) => withoutSwallowed(scan, doubted(item, isBroken(scan, blocks, index)))),
    ),
    leftover: [],
    doubtful: blocks.flatMap(({ again }) => again),
  };
}

/** Each title's first place between `from` and `to`, in whatever order they stand. */
function titlesIn(scan: string, from: number, to: number): Record<TitleName, ScanSpan | null> {
  const text = scan.slice(from, to);
  const found = Object.entries(TITLES).map(([name, { forms }]) => {
    const match = forms.map((form) => form.exec(text)).find((candidate) => candidate !== null);
    return [name, match == null ? null : scanSpan(from + match.index, from + match.index + match[0].length)];
  });
  return Object.fromEntries(found) as Record<TitleName, ScanSpan | null>;
}

interface Block {
  readonly titles: Record<TitleName, ScanSpan | null>;
  /** Each section runs to the next title. */
  readonly sections: Record<TitleName, ScanSpan | null>;
  /** Titles of the block that stand twice. */
  readonly again: readonly ScanSpan[];
}

function blockOf(scan: string, from: number, to: number): Block {
  const titles = titlesIn(scan, from, to);
  const first = Object.values(titles).flatMap((span) => span?.start ?? []);
  // A title that stands twice belongs to an item whose own "ISSUE AT DISPUTE" was lost.
  const again = [...scan.slice(from, to).matchAll(ANY_TITLE)]
    .map((match) => scanSpan(from + match.index, from + match.index + match[0].length))
    .filter((span) => !first.includes(span.start));
  const starts = [...first, ...again.map(({ start }) => start)];
  const sections = Object.entries(titles).map(([name, at]) => [
    name,
    at === null ? null : trimmed(scan, at.end, Math.min(to, ...starts.filter((start) => start > at.start))),
  ]);
  return { titles, sections: Object.fromEntries(sections) as Record<TitleName, ScanSpan | null>, again };
}

/** Whether a block may hold the rationale of an issue whose own "ISSUE AT DISPUTE" is lost. */
function isBroken(scan: string, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const rationale = block?.titles.rationale ?? null;
  if (block === undefined || rationale === null) return false;
  const { issue, guidelines } = block.sections;
  const number = numberAt(scan, issue);
  if (skips(number, numberAt(scan, blocks[index + 1]?.sections.issue ?? null))) return true;
  if (block.again.some(({ start }) => start < rationale.start)) return true;
  if (guidelines !== null && sideToldTwice(scan.slice(guidelines.start, guidelines.end))) return true;
  // The only issue of a letter that counts its issues: there were others.
  return blocks.length === 1 && number !== null && listPieces(scan, issue, 'any').pieces.length === 1 && !namesIssue(scan, block);
}

/** Whether guidelines or rationale name the thing that is in dispute. */
function namesIssue(scan: string, { sections }: Block): boolean {
  const textOf = (span: ScanSpan | null) => (span === null ? '' : scan.slice(span.start, span.end));
  const said = new Set(wordsOf(`${textOf(sections.guidelines)} ${textOf(sections.rationale)}`));
  return wordsOf(thingOf(textOf(sections.issue).replace(/^\D{0,8}\d{1,2}\s*[).:]\s*/, ''))).some((word) => said.has(word));
}

function doubted(item: ItemSections, broken: boolean): ItemSections {
  return broken && item.verdicts !== null && item.verdicts.length > 0
    ? { ...item, verdicts: item.verdicts.slice(0, 1), unjoined: true }
    : item;
}

/** Each issue with its part of the guidelines and of the rationale, where these are marked alike; else with the whole. */
function itemsOf(scan: string, { titles, sections }: Block): ItemSections[] {
  const { guidelines, rationale } = sections;
  const { pieces: issues, kind } = listPieces(scan, sections.issue, 'any');
  const guidelinesOf = own(scan, guidelines, issues.length, kind);
  const rationaleOf = own(scan, rationale, issues.length, kind);
  const verdictsOf = (part: ScanSpan | null, heading: string | null) =>
    part === null ? [] : verdictsIn(scan, part, titles.rationale, heading);
  if (issues.length === 0 && rationale === null) return [];
  if (issues.length === 0) return [{ heading: null, verdicts: verdictsOf(rationale, null), ...sides(scan, guidelines), rationale }];
  const headings = issues.map((issue) => requestOf(scan, issue));
  const words = headings.map((heading) => scan.slice(heading.start, heading.end));
  return headings.map((heading, index): ItemSections => {
    const part = rationaleOf(index);
    const shared = issues.length > 1 && part === rationale;
    const verdicts = verdictsOf(part, part === rationale ? null : (words[index] ?? null));
    return {
      heading,
      verdicts: shared ? verdicts.filter(({ start, end }) => speaksOf(scan.slice(start, end), words, index)) : verdicts,
      ...sides(scan, guidelinesOf(index)),
      rationale: part,
    };
  });
}

/** The part of a section that belongs to each of the issues; the whole where its marks are not theirs. */
function own(scan: string, section: ScanSpan | null, issues: number, kind: ListKind | null): (index: number) => ScanSpan | null {
  const pieces = issues < 2 || kind === null || kind === 'line' ? [] : listPieces(scan, section, kind).pieces;
  return (index) => (pieces.length === issues ? (pieces[index] ?? null) : section);
}

function sides(scan: string, section: ScanSpan | null): Pick<ItemSections, 'administrator' | 'reviewer'> {
  return section === null ? { administrator: null, reviewer: null } : sidesIn(scan, section);
}

/**
 * The sentences that tell the verdict. A title that says one thing ("IS MEDICALLY NECESSARY"; not the printed form "IS/WAS NOT")
 * counts with them: where it says the opposite it is one of the sentences, so that they do not agree; where there is no
 * sentence it counts if every "is (not) medically necessary" of the rationale says the same. `own`: the request of the item whose own
 * part the section is.
 */
function verdictsIn(scan: string, section: ScanSpan, title: ScanSpan | null, own: string | null): ScanSpan[] {
  const text = scan.slice(section.start, section.end);
  const lifted = ({ start, end }: { start: number; end: number }) => scanSpan(section.start + start, section.start + end);
  const sentences = findVerdictSentences(text, own);
  const words = title === null ? '' : scan.slice(title.start, title.end);
  if (title === null || BOTH_FORMS.test(words)) return sentences.map(lifted);
  const told = DENYING_TITLE.test(words) ? 'upheld' : 'overturned';
  if (sentences.length > 0) {
    const opposed = findVerdicts(text).some(({ decision }) => decision !== null && decision !== told);
    return opposed ? [title, ...sentences.map(lifted)] : sentences.map(lifted);
  }
  const verdicts = findVerdicts(text);
  // A verdict that lost its letters is unread; what stands before it may be anybody's.
  const unread = countMedically(text) > verdicts.length;
  // With the words before it: "none of them is medically necessary" says the opposite of its verb.
  const starts = sentencesOf(text);
  const withSubject = ({ start, end }: { start: number; end: number }) =>
    lifted({ start: starts.findLast((sentence) => sentence.start <= start)?.start ?? start, end });
  return !unread && verdicts.every(({ decision }) => decision === told) ? verdicts.map(withSubject) : [];
}

/**
 * Whether a verdict on several issues is on this one: it speaks of all of them, or names most of this one's words, or its thing
 * ("acupuncture") and nothing that only the others have.
 */
function speaksOf(sentence: string, headings: readonly string[], index: number): boolean {
  if (/\b(?:both|all|these|each|any|neither|none)\b[^.]*\b(?:requests?|requested|services?|treatments?|items?)\b/i.test(sentence))
    return true;
  const said = new Set(wordsOf(sentence));
  const words = headings.map((heading) => [...new Set(wordsOf(heading))]);
  const share = (of: readonly string[]) => of.filter((word) => said.has(word)).length / Math.max(1, of.length);
  const mine = words[index] ?? [];
  const others = words.filter((_, other) => other !== index);
  if (share(mine) * 3 >= 2 && others.every((other) => share(other) < share(mine))) return true;
  const foreign = (word: string) => others.some((other) => other.includes(word));
  const thing = wordsOf(thingOf(headings[index] ?? '')).filter((word) => !foreign(word));
  const elsewhere = others.flat().filter((word) => !mine.includes(word));
  return thing.some((word) => said.has(word)) && !elsewhere.some((word) => said.has(word));
}

/** What stands before the first preposition or number: "Acupuncture 2x6 for the neck". */
function thingOf(heading: string): string {
  return /^\D*?(?=\s(?:of|for|to|with|x)\s|\d|$)/i.exec(heading)?.[0] ?? '';
}

function wordsOf(text: string): string[] {
  return longWords(text, 3).filter((word) => !/^(?:the|and|for|with|request(?:ed|s)?|per)$/.test(word));
}

function requestOf(scan: string, issue: ScanSpan): ScanSpan {
  const range = QUESTION.exec(scan.slice(issue.start, issue.end))?.indices?.groups?.['request'];
  return range === undefined ? issue : scanSpan(issue.start + range[0], issue.start + range[1]);
}

export const maximus2013Professional: Layout = {
  id: 'maximus-2013-professional',
  years: '2013',
  tellsAuthorizedPart: false,
  tellsAdministrator: false,
  onePrintingTells: false,
  headerFields: ['caseNumber'],
  detect: (scan) => detectByAnchors(scan, ANCHORS),
  segment,
};
