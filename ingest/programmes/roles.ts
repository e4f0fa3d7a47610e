/** What a column of a published table may hold, by the words in which a mapping names it. */

/** A role with what it holds, for the help of a mapping. */
const ROLE_WORDS = {
  'case number': 'what tells the case from others; needed',
  decision: 'the outcome; needed',
  year: 'the year of the decision, four digits',
  'day decided': 'the day of the decision, as 2016-12-31 or 12/31/2016',
  'diagnosis category': 'a group of diagnoses',
  diagnosis: 'the diagnosis',
  'treatment category': 'a group of treatments',
  treatment: 'what was asked for',
  'type of review': 'why it was refused or is reviewed, as Medical Necessity',
  priority: 'Standard or Expedited',
  age: 'the patient’s age or its range',
  sex: 'the patient’s sex',
  coverage: 'the kind of coverage, as HMO',
  'health plan': 'whose decision was reviewed',
  agent: 'who reviewed',
  'days to review': 'days that the review took',
  'days to adopt': 'days until it was adopted',
  summary: 'the case in words',
  rationale: 'why it was decided so, in words',
  references: 'what is cited, numbered or one a line',
  ignored: 'is kept in the text of the row, and read as nothing',
} as const;

export type Role = keyof typeof ROLE_WORDS;
export const ROLES: Readonly<Record<Role, string>> = ROLE_WORDS;
export const ROLE_NAMES = Object.keys(ROLE_WORDS) as readonly Role[];

/** Roles that a row must have a column for. */
export const NEEDED_ROLES = ['case number', 'decision'] as const satisfies readonly Role[];

/** Roles that several columns may have: the reviews of a panel, each in its own. */
export const SEVERAL_COLUMNS: ReadonlySet<Role> = new Set<Role>([
  'diagnosis category',
  'diagnosis',
  'treatment category',
  'treatment',
  'summary',
  'rationale',
  'references',
  'ignored',
]);

/** Roles whose cells are prose, which is read where the recognisers are. */
export const PROSE: ReadonlySet<Role> = new Set<Role>(['summary', 'rationale', 'references']);
