/**
 * The closed lists of the domain, and of what may be asked for, with the words that show them. Ids are stored and never change. Plain data, so that the
 * dashboard has them without their schemas (`list-schemas.ts`).
 */

/**
 * What IMR decided about one disputed item. `upheld` means the UR decision stands: not found medically necessary.
 * `undetermined`: the letter's words do not say; it is never guessed.
 */
export const DECISIONS = ['upheld', 'overturned', 'overturned_in_part', 'undetermined'] as const;
export type Decision = (typeof DECISIONS)[number];

/** `short` is for badges and tables; `found` says what it means. What was upheld is the programme's: `outcomeWords` (programmes.ts) says it all. */
export const DECISION_LABELS: Record<Decision, { short: string; found: string }> = {
  upheld: { short: 'Upheld', found: 'not found medically necessary' },
  overturned: { short: 'Overturned', found: 'found medically necessary' },
  overturned_in_part: { short: 'Overturned in part', found: 'part found medically necessary' },
  undetermined: { short: 'Undetermined', found: 'the decision could not be read' },
};

export const NECESSITIES = ['no', 'yes', 'in_part'] as const;
export type Necessity = (typeof NECESSITIES)[number];

/** Whether the service was found medically necessary; null where the decision is undetermined. */
export const NECESSITY_OF_DECISION: Record<Decision, Necessity | null> = {
  upheld: 'no',
  overturned: 'yes',
  overturned_in_part: 'in_part',
  undetermined: null,
};

/** What the claims administrator's utilization review (UR) did with the request, as far as the letter says. */
export const UR_ACTIONS = ['denied', 'modified', 'unknown'] as const;
export type UrAction = (typeof UR_ACTIONS)[number];
export const UR_ACTION_LABELS: Record<UrAction, string> = {
  denied: 'Denied at UR',
  modified: 'Modified at UR: part authorized',
  unknown: 'UR action not stated',
};

/** Family of the guideline rows that stand for naming none ("None", "MTUS is silent"): what a letter prints so cites nothing. */
export const NO_GUIDELINE = 'none';

/** The basis of a decision as the letter prints it, which may differ from what the cited source is. */
export const BASES = ['mtus', 'non_mtus', 'mixed', 'none'] as const;
export type Basis = (typeof BASES)[number];
/** How a decision is known: by the grade of what was found. */
export const DECISION_GRADE_LABELS = { stated: 'Stated in the letter', inferred: 'Inferred' } as const;

export const BASIS_LABELS: Record<Basis, string> = {
  mtus: 'MTUS',
  non_mtus: 'non-MTUS',
  mixed: 'MTUS and non-MTUS',
  none: 'No guideline cited',
};

export const LETTER_OUTCOMES = ['all_upheld', 'mixed', 'all_overturned'] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];
export const LETTER_OUTCOME_LABELS: Record<LetterOutcome, string> = {
  all_upheld: 'All items upheld',
  mixed: 'Mixed',
  all_overturned: 'All items overturned',
};

export const PRIORITIES = ['standard', 'expedited'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const PRIORITY_LABELS: Record<Priority, string> = { standard: 'Standard', expedited: 'Expedited' };

/** A date of service alone does not say whether a request was retrospective: that is `unknown`. */
export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];
export const RETROSPECTIVE_LABELS: Record<YesNoUnknown, string> = {
  yes: 'Retrospective',
  no: 'Not retrospective',
  unknown: 'Not stated: a date of service alone',
};

export const SIDES = ['left', 'right', 'bilateral'] as const;
export type Side = (typeof SIDES)[number];
export const SIDE_LABELS: Record<Side, string> = { left: 'Left', right: 'Right', bilateral: 'Both sides' };

/** As published tables have it. */
export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];
export const SEX_LABELS: Record<Sex, string> = { female: 'Female', male: 'Male', other: 'Other' };

/** How old a claim was when IMR decided, in bands of days from injury to decision. */
export const CLAIM_AGES = ['under_3_months', '3_to_12_months', '1_to_2_years', '2_to_5_years', 'over_5_years'] as const;
export type ClaimAge = (typeof CLAIM_AGES)[number];
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

