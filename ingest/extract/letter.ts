/** Everything a letter states, as findings in the scan copy. Nothing here knows about spans of the canonical text. */

import { extractDiagnoses } from '#mappings/recognise/diagnoses.ts';
import { extractFollows } from '#mappings/recognise/follows.ts';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { type Finding, finding, type Note, textFinding } from '#mappings/text/finding.ts';
import { lineOf } from '#mappings/text/line.ts';
import type { ScanSpan } from '#mappings/text/scan.ts';
import type { Layout, Sections } from '../layouts/segmenting/layout.ts';
import { asksForAnother } from './asked-service.ts';
import { type Attributes, extractAttributes } from './attributes.ts';
import { brokenOff } from './broken-off.ts';
import { extractDocuments } from './documents.ts';
import { extractGuidelineSide, extractMentions, type FoundCitation, type GuidelineSideFindings } from './guideline-side.ts';
import { extractHeader, type Header } from './header.ts';
import { extractHeading, type Heading } from './heading.ts';
import { withOperatedParts } from './operated-part.ts';
import { extractReviewer, type Reviewer } from './reviewer.ts';
import { extractSentenceHeading, printedOnce } from './sentence-heading.ts';

export interface ItemFindings extends Attributes {
  readonly heading: Heading;
  readonly service: Finding<string> | null;
  readonly category: Finding<string> | null;
  readonly dwcCategory: Finding<string> | null;
  readonly administrator: GuidelineSideFindings;
  readonly reviewer: GuidelineSideFindings;
  /** Guidelines that the rationale mentions. */
  readonly mentions: readonly FoundCitation[];
  readonly rationale: Finding<string> | null;
  /** Number of the item that the rationale leans on. */
  readonly followsItem: Finding<number> | null;
  readonly notes: readonly Note[];
}

export interface LetterFindings {
  readonly header: Header;
  readonly reviewer: Reviewer;
  readonly summary: Finding<string> | null;
  readonly documents: readonly Finding<string>[];
  readonly diagnoses: readonly Finding<string>[];
  readonly items: readonly ItemFindings[];
  readonly notes: readonly Note[];
}

/** Extracts all fields of a letter whose layout is known. `pageStarts`, `gaps`: where pages start, and where some are missing, in the scan copy. */
export function extractLetter(scan: string, layout: Layout, pageStarts: readonly number[], gaps: readonly number[]): LetterFindings {
  const sections = layout.segment(scan, pageStarts);
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string, at: ScanSpan | null = null) =>
    notes.push({ code, severity: 'warning', rule: `${layout.id}.sections`, reason, at });
  const summary = textFinding(scan, `${layout.id}.summary`, sections.summary);
  if (summary === null) note('summary.missing', 'The clinical case summary was not found.');
  if (sections.summaryFromUr !== null) {
    const reason = 'The case summary was taken from the utilization review, as the letter says.';
    notes.push({ code: 'summary.from_ur', severity: 'info', rule: `${layout.id}.summary`, reason, at: sections.summaryFromUr });
  }
  if (sections.items.length === 0) note('items.none', 'No disputed item was found; the letter may be cut off.');
  const broken = brokenOff(scan, sections.items.at(-1)?.rationale ?? null);
  if (broken !== null) note('text.broken_off', broken.reason, broken.at);
  for (const span of sections.doubtful)
    note('item.doubtful', 'Words inside a field look like a label or a decision of another disputed item.', span);
  for (const span of sections.leftover) note('text.leftover', 'A section of the letter belongs to no field.', span);
  const header = extractHeader(scan, sections.header, layout.id, { prose: sections.prose, expected: layout.headerFields });
  const decidedOn = header.dates.decided?.value ?? null;
  return {
    header,
    reviewer: extractReviewer(scan, sections.credentials, sections.standing, layout.id),
    summary,
    documents: extractDocuments(scan, sections.documents, layout.id),
    diagnoses: sections.summary === null ? [] : extractDiagnoses(lineOf(scan, sections.summary), `${layout.id}.summary.diagnosis`),
    items: withLeads(scan, withOperatedParts(sections.items.map((item) => extractItem(scan, item, layout, { summary, gaps, decidedOn })))),
    notes,
  };
}

/** The items, each with the item that its rationale leans on. */
function withLeads(scan: string, items: readonly Omit<ItemFindings, 'followsItem'>[]): ItemFindings[] {
  const leading = items.map((item) => ({
    heading: item.heading.heading?.value ?? '',
    category: item.category?.value ?? null,
    perioperative: item.perioperative !== null,
  }));
  return items.map((item, index) => {
    const place = item.rationale?.at[0];
    return { ...item, followsItem: place === undefined ? null : extractFollows(lineOf(scan, place), index + 1, leading, 'item.follows') };
  });
}

