/**
 * The filter fields by name: what the page calls them and what a user types for them. Apart from the field table, which
 * carries the vocabulary with it, so that the dashboard can have the names alone.
 */
import type { KeywordField } from '#contract/query.ts';

export interface FieldName {
  readonly label: string;
  /** Names a user may type before a colon; the first is the one suggested. */
  readonly typed: readonly string[];
  /** The words for an item without a value of it; null where every item has one. */
  readonly notStated: string | null;
}

/** The words for an item without a value of the field. */
export function notStatedWords(field: KeywordField): string {
  return FIELD_NAMES[field].notStated ?? 'Not stated';
}

/** The name to suggest for a field. */
export function typedName(field: KeywordField): string {
  return FIELD_NAMES[field].typed[0] ?? field;
}

export const FIELD_NAMES: Readonly<Record<KeywordField, FieldName>> = {
  decision: { label: 'Decision', typed: ['decision'], notStated: null },
  urAction: { label: 'UR action', typed: ['ur-action'], notStated: 'UR action not stated' },
  letterOutcome: { label: 'Letter outcome', typed: ['outcome'], notStated: 'Outcome of the letter not known' },
  category: { label: 'Service category', typed: ['category'], notStated: 'Service not recognized' },
  service: { label: 'Service', typed: ['service'], notStated: 'Service not recognized' },
  drug: { label: 'Drug', typed: ['drug'], notStated: 'No drug' },
  drugClass: { label: 'Drug class', typed: ['drug-class'], notStated: 'No drug' },
  bodyPart: { label: 'Body part', typed: ['body'], notStated: 'Body part not stated' },
  reason: { label: 'Reason', typed: ['reason'], notStated: 'No reason recognized' },
  side: { label: 'Side of the body', typed: ['side'], notStated: 'Side not stated' },
  diagnosis: { label: 'Diagnosis', typed: ['diagnosis'], notStated: 'No diagnosis listed' },
  claimAge: { label: 'Time since injury', typed: ['claim-age'], notStated: 'Time since injury not known' },
  retrospective: { label: 'Retrospective', typed: ['retrospective'], notStated: 'Not said to be retrospective' },
  perioperative: { label: 'Around an operation', typed: ['perioperative'], notStated: 'Not perioperative' },
  follows: { label: 'Follows another item', typed: ['follows'], notStated: 'Decided by itself' },
  guidelineFamily: { label: 'Guideline family, either side', typed: ['guideline-family'], notStated: 'No guideline cited' },
  guideline: { label: 'Guideline, either side', typed: ['guideline'], notStated: 'No guideline cited' },
  urGuidelineFamily: { label: 'UR guideline family', typed: ['ur-guideline-family'], notStated: 'No guideline cited at UR' },
  urGuideline: { label: 'UR guideline', typed: ['ur-guideline'], notStated: 'No guideline cited at UR' },
  imrGuidelineFamily: { label: 'IMR guideline family', typed: ['imr-guideline-family'], notStated: 'No guideline cited by IMR' },
  imrGuideline: { label: 'IMR guideline', typed: ['imr-guideline'], notStated: 'No guideline cited by IMR' },
  urBasis: { label: 'UR basis', typed: ['ur-basis'], notStated: 'UR basis not stated' },
  imrBasis: { label: 'IMR basis', typed: ['imr-basis'], notStated: 'IMR basis not stated' },
  edition: { label: 'Edition of the guidelines cited', typed: ['edition'], notStated: 'No guideline cited' },
  citation: { label: 'Page or section cited', typed: ['cites'], notStated: 'No page or section cited' },
  specialty: { label: 'Reviewer specialty', typed: ['specialty'], notStated: 'Specialty not stated' },
  priority: { label: 'Priority', typed: ['priority'], notStated: 'Priority not stated' },
  decidedYear: { label: 'Year decided', typed: ['year'], notStated: 'Decision day not stated' },
  decidedMonth: { label: 'Month decided', typed: ['month'], notStated: 'Decision day not stated' },
  programme: { label: 'Program', typed: ['program'], notStated: null },
  caseNumber: { label: 'Case number', typed: ['case'], notStated: null },
};
