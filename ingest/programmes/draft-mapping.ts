/**
 * A first mapping of a table that nobody has mapped: columns by how they are called, outcomes by their words. It is a draft: what it does not know is
 * `ignored` or `undetermined`, and is said to be so.
 */
import type { Decision } from '#contract/lists.ts';
import { foldedName } from '#mappings/vocabulary/programmes/published-names.ts';
import { dayOf, priorityOf } from './cell-values.ts';
import type { Mapping } from './mapping.ts';
import { labelOf } from './match-header.ts';
import { NEEDED_ROLES, PROSE, type Role, SEVERAL_COLUMNS } from './roles.ts';

/** How columns are called that hold something, by the letters and digits of their names; the first that fits a name wins. */
const NAMES: readonly (readonly [Role, RegExp])[] = [
  ['decision', /^(?:(?:final|appeal|imr|iro|review|reviewer|case|external)?(?:decision|determination|outcome|result|disposition|ruling))$/],
  [
    'case number',
    /^(?:(?:imr|iro|case|claim|file|appeal|review|reference|docket|record|request|determination|tracking){0,2}(?:number|no|num|id|nbr|ref|reference|case))$/,
  ],
  [
    'day decided',
    /(?:decision|decided|determination|review|completed|closed|issued)(?:date|day|on)$|^(?:date|day)(?:of|decided)?(?:decision|determination|review)?$/,
  ],
  ['year', /year$|^year/],
  ['diagnosis category', /(?:diagnosis|diagnoses|condition|dx)(?:category|group|type|class)$/],
  ['diagnosis', /^(?:primary|patient|main)?(?:diagnosis|diagnoses|diagnosisdescription|dx|condition|icd10?|diagnosissubcategory)$/],
  ['treatment category', /(?:treatment|service|procedure|item)(?:category|group|type|class)$/],
  [
    'treatment',
    /^(?:requested|disputed|denied)?(?:treatment|service|procedure|item|request|drug|medication|treatmentsubcategory)(?:s|requested|indispute|description|name)?$/,
  ],
  ['type of review', /^(?:reviewtype|typeofreview|denialreason|reason|reasonfordenial|denialtype|issuetype|type)$/],
  ['priority', /^(?:priority|imrtype|urgency|expedited|reviewlevel)$/],
  ['age', /^(?:patient)?age(?:range|group|band|years)?$/],
  ['sex', /^(?:patient)?(?:gender|sex)$/],
  ['coverage', /^(?:coverage|coveragetype|plantype|productline|lineofbusiness|insurancetype)$/],
  ['health plan', /^(?:healthplan|plan|planname|carrier|insurer|payer|payor|insurancecompany|hmo)$/],
  ['agent', /^(?:agent|iro|ironame|reviewer|revieworganization|reviewagent|vendor|imro)$/],
  ['days to review', /^daystoreview$/],
  ['days to adopt', /^daystoadopt$/],
  ['references', /^(?:references?|citations?|sources|bibliography)\d{0,2}$/],
  ['summary', /^(?:case|clinical)(?:summary|history|description)\d{0,2}$|^history$/],
  [
    'rationale',
    /^(?:reviewers?|physicians?|decision|case)?(?:rationale|findings?|summary|explanation|narrative|reasoning|analysis|comments?|notes?)\d{0,2}$/,
  ],
];

/** Outcomes in the words of other programs. "Approved" and "denied" may be said of the request or of its refusal, and are left open. */
const OUTCOMES: readonly (readonly [Exclude<Decision, 'undetermined'>, RegExp])[] = [
  [
    'overturned_in_part',
    /^(?:partially|partly|partial|modified).*(?:overturn|uphold|upheld|reverse)|(?:overturn|revers|upheld).*(?:inpart|partial|partly)/,
  ],
  [
    'overturned',
    /^(?:decision|denial|determination)?(?:overturned|overturn|reversed|reverse)(?:decision|denial|determination|in?full|ofhealthplan|byiro)*$|^foundmedicallynecessary$/,
  ],
  [
    'upheld',
    /^(?:decision|denial|determination)?(?:upheld|uphold|affirmed|sustained)(?:decision|denial|determination|in?full|ofhealthplan|byiro)*$|^notmedicallynecessary$/,
  ],
];

/** So few rows say nothing of how often a value stands. */
const FEW_ROWS = 20;

/** The most characters of an outcome; what is longer is prose. */
const LONGEST_OUTCOME = 120;

