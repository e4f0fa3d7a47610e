/** What is printed of a score. The table and the confusions of closed lists hold no words of the letters. */
import type { Difference, FieldScore } from './compare.ts';
import { CLOSED_FIELDS as FIELDS } from './fields.ts';
import { MAIN_REASON } from './what-decided.ts';

const CLOSED_FIELDS = [...FIELDS, MAIN_REASON];

/** The worst confusions of a field, most frequent first; `inferred`: how often the missing value was read but only inferred. */
export interface Confusion {
  readonly field: string;
  readonly gold: string | null;
  readonly ours: string | null;
  readonly count: number;
  readonly inferred: number;
  readonly letters: readonly string[];
}

/** A share in percent with one decimal; "-" where there is none. */
export const percent = (share: number | null) => (share === null ? '-' : (100 * share).toFixed(1));

/** "1 letter", "3 letters", "no letters". */
export const counted = (count: number, one: string, many = `${one}s`) => `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

export function table(letters: number, fields: Readonly<Record<string, FieldScore>>, total: FieldScore): string {
  const head = ['field', 'n', 'right', 'wrong', 'missing', 'extra', 'precision', 'recall', 'F1', 'blanks too'];
  const rows = [...Object.entries(fields), ['total', total] as const].map(([field, s]) => [
    field,
    ...[s.n, s.right, s.wrong, s.missing, s.extra].map(String),
    ...[s.precision, s.recall, s.f1].map(percent),
    percent(s.n === 0 ? null : s.even / s.n),
  ]);
  return `${counted(letters, 'letter')}\n${aligned(head, rows)}`;
}

/** A table for a screen: the first column is of words, the others of numbers. */
export function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`;
  return `${line(head)}${rows.map(line).join('')}`;
}

/** The same as Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`;
}

/** Confusions of the fields with closed lists. */
export function confusionsOf(differences: readonly Difference[]): Confusion[] {
  const closed = differences.filter(({ field }) => CLOSED_FIELDS.includes(field));
  return [...Map.groupBy(closed, ({ field, gold, ours }) => JSON.stringify([field, gold, ours])).values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { field, gold, ours } = first;
      const inferred = group.filter((one) => one.inferred).length;
      return [{ field, gold, ours, count: group.length, inferred, letters: [...new Set(group.map(({ letter }) => letter))] }];
    })
    .sort((a, b) => b.count - a.count);
}

/** The worst of each field, with the letters they are in. */
export function confusionLines(confusions: readonly Confusion[], each: number): string {
  return CLOSED_FIELDS.flatMap((field) => confusions.filter((confusion) => confusion.field === field).slice(0, each))
    .map(({ field, gold, ours, count, inferred, letters }) => {
      const told = inferred === 0 ? '' : inferred === count ? ' (inferred, not counted)' : ` (${inferred} inferred, not counted)`;
      const where = `${letters.slice(0, 5).join(', ')}${letters.length > 5 ? ', ...' : ''}`;
      return `${field}: ${gold ?? 'nothing'} read as ${ours ?? 'nothing'}${told}, ${counted(count, 'time')} (${where})\n`;
    })
    .join('');
}
