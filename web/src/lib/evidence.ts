/**
 * Every value of a determination with the words it was read from: a walk over the record that collects each `Found<T>` and each
 * citation as marks into the canonical text. A mark's `path` names the value ("dates.decided", "items.0.decision"); the structured
 * view uses the same paths, and so either side can find the other.
 */
import type { Determination, Item } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import type { Span } from '#contract/span.ts';

/** What kind of value it is: how its words are tinted. */
export type MarkKind = 'header' | 'reviewer' | 'summary' | 'item' | 'decision' | 'service' | 'guideline' | 'rationale';

export interface EvidenceMark {
  readonly path: string;
  readonly kind: MarkKind;
  /** Of the item whose decision it tells; null for every other kind. */
  readonly outcome: Decision | null;
  readonly start: number;
  readonly end: number;
}

/** All marks of a record, in the order of its fields. The letter's layout anchors are no values and are left out. */
export function collectEvidence(determination: Determination): EvidenceMark[] {
  const { layout: _, messages: __, source: ___, ...values } = determination;
  const found: Omit<EvidenceMark, 'outcome'>[] = [];
  walk(values, '', found);
  return found.map((mark) => ({ ...mark, outcome: outcomeOf(mark.path, determination.items) }));
}

function walk(value: unknown, path: string, marks: Omit<EvidenceMark, 'outcome'>[]): void {
  if (typeof value !== 'object' || value === null) return;
  const { evidence, asPrinted, ...rest } = value as Record<string, unknown>;
  const spans = Array.isArray(evidence) ? evidence : [asPrinted];
  for (const span of spans) {
    if (isSpan(span)) marks.push({ path, kind: kindOf(path), start: span.start, end: span.end });
  }
  // A guideline side's `asPrinted` is itself a Found; a citation's is the bare evidence taken above.
  walk(asPrinted, join(path, 'asPrinted'), marks);
  for (const [key, child] of Object.entries(rest)) walk(child, join(path, key), marks);
}

/** Whether it is evidence, and no value that has evidence of its own. */
function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** The kind of the value at a path. */
export function kindOf(path: string): MarkKind {
  if (path.startsWith('reviewer')) return 'reviewer';
  if (path === 'clinicalSummary') return 'summary';
  const field = /^items\.\d+\.(\w+)/.exec(path)?.[1];
  if (field === undefined) return 'header';
  if (field === 'decision' || field === 'rationale') return field;
  if (field === 'deciding' || field === 'reasons') return 'decision';
  if (field === 'guidelines') return 'guideline';
  return field === 'service' || field === 'category' ? 'service' : 'item';
}

/** Where in the list of items the value at a path stands; null for a value of the letter as a whole. */
export function itemIndexOf(path: string): number | null {
  const index = /^items\.(\d+)\./.exec(path)?.[1];
  return index === undefined ? null : Number(index);
}

/** How the item was decided whose decision, or what decided it, stands at a path; null for every other value. */
export function outcomeOf(path: string, items: readonly Pick<Item, 'decision'>[]): Decision | null {
  const index = itemIndexOf(path);
  if (index === null || kindOf(path) !== 'decision') return null;
  return items[index]?.decision?.value ?? 'undetermined';
}

/** True where `path` names the value `outer` or a part of it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
