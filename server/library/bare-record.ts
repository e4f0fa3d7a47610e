/**
 * Records without what is empty in them, their values short. Of a row of a table nine tenths of the record are fields that no table states, and the names
 * of what every value has: they are left out where it is stored and put back where it is read, exactly, in the order of the schema.
 */

/**
 * What an object is, by its keys. `null`: left out where it is null; `[]`: left out where it is an empty list; FOUND: a value with the place
 * where it was found, or null, and [FOUND] a list of such, are made short as well; KEPT: stored whatever it is. Another shape is looked into, unless null
 * stands there; [a shape]: a list of such.
 */
type Shape = { readonly [key: string]: Rule };
type Rule = typeof KEPT | typeof FOUND | null | readonly [] | readonly [typeof FOUND] | readonly [Shape] | Shape;
const KEPT = 'kept';
const FOUND = 'found';

const SIDE: Shape = { asPrinted: FOUND, basis: FOUND, nonMtus: FOUND, citations: [] };
const ITEM: Shape = {
  id: KEPT,
  number: KEPT,
  heading: FOUND,
  originalRequest: FOUND,
  authorizedAtUr: FOUND,
  inDispute: FOUND,
  urAction: FOUND,
  decision: FOUND,
  foundMedicallyNecessary: null,
  service: FOUND,
  category: FOUND,
  dwcCategory: FOUND,
  drugs: [FOUND],
  bodyParts: [FOUND],
  side: FOUND,
  quantity: { sessions: FOUND, perWeek: FOUND, weeks: FOUND, hours: FOUND, units: FOUND, refills: FOUND },
  quantityByBodyPart: [FOUND],
  acquisition: FOUND,
  trial: FOUND,
  codes: [FOUND],
  dateOfService: FOUND,
  retrospective: FOUND,
  associatedSurgicalService: FOUND,
  perioperative: FOUND,
  followsItem: FOUND,
  deciding: [FOUND],
  reasons: [FOUND],
  guidelines: { administrator: SIDE, reviewer: SIDE, mentions: [] },
  rationale: FOUND,
};
const RECORD_4: Shape = {
  schemaVersion: KEPT,
  id: KEPT,
  programme: KEPT,
  caseNumber: FOUND,
  layout: KEPT,
  dates: { injury: FOUND, urDenial: FOUND, applicationReceived: FOUND, assigned: FOUND, decided: FOUND },
  priority: FOUND,
  reviewer: { specialtyAsPrinted: FOUND, specialties: [FOUND], licensedStates: [FOUND] },
  clinicalSummary: FOUND,
  documentsReviewed: [FOUND],
  diagnoses: [FOUND],
  claimAgeDays: FOUND,
  published: {
    year: FOUND,
    diagnosisCategories: [FOUND],
    treatmentCategories: [FOUND],
    treatments: [FOUND],
    reviewType: FOUND,
    ageBand: FOUND,
    sex: FOUND,
    coverage: FOUND,
    healthPlan: FOUND,
    agent: FOUND,
    daysToReview: FOUND,
    daysToAdopt: FOUND,
  },
  items: [ITEM],
  letterOutcome: null,
  source: KEPT,
  messages: [],
};

/** By schema version. A row never changes: what was stored by it is read by it. A version without one is stored in full. */
const SHAPES: ReadonlyMap<unknown, Shape> = new Map([[4, RECORD_4]]);

type Value = Record<string, unknown>;

/** The record made bare; null where that could not be undone: its version has no shape, or its keys are not those of the shape. */
export function bared(record: object): object | null {
  const shape = SHAPES.get((record as Value)['schemaVersion']);
  return shape === undefined ? null : without(record as Value, partsOf(shape));
}

/** The record as it was, of what `bared` gave. Throws where it is of a schema version that this program does not know. */
export function filled(bare: object): object {
  const shape = SHAPES.get((bare as Value)['schemaVersion']);
  if (shape === undefined) throw new Error('a record of a schema version that this program does not know');
  return whole(bare as Value, partsOf(shape));
}

/** A rule, ready to be followed. */
interface Part {
  readonly key: string;
  readonly kind: 'kept' | 'value' | 'list' | 'found' | 'founds' | 'objects' | 'object';
  readonly parts: readonly Part[];
}

const PARTS = new Map<Shape, readonly Part[]>();