/** Whole days between two dates of a letter, in bands; `out_of_order`: the later date of a case stands before the earlier. */
export const DAY_BANDS = ['0-7', '8-14', '15-30', '31-60', '61-90', '91-180', '181-365', 'over_365', 'out_of_order'] as const;
export type DayBand = (typeof DAY_BANDS)[number];
export const DAY_BAND_LABELS: Record<DayBand, string> = {
  '0-7': '0 to 7 days',
  '8-14': '8 to 14 days',
  '15-30': '15 to 30 days',
  '31-60': '31 to 60 days',
  '61-90': '61 to 90 days',
  '91-180': '91 to 180 days',
  '181-365': '181 to 365 days',
  over_365: 'Over 365 days',
  out_of_order: 'Dates out of order',
};

/** The band of a number of whole days, which is below 0 where the dates stand out of order. */
export function dayBandOf(days: number): DayBand {
  if (days < 0) return 'out_of_order';
  if (days <= 7) return '0-7';
  if (days <= 14) return '8-14';
  if (days <= 30) return '15-30';
  if (days <= 60) return '31-60';
  if (days <= 90) return '61-90';
  if (days <= 180) return '91-180';
  return days <= 365 ? '181-365' : 'over_365';
}

/** Where a reviewer is licensed, as far as the letter prints states: an IMR reviewer need not be licensed in California. */
export const LICENSES = ['california', 'elsewhere'] as const;
export type License = (typeof LICENSES)[number];
export const LICENSE_LABELS: Record<License, string> = {
  california: 'Licensed in California',
  elsewhere: 'Licensed in other states only',
};

/** How equipment was asked for. */
export const ACQUISITIONS = ['rental', 'purchase'] as const;
export type Acquisition = (typeof ACQUISITIONS)[number];

/** Code systems that a request may print: procedures and supplies, and diagnoses. */
export const CODE_SYSTEMS = ['cpt', 'hcpcs', 'icd9', 'icd10'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/**
 * Why an item was decided as it was, in its reviewer's words: a closed list for each outcome. What an upheld item lacks, what an overturned one
 * shows. An item overturned in part may have reasons of both.
 */
export const REASONS = [
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
] as const;
export type Reason = (typeof REASONS)[number];
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
export const CITING_SIDES = ['administrator', 'reviewer'] as const;
export type CitingSide = (typeof CITING_SIDES)[number];
export const CITING_SIDE_LABELS: Record<CitingSide, string> = {
  administrator: 'Claims administrator (UR)',
  reviewer: 'IMR reviewer',
};

/** In place of a guideline family where a side cites several: so an item stands in one group of its side. */
export const SEVERAL_SOURCES = 'several';

/** How the guideline families that both sides cite compare; an item in which neither side cites any has none of these. */
export const SIDES_AGREE = ['same', 'overlap', 'different', 'imr_only', 'ur_only'] as const;
export type SidesAgree = (typeof SIDES_AGREE)[number];
export const SIDES_AGREE_LABELS: Record<SidesAgree, string> = {
  same: 'Both sides cite the same',
  overlap: 'Some families in common',
  different: 'None in common',
  imr_only: 'Only the IMR reviewer cites one',
  ur_only: 'Only the claims administrator (UR) cites one',
};

/** What two cases may have in common. Each can be left out of the comparison. */
export const CRITERIA = ['service', 'drug', 'bodyPart', 'side', 'diagnosis', 'stage', 'guideline', 'words'] as const;
export type Criterion = (typeof CRITERIA)[number];
export const CRITERION_LABELS: Record<Criterion, string> = {
  service: 'Service',
  drug: 'Drugs',
  bodyPart: 'Body part',
  side: 'Side',
  diagnosis: 'Diagnosis',
  stage: 'Stage of care',
  guideline: 'Guideline and topic',
  words: 'Words of the case',
};

/**
 * `relevance`: the engine's score, best first. `newest`/`oldest`: by decision day (an item that has only a year: by the last of it), items without one last.
 * `case`: by case number. Ties always go by letter id, then item number, so that pages neither lose nor repeat.
 */
export const SORTS = ['relevance', 'newest', 'oldest', 'case'] as const;
export type Sort = (typeof SORTS)[number];

/** What results can be taken away as. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the numbers of analytics can be taken away as. */
export const REPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
