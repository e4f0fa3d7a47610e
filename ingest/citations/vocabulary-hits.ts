/**
 * Citations in free text, by the rows of the vocabulary: find every pattern broadly, then judge. More specific rows
 * first (a named chapter before a family), then the earlier, then the longer; a family once its chapter is known adds
 * nothing. Where no row is named, the general rules of the rows count: a journal's volume, a publisher, an address.
 */
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
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
const NAMED_BESIDE = /\bACOEM\b|\bMTUS\b|Other Medical Treatment|\bdoi\b|PMID|et al\b|\b(?:19|20)\d\d; ?\d/i;
const ARTICLE = 'literature.pubmed';
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
  if (odg.length === 0) return free;
  const beside = OTHER_SOURCE.test(rest)
    ? free.filter((hit) => NAMED_BESIDE.test(rest) || !NOT_BESIDE_ODG.test(hit.guideline))
    : free.filter((hit) => OWN_NAME.has(hit.family));
  // "MTUS is silent. ODG, ..." cites the ODG; the silence is why, not what.
  return [...odg, ...beside.filter((hit) => hit.family !== 'none')].sort((a, b) => a.start - b.start);
}

interface Candidate {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  readonly chapter?: number;
}

function findRows(text: string, basis: PrintedBasis, alone: boolean, all: typeof ROW_PATTERNS): Hit[] {
  // The rows of the MTUS are written for a text that names it; the field's own words did.
  const prefix = basis === 'mtus' ? MTUS_PREFIX : '';
  const subject = prefix + text;
  const rows = all.filter((row) => mayMean(row, basis));
  const kept = choose([...acoemCandidates(text, basis, prefix.length), ...candidatesOf(rows, subject, 'patterns'), ...journalsIn(subject)]);
  // Beside the ODG the general rules find its own words; in prose they would take every "policy" and "university" for a source.
  const named = kept.length > 0 || basis === null || !alone ? kept : choose(candidatesOf(rows, subject, 'general'));
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
  // A name told again is no second citation, but its words are spoken for.
  const taken: Candidate[] = [];
  const inOrder = candidates.sort(
    (a, b) =>
      b.row.specificity - a.row.specificity || a.start - b.start || b.end - b.start - (a.end - a.start) || a.row.order - b.row.order,
  );
  for (const candidate of inOrder) {
    if (taken.some((other) => candidate.start < other.end && other.start < candidate.end)) continue;
    if (kept.some((other) => other.row.id === candidate.row.id)) {
      taken.push(candidate);
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
    taken.push(candidate);
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
  return kept.family === vaguer.family || (vaguer.id === 'mtus.unspecified' && kept.family.startsWith('mtus')) || vaguer.specificity === 1;
}
