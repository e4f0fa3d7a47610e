/** The closed lists of the domain and the words that show them. Ids are stored and never change. */
import { z } from 'zod';

/**
 * What IMR decided about one disputed item. `upheld` means the UR decision stands: not found medically necessary.
 * `undetermined`: the letter's words do not say; it is never guessed.
 */
export const DecisionSchema = z.enum(['upheld', 'overturned', 'overturned_in_part', 'undetermined']);
export type Decision = z.infer<typeof DecisionSchema>;

/** The long form says the outcome in words; the short form is for badges and tables. */
export const DECISION_LABELS: Record<Decision, { short: string; long: string }> = {
  upheld: { short: 'Upheld', long: 'UR decision upheld: not found medically necessary' },
  overturned: { short: 'Overturned', long: 'UR decision overturned: found medically necessary' },
  overturned_in_part: { short: 'Overturned in part', long: 'UR decision overturned in part: part found medically necessary' },
  undetermined: { short: 'Undetermined', long: 'Undetermined: the decision could not be read' },
};

export const NecessitySchema = z.enum(['no', 'yes', 'in_part']);
export type Necessity = z.infer<typeof NecessitySchema>;

/** Whether the service was found medically necessary; null where the decision is undetermined. */
export const NECESSITY_OF_DECISION: Record<Decision, Necessity | null> = {
  upheld: 'no',
  overturned: 'yes',
  overturned_in_part: 'in_part',
  undetermined: null,
};

/** What the claims administrator's utilization review (UR) did with the request, as far as the letter says. */
export const UrActionSchema = z.enum(['denied', 'modified', 'unknown']);
export type UrAction = z.infer<typeof UrActionSchema>;
export const UR_ACTION_LABELS: Record<UrAction, string> = {
  denied: 'Denied at UR',
  modified: 'Modified at UR: part authorized',
  unknown: 'UR action not stated',
};

/** The basis of a decision as the letter prints it, which may differ from what the cited source is. */
/** Family of the guideline rows that stand for naming none ("None", "MTUS is silent"): what a letter prints so cites nothing. */
export const NO_GUIDELINE = 'none';

export const BasisSchema = z.enum(['mtus', 'non_mtus', 'mixed', 'none']);
export type Basis = z.infer<typeof BasisSchema>;
export const BASIS_LABELS: Record<Basis, string> = {
  mtus: 'MTUS',
  non_mtus: 'non-MTUS',
  mixed: 'MTUS and non-MTUS',
  none: 'No guideline cited',
};

export const LetterOutcomeSchema = z.enum(['all_upheld', 'mixed', 'all_overturned']);
export type LetterOutcome = z.infer<typeof LetterOutcomeSchema>;
export const LETTER_OUTCOME_LABELS: Record<LetterOutcome, string> = {
  all_upheld: 'All items upheld',
  mixed: 'Mixed',
  all_overturned: 'All items overturned',
};

export const PrioritySchema = z.enum(['standard', 'expedited']);
export type Priority = z.infer<typeof PrioritySchema>;
export const PRIORITY_LABELS: Record<Priority, string> = { standard: 'Standard', expedited: 'Expedited' };

/** A date of service alone does not say whether a request was retrospective: that is `unknown`. */
export const YesNoUnknownSchema = z.enum(['yes', 'no', 'unknown']);
export type YesNoUnknown = z.infer<typeof YesNoUnknownSchema>;
export const RETROSPECTIVE_LABELS: Record<YesNoUnknown, string> = {
  yes: 'Retrospective',
  no: 'Not retrospective',
  unknown: 'Not stated: a date of service alone',
};

export const SideSchema = z.enum(['left', 'right', 'bilateral']);
export type Side = z.infer<typeof SideSchema>;
export const SIDE_LABELS: Record<Side, string> = { left: 'Left', right: 'Right', bilateral: 'Both sides' };

