/**
 * Citations in free text, by the rows of the vocabulary: find every pattern broadly, then judge. More specific rows
 * first (a named chapter before a family), then the earlier, then the longer; a family once its chapter is known adds
 * nothing. Where no row is named, the general rules of the rows count: a journal's volume, a publisher, an address.
 */

import { NO_GUIDELINE } from '#contract/lists.ts';
import { type Place, TakenPlaces } from '../../text/places.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';
import { findAcoem } from './acoem.ts';
import { JOURNALS, JOURNALS_WITH_YEAR } from './articles.ts';
import type { Hit, PrintedBasis } from './hit.ts';
import { findOdg, withoutOdgSources } from './odg.ts';

export const ROW_PATTERNS = GUIDELINES.guidelines
  .filter((row) => row.specificity > 0)
  .map((row, order) => ({
    id: row.id,
    family: row.family,
    specificity: row.specificity,
    order,
    byYear: row.byYear,
    patterns: [...row.patterns.map((pattern) => new RegExp(pattern, 'gi')), ...row.exact.map((pattern) => new RegExp(pattern, 'g'))],
    general: row.general.map((pattern) => new RegExp(pattern, 'g')),
  }));
type Row = Omit<(typeof ROW_PATTERNS)[number], 'patterns' | 'general'>;

/** Guidelines that a non-MTUS citation cannot mean. */
const ONLY_MTUS = /^mtus\.(?:unspecified|acupuncture|postsurgical|opioids)/;
/** What free words beside an ODG citation cannot add: they are the ODG's own headings. */
const NOT_BESIDE_ODG = /^(?:mtus\.acoem[23]|expert|none|literature)/;
const OTHER_SOURCE = /Other Medical Treatment|[;<]|\bACOEM\b|\bMTUS\b|https?:|www\./i;
/** Families whose sources have names of their own, which no ODG heading is made of. */
const OWN_NAME = new Set(['society', 'payer', 'state', 'textbook', 'drugref', 'gov', 'impairment']);
const NAMED_BESIDE = /\bACOEM\b|\bCochrane\b|\bMTUS\b|Other Medical Treatment|\bdoi\b|PMID|et al\b|\b(?:19|20)\d\d; ?\d/i;
/** Rows that stand for the many other sources of a family: each is a name of its own, beside any other of the family. */
const OTHERS = new Set(['society.acp', 'payer.other']);
/** Families each row of which is a source of its own, none vaguer than another. */
const APART = new Set(['law']);
/** Topics that other guidelines treat under the same name. */
const NOT_ALONE = new Set(['Acupuncture', 'Education', 'Exercise', 'Introduction']);
/** Where one source of a list ends and the next begins. */
const BETWEEN_SOURCES = /;| and Other Medical Treatment Guidelines?(?: or Medical Evidence)?:?/gi;
const ARTICLE = 'literature.pubmed';
const FDA = 'gov.fda';
const INSERT = 'drugref.insert';
const CHRONIC_PAIN = 'mtus.cpmtg2009';
const CHRONIC_PAIN_TOPIC = new RegExp(
  `^(?:${GUIDELINES.cpmtgTopics
    .map((name) => (/^[^(/;,]+/.exec(name)?.[0] ?? name).trim().replace(/s$/, ''))
    .filter((name) => !NOT_ALONE.has(name))
    .toSorted((a, b) => b.length - a.length)
    .join('|')})s?\\b`,
  'i',
);
const MTUS_TITLE = /^mtus\.(?:cpmtg|opioids|acupuncture|postsurgical)/;
/** How long the words may be between a source and the title of its guideline. */
const TITLE_REACH = 60;
/** "Kite AB, Line CD." or "Kite A, et al" opens a reference. */
const AUTHORS = /^[^\p{L}]{0,6}\p{Lu}[\p{L}'-]{1,24} \p{Lu}{1,3}, (?:\p{Lu}[\p{L}'-]{1,24} \p{Lu}{1,3}\b|et\.? al\b)/u;
/** A part shorter than this names no source. */
const SHORTEST_NAME = 4;
const MTUS_PREFIX = 'MTUS ';
/** How far behind a name the year stands that tells its edition. */
const YEAR_REACH = 40;
const YEAR = /\b(?:19|20)\d\d\b/;
/** "MTUS 2016 Chronic Pain Guidelines" */
const YEAR_BEFORE = /\b(?:19|20)\d\d(?=[\s,:)]{0,3}(?:MTUS[\s,:]{0,2})?$)/;
const FAMILIES = new Map(GUIDELINES.guidelines.map((row) => [row.id, row.family]));

