/**
 * What one side based its decision on: the field as printed, its basis, and its citations; and the guidelines that a
 * rationale mentions. Pick-list titles are read by their closed list; other text by the vocabulary. Text that names no
 * known guideline is kept as `unclassified`, never dropped.
 */
import type { Citation } from '#contract/determination.ts';
import type { Basis } from '#contract/lists.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { readArticle, splitReferences } from '../citations/articles.ts';
import { parseGuidelineField } from '../citations/grammar.ts';
import type { Hit } from '../citations/hit.ts';
import { findLocators, printedEdition, splitTopic, titleOf } from '../citations/locators.ts';
import { findMentions } from '../citations/mentions.ts';
import { parsePickList } from '../citations/pick-list.ts';
import { splitSections } from '../citations/sections.ts';
import { findHits } from '../citations/vocabulary-hits.ts';
import { evened } from '../text/clean.ts';
import { makeScanCopy, type ScanSpan, scanSpan } from '../text/scan.ts';
import { type Finding, finding, type Note, textFinding } from './finding.ts';

/** A citation with its place in the scan copy. */
export type FoundCitation = Omit<Citation, 'asPrinted' | 'sectionsAsPrinted'> & {
  readonly at: ScanSpan;
  /** Where the sections stand, or their words where they are cut out of a title; null where none are printed. */
  readonly sectionsAsPrinted: ScanSpan | string | null;
};

export interface GuidelineSideFindings {
  readonly asPrinted: Finding<string> | null;
  readonly basis: Finding<Basis> | null;
  readonly nonMtus: Finding<string> | null;
  readonly citations: readonly FoundCitation[];
  readonly notes: readonly Note[];
}

const UNCLASSIFIED = { guideline: 'unclassified', family: 'unclassified' } as const;
const ARTICLES = 'literature';
/** Families whose printed chapter number is a chapter of the cited book. */
const BOOKS_WITH_CHAPTERS = /^(?:mtus|acoem|textbook|gov|literature|unclassified)/;
/** How far behind a mention its chapter, pages and year are looked for. */
const LOCATOR_REACH = 90;
const LOCATORS_BEHIND =
  /^(?:[\s,;:()]|(?:chapter|ch\.?|pages?|pgs?\.?|pp?\.|table|section)(?!\w)|\d[\d-]{0,9}|and(?= \d)|2nd|3rd|ed(?:ition|\.))*(?<=[\d)])/i;
/** Family of the rows that stand for naming none; they are no citation. */
const NO_GUIDELINE = 'none';
const ROWS = new Map(GUIDELINES.guidelines.map((row) => [row.id, row]));

/** Reads the field in `span`. `rule` names layout and side, for example `maximus-2016.reviewer`. */
export function extractGuidelineSide(scan: string, span: ScanSpan | null, rule: string): GuidelineSideFindings {
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string, at: ScanSpan | null) =>
    notes.push({ code, severity: 'warning', rule: `${rule}.guideline`, reason, at });
  if (span === null) {
    note('item.field_missing', 'The guideline field was not found.', null);
    return { asPrinted: null, basis: null, nonMtus: null, citations: [], notes };
  }
  const field = parseGuidelineField(scan, span);
  if (field.basis === null) note('guideline.grammar', 'The guideline field is worded in a way that is not known.', span);
  const citations = [
    ...field.mtus.flatMap((piece) => mtusCitations(scan, piece, rule)),
    ...field.nonMtus.flatMap((piece) => freeCitations(scan, piece, 'non_mtus', rule)),
    // Words outside the grammar may still name a guideline; under which basis, they do not say.
    ...(field.basis === null
      ? freeCitations(scan, span, null, rule).filter(
          (citation) => citation.family !== UNCLASSIFIED.family && citation.family !== NO_GUIDELINE,
        )
      : []),
  ];
  for (const citation of citations) {
    if (citation.guideline === UNCLASSIFIED.guideline)
      note('guideline.unclassified', 'The citation names no guideline of the vocabulary.', citation.at);
  }
  const [first] = field.nonMtus;
  const last = field.nonMtus.at(-1);
  return {
    asPrinted: textFinding(scan, `${rule}.guideline`, span),
    basis: field.basis === null || field.basisAt === null ? null : finding(field.basis, `${rule}.basis`, field.basisAt),
    nonMtus: first === undefined || last === undefined ? null : textFinding(scan, `${rule}.nonMtus`, scanSpan(first.start, last.end)),
    citations,
    notes,
  };
}

function mtusCitations(scan: string, piece: ScanSpan, rule: string): FoundCitation[] {
  const parts = parsePickList(scan, piece);
  if (parts === null) return freeCitations(scan, piece, 'mtus', rule);
  return parts.map((part) => {
    const row = part.guideline === null ? undefined : ROWS.get(part.guideline);
    return {
      guideline: row?.id ?? UNCLASSIFIED.guideline,
      family: row?.family ?? UNCLASSIFIED.family,
      basis: 'mtus',
      title: part.title,
      edition: part.year,
      replacedOn: replacedOn(row?.id, part.year),
      chapter: row?.chapter ?? null,
      sectionsAsPrinted: part.sections,
      sections: part.sections === null ? [] : splitSections(evened(scan.slice(part.sections.start, part.sections.end))),
      pages: [],
      tables: [],
      url: null,
      article: null,
      at: part.at,
      rule: `${rule}.citation.pick-list`,
    };
  });
}

