/** What is printed and written of a score. The table and the confusions of closed lists hold no words of the letters. */
import type { Difference, FieldScore } from './compare.ts';
import { CLOSED_FIELDS } from './fields.ts';

/** The worst confusions of a field, most frequent first. */
export interface Confusion {
  readonly field: string;
  readonly gold: string | null;
  readonly ours: string | null;
  readonly count: number;
  readonly letters: readonly string[];
}

export function table(letters: number, fields: Readonly<Record<string, FieldScore>>): string {
  const head = ['field', 'n', 'right', 'wrong', 'missing', 'extra', 'precision', 'recall', 'F1', 'blanks too'];
  const percent = (share: number) => (100 * share).toFixed(1);
  const rows = Object.entries(fields).map(([field, s]) => [
    field,
    ...[s.n, s.right, s.wrong, s.missing, s.extra].map(String),
    ...[s.precision, s.recall, s.f1].map(percent),
    s.n === 0 ? '-' : percent(s.even / s.n),
  ]);
  rows.push(totalRow(fields));
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`;
  return `${letters} letters\n${line(head)}${rows.map(line).join('')}`;
}

/** All values of all fields together. */
function totalRow(fields: Readonly<Record<string, FieldScore>>): string[] {
  const sum = (of: (score: FieldScore) => number) => Object.values(fields).reduce((total, score) => total + of(score), 0);
  const [n, right, wrong, missing, extra, even] = [
    sum((s) => s.n),
    sum((s) => s.right),
    sum((s) => s.wrong),
    sum((s) => s.missing),
    sum((s) => s.extra),
    sum((s) => s.even),
  ];
  const share = (of: number) => (of === 0 ? '-' : ((100 * right) / of).toFixed(1));
  const f1 = right === 0 ? '-' : ((200 * right) / (2 * right + 2 * wrong + missing + extra)).toFixed(1);
  return [
    'total',
    ...[n, right, wrong, missing, extra].map(String),
    share(right + wrong + extra),
    share(n),
    f1,
    n === 0 ? '-' : ((100 * even) / n).toFixed(1),
  ];
}

/** Confusions of the fields with closed lists. */
export function confusionsOf(differences: readonly Difference[]): Confusion[] {
  const groups = new Map<string, { first: Difference; letters: string[] }>();
  for (const difference of differences.filter(({ field }) => CLOSED_FIELDS.includes(field))) {
    const key = JSON.stringify([difference.field, difference.gold, difference.ours]);
    const group = groups.get(key) ?? { first: difference, letters: [] };
    group.letters.push(difference.letter);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ first, letters }) => ({
      field: first.field,
      gold: first.gold,
      ours: first.ours,
      count: letters.length,
      letters: [...new Set(letters)],
    }))
    .sort((a, b) => b.count - a.count);
}

/** The worst of each field, with the letters they are in. */
export function confusionLines(confusions: readonly Confusion[], each: number): string {
  return CLOSED_FIELDS.flatMap((field) => confusions.filter((confusion) => confusion.field === field).slice(0, each))
    .map(
      ({ field, gold, ours, count, letters }) =>
        `${field}: ${gold ?? 'nothing'} read as ${ours ?? 'nothing'}, ${count} times (${letters.slice(0, 5).join(', ')}${letters.length > 5 ? ', ...' : ''})\n`,
    )
    .join('');
}

/** `docs/ACCURACY.md`: the figures, what they were measured on, and what they do not say. */
export function accuracyPage(letters: number, items: number, fields: Readonly<Record<string, FieldScore>>, independent: string): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const rows = Object.entries(fields).map(
    ([field, s]) => `| ${field} | ${s.n} | ${percent(s.precision)} | ${percent(s.recall)} | ${percent(s.f1)} |\n`,
  );
  return `# Accuracy

Written by \`npm run score -- GOLD_DIR --write\`; do not edit. Percentages; n is the number of values that people labelled.

## Published letters

${letters} published letters with ${items} disputed items, of one twelve-week window (December 2016 to February 2017), all of the layout \`maximus-2016\`. Structure was
labelled by an independent program and counted twice; services, drugs, body parts, quantities and guidelines by one person who read the items (a second look at 60 changed one service).

| field | n | precision | recall | F1 |
|---|---|---|---|---|
${rows.join('')}
**Bias.** Recent injuries, all of standard priority: much imaging, therapy and chiropractic care, few long-term opioid cases. The vocabulary was
written with these letters at hand, so the figures for services, drugs and guidelines are better than on letters nobody has seen.

${independent}
## Not measured

- The layouts of 2013, of 2014-15 and from 2018 on: no set of labelled letters is at hand. Their tests use fictional letters (self-consistency, not accuracy).
- Guidelines mentioned inside rationales, topics split into sections, reasons, diagnoses, and which item leans on which.
- Scanned letters after text recognition; the damage test says how reading falls off, on fictional letters.
`;
}
