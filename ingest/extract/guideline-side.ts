/**
 * What one side based its decision on: the field as printed, its basis, and its citations; and the guidelines that a
 * rationale mentions. Pick-list titles are read by their closed list; other text by the vocabulary. Text that names no
 * known guideline is kept as `unclassified`, never dropped.
 */

import type { Citation } from '#contract/determination.ts';
import { type Basis, NO_GUIDELINE } from '#contract/lists.ts';
import { readArticle, splitReferences } from '#mappings/recognise/citations/articles.ts';
import { basisOf, type GuidelineField, parseGuidelineField } from '#mappings/recognise/citations/grammar.ts';
import type { Hit } from '#mappings/recognise/citations/hit.ts';
import { findLocators, printedEdition, splitTopic, titleOf, titleWithoutCollection } from '#mappings/recognise/citations/locators.ts';
import { findMentions } from '#mappings/recognise/citations/mentions.ts';
import { parsePickList } from '#mappings/recognise/citations/pick-list.ts';
import { splitSections } from '#mappings/recognise/citations/sections.ts';
import { articleRow, findHits } from '#mappings/recognise/citations/vocabulary-hits.ts';
import { evened } from '#mappings/text/evened.ts';
import { type Finding, finding, type Note, textFinding } from '#mappings/text/finding.ts';
import { makeScanCopy, type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import { tailOf, withoutTail } from '#mappings/text/tail.ts';
import { longWords } from '#mappings/text/words.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';

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

export const UNCLASSIFIED = { guideline: 'unclassified', family: 'unclassified' } as const;
const ARTICLES = 'literature';
/** Families whose printed chapter number is a chapter of the cited book. */
const BOOKS_WITH_CHAPTERS = /^(?:mtus|acoem|textbook|gov|literature|unclassified)/;
const MTUS_FAMILY = /^mtus\./;
/** Words that name the MTUS to say that it is not the source. */
const NOT_THE_MTUS = /\bNon\s*-?\s*MTUS\b(?:\s*Citations?\b)?:?|\bno\s*section\s*of\s*the\s*MTUS\b/gi;
/** Signs inside a word that a scanner took for each other; as many signs as letters, so that places stay. */
const TAKEN_FOR = /(?<=[a-z])[I1](?=[a-z])|(?<=[a-z])I(?![A-Za-z])|(?<=[A-Za-z])0(?=[A-Za-z])|\b0(?=DG\b)/g;
/** What ties one source of a list to the next, and what is left open where the next begins. */
const BETWEEN_SOURCES = /;(?: and\b)?|(?:\band )?Other Medical Treatment Guidelines?(?: or Medical Evidence)?:?/gi;
const OPEN_END = tailOf(
  String.raw`[\s,;]+(?:\band\s*(?:the\s*)?(?:MTUS\s*|American College of Occup\w* (?:and|&) Envir\w* Med\w*\s*\(?)?)?`,
  'i',
);
/** "Kite A, et al" or "Kite AB, Line CD." opens the reference of an article. */
const AUTHORS = /(?<=^|[.,;)] |\band )\p{Lu}[\p{L}'-]{1,24} \p{Lu}{1,3}(?=[,.] (?:et\.? al\b|\p{Lu})|,? et\.? al\b)/u;
/** Collections whose titles are told without the collection's name and edition. */
const COLLECTIONS = /^(?:mtus|acoem)/;
/** How far behind a mention its chapter, pages and year are looked for. */
const LOCATOR_REACH = 90;
const LOCATORS_BEHIND =
  /^(?:[\s,;:()]|(?:chapter|ch\.?|pages?|pgs?\.?|pp?\.|table|section)(?!\w)|\d[\d-]{0,9}|and(?= \d)|2nd|3rd|ed(?:ition|\.))*(?<=[\d)])/i;
const ROWS = new Map(GUIDELINES.guidelines.map((row) => [row.id, row]));

