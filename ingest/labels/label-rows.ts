/**
 * The printed labels and fixed titles of the letters: a closed list, by which a damaged one is told from prose. Facts of the
 * published forms (docs/LAYOUTS.md). How each stands: a header label behind its value's neighbours, several to a line; an item's label and a
 * credential in running type; a title on lines of its own, mostly in capitals.
 */

/** How a label stands, and what bounds it. */
export type LabelKind = 'header' | 'item' | 'credential' | 'label' | 'title';
/** What stands behind a header label. */
export type HeaderValue = 'day' | 'caseNumber' | 'priority';

export interface LabelRow {
  /** What it opens. Rows of one field never contradict each other; between two fields the nearer label wins. */
  readonly field: string;
  readonly kind: LabelKind;
  /** As it is printed, without its colon. */
  readonly words: string;
  readonly value?: HeaderValue;
  /** Fewer signs may differ than its length allows: its words are near to others. */
  readonly most?: number;
  /** It stands without a colon. */
  readonly bare?: true;
  /** Other words that are as near, and mean something else. */
  readonly apart?: readonly string[];
}

/** Titles of this field say the verdict. */
export const VERDICT_FIELD = 'rationaleTitle';

const rows = (kind: LabelKind, field: string, wordings: readonly string[], more: Partial<LabelRow> = {}): LabelRow[] =>
  wordings.map((words) => ({ kind, field, words, ...more }));

export const LABEL_ROWS: readonly LabelRow[] = [
  ...rows('header', 'caseNumber', ['Case Number', 'IMR Case Number', 'MAXIMUS Case Number'], {
    value: 'caseNumber',
    apart: ['Page Number', 'Base Number'],
  }),
  ...rows('header', 'assigned', ['Date Assigned'], { value: 'day', apart: ['Date Signed', 'Date Designed'] }),
  ...rows('header', 'injury', ['Date of Injury'], { value: 'day', apart: ['Date of Inquiry'] }),
  ...rows('header', 'decided', ['Decision Date', 'Date of Decision', 'Date of Determination'], {
    value: 'day',
    apart: ['Revision Date', 'Date of Revision'],
  }),
  ...rows('header', 'decided', ['Dated'], { value: 'day', most: 1, apart: ['Date', 'Dates', 'Rated', 'Data'] }),
  ...rows(
    'header',
    'urDenial',
    [
      'UR Denial Date',
      'UR Decision Date',
      'Utilization Review Denial Date',
      'Utilization Review Decision Date',
      'Date of UR Denial',
      'Date of UR Decision',
      'Date of Utilization Review Denial',
      'Date of Utilization Review Decision',
    ],
    {
      value: 'day',
      apart: ['Utilization Review Denial dated', 'Utilization Review Decision dated', 'UR Denial dated', 'UR Decision dated'],
    },
  ),
  ...rows('header', 'priority', ['Priority'], { value: 'priority', most: 1 }),
  ...rows('header', 'applicationReceived', ['Application Received', 'IMR Application Received'], { value: 'day' }),

  ...rows('item', 'administrator', [
    'Claims Administrator guideline',
    'Claims Administrator guidelines',
    "Claims Administrator's guideline",
    "Claims Administrator's guidelines",
  ]),
  ...rows('item', 'reviewer', ['MAXIMUS guideline', 'MAXIMUS guidelines', 'Expert Reviewer guideline', 'Expert Reviewer guidelines'], {
    apart: ['Maximum guideline', 'Maximum guidelines', 'Maximal guideline', 'Maximal guidelines'],
  }),
  ...rows('item', 'reviewer', ['IMR guideline', 'IMR guidelines'], { most: 0 }),
  ...rows('item', 'rationale', ['Decision rationale'], { apart: ['Revision rationale', 'Precision rationale'] }),
  ...rows('item', 'rationale', [
    "The Physician Reviewer's decision rationale",
    "Physician Reviewer's decision rationale",
    "The Expert Reviewer's decision rationale",
    "Expert Reviewer's decision rationale",
    'Rationale for the Decision',
    'Rationale for its Decision',
    'Rationale for his/her Decision',
    'Rationale for their Decision',
  ]),
  ...rows('item', 'rationale', ['Rationale'], { most: 1, apart: ['National', 'Rational'] }),
  ...rows('label', 'schedule', [
    'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision',
    'Medical Treatment Guidelines Relied Upon by the Expert Reviewer to Make His/Her Decision',
  ]),

  ...rows('credential', 'credentials', ['The Expert Reviewer has the following credentials']),
  ...rows('credential', 'licensure', ['State(s) of Licensure', 'State of Licensure']),
  ...rows('credential', 'specialty', ['Certification(s)/Specialty', 'Certification/Specialty']),

  ...rows('title', 'standing', [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'HOW THE FINAL DETERMINATION WAS MADE',
    'HOW THE IMR DETERMINATION WAS MADE',
  ]),
  ...rows('label', 'qualifications', [
    'Medical Qualifications of the Expert Reviewer',
    'Medical Qualifications of the Reviewer',
    'Qualifications of the Expert Reviewer',
  ]),
  ...rows('title', 'documents', ['DOCUMENTS REVIEWED', 'DOCUMENTS REVIEWED FOR DETERMINATION']),
  ...rows('label', 'documents', ['Documents Reviewed', 'Documents Reviewed for Determination']),
  ...rows('title', 'summary', ['CLINICAL CASE SUMMARY', 'CASE SUMMARY', 'CLINICAL SUMMARY']),
  ...rows('label', 'summary', ['Case Summary', 'Expert Reviewer Case Summary', 'Clinical Case Summary']),
  ...rows('title', 'items', [
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'IMR ISSUE(S), DECISION(S) AND RATIONALE(S)',
    'ISSUES, DECISIONS AND RATIONALES',
    'IMR DECISION(S) AND RATIONALE(S)',
    'IMR DECISION AND RATIONALE',
    'IMR ISSUES, DECISIONS & RATIONALES',
    'IMR DECISION(S) & RATIONALE(S)',
  ]),
  ...rows('title', 'again', ['INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE']),
  ...rows('title', 'letterhead', ['MAXIMUS FEDERAL SERVICES, INC.']),
  ...rows('label', 'letterhead', ['Independent Medical Review'], { bare: true }),
  ...rows('label', 'notice', ['Notice of Independent Medical Review Determination'], { bare: true }),
  ...rows('title', 'professional', ['MEDICAL PROFESSIONAL REVIEW']),
  ...rows('title', 'issue', ['ISSUE AT DISPUTE', 'ISSUE(S) AT DISPUTE', 'ISSUE IN DISPUTE', 'ISSUE(S) IN DISPUTE']),
  ...rows('title', 'guidelines', [
    'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY',
    'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER',
  ]),
  ...rows('title', 'reviewerQualifications', ['MEDICAL REVIEWER QUALIFICATIONS']),
  ...verdictTitles(),
];

/** The title over a rationale says the verdict, or both; the one that says both tells nothing. */
function verdictTitles(): LabelRow[] {
  const verdicts = ['IS NOT', 'WAS NOT', 'IS', 'WAS', 'IS/WAS NOT', 'IS/WAS'];
  return ['TREATMENT/SERVICE', 'TREATMENT'].flatMap((thing) =>
    rows(
      'title',
      VERDICT_FIELD,
      verdicts.map((verdict) => `RATIONALE FOR WHY THE REQUESTED ${thing} ${verdict} MEDICALLY NECESSARY`),
    ),
  );
}
