/**
 * From a typed value to the values of a keyword field. "none", "not stated" and the field's own words for it ("body part not stated", "no guideline
 * cited") are the items without a value, where no value of a closed list is called so. Else forgiving in this order, the first that finds anything
 * wins: the id, also one of before, or for families the start of it up to a dot ("mtus"); the label; the start of another id ("acoem.3ed"); all typed words among the words of the label ("service:therapy" is every service named so); a name of the synonyms
 * ("service:PT"); what a request of these words would be for ("service:xray", "body:lumbar"). A drug may be typed by its brand. Nothing else is guessed.
 */
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';
import { TABLE_FIELD_ROWS } from '#contract/table-field-rows.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { filterNode } from '#mappings/query-tree.ts';
import { readWords } from '#mappings/recognise/named-things.ts';
import type { Place } from '#mappings/text/places.ts';
import { stem } from '#mappings/text/stem.ts';
import { fold, words } from '#mappings/text/words.ts';
import { drugBases } from '#mappings/vocabulary/drug-bases.ts';
import { knownSpecialty } from '#mappings/vocabulary/specialties.ts';
import { rowsNamed } from '#mappings/vocabulary/synonyms.ts';
import { formedValues } from './formed-values.ts';
import { isKnownWord } from './known-words.ts';
import { type Choice, listed } from './nearest.ts';

/** The values that the index holds of a field whose list is open (reviewer specialties, diagnoses). */
export type OpenValues = (field: KeywordField) => readonly string[];

/** The fields that are looked in for a typed one, in order. */
export function lookedIn(field: KeywordField): readonly KeywordField[] {
  const { under } = FIELDS[field];
  if (under === undefined) return [field];
  return under.first === 'branch' ? [under.branch, field] : [field, under.branch];
}

/** Fields in which the start of an id up to a dot means all values that begin so. */
const FAMILIES: ReadonlySet<KeywordField> = new Set(
  KEYWORD_FIELD_IDS.flatMap((field) => (FIELDS[field].under?.first === 'branch' ? FIELDS[field].under.branch : [])),
);

interface Row {
  readonly value: string;
  readonly id: string;
  readonly idWords: string;
  readonly labelWords: string;
  readonly labelStems: ReadonlySet<string>;
}

/** The filter that a typed value means, or what was expected instead. */
export function resolveValue(field: KeywordField, typed: string, open: OpenValues, at: Place): QueryNode | { expected: string } {
  const label = KEYWORD_FIELDS[field].label.toLowerCase();
  if (isNotStated(field, typed)) return filterNode(field, [NOT_STATED], at);
  const formed = formedValues(field, typed, () => open('programme'));
  if (formed !== null) return 'expected' in formed ? formed : filterNode(field, formed.values, at);
  const fields = lookedIn(field);
  const found = find(fields, typed, open);
  // A diagnosis has no list, and of what only tables say no letter has any: such a value is one like any other, and finds nothing.
  if (found.length === 0 && (field === 'diagnosis' || (Object.hasOwn(TABLE_FIELD_ROWS, field) && open(field).length === 0)))
    return filterNode(field, [words(typed).join(' ')], at);
  if (found.length === 0) {
    const choices = fields.flatMap((each) => choicesOf(each, open));
    return choices.length === 0
      ? { expected: `The index holds no ${label} yet` }
      : { expected: `There is no such ${label}; there are: ${listed(typed, choices)}${field === 'decision' ? meantDecision(typed) : ''}` };
  }
  const filters = found.map(([each, values]) => filterNode(each, values, at));
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : { kind: 'or', children: filters };
}

/** What IMR approves or denies is called otherwise here. */
function meantDecision(typed: string): string {
  if (/^(?:approv|grant|allow|accept|certif)/i.test(typed)) return '. What IMR found necessary is decision:overturned';
  return /^(?:den|refus|reject|disapprov|non)/i.test(typed) ? '. What IMR did not find necessary is decision:upheld' : '';
}

/** Ways to type it that are no field's own words. */
const NOT_STATED_NAMES: ReadonlySet<string> = new Set(['none', 'not stated']);
/** One more, but where letters may say it of a value themselves (an open list). */
const UNKNOWN = 'unknown';
/** The word of the field's own words from which on they deny. */
const DENIALS: ReadonlySet<string> = new Set(['no', 'not']);

/** Whether a typed value means the items without a value. What letters happen to say (an open list) changes no meaning. */
function isNotStated(field: KeywordField, typed: string): boolean {
  const { notStated, labels, list } = KEYWORD_FIELDS[field];
  if (notStated === null) return false;
  const typedWords = words(typed);
  const name = typedWords.join(' ');
  const isOwn = labels !== null && rowsOf(field, () => []).some((row) => row.idWords === name || row.labelWords === name);
  if (isOwn) return false;
  return NOT_STATED_NAMES.has(name) || (name === UNKNOWN && list !== 'open') || saysNotStated(words(notStated), typedWords);
}

/** All of the field's own words, or those from the denial on, which may be cut behind the first: "not stated", "no guideline". */
function saysNotStated(own: readonly string[], typed: readonly string[]): boolean {
  const begins = (from: number) => typed.every((word, at) => stem(word) === stem(own[from + at] ?? ''));
  const denial = own.findIndex((word) => DENIALS.has(word));
  return (typed.length === own.length && begins(0)) || (denial >= 0 && typed.length > 1 && begins(denial));
}