/** Reads the field in `span`. `rule` names layout and side, for example `maximus-2016.reviewer`; `decidedOn`: of the letter, null where it is not known. */
export function extractGuidelineSide(scan: string, span: ScanSpan | null, rule: string, decidedOn: string | null): GuidelineSideFindings {
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string, at: ScanSpan | null) =>
    notes.push({ code, severity: 'warning', rule: `${rule}.guideline`, reason, at });
  if (span === null) {
    note('item.field_missing', 'The guideline field was not found.', null);
    return { asPrinted: null, basis: null, nonMtus: null, citations: [], notes };
  }
  const field = parseGuidelineField(scan, span);
  const unknownEdition = (at: ScanSpan) => note('guideline.edition', 'The year is no known edition of a guideline of this title.', at);
  const told = [
    ...field.mtus.flatMap((piece) => bothKinds(scan, piece, field, 'mtus', rule) ?? mtusCitations(scan, piece, rule, unknownEdition)),
    ...field.nonMtus.flatMap((piece) => bothKinds(scan, piece, field, 'non_mtus', rule) ?? freeCitations(scan, piece, 'non_mtus', rule)),
  ];
  const untold = untoldCitations(scan, field, span, rule);
  const citations = [...told, ...untold].map((citation) => withoutAssumedEdition(citation, scan, decidedOn));
  const basis = basisFinding(field, [...untold, ...told.filter((citation) => citation.basis === null)], span, rule);
  if (basis === null) note('guideline.grammar', 'The guideline field is worded in a way that is not known.', span);
  for (const citation of citations) {
    if (citation.guideline === UNCLASSIFIED.guideline)
      note('guideline.unclassified', 'The citation names no guideline of the vocabulary.', citation.at);
  }
  const [first] = field.nonMtus;
  const last = field.nonMtus.at(-1);
  // Of "A and B, which is not part of the MTUS", only B where A is of the MTUS.
  const start = told.some((citation) => citation.basis === null)
    ? told.find((citation) => citation.basis === 'non_mtus')?.at.start
    : first?.start;
  return {
    asPrinted: textFinding(scan, `${rule}.guideline`, span),
    basis,
    nonMtus: start === undefined || last === undefined ? null : textFinding(scan, `${rule}.nonMtus`, scanSpan(start, last.end)),
    citations,
    notes,
  };
}

/** Citations whose basis the words do not tell: of such pieces, or of a whole field outside the grammar, where it names a guideline. */
function untoldCitations(scan: string, field: GuidelineField, span: ScanSpan, rule: string): FoundCitation[] {
  const pieces = field.untold.flatMap((piece) => freeCitations(scan, piece, null, rule)).filter(({ family }) => family !== NO_GUIDELINE);
  const outside = field.basis !== null || field.untold.length > 0 ? field.rest : [span];
  return [...pieces, ...outside.flatMap((piece) => freeCitations(scan, piece, null, rule)).filter(names)];
}

const names = ({ family }: FoundCitation) => family !== UNCLASSIFIED.family && family !== NO_GUIDELINE;

/**
 * "A and B, which is not part of the MTUS" tells of B: where A is of the other kind, only what follows the last of that
 * kind has the basis told, and A's is null. Null where the piece is of one kind.
 */
function bothKinds(
  scan: string,
  piece: ScanSpan,
  { toldOfLast }: GuidelineField,
  basis: 'mtus' | 'non_mtus',
  rule: string,
): FoundCitation[] | null {
  if (!toldOfLast.has(piece)) return null;
  const cited = freeCitations(scan, piece, null, rule);
  const other = cited.findLastIndex((citation) => names(citation) && MTUS_FAMILY.test(citation.family) !== (basis === 'mtus'));
  if (other === -1 || other === cited.length - 1) return null;
  return cited.map((citation, index) => ({ ...citation, basis: index > other ? basis : null }));
}