/** The rows whose words are in a text at all: a long text taken apart need not be searched for the others. */
export function rowsIn(text: string): typeof ROW_PATTERNS {
  return ROW_PATTERNS.filter((row) => row.patterns.some((pattern) => text.search(pattern) !== -1));
}

/** The citations in one evened piece behind "Decision based on [Non-]MTUS [Citation]", in order of place. */
export function findHits(text: string, basis: PrintedBasis, rows: typeof ROW_PATTERNS = ROW_PATTERNS): Hit[] {
  const odg = findOdg(text);
  const rest = odg.length === 0 ? text : withoutOdgSources(text);
  const free = findRows(rest, basis, odg.length === 0, rows);
  if (odg.length === 0) return basis === 'non_mtus' ? inOpenSegments(rest, free, rows) : free;
  const first = odg[0]?.start ?? 0;
  const beside =
    OTHER_SOURCE.test(rest) || namesAnother(rest)
      ? free.filter((hit) => namesAnother(rest) || !NOT_BESIDE_ODG.test(hit.guideline))
      : free.filter((hit) => OWN_NAME.has(hit.family) || (hit.end <= first && hit.guideline.startsWith('mtus.')));
  // "MTUS is silent. ODG, ..." cites the ODG; the silence is why, not what.
  const all = [...odg, ...beside.filter((hit) => hit.family !== NO_GUIDELINE)].sort((a, b) => a.start - b.start);
  return basis === 'non_mtus' ? inOpenSegments(rest, all, rows) : all;
}

/** Whether a text beside an ODG citation names a source of which the ODG's own headings could not be made. */
function namesAnother(text: string): boolean {
  return NAMED_BESIDE.test(text) || JOURNALS.some((pattern) => text.search(pattern) !== -1);
}

/** What the general rules find in a part between semicolons that names no row: "AAOS; Society for Kites". */
function inOpenSegments(text: string, hits: readonly Hit[], rows: typeof ROW_PATTERNS): Hit[] {
  if (hits.length === 0) return [...hits];
  // Only rules that find something in the whole text need be tried on each part of it.
  const rules = rows.filter((row) => row.general.some((pattern) => text.search(pattern) !== -1 || pattern.source.startsWith('^')));
  if (!rules.some((row) => OWN_NAME.has(row.family))) return [...hits];
  const named = rowsIn(text).filter((row) => rows.includes(row));
  const cuts = [...text.matchAll(BETWEEN_SOURCES)];
  const more = [...cuts, undefined].flatMap((cut, index) => {
    const from = index === 0 ? 0 : (cuts[index - 1]?.index ?? 0) + (cuts[index - 1]?.[0].length ?? 0);
    const until = cut?.index ?? text.length;
    const words = text.slice(from, until);
    if (words.trim().length < SHORTEST_NAME || hits.some((hit) => hit.start < until && nameEndOf(hit) > from)) return [];
    // A row told again names the part too, though it is no second citation.
    if (candidatesOf(named, words, 'patterns').length > 0) return [];
    return choose(candidatesOf(rules, words, 'general'))
      .filter(({ row }) => OWN_NAME.has(row.family) && !hits.some((hit) => hit.guideline === row.id))
      .map(({ row, start, end }) => ({ guideline: row.id, family: row.family, start: from + start, end: from + end }));
  });
  return more.length === 0 ? [...hits] : [...hits, ...more].sort((a, b) => a.start - b.start);
}