function partsOf(shape: Shape): readonly Part[] {
  const known = PARTS.get(shape);
  if (known !== undefined) return known;
  const parts = Object.entries(shape).map(([key, rule]): Part => {
    if (rule === KEPT || rule === FOUND) return { key, kind: rule, parts: [] };
    if (rule === null) return { key, kind: 'value', parts: [] };
    if (!isList(rule)) return { key, kind: 'object', parts: partsOf(rule as Shape) };
    const [inner] = rule as readonly (typeof FOUND | Shape)[];
    if (inner === undefined) return { key, kind: 'list', parts: [] };
    return inner === FOUND ? { key, kind: 'founds', parts: [] } : { key, kind: 'objects', parts: partsOf(inner) };
  });
  PARTS.set(shape, parts);
  return parts;
}

function isList<T>(value: T): value is T & readonly unknown[] {
  return Array.isArray(value);
}

/** What stands for a value in what is bare: nothing, where it can be put back from that. */
const LEFT_OUT = Symbol('left out');
/** The value is not of its shape. */
const OTHER = Symbol('other');

function without(value: Value, parts: readonly Part[]): Value | null {
  if (!isOfSize(value, parts.length)) return null;
  const bare: Value = {};
  for (const part of parts) {
    const stored = bareValue(value[part.key], part);
    if (stored === OTHER) return null;
    if (stored !== LEFT_OUT) bare[part.key] = stored;
  }
  return bare;
}

function bareValue(value: unknown, { kind, parts }: Part): unknown {
  if (value === undefined) return OTHER;
  if (kind === 'kept') return value;
  if (kind === 'object') {
    if (value === null) return null;
    const inner = isObject(value) ? without(value, parts) : null;
    return inner === null ? OTHER : isEmpty(inner) ? LEFT_OUT : inner;
  }
  if (value === null && kind !== 'list' && kind !== 'founds' && kind !== 'objects') return LEFT_OUT;
  if (kind === 'value') return value;
  if (kind === 'found') return short(value);
  if (!isList(value)) return OTHER;
  if (kind === 'list') return value.length === 0 ? LEFT_OUT : value;
  if (kind === 'founds') return value.length === 0 ? LEFT_OUT : listOf(value, short);
  return listOf(value, (one) => (isObject(one) ? (without(one, parts) ?? OTHER) : OTHER));
}

function listOf(values: readonly unknown[], stored: (value: unknown) => unknown): unknown {
  const list = values.map(stored);
  return list.includes(OTHER) ? OTHER : list;
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: Value): boolean {
  for (const _ in value) return false;
  return true;
}

/** A value with one place: [value, grade, rule, start, end], with its words behind that where they are others. Any other as it is. */
function short(found: unknown): unknown {
  // A list would be taken for what was made short.
  if (isList(found)) return OTHER;
  if (!isObject(found) || !hasKeys(found, FOUND_KEYS)) return found;
  const { value, grade, rule, evidence } = found;
  if (!isList(evidence) || evidence.length !== 1 || !isObject(evidence[0]) || !hasKeys(evidence[0], EVIDENCE_KEYS)) return found;
  const { start, end, quote } = evidence[0];
  return quote === value ? [value, grade, rule, start, end] : [value, grade, rule, start, end, quote];
}
const FOUND_KEYS = ['value', 'grade', 'rule', 'evidence'];
const EVIDENCE_KEYS = ['start', 'end', 'quote'];

function hasKeys(value: Value, keys: readonly string[]): boolean {
  return isOfSize(value, keys.length) && keys.every((key) => value[key] !== undefined);
}

function isOfSize(value: Value, size: number): boolean {
  let keys = 0;
  for (const _ in value) keys += 1;
  return keys === size;
}

function long(stored: unknown): unknown {
  if (!isList(stored)) return stored;
  const [value, grade, rule, start, end, quote = value] = stored;
  return { value, grade, rule, evidence: [{ start, end, quote }] };
}

const NOTHING: Value = {};

function whole(bare: Value, parts: readonly Part[]): Value {
  const value: Value = {};
  for (const { key, kind, parts: inner } of parts) {
    const one = bare[key];
    if (kind === 'object') value[key] = one === null ? null : whole((one ?? NOTHING) as Value, inner);
    else if (kind === 'objects') value[key] = (one as Value[]).map((each) => whole(each, inner));
    else if (one === undefined) value[key] = kind === 'list' || kind === 'founds' ? [] : null;
    else if (kind === 'found') value[key] = long(one);
    else if (kind === 'founds') value[key] = (one as unknown[]).map(long);
    else value[key] = one;
  }
  return value;
}
