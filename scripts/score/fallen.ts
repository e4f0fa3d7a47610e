/** Which figures are not what they must be. Pure. */
import type { FieldScore } from './compare.ts';
import { type Held, heldOf } from './decided-report.ts';
import { ITEM_FIELDS, LETTER_FIELDS } from './fields.ts';
import type { Committed, Figure } from './page.ts';
import type { WhatDecided } from './what-decided.ts';

type Fields = Readonly<Record<string, FieldScore>>;

/** Fields that letters print and that are not wholly right. */
export function notWhole(fields: Fields): string[] {
  return Object.keys({ ...LETTER_FIELDS, ...ITEM_FIELDS })
    .filter((field) => fields[field] === undefined || fields[field].right !== fields[field].n || fields[field].extra > 0)
    .map((field) => `${field} is printed and not wholly right: ${JSON.stringify(fields[field])}`);
}

/**
 * Fields whose F1 is below the committed one. With `set` (an independent set, whose labels are in this repository) also those with
 * another number of values: figures of other labels cannot be held against each other.
 */
export function fallen(committed: Readonly<Record<string, Figure>>, fields: Fields, set?: string): string[] {
  return Object.entries(committed).flatMap(([field, was]) =>
    fell(field, { n: was.n, share: was.f1 }, shareOfField(fields[field]), 'F1 ', set),
  );
}

/**
 * What of the figures on what decided fell, or cannot be held: labels that have no committed figures, and figures whose labels are
 * gone. `sets`: the sets that have rationales, by id.
 */
export function decidedFaults(
  committed: Committed['whatDecided'],
  published: WhatDecided | null,
  sets: ReadonlyMap<string, WhatDecided>,
): string[] {
  const was = committed ?? { published: {}, independent: {} };
  const ids = [...new Set([...Object.keys(was.independent), ...sets.keys()])];
  return [
    ...ofOne('reasons.jsonl', was.published, published, undefined),
    ...ids.flatMap((id) => ofOne(`rationales.jsonl of the set "${id}"`, was.independent[id] ?? {}, sets.get(id) ?? null, id)),
  ];
}

function ofOne(file: string, committed: Readonly<Record<string, Held>>, measured: WhatDecided | null, set: string | undefined): string[] {
  const was = Object.entries(committed);
  if (measured === null) return was.length === 0 ? [] : [`docs/accuracy.json holds figures of ${file}, which is not there`];
  if (was.length === 0) return [`${file} has no figures in docs/accuracy.json: npm run score -- GOLD_DIR --write`];
  const now = heldOf(measured);
  return was.flatMap(([name, share]) => fell(name, share, now[name], '', set));
}

const shareOfField = (field: FieldScore | undefined): Held | undefined => field && { n: field.n, share: field.f1 };

function fell(name: string, was: Held, now: Held | undefined, measure: string, set: string | undefined): string[] {
  const told = set === undefined ? name : `${set}: ${name}`;
  if (set !== undefined && now?.n !== was.n) return [`${told} has ${now?.n ?? 0} labelled values, the committed figure ${was.n}`];
  const share = now?.share ?? 0;
  return share < (was.share ?? 0) ? [`${told} fell from ${measure}${was.share} to ${share}`] : [];
}
