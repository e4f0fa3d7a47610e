/**
 * THE COLUMNS of an export, in their order: the same for every format and every search. docs/EXPORT.md shows this table and a test
 * holds the two together. A key is never renamed, and a new column comes before the last three.
 */

import type { Citation, Determination, GuidelineSide, Item } from '#contract/determination.ts';
import { KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { letterPath } from '#contract/letter-path.ts';
import { BASIS_LABELS, type Decision, type Necessity } from '#contract/lists.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';

/** A disputed item as a row. `note`: what the user noted beside it in a collection. */
export interface ExportItem {
  readonly determination: Determination;
  readonly item: Item;
  readonly note: string | null;
}

/** One cell: text, a number, several texts, or nothing (looked for and not stated). */
export type Cell = string | number | readonly string[] | null;

export interface Column {
  /** The name in JSONL. */
  readonly key: string;
  /** The heading in CSV and XLSX. */
  readonly heading: string;
  /** `day`: an ISO day, a date in XLSX. `list`: an array in JSONL, joined by "; " elsewhere. */
  readonly kind: 'text' | 'number' | 'day' | 'list';
  readonly help: string;
  readonly of: (row: ExportItem) => Cell;
}

/** Filled by a format that had to cut a cell, and empty otherwise. */
export const CUT_COLUMN = 'cells_cut';

const NECESSARY: Readonly<Record<Necessity, string>> = { no: 'no', yes: 'yes', in_part: 'in part' };

/** The columns in the order in which one reads them; those of fields that are not placed here come behind. */
const PLACED: readonly Column[] = [
  text('case_number', 'Case number', 'As printed, for example CM14-0012345', ({ determination }) => determination.caseNumber.value),
  number('item_number', 'Item', 'Position of the disputed item in its letter, from 1', ({ item }) => item.number),
  text('permalink', 'Permalink', 'Path of the item on the server that made the export', permalinkOf),
  text('decision', 'Decision', 'In words; upheld: the UR decision stands, not found medically necessary', ({ determination, item }) =>
    outcomeWords(determination.programme, decisionOf(item)),
  ),
  text('decision_id', 'Decision id', '`upheld`, `overturned`, `overturned_in_part` or `undetermined`', ({ item }) => decisionOf(item)),
  ofField('decisionGrade'),
  text('found_medically_necessary', 'Found medically necessary', '`no`, `yes` or `in part`; empty: undetermined', ({ item }) =>
    item.foundMedicallyNecessary === null ? null : NECESSARY[item.foundMedicallyNecessary],
  ),
  ofField('urAction'),
  ofField('letterOutcome'),
  text(
    'disputed_item',
    'Disputed item',
    'As printed: the part in dispute, else the heading',
    ({ item }) => item.inDispute?.value ?? item.heading?.value ?? null,
  ),
  text('original_request', 'Original request', 'As printed, where it says more', ({ item }) => item.originalRequest?.value ?? null),
  text('authorized_at_ur', 'Authorized at UR', 'The part that UR authorized, as printed', ({ item }) => item.authorizedAtUr?.value ?? null),
  text('service_id', 'Service id', 'Id of the vocabulary, for example rehab.pt', ({ item }) => item.service?.value ?? null),
  ofField('service'),
  ofField('category'),
  ofField('drug'),
  list('drugs_as_printed', 'Drugs as printed', 'Brand and strength as printed, for each drug that prints one', ({ item }) =>
    item.drugs.flatMap(({ value }) => [value.brand, value.strength].filter((part) => part !== null).join(' ') || []),
  ),
  ofField('drugClass'),
  ofField('bodyPart'),
  ofField('side'),
  number('sessions', 'Sessions', 'Sessions or visits asked for', ({ item }) => item.quantity.sessions?.value ?? null),
  number('per_week', 'Sessions a week', 'Upper end of a printed range', ({ item }) => item.quantity.perWeek?.value ?? null),
  number('weeks', 'Weeks', 'Upper end of a printed range', ({ item }) => item.quantity.weeks?.value ?? null),
  number('hours', 'Hours', 'As printed: in all, or a day, or a week', ({ item }) => item.quantity.hours?.value ?? null),
  number('units', 'Units', 'Tablets, pieces and so on', ({ item }) => item.quantity.units?.value ?? null),
  number('refills', 'Refills', 'As printed', ({ item }) => item.quantity.refills?.value ?? null),
  list('sessions_by_body_part', 'Sessions by body part', 'Where a heading counts several, for example "Knee: 6"', ({ item }) =>
    item.quantityByBodyPart.map(({ value }) => `${labelOf('bodyPart', value.bodyPart)}: ${value.sessions}`),
  ),
  text('acquisition', 'Rental or purchase', '`rental` or `purchase`', ({ item }) => item.acquisition?.value ?? null),
  list('codes', 'Codes', 'Procedure and diagnosis codes that the request prints, for example "CPT 97110"', ({ item }) =>
    item.codes.map(({ value }) => `${value.system.toUpperCase()} ${value.code}`),
  ),
  day('date_of_service', 'Date of service', 'As printed in the request', ({ item }) => item.dateOfService?.value ?? null),
  ofField('retrospective'),
  text('perioperative', 'Perioperative', '`yes`: before, during or after an operation', ({ item }) =>
    item.perioperative === null ? null : 'yes',
  ),
  number('follows_item', 'Follows item', 'The item whose decision this one follows', ({ item }) => item.followsItem?.value ?? null),
  ...side('ur', 'UR', 'administrator', 'the claims administrator at UR'),
  ...side('imr', 'IMR', 'reviewer', 'the IMR reviewer'),
  list('what_decided', 'What decided', 'The sentences of the rationale that say what decided, best first', ({ item }) =>
    item.deciding.map(({ value }) => value),
  ),
  ofField('reason'),
  text(
    'specialty',
    'Reviewer specialty',
    'As printed',
    ({ determination: { reviewer } }) =>
      reviewer.specialtyAsPrinted?.value ?? (reviewer.specialties.map(({ value }) => value).join(', ') || null),
  ),
  list('diagnoses', 'Diagnoses', 'Those the case summary lists, as printed', ({ determination }) =>
    determination.diagnoses.map(({ value }) => value),
  ),
  day('injured_on', 'Date of injury', 'As printed', ({ determination }) => determination.dates.injury?.value ?? null),
  day('ur_denied_on', 'UR denial', 'Day of the UR decision', ({ determination }) => determination.dates.urDenial?.value ?? null),
  day(
    'received_on',
    'Application received',
    'Day IMR was asked for',
    ({ determination }) => determination.dates.applicationReceived?.value ?? null,
  ),
  day('assigned_on', 'Assigned', 'Day the case was assigned', ({ determination }) => determination.dates.assigned?.value ?? null),
  day('decided_on', 'Decided', 'Day of the determination', ({ determination }) => determination.dates.decided?.value ?? null),
  number(
    'claim_age_days',
    'Claim age in days',
    'From injury to decision',
    ({ determination }) => determination.claimAgeDays?.value ?? null,
  ),
  ofField('priority'),
  ofField('programme'),
  text('rationale', 'Rationale', 'As printed, whole', ({ item }) => item.rationale?.value ?? null),
  list('messages', 'Reading messages', 'Codes of what the reading of this item and its letter had to say', messagesOf),
  text('item_id', 'Item id', 'Identity of the item in the index', ({ item }) => item.id),
  text('source_file', 'Source file', 'Name of the file that was read', ({ determination }) => determination.source.fileName),
];

const LAST: readonly Column[] = [
  text('source_sha256', 'Source SHA-256', 'Of the bytes of that file', ({ determination }) => determination.source.sha256),
  text('collection_note', 'Your note', 'Your note on the item, in the export of a collection', ({ note }) => note || null),
  text(CUT_COLUMN, 'Cells cut', 'XLSX only: cells cut to the 32,767 characters that a cell can hold', () => null),
];

export const EXPORT_COLUMNS: readonly Column[] = [...PLACED, ...otherFields(), ...LAST];

/** Each field that declares a column has it. */
function otherFields(): Column[] {
  const placed = new Set(PLACED.map(({ key }) => key));
  return KEYWORD_FIELD_IDS.filter((field) => {
    const { column } = KEYWORD_FIELDS[field];
    return column !== undefined && !placed.has(column.key);
  }).map(ofField);
}

type Of = Column['of'];

function text(key: string, heading: string, help: string, of: Of): Column {
  return { key, heading, kind: 'text', help, of };
}
function number(key: string, heading: string, help: string, of: Of): Column {
  return { key, heading, kind: 'number', help, of };
}
function day(key: string, heading: string, help: string, of: Of): Column {
  return { key, heading, kind: 'day', help, of };
}
function list(key: string, heading: string, help: string, of: Of): Column {
  return { key, heading, kind: 'list', help, of };
}

/** The column that a field declares: its values in words. */
function ofField(field: KeywordField): Column {
  const { column, several, of } = KEYWORD_FIELDS[field];
  if (column === undefined) throw new Error(`the field ${field} declares no column`);
  const words = ({ determination, item }: ExportItem) => of(determination, item).map((value) => labelOf(field, value));
  return { ...column, kind: several === true ? 'list' : 'text', of: (row) => (several === true ? words(row) : (words(row)[0] ?? null)) };
}

/** What one side based its decision on. The four lists of guidelines go together: the first of each is of the first guideline. */
function side(prefix: string, name: string, of: 'administrator' | 'reviewer', who: string): Column[] {
  const sideOf = ({ item }: ExportItem): GuidelineSide => item.guidelines[of];
  const each = (show: (citation: Citation) => string) => (row: ExportItem) => citedOnce(sideOf(row)).map(show);
  return [
    text(`${prefix}_basis`, `${name} basis`, `What ${who} based the decision on, in words`, (row) => {
      const basis = sideOf(row).basis?.value;
      return basis === undefined ? null : BASIS_LABELS[basis];
    }),
    list(
      `${prefix}_guidelines`,
      `${name} guidelines`,
      `Guidelines cited by ${who}`,
      each(({ guideline }) => labelOf('guideline', guideline)),
    ),
    list(
      `${prefix}_guideline_ids`,
      `${name} guideline ids`,
      'Their ids of the vocabulary, in the same order',
      each(({ guideline }) => guideline),
    ),
    list(
      `${prefix}_editions`,
      `${name} editions`,
      'Their editions as printed, in the same order; `not printed`: the letter names none',
      each(({ edition }) => edition ?? 'not printed'),
    ),
    list(
      `${prefix}_replaced`,
      `${name} replaced`,
      'The day another edition replaced the one cited, in the same order; `no`: not replaced, or not known',
      each(({ replacedOn }) => replacedOn ?? 'no'),
    ),
    text(
      `${prefix}_guidelines_as_printed`,
      `${name} guidelines as printed`,
      'The whole field',
      (row) => sideOf(row).asPrinted?.value ?? null,
    ),
  ];
}

/** The citations of a side, each guideline in each of its editions once. */
function citedOnce({ citations }: GuidelineSide): Citation[] {
  const once = new Map(
    citations.map((citation) => [JSON.stringify([citation.guideline, citation.edition, citation.replacedOn]), citation]),
  );
  return [...once.values()];
}

function decisionOf(item: Item): Decision {
  return item.decision?.value ?? 'undetermined';
}

function permalinkOf({ determination, item }: ExportItem): string {
  return `${letterPath(determination.id)}?item=${item.number}`;
}

function messagesOf({ determination, item }: ExportItem): string[] {
  const own = determination.messages.filter((message) => message.item === null || message.item === item.number);
  return [...new Set(own.map(({ code }) => code))];
}