/** What can be typed as a value of a field. */
export function choicesOf(field: KeywordField, open: OpenValues): Choice[] {
  const { labels } = KEYWORD_FIELDS[field];
  const values = labels === null ? open(field) : [...new Set([...labels.keys(), ...ownValues(field, open)])];
  return values.map((value) => ({ id: value, label: labelOf(field, value) }));
}

type Test = (row: Row, field: KeywordField) => boolean;

function find(fields: readonly KeywordField[], typed: string, open: OpenValues): [KeywordField, string[]][] {
  const id = fold(typed.trim());
  const typedWords = words(typed);
  if (typedWords.length === 0) return [];
  const joined = typedWords.join(' ');
  for (const field of fields) {
    const today = Object.entries(FIELDS[field].formerly ?? {}).filter(([before]) => words(before).join(' ') === joined);
    if (today.length > 0) return [[field, today.map(([, value]) => value)]];
  }
  const stems = typedWords.map(evenStem);
  const startsId: Test = (row) => row.id.startsWith(`${id}.`);
  const first: Test[] = [
    (row, field) => row.idWords === joined || (FAMILIES.has(field) && startsId(row, field)),
    (row) => row.labelWords === joined,
    startsId,
  ];
  const matches = (field: KeywordField, test: Test) => rowsOf(field, open).flatMap((row) => (test(row, field) ? [row.value] : []));
  for (const test of first) {
    for (const field of fields) {
      const values = matches(field, test);
      if (values.length > 0) return [[field, values]];
    }
  }
  // A specialty in another printing of its name ("PM&R", "Orthopaedic Surgery").
  const specialty = fields.includes('specialty') ? knownSpecialty(typed) : null;
  const printings = specialty === null ? [] : open('specialty').filter((value) => knownSpecialty(value) === specialty);
  if (printings.length > 0) return [['specialty', printings]];
  const bases = fields.includes('drug') ? drugBases(typed) : [];
  if (bases.length > 0) return [['drug', bases]];
  // A chapter by its number is no word of a label.
  const chapters = /\bch(?:apter|\.)? ?\d/i.test(typed) ? fields.flatMap((field) => namedBy(field, typed)) : [];
  if (chapters.length > 0) return chapters;
  const byWords = fields
    .map((field): [KeywordField, string[]] => [field, matches(field, (row) => stems.every((each) => row.labelStems.has(each)))])
    .filter(([, values]) => values.length > 0);
  if (byWords.length > 0) return byWords;
  const bySynonym = fields.flatMap((field) => ofSynonym(field, typedWords));
  return bySynonym.length > 0 ? bySynonym : fields.flatMap((field) => namedBy(field, typed));
}

/** What a row of the synonyms means in a field; as a value of it a short name ("PT") means nothing else. */
function ofSynonym(field: KeywordField, typed: readonly string[]): [KeywordField, string[]][] {
  const row = rowsNamed(typed).find(({ row: { means } }) => means?.field === field && means.only === null);
  return row?.row.means == null ? [] : [[field, [...row.row.means.values]]];
}

/** What a request of these words would be for; a misspelt word is refused, and not guessed at. */
function namedBy(field: KeywordField, typed: string): [KeywordField, string[]][] {
  if (!words(typed).every((word) => /\d/.test(word) || isKnownWord(word))) return [];
  const named = readWords(typed);
  const values = (): string[] => {
    switch (field) {
      case 'service':
        return named.service === null ? [] : [named.service.service];
      case 'bodyPart':
        return named.bodyParts.map(({ id }) => id);
      case 'drug':
        return named.drugs.flatMap(({ generic }) => drugBases(generic));
      case 'guideline':
      case 'urGuideline':
      case 'imrGuideline':
        return named.guidelines.map(({ guideline }) => guideline);
      default:
        return [];
    }
  };
  const found = [...new Set(values())];
  return found.length === 0 ? [] : [[field, found]];
}

/** A stem in which British and US spelling are one: "orthopaedic", "anaesthesia". */
function evenStem(word: string): string {
  return stem(word.replaceAll(/ae|oe/g, 'e'));
}

const closedRows = new Map<KeywordField, readonly Row[]>();

function rowsOf(field: KeywordField, open: OpenValues): readonly Row[] {
  const { labels } = KEYWORD_FIELDS[field];
  if (labels === null) return open(field).map((value) => toRow(value, labelOf(field, value)));
  const known = closedRows.get(field) ?? [...labels].map(([value, label]) => toRow(value, label));
  closedRows.set(field, known);
  const own = ownValues(field, open).filter((value) => !labels.has(value));
  return own.length === 0 ? known : [...known, ...own.map((value) => toRow(value, labelOf(field, value)))];
}

/** What an index has beside a closed list. */
function ownValues(field: KeywordField, open: OpenValues): readonly string[] {
  return FIELDS[field].own === true ? open(field) : [];
}

function toRow(value: string, label: string): Row {
  const labelWords = words(label);
  return {
    value,
    id: fold(value),
    idWords: words(value).join(' '),
    labelWords: labelWords.join(' '),
    labelStems: new Set(labelWords.map(evenStem)),
  };
}