const NAMED_ARTICLES = ROW_PATTERNS.filter((row) => row.family === 'literature' && row.specificity > 2);

/** The row of one reference in a list of several: that of a collection it names, or any article's. */
export function articleRow(reference: string): string {
  return NAMED_ARTICLES.find((row) => row.patterns.some((pattern) => reference.search(pattern) !== -1))?.id ?? ARTICLE;
}

/** Where a hit's name ends: an ODG citation takes in its topic, and all that stands behind it. */
const nameEndOf = (hit: Hit) => hit.nameEnd ?? hit.end;

interface Candidate extends Place {
  readonly row: Row;
  readonly chapter?: number;
}

function findRows(text: string, basis: PrintedBasis, alone: boolean, all: typeof ROW_PATTERNS): Hit[] {
  // The rows of the MTUS are written for a text that names it; the field's own words did.
  const prefix = basis === 'mtus' ? MTUS_PREFIX : '';
  const subject = prefix + text;
  const rows = all.filter((row) => mayMean(row, basis));
  const kept = choose([...acoemCandidates(text, basis, prefix.length), ...candidatesOf(rows, subject, 'patterns'), ...journalsIn(subject)]);
  // Beside the ODG the general rules find its own words; in prose they would take every "policy" and "university" for a source.
  const general = kept.length > 0 || basis === null || !alone ? kept : choose(candidatesOf(rows, subject, 'general'));
  const named = byTopic(
    general.filter((one) => !isPartOfAnother(subject, one, general, basis)),
    text,
    basis,
  );
  return named.map(({ row, start, end, chapter }, index) => {
    const behind = subject.slice(end, Math.min(end + YEAR_REACH, named[index + 1]?.start ?? Number.POSITIVE_INFINITY));
    const guideline = editionOf(row, YEAR.exec(behind)?.[0] ?? YEAR_BEFORE.exec(subject.slice(Math.max(0, start - 12), start))?.[0]);
    return {
      guideline,
      family: FAMILIES.get(guideline) ?? row.family,
      start: Math.max(0, start - prefix.length),
      end: Math.max(1, end - prefix.length),
      ...(chapter === undefined ? {} : { chapter }),
    };
  });
}

/** "MTUS Topical analgesics, page 111": a topic of the chronic pain guideline alone tells the guideline. */
function byTopic(named: Candidate[], text: string, basis: PrintedBasis): Candidate[] {
  const row = ROW_PATTERNS.find((one) => one.id === CHRONIC_PAIN);
  const [only, second] = named;
  if (basis !== 'mtus' || row === undefined || second !== undefined || (only !== undefined && only.row.id !== 'mtus.unspecified'))
    return named;
  const topic = CHRONIC_PAIN_TOPIC.exec(text);
  return topic === null ? named : [{ row, start: MTUS_PREFIX.length, end: MTUS_PREFIX.length + topic[0].length }];
}

/**
 * Whether a hit is words of another source's title: "Colorado Chronic Pain Treatment Guidelines" is no MTUS guideline, and
 * a society in the title of an article that prints authors and journal is no second source.
 */
function isPartOfAnother(subject: string, hit: Candidate, all: readonly Candidate[], basis: PrintedBasis): boolean {
  if (basis !== 'mtus' && MTUS_TITLE.test(hit.row.id)) {
    const owner = all.find((other) => OWN_NAME.has(other.row.family) && other.end <= hit.start && hit.start - other.end < TITLE_REACH);
    return (
      owner !== undefined &&
      /^[\s\w'&/-]*$/.test(subject.slice(owner.end, hit.start)) &&
      !/\b(?:MTUS|and|CA)\b/.test(subject.slice(owner.end, hit.start))
    );
  }
  if (!OWN_NAME.has(hit.row.family)) return false;
  // "FDA prescribing information" is what the FDA publishes.
  if (hit.row.id === INSERT) return all.some(({ row, end, start }) => row.id === FDA && isOnePiece(subject, hit, { start, end }));
  const article = all.find((other) => other.row.family === 'literature' && other.start > hit.start);
  if (article === undefined) return false;
  const before = subject.slice(0, hit.start);
  const reference = before.slice(before.lastIndexOf(';') + 1);
  return AUTHORS.test(reference) && !subject.slice(hit.end, article.start).includes(';');
}

/** Whether no mark that ends a source stands between two places. */
function isOnePiece(text: string, one: Place, other: Place): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  return !/;|\bOther Medical Treatment\b/.test(text.slice(first.end, last.start));
}

