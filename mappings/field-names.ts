/**
 * The filter fields by name: what the page calls them and what a user types for them. Apart from the field table, which
 * carries the vocabulary with it, so that the dashboard can have the names alone.
 */
import type { KeywordField } from '#contract/query.ts';

export interface FieldName {
  readonly label: string;
  /** Names a user may type before a colon; the first is the one suggested. */
  readonly typed: readonly string[];
}

/** The name to suggest for a field. */
export function typedName(field: KeywordField): string {
  return FIELD_NAMES[field].typed[0] ?? field;
}

export const FIELD_NAMES: Readonly<Record<KeywordField, FieldName>> = {
  decision: { label: 'Decision', typed: ['decision'] },
  urAction: { label: 'UR action', typed: ['ur-action'] },
  letterOutcome: { label: 'Letter outcome', typed: ['outcome'] },
  category: { label: 'Service category', typed: ['category'] },
  service: { label: 'Service', typed: ['service'] },
  drug: { label: 'Drug', typed: ['drug'] },
  drugClass: { label: 'Drug class', typed: ['drug-class'] },
  bodyPart: { label: 'Body part', typed: ['body'] },
  reason: { label: 'Reason', typed: ['reason'] },
  side: { label: 'Side of the body', typed: ['side'] },
  diagnosis: { label: 'Diagnosis', typed: ['diagnosis'] },
  claimAge: { label: 'Time since injury', typed: ['claim-age'] },
  retrospective: { label: 'Retrospective', typed: ['retrospective'] },
  perioperative: { label: 'Around an operation', typed: ['perioperative'] },
  follows: { label: 'Follows another item', typed: ['follows'] },
  guidelineFamily: { label: 'Guideline family, either side', typed: ['guideline-family'] },
  guideline: { label: 'Guideline, either side', typed: ['guideline'] },
  urGuidelineFamily: { label: 'UR guideline family', typed: ['ur-guideline-family'] },
  urGuideline: { label: 'UR guideline', typed: ['ur-guideline'] },
  imrGuidelineFamily: { label: 'IMR guideline family', typed: ['imr-guideline-family'] },
  imrGuideline: { label: 'IMR guideline', typed: ['imr-guideline'] },
  urBasis: { label: 'UR basis', typed: ['ur-basis'] },
  imrBasis: { label: 'IMR basis', typed: ['imr-basis'] },
  edition: { label: 'Edition of the guidelines cited', typed: ['edition'] },
  citation: { label: 'Page or section cited', typed: ['cites'] },
  specialty: { label: 'Reviewer specialty', typed: ['specialty'] },
  priority: { label: 'Priority', typed: ['priority'] },
  decidedYear: { label: 'Year decided', typed: ['year'] },
  decidedMonth: { label: 'Month decided', typed: ['month'] },
  programme: { label: 'Program', typed: ['program'] },
  caseNumber: { label: 'Case number', typed: ['case'] },
};
