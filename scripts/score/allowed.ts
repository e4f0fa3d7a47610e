/**
 * Labels whose values come from closed lists. A word that no list holds can never be read, so it would count as the reader's error:
 * it is a fault of the label. Only a drug or a name of the DWC's form may be unknown to its list (what we lack we miss); that is a warning.
 */
import { DecisionSchema, PrioritySchema, ReasonSchema, SideSchema } from '#contract/list-schemas.ts';
import { drugBases } from '#mappings/vocabulary/drug-bases.ts';
import { DRUGS, GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { editDistance } from '../../mappings/text/edit-distance.ts';
import { bare } from './same-sentence.ts';
import { type GoldLabel, type GoldLetter, type GoldReasons, OTHER_REASON } from './schema.ts';

/** A closed list: what it is called, its ids, and the words that show each. Copies: rows may be left out of the vocabulary later. */
interface ClosedList {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

const listed = (name: string, rows: Iterable<readonly [string, string]>): ClosedList => ({ name, labels: new Map(rows) });
const rowsOf = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => [id, name] as const);
const words = (ids: readonly string[]) =>
  listed(
    '',
    ids.map((id) => [id, id] as const),
  );

const SERVICE_IDS = listed('services.json', rowsOf(SERVICES.services));
const CATEGORY_IDS = listed('services.json, categories', rowsOf(SERVICES.categories));
const DWC_NAMES = listed(
  'services.json, dwcCategories',
  [...SERVICES.services.flatMap(({ dwcCategories }) => dwcCategories), ...DRUGS.drugs.flatMap(({ dwcCategory }) => dwcCategory ?? [])].map(
    (name) => [name, name] as const,
  ),
);
const BODY_PART_IDS = listed('services.json, bodyParts', rowsOf(SERVICES.bodyParts));
const GUIDELINE_IDS = listed('guidelines.json', [...rowsOf(GUIDELINES.guidelines), ['unclassified', 'unclassified']]);
const DRUG_BASES = listed(
  'drugs.json',
  DRUGS.drugs.flatMap(({ base, parts }) => [base, ...(parts ?? [])].map((id) => [id, id] as const)),
);
const DECISIONS = words(DecisionSchema.options);
const SIDES = words(SideSchema.options);
const BASES = words(['mtus', 'non_mtus', 'outside-mtus', 'mixed', 'none']);
const PRIORITIES = words(PrioritySchema.options);
const REASONS = listed(
  'the reasons',
  [...ReasonSchema.options, OTHER_REASON].map((id) => [id, id] as const),
);

/** What is said of a value that its list does not hold. */
export interface Unknown {
  readonly message: string;
  readonly grave: boolean;
}

/** Values of a line of letters.jsonl that no list holds. */
export function unknownInLetter(letter: GoldLetter): Unknown[] {
  return [
    ...check('priority', [letter.priority?.toLowerCase()], PRIORITIES),
    ...(letter.issues ?? []).flatMap((issue, index) => check(`issues[${index}].decision`, [issue.decision], DECISIONS)),
  ];
}

/** Values of a line of issues.jsonl that no list holds. */
export function unknownInLabel(label: GoldLabel): Unknown[] {
  return [
    ...check('service', [label.service], SERVICE_IDS),
    ...check('serviceAlternatives', label.serviceAlternatives, SERVICE_IDS),
    ...check('category', [label.category], CATEGORY_IDS),
    ...check('bodyParts', label.bodyParts, BODY_PART_IDS),
    ...check('side', [label.side], SIDES),
    ...check(
      'caGuidelines',
      label.caGuidelines?.map(({ id }) => id),
      GUIDELINE_IDS,
    ),
    ...check(
      'mxGuidelines',
      label.mxGuidelines?.map(({ id }) => id),
      GUIDELINE_IDS,
    ),
    ...check('caBasis', [label.caBasis], BASES),
    ...check('mxBasis', [label.mxBasis], BASES),
    ...(label.drugs ?? []).flatMap(unknownDrug),
    ...check('dwcCategory', [label.dwcCategory], DWC_NAMES).map(({ message }) => ({ message: `${message}; ${MISSED}`, grave: false })),
  ];
}

/** What no list or rationale holds in labels of what decided. `rationale`: null where it is not at hand. */
export function unknownInReasons({ decision, reasons, ...label }: Partial<GoldReasons>, rationale: string | null): Unknown[] {
  const whole = rationale === null ? null : bare(rationale);
  const strays = (['deciding', 'guideline', 'conclusion'] as const).flatMap((key) =>
    (label[key] ?? []).flatMap((sentence, index) =>
      whole === null || whole.includes(bare(sentence))
        ? []
        : [{ message: `${key}[${index}] does not stand in the rationale`, grave: true }],
    ),
  );
  const twice = (reasons ?? []).filter((code, index, all) => all.indexOf(code) !== index);
  return [
    ...check('decision', [decision], DECISIONS),
    ...check('reasons', reasons, REASONS),
    ...twice.map((code) => ({ message: `reasons "${code}" is there twice`, grave: true })),
    ...strays,
  ];
}

const MISSED = 'it counts as one that was missed';

function check(key: string, values: readonly (string | null | undefined)[] | undefined, list: ClosedList): Unknown[] {
  return (values ?? [])
    .filter((value) => value != null)
    .filter((value) => !list.labels.has(value))
    .map((value) => ({ message: `${key} "${value}" ${noMember(value, list)}`, grave: true }));
}

function noMember(value: string, list: ClosedList): string {
  if (list.name === '') return `is none of ${[...list.labels.keys()].join(', ')}`;
  const near = nearest(value, list.labels);
  return `is no id of ${list.name}${near === null ? '' : ` (nearest: ${near})`}`;
}

function unknownDrug(name: string): Unknown[] {
  if (DRUG_BASES.labels.has(name)) return [];
  const bases = drugBases(name);
  if (bases.length > 0)
    return [{ message: `drugs "${name}" is a name of ${bases.map((base) => `"${base}"`).join(' with ')}: label that`, grave: true }];
  const near = nearest(name, DRUG_BASES.labels);
  return [
    {
      message: `drugs "${name}" is no drug of drugs.json${near === null ? '' : ` (nearest: ${near})`}; ${MISSED}`,
      grave: false,
    },
  ];
}

/** The id that was most likely meant: same letters, the begin of one another, a few changes away, or a row named so; else null. */
export function nearest(value: string, labels: ReadonlyMap<string, string>): string | null {
  const wanted = letters(value);
  if (wanted === '') return null;
  // A family named for the row that stands for it.
  if (labels.has(`${value}.unspecified`)) return `${value}.unspecified`;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 4)) + 1;
  for (const [id, label] of labels) {
    if (letters(id) === wanted || letters(label) === wanted) return id;
    const whole = editDistance(wanted, letters(id));
    // An id may be cut short or have an end too many: what begins alike is near, the shortest first.
    const begins = wanted.length > 2 && wanted.startsWith(letters(id)) ? 0 : editDistance(wanted, letters(id).slice(0, wanted.length));
    const distance = wanted.length > 2 ? Math.min(whole, begins + 1 + whole / 1000) : whole;
    if (distance < least) [best, least] = [id, distance];
  }
  const last = letters(value.split('.').at(-1) ?? '');
  return best ?? (last.length < 4 ? null : ([...labels].find(([id, label]) => letters(`${id}${label}`).includes(last))?.[0] ?? null));
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