function acoemCandidates(text: string, basis: PrintedBasis, shift: number): Candidate[] {
  return findAcoem(text, basis).flatMap((hit) => {
    const row = ROW_PATTERNS.find((one) => one.id === hit.guideline);
    return row === undefined
      ? []
      : [{ row, start: hit.start + shift, end: hit.end + shift, ...(hit.chapter === undefined ? {} : { chapter: hit.chapter }) }];
  });
}

function candidatesOf(rows: typeof ROW_PATTERNS, subject: string, which: 'patterns' | 'general'): Candidate[] {
  return rows.flatMap((row) =>
    row[which].flatMap((pattern) =>
      [...subject.matchAll(pattern)]
        .filter((match) => match[0].length > 1)
        .map((match) => ({ row, start: match.index, end: match.index + match[0].length })),
    ),
  );
}

/** A journal's name tells an article, as a row of the literature does. */
function journalsIn(subject: string): Candidate[] {
  const row = ROW_PATTERNS.find((one) => one.id === ARTICLE);
  if (row === undefined) return [];
  return [...JOURNALS, ...JOURNALS_WITH_YEAR].flatMap((pattern) =>
    [...subject.matchAll(pattern)].map((match) => ({ row, start: match.index, end: match.index + match[0].length })),
  );
}

function choose(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  // A name told again is no second citation, but its words are taken.
  const taken = new TakenPlaces();
  const ids = new Set<string>();
  const inOrder = candidates.sort(
    (a, b) =>
      b.row.specificity - a.row.specificity || a.start - b.start || b.end - b.start - (a.end - a.start) || a.row.order - b.row.order,
  );
  for (const candidate of inOrder) {
    if (taken.touches(candidate)) continue;
    if (ids.has(candidate.row.id)) {
      taken.add(candidate);
      continue;
    }
    if (candidate.row.specificity < 3 && kept.some((other) => saysMore(other.row, candidate.row))) continue;
    if (
      /^(?:mtus\.acoem2|acoem)\.unspecified$/.test(candidate.row.id) &&
      kept.some((other) => /^(?:mtus\.acoem|acoem\.)/.test(other.row.id))
    )
      continue;
    // "8 CCR 9792.24.2" is where the named guideline stands, not a second source.
    if (candidate.row.id === 'law.ccr' && kept.some((other) => other.row.family.startsWith('mtus.'))) continue;
    kept.push(candidate);
    ids.add(candidate.row.id);
    taken.add(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The row of the edition whose year stands beside the name; the row itself where none does. */
function editionOf(row: Row, year: string | undefined): string {
  return row.byYear?.[year ?? ''] ?? row.id;
}

/** Whether a citation printed under this basis can mean the row; without a basis it can mean any. */
function mayMean(row: Row, basis: PrintedBasis): boolean {
  return basis !== 'non_mtus' || !ONLY_MTUS.test(row.id);
}

/** Whether a kept row makes a vaguer one of the same family (or a bare "MTUS") superfluous. */
function saysMore(kept: Row, vaguer: Row): boolean {
  if (OTHERS.has(vaguer.id) || APART.has(vaguer.family)) return false;
  return kept.family === vaguer.family || (vaguer.id === 'mtus.unspecified' && kept.family.startsWith('mtus')) || vaguer.specificity === 1;
}
