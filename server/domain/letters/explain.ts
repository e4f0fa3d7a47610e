/**
 * Each value of a determination with its rule, grade and words: a walk over the record beside its schema, which tells values
 * (`Found`), lists of them and citations from all else. A new field of the contract is explained without a line of code here.
 */
import { z } from 'zod';
import type { ExplainedValue } from '#contract/api.ts';
import { DeterminationAsReadSchema, type LetterAsRead } from '#contract/determination.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import type { Message } from '#contract/message.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { EvidenceSchema, GradeSchema } from '#contract/span.ts';
import { insideSentence, nameOf, shownValue } from './explain-words.ts';

const VALUE_KEYS = ['value', 'grade', 'rule', 'evidence'];
const CITATION_KEYS = ['asPrinted', 'rule'];

/** What a row must have to be a value or a citation; further parts are its own. */
const FoundShape = z.looseObject({ value: z.unknown(), grade: GradeSchema, rule: z.string(), evidence: z.array(EvidenceSchema) });
const CitedShape = z.looseObject({ asPrinted: EvidenceSchema, rule: z.string(), grade: GradeSchema.default('stated') });

/**
 * The values of a letter in the order they stand in it: the letter's own first, then those of each item; behind them what was
 * looked for and not stated; last the messages of the reading.
 */
export function explainLetter({ determination, canonical }: LetterAsRead): ExplainedValue[] {
  const rows: ExplainedValue[] = [
    {
      ...rowOf('layout', 'layout', { item: null, label: 'Layout' }),
      value: determination.layout.id,
      grade: 'inferred',
      rule: 'layouts.anchors',
      evidence: determination.layout.because,
    },
  ];
  const { items, ...letter } = DeterminationAsReadSchema.shape;
  const { programme } = determination;
  walk(z.object(letter), determination, { programme, item: null, record: [], keys: [] }, rows);
  for (const [index, item] of determination.items.entries())
    walk(items.element, item, { programme, item: item.number, record: ['items', String(index)], keys: [] }, rows);
  const groups = [null, ...determination.items.map((item) => item.number)].map((number) => rows.filter((row) => row.item === number));
  return [
    ...groups.flatMap((group) => group.toSorted((a, b) => placeOf(a) - placeOf(b))),
    ...determination.messages.map((message, index) => explainMessage(message, index, canonical.text)),
  ];
}

/** Where the walk is: the item, and the path to there from the record and from the item (the latter without list positions). */
interface At {
  readonly programme: string;
  readonly item: number | null;
  readonly record: readonly string[];
  readonly keys: readonly string[];
}

function walk(schema: unknown, value: unknown, at: At, rows: ExplainedValue[]): void {
  const bare = withoutNull(schema);
  if (isValue(bare)) {
    rows.push(rowOfValue(value, at, null));
  } else if (bare instanceof z.ZodArray) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!isValue(withoutNull(bare.element))) return;
    if (list.length === 0) rows.push(rowOfValue(null, at, null));
    for (const [index, one] of list.entries())
      rows.push(rowOfValue(one, { ...at, record: [...at.record, String(index)] }, { position: index + 1, of: list.length }));
  } else if (bare instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(bare.shape))
      walk(child, Reflect.get(value, key), { ...at, record: [...at.record, key], keys: [...at.keys, key] }, rows);
  }
}

/** `value` is a `Found`, a citation, or nothing. */
function rowOfValue(value: unknown, at: At, place: Parameters<typeof nameOf>[1]): ExplainedValue {
  const key = at.keys.at(-1) ?? '';
  const names = { item: at.item, label: nameOf(at.keys, place) };
  const id = at.record.join('.');
  const found = FoundShape.safeParse(value);
  if (found.success) {
    const { value: said, grade, rule, evidence } = found.data;
    const decision = key === 'decision' ? DecisionSchema.safeParse(said).data : undefined;
    const words = decision === undefined ? shownValue(said, key) : outcomeWords(at.programme, decision);
    return { ...rowOf('value', id, names), value: words, grade, rule, evidence };
  }
  const cited = CitedShape.safeParse(value);
  if (!cited.success) return rowOf('value', id, names);
  const { grade, rule, asPrinted } = cited.data;
  return { ...rowOf('citation', id, names), value: shownValue(value, key), grade, rule, evidence: [asPrinted] };
}

function rowOf(kind: ExplainedValue['kind'], id: string, { item, label }: Pick<ExplainedValue, 'item' | 'label'>): ExplainedValue {
  const path = `${item === null ? '' : `item ${item} · `}${insideSentence(label)}`;
  return { id, kind, item, label, path, value: null, grade: null, rule: null, evidence: [] };
}

function explainMessage({ code, rule, reason, span, item }: Message, index: number, text: string): ExplainedValue {
  const evidence = span === null ? [] : [{ ...span, quote: text.slice(span.start, span.end) }];
  return { ...rowOf('message', `messages.${index}`, { item, label: code }), value: reason, rule, evidence };
}

/** Where a value stands in the letter; what is not stated comes last. */
function placeOf(row: ExplainedValue): number {
  return row.kind === 'layout' ? -1 : (row.evidence[0]?.start ?? Number.POSITIVE_INFINITY);
}

function withoutNull(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? withoutNull(schema.unwrap()) : schema;
}

/** Whether a schema is that of a `Found` or of a citation. */
function isValue(schema: unknown): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  return [VALUE_KEYS, CITATION_KEYS].some((keys) => keys.every((key) => key in schema.shape));
}
