/**
 * Findings to record: the only place that turns places in the scan copy into spans of the canonical text, derives what
 * is derived (letter outcome, necessity), and checks the whole against the schema.
 */
import {
  type CanonicalText,
  type DeterminationAsRead,
  DeterminationAsReadSchema,
  determinationId,
  type GuidelineSide,
  type Item,
  itemId,
  SCHEMA_VERSION,
  type Source,
} from '#contract/determination.ts';
import { type LetterOutcome, NECESSITY_OF_DECISION } from '#contract/lists.ts';
import type { Message } from '#contract/message.ts';
import type { Found } from '#contract/span.ts';
import type { Finding } from '#mappings/text/finding.ts';
import type { ScanCopy } from '#mappings/text/scan.ts';
import type { GuidelineSideFindings } from './extract/guideline-side.ts';
import type { ItemFindings, LetterFindings } from './extract/letter.ts';
import type { Detected } from './layouts/detect.ts';
import { type Lift, liftCitation, makeLift } from './lift.ts';
import { programmeOfLayout } from './programmes/letters.ts';

export interface Parts {
  readonly canonical: CanonicalText;
  readonly copy: ScanCopy;
  readonly source: Source;
  readonly detected: Detected;
  readonly findings: LetterFindings;
  /** Null: the letter prints none. */
  readonly caseNumber: Finding<string> | null;
}

/** Builds the determination. Throws only where our own parts contradict the contract, which is a bug. */
export function assemble(parts: Parts): DeterminationAsRead {
  const lift = makeLift(parts);
  const { header, reviewer, summary } = parts.findings;
  const { layout, detection, ties } = parts.detected;
  const programme = programmeOfLayout(layout);
  const id = determinationId(programme, parts.caseNumber?.value ?? null);
  const items = parts.findings.items.map((item, index) => assembleItem(item, itemId(id, index + 1), index + 1, lift));
  const messages: Message[] = [
    ...ties.map(
      (tie): Message => ({
        code: 'layout.tie',
        severity: 'warning',
        rule: layout.id,
        reason: `The letter fits the layout ${tie} equally well.`,
        span: null,
        item: null,
      }),
    ),
    ...[...header.notes, ...reviewer.notes, ...parts.findings.notes].map((note) => lift.message(note, null)),
    ...parts.findings.items.flatMap((item, index) =>
      [...item.heading.notes, ...item.administrator.notes, ...item.reviewer.notes, ...item.notes].map((note) =>
        lift.message(note, index + 1),
      ),
    ),
  ];
  return DeterminationAsReadSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    id,
    programme,
    caseNumber: lift.found(parts.caseNumber),
    layout: { id: layout.id, because: detection.because.map(lift.evidence) },
    dates: {
      injury: lift.found(header.dates.injury),
      urDenial: lift.found(header.dates.urDenial),
      applicationReceived: lift.found(header.dates.applicationReceived),
      assigned: lift.found(header.dates.assigned),
      decided: lift.found(header.dates.decided),
    },
    priority: lift.found(header.priority),
    reviewer: {
      specialtyAsPrinted: lift.text(reviewer.specialtyAsPrinted),
      specialties: reviewer.specialties.map(lift.found),
      licensedStates: reviewer.licensedStates.map(lift.found),
    },
    clinicalSummary: lift.text(summary),
    documentsReviewed: parts.findings.documents.map(lift.text).filter((document) => document !== null),
    diagnoses: parts.findings.diagnoses.map(lift.text).filter((diagnosis) => diagnosis !== null),
    claimAgeDays: claimAge(header.dates.injury, header.dates.decided, lift),
    published: null,
    items,
    letterOutcome: letterOutcome(items),
    source: parts.source,
    messages,
  });
}

function assembleItem(findings: ItemFindings, id: string, number: number, lift: Lift): Item {
  const { heading } = findings;
  const decision = lift.found(heading.decision);
  return {
    id,
    number,
    heading: lift.text(heading.heading),
    originalRequest: lift.text(heading.originalRequest),
    authorizedAtUr: lift.text(heading.authorizedAtUr),
    inDispute: lift.text(heading.inDispute),
    urAction: lift.found(heading.urAction),
    decision,
    foundMedicallyNecessary: decision === null ? null : NECESSITY_OF_DECISION[decision.value],
    service: lift.found(findings.service),
    category: lift.found(findings.category),
    dwcCategory: lift.found(findings.dwcCategory),
    drugs: lift.all(findings.drugs),
    bodyParts: lift.all(findings.bodyParts),
    side: lift.found(findings.side),
    quantity: {
      sessions: lift.found(findings.quantity.sessions),
      perWeek: lift.found(findings.quantity.perWeek),
      weeks: lift.found(findings.quantity.weeks),
      hours: lift.found(findings.quantity.hours),
      units: lift.found(findings.quantity.units),
      refills: lift.found(findings.quantity.refills),
    },
    quantityByBodyPart: lift.all(findings.quantityByBodyPart),
    acquisition: lift.found(findings.acquisition),
    trial: lift.found(findings.trial),
    codes: lift.all(findings.codes),
    dateOfService: lift.found(findings.dateOfService),
    retrospective: lift.found(findings.retrospective),
    associatedSurgicalService: lift.found(findings.associatedSurgicalService),
    perioperative: lift.found(findings.perioperative),
    followsItem: lift.found(findings.followsItem),
    deciding: findings.deciding.map(lift.text).filter((sentence) => sentence !== null),
    reasons: lift.all(findings.reasons),
    guidelines: {
      administrator: assembleSide(findings.administrator, lift),
      reviewer: assembleSide(findings.reviewer, lift),
      mentions: findings.mentions.map((citation) => liftCitation(citation, lift)),
    },
    rationale: lift.text(findings.rationale),
  };
}

function assembleSide(side: GuidelineSideFindings, lift: Lift): GuidelineSide {
  return {
    asPrinted: lift.text(side.asPrinted),
    basis: lift.found(side.basis),
    nonMtus: lift.text(side.nonMtus),
    citations: side.citations.map((citation) => liftCitation(citation, lift)),
  };
}

const DAY_MS = 86_400_000;

/** Days from injury to decision, from the words of both dates; null where one is missing or they are out of order. */
function claimAge(injury: Finding<string> | null, decided: Finding<string> | null, lift: Lift): Found<number> | null {
  if (injury === null || decided === null) return null;
  const days = Math.round((Date.parse(decided.value) - Date.parse(injury.value)) / DAY_MS);
  const both = [...injury.at, ...decided.at];
  return days < 0 ? null : lift.found({ value: days, grade: 'inferred', rule: 'header.claim-age', at: both });
}

/** All upheld, all overturned, or mixed; an item overturned in part makes a letter mixed. Null where a decision is not known. */
function letterOutcome(items: readonly Pick<Item, 'decision'>[]): LetterOutcome | null {
  const decisions = items.map((item) => item.decision?.value ?? 'undetermined');
  if (decisions.length === 0 || decisions.includes('undetermined')) return null;
  if (decisions.every((decision) => decision === 'upheld')) return 'all_upheld';
  return decisions.every((decision) => decision === 'overturned') ? 'all_overturned' : 'mixed';
}