/** The most different outcomes that a column of them has. */
const MOST_OUTCOMES = 40;

export interface Draft {
  readonly mapping: Mapping;
  /** Outcome words that are not known, which the draft calls `undetermined`. */
  readonly unknownOutcomes: readonly string[];
  /** Needed roles for which no column was found. */
  readonly lacking: readonly Role[];
}

/** `rows`: the first of the table, as cells in the order of the header. `name`: what to call the program. */
export function draftMapping(header: readonly string[], rows: readonly (readonly string[])[], name: string): Draft {
  const roles = rolesOf(header, rows);
  const columns = Object.fromEntries(header.flatMap((column, at) => (column === '' ? [] : [[column, roles[at] ?? 'ignored']])));
  const outcomeAt = roles.indexOf('decision');
  const words = outcomeAt < 0 ? [] : distinct(rows, outcomeAt).slice(0, MOST_OUTCOMES);
  const outcomes = Object.fromEntries(words.map((word) => [word, outcomeOf(word) ?? ('undetermined' as const)]));
  return {
    mapping: { program: programName(name), columns, outcomes },
    unknownOutcomes: words.filter((word) => outcomeOf(word) === null),
    lacking: NEEDED_ROLES.filter((role) => !roles.includes(role)),
  };
}

function rolesOf(header: readonly string[], rows: readonly (readonly string[])[]): Role[] {
  const taken = new Set<Role>();
  const take = (role: Role): Role => {
    if (!SEVERAL_COLUMNS.has(role)) taken.add(role);
    return role;
  };
  const roles = header.map((name, at): Role => {
    const folded = foldedName(labelOf(name));
    const found = NAMES.find(([role, pattern]) => !taken.has(role) && pattern.test(folded) && fits(role, rows, at));
    return found === undefined ? 'ignored' : take(found[0]);
  });
  if (!taken.has('decision')) {
    // However it is called: what says outcomes alone is the column of them.
    const at = header.findIndex((_, index) => roles[index] === 'ignored' && isOfOutcomes(rows, index));
    if (at >= 0) roles[at] = take('decision');
  }
  if (!taken.has('case number')) {
    const at = header.findIndex((_, index) => roles[index] === 'ignored' && isOfNumbers(rows, index));
    if (at >= 0) roles[at] = take('case number');
  }
  return roles;
}

/** A case number tells rows apart, and an outcome does not. */
function fits(role: Role, rows: readonly (readonly string[])[], at: number): boolean {
  if (rows.length < 5) return true;
  const values = distinct(rows, at).length;
  if (role === 'case number') return values > rows.length / 2;
  // Prose is seldom said twice; what stands again and again is an outcome or a category, however it is called.
  if (PROSE.has(role)) return rows.length < FEW_ROWS || values > rows.length / 4;
  if (role === 'priority') return distinct(rows, at).every((cell) => priorityOf(cell) !== null);
  return role !== 'decision' || values <= MOST_OUTCOMES;
}

function isOfOutcomes(rows: readonly (readonly string[])[], at: number): boolean {
  const words = distinct(rows, at);
  return words.length > 0 && words.length <= MOST_OUTCOMES && words.filter((word) => outcomeOf(word) !== null).length >= words.length / 2;
}

/** Short words with a digit that tell the rows apart, as the numbers of cases do; what counts them is none. */
function isOfNumbers(rows: readonly (readonly string[])[], at: number): boolean {
  const cells = rows.flatMap((row) => row[at] || []);
  return (
    cells.length >= 5 &&
    new Set(cells).size >= cells.length * 0.9 &&
    cells.every((cell) => cell.length <= LONGEST_NUMBER && /\d/.test(cell) && !/\s/.test(cell) && dayOf(cell) === null) &&
    !cells.every((cell, index) => Number(cell) === index + Number(cells[0]))
  );
}
const LONGEST_NUMBER = 30;

function distinct(rows: readonly (readonly string[])[], at: number): string[] {
  return [...new Set(rows.map((row) => row[at] ?? ''))].filter((cell) => cell !== '');
}

function outcomeOf(word: string): Decision | null {
  if (word.length > LONGEST_OUTCOME) return null;
  const folded = foldedName(word);
  return OUTCOMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function programName(name: string): string {
  const words = name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[^\p{L}\p{N}.-]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return words.replace(/^[.-]+|[.-]+$/g, '') || 'My table';
}
