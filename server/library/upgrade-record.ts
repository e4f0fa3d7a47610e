/**
 * Records of earlier schema versions, made into what they would be today. A record is upgraded whenever it is read and never rewritten: what
 * was stored stays as it was. A change of the record is a row here.
 */
import { type Determination, SCHEMA_VERSION } from '#contract/determination.ts';
import { valueToday } from '#contract/fields.ts';

/** A record as it was stored. */
type Stored = Readonly<Record<string, unknown>> & {
  readonly source?: Readonly<Record<string, unknown>>;
  readonly items?: readonly StoredItem[];
};
type StoredItem = Readonly<Record<string, unknown>> & { readonly reasons?: readonly Readonly<Record<string, unknown>>[] };

/** By schema version: what makes a record of it one of the next. */
const UPGRADES: ReadonlyMap<number, (record: Stored) => Stored> = new Map<number, (record: Stored) => Stored>([
  // 2: a record knows its part of the file; until then it was the whole file.
  [1, (record) => ({ ...record, schemaVersion: 2, source: { ...record.source, part: null } })],
  // 3: an item has the sentences that decided, which nobody looked for until then; what was "not indicated" lacks a criterion.
  [2, (record) => ({ ...record, schemaVersion: 3, items: (record.items ?? []).map(withDeciding) })],
  // 4: a record may be the row of a table; until then all were letters.
  [3, (record) => ({ ...record, schemaVersion: 4, published: null })],
]);

function withDeciding(item: StoredItem): StoredItem {
  const reasons = item.reasons?.map((reason) => ({ ...reason, value: valueToday('reason', String(reason['value'])) }));
  return { ...item, deciding: [], ...(reasons === undefined ? {} : { reasons }) };
}

/** The record as one of today. Throws where it is of a version that this program does not know. */
export function upgraded(record: unknown): Determination {
  let current = record as Stored;
  while (current['schemaVersion'] !== SCHEMA_VERSION) {
    const upgrade = UPGRADES.get(Number(current['schemaVersion']));
    if (upgrade === undefined) throw new Error('a record of a schema version that this program does not know');
    current = upgrade(current);
  }
  return current as unknown as Determination;
}
