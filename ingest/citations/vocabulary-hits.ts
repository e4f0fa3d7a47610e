/**
 * Citations in free text, by the rows of the vocabulary: find every pattern broadly, then judge. More specific rows
 * first (a named chapter before a family), then the earlier, then the longer; a family once its chapter is known adds nothing.
 */
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { findOdg, type Hit, withoutOdgSources } from './odg.ts';

const ROWS = GUIDELINES.guidelines
  .filter((row) => row.specificity > 0 && row.family !== 'odg')
  .map((row, order) => ({
    id: row.id,
    family: row.family,
    specificity: row.specificity,
    order,
    patterns: row.patterns.map((pattern) => new RegExp(pattern, 'gi')),
  }));

/** Guidelines that a non-MTUS citation cannot mean. */
const ONLY_MTUS = /^mtus\.(?:acoem3|unspecified|acupuncture|postsurgical|opioids)/;
/** What free words beside an ODG citation cannot add: they are the ODG's own headings. */
const NOT_BESIDE_ODG = /^(?:mtus\.acoem[23]|expert|none|literature)/;
const OTHER_SOURCE = /Other Medical Treatment|[;<]|\bACOEM\b|\bMTUS\b/i;
const MTUS_PREFIX = 'MTUS ';

/** The citations in one evened piece behind "Decision based on [Non-]MTUS [Citation]", in order of place. */
export function findHits(text: string, basis: 'mtus' | 'non_mtus' | null): Hit[] {
  const odg = findOdg(text);
  const rest = withoutOdgSources(text);
  const free = odg.length > 0 && !OTHER_SOURCE.test(rest) ? [] : findRows(rest, basis);
  return [...odg, ...free.filter((hit) => odg.length === 0 || !NOT_BESIDE_ODG.test(hit.guideline))].sort((a, b) => a.start - b.start);
}

function findRows(text: string, basis: 'mtus' | 'non_mtus' | null): Hit[] {
  // The rows of the MTUS are written for a text that names it; the field's own words did.
  const prefix = basis === 'mtus' ? MTUS_PREFIX : '';
  const subject = prefix + text;
  const candidates = ROWS.filter((row) => mayMean(row, basis))
    .flatMap((row) =>
      row.patterns.flatMap((pattern) =>
        [...subject.matchAll(pattern)]
          .filter((match) => match[0].length > 1)
          .map((match) => ({ row, start: match.index, end: match.index + match[0].length })),
      ),
    )
    .sort(
      (a, b) =>
        b.row.specificity - a.row.specificity || a.start - b.start || b.end - b.start - (a.end - a.start) || a.row.order - b.row.order,
    );
  const kept: typeof candidates = [];
  for (const candidate of candidates) {
    if (kept.some((other) => (candidate.start < other.end && other.start < candidate.end) || other.row.id === candidate.row.id)) continue;
    if (candidate.row.specificity < 3 && kept.some((other) => saysMore(other.row, candidate.row))) continue;
    if (
      /^(?:mtus\.acoem2|acoem)\.unspecified$/.test(candidate.row.id) &&
      kept.some((other) => /^(?:mtus\.acoem|acoem\.)/.test(other.row.id))
    )
      continue;
    kept.push(candidate);
  }
  return kept.map(({ row, start, end }) => ({
    guideline: row.id,
    family: row.family,
    start: Math.max(0, start - prefix.length),
    end: Math.max(1, end - prefix.length),
  }));
}

interface Row {
  readonly id: string;
  readonly family: string;
  readonly specificity: number;
}

/** Whether a citation printed under this basis can mean the row; without a basis it can mean any. */
function mayMean(row: Row, basis: 'mtus' | 'non_mtus' | null): boolean {
  if (basis === 'non_mtus') return !ONLY_MTUS.test(row.id);
  return basis === null || row.family !== 'acoem' || row.id.startsWith('mtus');
}

/** Whether a kept row makes a vaguer one of the same family (or a bare "MTUS") superfluous. */
function saysMore(kept: Row, vaguer: Row): boolean {
  return kept.family === vaguer.family || (vaguer.id === 'mtus.unspecified' && kept.family.startsWith('mtus')) || vaguer.specificity === 1;
}