/** The basis as printed; where the words tell none, what the cited sources are, as inferred. */
function basisFinding(field: GuidelineField, untold: readonly FoundCitation[], span: ScanSpan, rule: string): Finding<Basis> | null {
  const families = untold.map(({ family }) => family).filter((family) => family !== UNCLASSIFIED.family);
  if (families.length === 0) {
    return field.basis === null || field.basisAt === null ? null : finding(field.basis, `${rule}.basis`, field.basisAt);
  }
  const inside = field.mtus.length > 0 || families.some((family) => MTUS_FAMILY.test(family));
  const outside = field.nonMtus.length > 0 || families.some((family) => !MTUS_FAMILY.test(family));
  const basis = basisOf(inside, outside);
  return basis === null ? null : finding(basis, `${rule}.basis.sources`, span, 'inferred');
}

function mtusCitations(scan: string, piece: ScanSpan, rule: string, unknownEdition: (at: ScanSpan) => void): FoundCitation[] {
  const parts = parsePickList(scan, piece);
  if (parts === null) return freeCitations(scan, piece, 'mtus', rule);
  return parts.map((part) => {
    if (!part.known) unknownEdition(part.at);
    const row = part.guideline === null ? undefined : ROWS.get(part.guideline);
    return {
      guideline: row?.id ?? UNCLASSIFIED.guideline,
      family: row?.family ?? UNCLASSIFIED.family,
      basis: 'mtus',
      title: part.title,
      edition: part.edition,
      replacedOn: part.known ? replacedOn(row?.id, part.year) : null,
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

const SECOND_EDITION = /\b(?:2nd|second)\b/i;
const BOOK_OF_2004 = 'mtus.acoem2.unspecified';
const BOOK_OF_ANY_YEAR = 'acoem.unspecified';

/**
 * "Chronic Pain Medical Treatment Guidelines" and "MTUS ACOEM" are names of more than one edition. Where none is printed, a letter that was decided
 * before the next edition came means the one there was; in any other no edition is assumed.
 */
function withoutAssumedEdition(citation: FoundCitation, scan: string, decidedOn: string | null): FoundCitation {
  const { guideline, edition, replacedOn: day, at } = citation;
  const ofSeveral = guideline === BOOK_OF_2004 || ROWS.get(guideline)?.byYear !== undefined;
  if (!ofSeveral || edition !== null || day === null || (decidedOn !== null && decidedOn < day)) return citation;
  if (guideline !== BOOK_OF_2004) return { ...citation, replacedOn: null };
  if (decidedOn === null || SECOND_EDITION.test(scan.slice(at.start, at.end))) return citation;
  return { ...citation, guideline: BOOK_OF_ANY_YEAR, family: ROWS.get(BOOK_OF_ANY_YEAR)?.family ?? citation.family, replacedOn: null };
}

/** Text on one line with the broken words of titles whole, and the way back from it. */
function evenedCopy(text: string) {
  return makeScanCopy(text, [
    (slice) => [...slice.matchAll(/\s+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length, text: ' ' })),
    (slice) =>
      [...slice.matchAll(BROKEN)]
        .filter(({ groups }) => TITLE_WORDS.has(`${groups?.['before']}${groups?.['behind']}`.toLowerCase()))
        .map((match) => ({ start: match.index, end: match.index + 2, text: '' })),
  ]);
}

/** "Disor- ders": a word broken at what was the end of a line. */
const BROKEN = /(?<=\b(?<before>[A-Za-z]{2,14}))- (?=(?<behind>[a-z]{2,14})\b)/g;
/** The words that titles of guidelines are made of. */
const TITLE_WORDS = new Set(
  [
    ...GUIDELINES.guidelines.map(({ name }) => name),
    ...GUIDELINES.mtusTitles.map(({ title }) => title),
    ...GUIDELINES.acoemTopics.flatMap(({ complaints, disorders, bare }) => [...complaints, ...disorders, ...bare]),
    'Official Disability Guidelines Guideline Practice Occupational Environmental Medicine Chapter Section',
  ].flatMap((title) => longWords(title, 5)),
);

/** Citations in free text: each runs from its first word to the next citation, so that its locators are its own. */
function freeCitations(scan: string, piece: ScanSpan, basis: 'mtus' | 'non_mtus' | null, rule: string): FoundCitation[] {
  const words = scan.slice(piece.start, piece.end);
  const even = evenedCopy(basis === null ? words.replace(NOT_THE_MTUS, (match) => ' '.repeat(match.length)) : words);
  const hits = findHits(
    even.scan.replace(TAKEN_FOR, (sign) => (sign === '0' ? 'O' : 'l')),
    basis,
  );
  const found: readonly Hit[] = hits.length === 0 ? [{ ...UNCLASSIFIED, start: 0, end: even.scan.length }] : hits;
  const borders = found.map((hit, index) => borderBefore(even.scan, found[index - 1], hit));
  const cuts = found.flatMap((hit, index) => {
    // What stands before the first hit is its own too; so is what stands behind the last.
    const from = borders[index]?.from ?? hit.start;
    const until = borders[index + 1]?.until ?? even.scan.length;
    if (hit.family !== ARTICLES) return [{ hit, from, until }];
    const parts = splitReferences(even.scan.slice(from, until));
    return parts.map((part) => ({
      hit: parts.length === 1 ? hit : { ...hit, guideline: articleRow(even.scan.slice(from + part.start, from + part.end)) },
      from: from + part.start,
      until: from + part.end,
    }));
  });
  return cuts.flatMap(({ hit, from, until }) => {
    const text = withoutTail(even.scan.slice(from, until), OPEN_END);
    if (text.trim() === '') return [];
    const lead = /^(?:[\s,;.]|and\s)*/i.exec(text)?.[0].length ?? 0;
    if (lead === text.length) return [];
    const lifted = even.lift(scanSpan(from + lead, from + text.length));
    return [
      {
        ...readCitation(even.scan, withinCut(hit, from + text.length), text.slice(lead), basis),
        at: scanSpan(piece.start + lifted.start, piece.start + lifted.end),
        rule: `${rule}.citation.vocabulary`,
      },
    ];
  });
}

/** Where one citation ends and the next begins: at its first word, or where the words before belong to it. */
function borderBefore(text: string, before: Hit | undefined, hit: Hit): { until: number; from: number } {
  if (before === undefined) return { until: 0, from: 0 };
  const start = Math.min(hit.start, before.nameEnd ?? before.end);
  const between = text.slice(start, hit.start);
  const [tie] = [...between.matchAll(BETWEEN_SOURCES)].slice(-1);
  const authors = hit.family === ARTICLES ? AUTHORS.exec(between) : null;
  const at = authors === null ? tie?.index : Math.min(authors.index, tie?.index ?? authors.index);
  if (at === undefined) return { until: hit.start, from: hit.start };
  return { until: start + at, from: start + (tie !== undefined && at === tie.index ? at + tie[0].length : at) };
}

/** The hit with its topic cut off where the next citation begins. */
function withinCut(hit: Hit, until: number): Hit {
  if (hit.topic == null || hit.topic.end <= until) return hit;
  return { ...hit, topic: hit.topic.start < until ? { start: hit.topic.start, end: until } : null };
}

/** One citation taken apart. `text`: its words in the evened text `whole` that the hit points into. */
/** A citation of a guideline or of none that is known (`UNCLASSIFIED`), by the words that print it. */
export function readCitation(whole: string, hit: Hit, text: string, basis: FoundCitation['basis']): Omit<FoundCitation, 'at' | 'rule'> {
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
    title: name === null || !COLLECTIONS.test(hit.family) ? name : titleWithoutCollection(name),
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