/** Of more verdicts than any rationale holds only the first are asked for their service. */
const MOST_VERDICTS = 8;

/**
 * Whether the rationale asks for another service than the heading, or a verdict in it names one of another category ("the sleep
 * medicine" may be any of several): then words are lost, in the heading or behind it, and what tells the decision may be of another item.
 */
function speaksOfAnother(scan: string, { heading, verdicts, rationale }: Sections['items'][number]): boolean {
  if (heading === null || rationale === null || verdicts === null) return false;
  const request = scan.slice(heading.start, heading.end);
  if (asksForAnother(request, scan.slice(rationale.start, rationale.end))) return true;
  const requested = classifyService(request);
  if (requested === null || !requested.strong) return false;
  return verdicts.slice(0, MOST_VERDICTS).some(({ start, end }) => {
    if (start < rationale.start || end > rationale.end) return false;
    const sentence = scan.slice(start, end);
    const subject =
      sentence
        .slice(0, findVerdicts(sentence)[0]?.start ?? sentence.length)
        .split(/,\s/)
        .at(-1) ?? '';
    const named = classifyService(subject);
    return named?.strong === true && named.category !== requested.category;
  });
}

/** A heading that ends in its decision, which is printed there once. */
function headingWithDecision(scan: string, at: ScanSpan | null, layout: Layout): Heading {
  const heading = extractHeading(scan, at, layout.id, layout.tellsAuthorizedPart);
  return heading.decision === null || layout.onePrintingTells ? heading : { ...heading, decision: printedOnce(heading.decision) };
}

function extractItem(
  scan: string,
  sections: Sections['items'][number],
  layout: Layout,
  { summary, gaps, decidedOn }: { summary: Finding<string> | null; gaps: readonly number[]; decidedOn: string | null },
): Omit<ItemFindings, 'followsItem'> {
  const elsewhere = speaksOfAnother(scan, sections);
  const heading =
    sections.verdicts === null
      ? headingWithDecision(scan, sections.heading, layout)
      : extractSentenceHeading(scan, sections.heading, sections.verdicts, layout.id, gaps, {
          unjoined: sections.unjoined === true || elsewhere,
          onePrintingTells: layout.onePrintingTells,
        });
  const rationale = textFinding(scan, `${layout.id}.rationale`, sections.rationale);
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string, at: ScanSpan | null) =>
    notes.push({ code, severity: 'warning', rule: `${layout.id}.item`, reason, at });
  for (const part of sections.unlabelled ?? [])
    note(
      'item.label_missing',
      `The label of a part was not found (${part}); what stands before it and behind it is not told apart.`,
      sections.heading,
    );
  if (rationale === null) note('item.field_missing', 'The decision rationale was not found.', null);
  const request = heading.inDispute;
  // What is in dispute may be told by a remainder ("two refills"); then the whole request names the service.
  const named = [heading.inDispute, heading.originalRequest].filter((text) => text !== null);
  const source = named.find((text) => classifyService(text.value)?.strong) ?? named.find((text) => classifyService(text.value) !== null);
  const administrator = extractGuidelineSide(scan, sections.administrator, `${layout.id}.administrator`, decidedOn);
  const classified = source === undefined ? null : classifyService(source.value);
  const concluded = (value: string | null | undefined, rule: string): Finding<string> | null =>
    value == null || source === undefined ? null : finding(value, rule, source.at, 'inferred');
  if (classified === null && request !== null)
    note('service.unclassified', 'The disputed item names no service of the vocabulary.', request.at[0] ?? null);
  return {
    heading,
    service: concluded(classified?.service, 'normalise.service'),
    category: concluded(classified?.category, 'normalise.service.category'),
    dwcCategory: concluded(classified?.dwcCategory, 'normalise.service.dwc'),
    administrator: layout.tellsAdministrator || sections.administrator !== null ? administrator : { ...administrator, notes: [] },
    reviewer: extractGuidelineSide(scan, sections.reviewer, `${layout.id}.reviewer`, decidedOn),
    mentions: extractMentions(scan, sections.rationale, `${layout.id}.rationale`),
    rationale,
    ...extractAttributes(scan, { heading, rationale, summary, category: classified?.category ?? null }),
    notes,
  };
}
