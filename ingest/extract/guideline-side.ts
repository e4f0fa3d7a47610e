/**
 * What one side based its decision on: the field as printed, its basis, and its citations. Pick-list titles are read by
 * their closed list; other text by the vocabulary. Text that names no known guideline is kept as `unclassified`, never dropped.
 */
import type { Citation } from '#contract/determination.ts';
import type { Basis } from '#contract/lists.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { parseGuidelineField } from '../citations/grammar.ts';
import { findLocators, printedEdition, splitTopic, titleOf } from '../citations/locators.ts';
import { parsePickList } from '../citations/pick-list.ts';
import { findHits } from '../citations/vocabulary-hits.ts';
import { evened } from '../text/clean.ts';
import { makeScanCopy, type ScanSpan, scanSpan } from '../text/scan.ts';
import { type Finding, finding, type Note, textFinding } from './finding.ts';

/** A citation with its place in the scan copy. */
type FoundCitation = Omit<Citation, 'asPrinted' | 'sectionsAsPrinted'> & {
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
      replacedOn: null,
      chapter: row?.chapter ?? null,
      sectionsAsPrinted: part.sections,
      sections: [],
      pages: [],
      tables: [],
      url: null,
      at: part.at,
      rule: `${rule}.citation.pick-list`,
    };
  });
}

/** Citations in free text: each runs from its first word to the next citation, so that its locators are its own. */
function freeCitations(scan: string, piece: ScanSpan, basis: 'mtus' | 'non_mtus' | null, rule: string): FoundCitation[] {
  const slice = scan.slice(piece.start, piece.end);
  const even = makeScanCopy(slice, [
    (text) => [...text.matchAll(/\s+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length, text: ' ' })),
  ]);
  const hits = findHits(even.scan, basis);
  const cuts = hits.length === 0 ? [{ ...UNCLASSIFIED, start: 0, end: even.scan.length }] : hits;
  return cuts.map((hit, index) => {
    // What stands before the first hit is its own too; so is what stands behind the last.
    const from = index === 0 ? 0 : hit.start;
    const until = cuts[index + 1]?.start ?? even.scan.length;
    const text = even.scan.slice(from, until).replace(/[\s,;]+(?:\band\s*)?$/i, '');
    const locators = findLocators(text);
    const title = titleOf(evened(text));
    // Only the MTUS is cited as name and topic; other text keeps its own order.
    const { name, topic } = title !== null && basis === 'mtus' ? splitTopic(title) : { name: title, topic: null };
    const lifted = even.lift(scanSpan(from, from + Math.max(1, text.length)));
    return {
      guideline: hit.guideline,
      family: hit.family,
      basis,
      title: name,
      edition: printedEdition(text),
      replacedOn: null,
      chapter: locators.chapter ?? ROWS.get(hit.guideline)?.chapter ?? null,
      sectionsAsPrinted: topic,
      sections: [],
      pages: locators.pages,
      tables: locators.tables,
      url: locators.url,
      at: scanSpan(piece.start + lifted.start, piece.start + lifted.end),
      rule: `${rule}.citation.vocabulary`,
    };
  });
}
