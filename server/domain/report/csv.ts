/**
 * Tables as CSV: one line of headings, then the rows of all tables, so that programs read it as it is. Of several tables, each row begins with the page
 * and the table that it is of, and columns that a table does not have are empty. What the file is about stands in the heading of one more column.
 */
import type { Report } from '#contract/report.ts';
import { csvLines } from '../files/csv-lines.ts';
import { aboutLines, fullTitle, methodLines, type NamedTable, seenWords } from './about.ts';
import type { Cell } from './tables.ts';

export function csvOf(report: Report, tables: readonly NamedTable[]): string {
  const several = tables.length > 1;
  const paged = several && tables.some(({ of }) => of.page !== null);
  const headings = headingsOf(tables);
  const lines = tables.flatMap(({ name, of, table }) => {
    const places = headings.map((heading) => table.columns.findIndex((column) => column.heading === heading));
    const begin = [...(paged ? [of.page?.label ?? ''] : []), ...(several ? [name] : [])];
    return table.rows.map((row) => [...begin, ...places.map((at) => textOf(row[at] ?? null)), '']);
  });
  const begin = [...(paged ? ['Page'] : []), ...(several ? ['Table'] : [])];
  return csvLines([[...begin, ...headings, aboutHeading(report, tables)], ...lines], true);
}

/** Those of all tables: first what rows are of, then what was counted, last what they are besides. */
function headingsOf(tables: readonly NamedTable[]): string[] {
  const columns = tables.flatMap(({ table }) => table.columns);
  const inOrder = (['keys', 'numbers', 'marks'] as const).flatMap((tells) => columns.filter((column) => column.tells === tells));
  return [...new Set(inOrder.map(({ heading }) => heading))];
}

function aboutHeading(report: Report, tables: readonly NamedTable[]): string {
  const lines = [
    ...aboutLines(report),
    ...tables.map(({ of, table }) => [fullTitle(of, table), seenWords(table)] as const),
    ...methodLines(report.methods),
  ];
  return `About these numbers. ${lines.map(([what, words]) => `${what}: ${words}`).join('; ')}`;
}

function textOf(cell: Cell): string | number {
  return cell ?? '';
}
