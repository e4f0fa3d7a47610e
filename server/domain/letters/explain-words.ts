/**
 * How the values of a record are said where each is shown with its words: field names, ids by their labels. A field that is
 * not named here is said by its own name, so that a new one appears by itself.
 */
import { KeywordFieldSchema } from '#contract/query.ts';
import { labelOf } from '#mappings/fields.ts';

/** Names by the path below the letter or the item, without positions in lists. */
const NAMES: Readonly<Record<string, string>> = {
  'dates.injury': 'Date of injury',
  'dates.urDenial': 'Date of UR denial',
  'dates.applicationReceived': 'Application received',
  'dates.assigned': 'Assigned to a reviewer',
  'dates.decided': 'Date decided',
  'reviewer.specialtyAsPrinted': 'Reviewer’s specialty as printed',
  'reviewer.specialties': 'Reviewer’s specialty',
  'reviewer.licensedStates': 'Reviewer licensed in',
  clinicalSummary: 'Clinical case summary',
  documentsReviewed: 'Document reviewed',
  diagnoses: 'Diagnosis',
  claimAgeDays: 'Days from injury to decision',
  originalRequest: 'Requested',
  authorizedAtUr: 'Authorized at UR',
  urAction: 'UR action',
  category: 'Service category',
  dwcCategory: 'Category of the DWC search form',
  'quantity.perWeek': 'Sessions a week',
  'quantity.sessions': 'Sessions',
  'quantity.weeks': 'Weeks',
  'quantity.hours': 'Hours',
  'quantity.units': 'Units',
  'quantity.refills': 'Refills',
  associatedSurgicalService: 'Printed as associated surgical service',
  acquisition: 'Rental or purchase',
  followsItem: 'Follows the rationale of item',
  deciding: 'What decided',
  'guidelines.administrator.asPrinted': 'UR guidelines as printed',
  'guidelines.administrator.basis': 'UR basis',
  'guidelines.administrator.nonMtus': 'UR non-MTUS citation as printed',
  'guidelines.administrator.citations': 'Guideline cited by UR',
  'guidelines.reviewer.asPrinted': 'IMR guidelines as printed',
  'guidelines.reviewer.basis': 'IMR basis',
  'guidelines.reviewer.nonMtus': 'IMR non-MTUS citation as printed',
  'guidelines.reviewer.citations': 'Guideline cited by IMR',
  'guidelines.mentions': 'Guideline mentioned in the rationale',
  'published.year': 'Year',
  'published.diagnosisCategories': 'Diagnosis category',
  'published.treatmentCategories': 'Treatment category',
  'published.treatments': 'Treatment',
  'published.reviewType': 'Type of review',
  'published.ageBand': 'Age',
  'published.sex': 'Sex',
  'published.coverage': 'Coverage',
  'published.healthPlan': 'Health plan',
  'published.agent': 'Review agent',
  'published.daysToReview': 'Days to review',
  'published.daysToAdopt': 'Days to adopt',
};

/** Record fields whose values are those of a filter field with another name. */
const FILTER_FIELDS: Readonly<Record<string, string>> = {
  diagnosisCategories: 'diagnosisCategory',
  treatmentCategories: 'treatmentCategory',
  family: 'guidelineFamily',
  basis: 'urBasis',
  class: 'drugClass',
  bodyParts: 'bodyPart',
  drugs: 'drug',
  reasons: 'reason',
};

/** Parts of a value that say nothing a reader needs: the words and the rule stand beside it. */
const UNSAID: ReadonlySet<string> = new Set(['asPrinted', 'rule', 'grade', 'evidence']);

/** The name of a field by its path; `place`: of one value of a list, its position from 1 and how many there are. */
export function nameOf(keys: readonly string[], place: { position: number; of: number } | null): string {
  const name = NAMES[keys.join('.')] ?? capitalised(keys.map(wordsOf).join(' · '));
  if (place === null) return name;
  return place.of === 1 ? singular(name) : `${singular(name)} ${place.position}`;
}

/** A name inside a sentence: "Service" as "service", "UR action" as it is. */
export function insideSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A value in words; `key` is the name of its field, which says whose labels show an id. Empty where there is nothing to say. */
export function shownValue(value: unknown, key: string): string {
  if (value === null || value === undefined) return '';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return shownText(value, key);
  if (Array.isArray(value)) return said(value.map((one) => shownValue(one, key))).join(', ');
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).filter(([name]) => !UNSAID.has(name));
  // The first part is what it is (a drug, a guideline); the others are told by name.
  return said(
    parts.map(([name, part], index) => {
      const words = shownValue(part, name);
      // What is told as printed is not told again in the same words.
      if (parts.some(([other, printed]) => other === `${name}AsPrinted` && shownValue(printed, other) === words)) return '';
      return words === '' || index === 0 ? words : `${wordsOf(name)} ${words}`;
    }),
  ).join(' · ');
}

function shownText(value: string, key: string): string {
  const field = KeywordFieldSchema.safeParse(FILTER_FIELDS[key] ?? key);
  const label = field.success ? labelOf(field.data, value) : value;
  // An id without a label: "on_the_list".
  return label === value && /^[a-z]+(?:_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : label;
}

const said = (words: readonly string[]): string[] => words.filter((one) => one !== '');

/** "sectionsAsPrinted" as "sections as printed", "authorizedAtUr" as "authorized at UR". */
function wordsOf(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/\b(?:ur|imr|mtus|url)\b/g, (abbreviation) => abbreviation.toUpperCase());
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/([^si])s$/, '$1');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