/** How old a claim was when IMR decided, in bands of days from injury to decision. */
export const ClaimAgeSchema = z.enum(['under_3_months', '3_to_12_months', '1_to_2_years', '2_to_5_years', 'over_5_years']);
export type ClaimAge = z.infer<typeof ClaimAgeSchema>;
export const CLAIM_AGE_LABELS: Record<ClaimAge, string> = {
  under_3_months: 'Under 3 months',
  '3_to_12_months': '3 to 12 months',
  '1_to_2_years': '1 to 2 years',
  '2_to_5_years': '2 to 5 years',
  over_5_years: 'Over 5 years',
};

/** The band of a claim's age; null where it is not known, or the decision stands before the injury. */
export function claimAgeOf(days: number | null): ClaimAge | null {
  if (days === null || days < 0) return null;
  if (days < 91) return 'under_3_months';
  if (days < 365) return '3_to_12_months';
  if (days < 2 * 365) return '1_to_2_years';
  return days < 5 * 365 ? '2_to_5_years' : 'over_5_years';
}

/** How equipment was asked for. */
export const AcquisitionSchema = z.enum(['rental', 'purchase']);
export type Acquisition = z.infer<typeof AcquisitionSchema>;

/** Code systems that a request may print: procedures and supplies, and diagnoses. */
export const CodeSystemSchema = z.enum(['cpt', 'hcpcs', 'icd9', 'icd10']);
export type CodeSystem = z.infer<typeof CodeSystemSchema>;

/**
 * Why an item was decided as it was, in its reviewer's words: a closed list for each outcome. What an upheld item lacks, what an overturned one
 * shows. An item overturned in part may have reasons of both.
 */
export const ReasonSchema = z.enum([
  'missing_documentation',
  'no_functional_improvement',
  'exceeds_guideline_count',
  'not_recommended',
  'guideline_silent',
  'criteria_not_met',
  'conservative_care_not_tried',
  'already_done',
  'alternative_suffices',
  'primary_not_necessary',
  'criteria_met',
  'functional_improvement_shown',
  'within_guideline_count',
  'conservative_care_failed',
  'new_or_changed_findings',
  'perioperative_standard',
  'monitoring_or_safety',
]);
export type Reason = z.infer<typeof ReasonSchema>;
export const REASON_LABELS: Record<Reason, string> = {
  missing_documentation: 'Documentation is missing',
  no_functional_improvement: 'No functional improvement',
  exceeds_guideline_count: 'Exceeds the guideline’s count',
  not_recommended: 'The guideline does not recommend it',
  guideline_silent: 'The guideline does not address it',
  criteria_not_met: 'Criteria not met',
  conservative_care_not_tried: 'Conservative care not tried first',
  already_done: 'Already done',
  alternative_suffices: 'An alternative suffices',
  primary_not_necessary: 'Depends on an item that was not necessary',
  criteria_met: 'Criteria met',
  functional_improvement_shown: 'Functional improvement shown',
  within_guideline_count: 'Within the guideline’s count',
  conservative_care_failed: 'Conservative care failed',
  new_or_changed_findings: 'New or changed findings',
  perioperative_standard: 'Usual perioperative care',
  monitoring_or_safety: 'For monitoring or safety',
};

/** The outcome that a reason speaks for. */
export const OUTCOME_OF_REASON: Record<Reason, 'upheld' | 'overturned'> = {
  missing_documentation: 'upheld',
  no_functional_improvement: 'upheld',
  exceeds_guideline_count: 'upheld',
  not_recommended: 'upheld',
  guideline_silent: 'upheld',
  criteria_not_met: 'upheld',
  conservative_care_not_tried: 'upheld',
  already_done: 'upheld',
  alternative_suffices: 'upheld',
  primary_not_necessary: 'upheld',
  criteria_met: 'overturned',
  functional_improvement_shown: 'overturned',
  within_guideline_count: 'overturned',
  conservative_care_failed: 'overturned',
  new_or_changed_findings: 'overturned',
  perioperative_standard: 'overturned',
  monitoring_or_safety: 'overturned',
};

/** The two sides that cite guidelines; their citations are never merged. */
export const CitingSideSchema = z.enum(['administrator', 'reviewer']);
export type CitingSide = z.infer<typeof CitingSideSchema>;
export const CITING_SIDE_LABELS: Record<CitingSide, string> = {
  administrator: 'Claims administrator (UR)',
  reviewer: 'IMR reviewer',
};