/** Day from which another edition stood in place of the one that the year tells; null: not replaced, or not known. */
function replacedOn(guideline: string | undefined, year: string | null): string | null {
  const row = guideline === undefined ? undefined : ROWS.get(guideline);
  return row?.replaced.find((one) => one.years === null || (year !== null && one.years.includes(year)))?.on ?? null;
}

/** Text on one line, and the way back from it. */
function evenedCopy(text: string) {
  return makeScanCopy(text, [
    (slice) => [...slice.matchAll(/\s+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length, text: ' ' })),
  ]);
}

/** Citations in free text: each runs from its first word to the next citation, so that its locators are its own. */
function freeCitations(scan: string, piece: ScanSpan, basis: 'mtus' | 'non_mtus' | null, rule: string): FoundCitation[] {
  const even = evenedCopy(scan.slice(piece.start, piece.end));
  const hits = findHits(even.scan, basis);
  const found: readonly Hit[] = hits.length === 0 ? [{ ...UNCLASSIFIED, start: 0, end: even.scan.length }] : hits;
  const cuts = found.flatMap((hit, index) => {
    // What stands before the first hit is its own too; so is what stands behind the last.
    const from = index === 0 ? 0 : hit.start;
    const until = found[index + 1]?.start ?? even.scan.length;
    if (hit.family !== ARTICLES) return [{ hit, from, until }];
    return splitReferences(even.scan.slice(from, until)).map((part) => ({ hit, from: from + part.start, until: from + part.end }));
  });
  return cuts.flatMap(({ hit, from, until }) => {
    const text = even.scan.slice(from, until).replace(/[\s,;]+(?:\band\s*)?$/i, '');
    if (text.trim() === '') return [];
    const lead = /^(?:[\s,;.]|and\s)*/i.exec(text)?.[0].length ?? 0;
    if (lead === text.length) return [];
    const lifted = even.lift(scanSpan(from + lead, from + text.length));
    return [
      {
        ...readCitation(even.scan, withinCut(hit, until), text.slice(lead), basis),
        at: scanSpan(piece.start + lifted.start, piece.start + lifted.end),
        rule: `${rule}.citation.vocabulary`,
      },
    ];
  });
}

/** The hit with its topic cut off where the next citation begins. */
function withinCut(hit: Hit, until: number): Hit {
  if (hit.topic == null || hit.topic.end <= until) return hit;
  return { ...hit, topic: hit.topic.start < until ? { start: hit.topic.start, end: until } : null };
}

/** One citation taken apart. `text`: its words in the evened text `whole` that the hit points into. */
function readCitation(whole: string, hit: Hit, text: string, basis: FoundCitation['basis']): Omit<FoundCitation, 'at' | 'rule'> {
  const row = ROWS.get(hit.guideline);
  const locators = findLocators(text);
  const topicWords = hit.topic == null ? null : titleOf(whole.slice(hit.topic.start, hit.topic.end));
  const title = titleOf(hit.topic == null ? evened(text) : evened(text).replace(whole.slice(hit.topic.start, hit.topic.end), ' '));
  // Only the MTUS is cited as name and topic; other text keeps its own order.
  const { name, topic } = title !== null && basis === 'mtus' ? splitTopic(title) : { name: title, topic: null };
  const sections = topicWords ?? topic;
  const edition = printedEdition(text);
  return {
    guideline: hit.guideline,
    family: hit.family,
    basis,
    title: name,
    edition,
    replacedOn: replacedOn(hit.guideline, edition),
    chapter: hit.chapter ?? row?.chapter ?? (BOOKS_WITH_CHAPTERS.test(hit.family) ? locators.chapter : null),
    sectionsAsPrinted: sections,
    sections: sections === null ? [] : splitSections(sections),
    pages: locators.pages,
    tables: locators.tables,
    url: locators.url,
    article: hit.family === ARTICLES ? readArticle(text) : null,
  };
}

/**
 * The guidelines that a rationale mentions. Each is as long as its name and the locators behind it; its basis is null. A
 * guideline is told again only with another chapter, page, table or year.
 */
export function extractMentions(scan: string, span: ScanSpan | null, rule: string): FoundCitation[] {
  if (span === null) return [];
  const even = evenedCopy(scan.slice(span.start, span.end));
  const hits = findMentions(even.scan);
  const seen = new Set<string>();
  return hits.flatMap((hit, index) => {
    const name = hit.nameEnd ?? hit.end;
    const until = Math.min(hits[index + 1]?.start ?? even.scan.length, name + LOCATOR_REACH);
    const behind = LOCATORS_BEHIND.exec(even.scan.slice(name, until))?.[0] ?? '';
    const end = Math.max(name + behind.length, hit.start + 1);
    const lifted = even.lift(scanSpan(hit.start, end));
    const citation: FoundCitation = {
      ...readCitation(even.scan, { ...hit, topic: null }, even.scan.slice(hit.start, end), null),
      at: scanSpan(span.start + lifted.start, span.start + lifted.end),
      rule: `${rule}.mention`,
    };
    const key = [
      citation.guideline,
      citation.chapter,
      citation.edition,
      citation.article?.pmid,
      ...citation.pages,
      ...citation.tables,
    ].join('|');
    return seen.has(key) || seen.add(key) === undefined ? [] : [citation];
  });
}
