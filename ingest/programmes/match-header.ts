/** Which programme a header is of, and which of its columns each name is. */
import { foldedName } from '#mappings/vocabulary/programmes/published-names.ts';
import { NEEDED_ROLES } from './roles.ts';
import type { TableColumn, TableProgramme } from './table-programme.ts';

/** A column of a file: one that the programme knows; one that is kept in the text of a row by its own name; or a mere row number (null). */
export type FileColumn = TableColumn | { readonly label: string; readonly role: 'ignored' } | null;

export interface MatchedTable {
  readonly programme: TableProgramme;
  /** In the order of the file. */
  readonly columns: readonly FileColumn[];
}

/** Names of columns that count rows and say nothing of a case: R, pandas and spreadsheets write them. */
const ROW_NUMBER = /^(?:x|index|row|rownumber|rowid|unnamed0|no)$/;

/**
 * Of several programmes the one that knows most of the names; null where none knows what is needed of a row, or `least` of them: two columns that are
 * called as anything may be are no programme's table.
 */
export function matchHeader(names: readonly string[], programmes: readonly TableProgramme[], least = LEAST_KNOWN): MatchedTable | null {
  const matched = programmes.flatMap((programme) => {
    const columns = columnsOf(names, programme.columns);
    const known = columns.filter((column) => column !== null && 'names' in column);
    const isWhole = NEEDED_ROLES.every((role) => known.some((column) => column?.role === role));
    return isWhole ? [{ programme, columns, known: known.length }] : [];
  });
  const best = matched.toSorted((a, b) => b.known - a.known)[0];
  if (best === undefined || best.known < least) return null;
  return { programme: best.programme, columns: best.columns };
}

/** Columns that make a table one of a programme. */
const LEAST_KNOWN = 4;

/** The column that each name is: as it is spelled before by its letters and digits alone, so that of "Case" and "Case #" each is its own. */
export function columnsOf(names: readonly string[], columns: readonly TableColumn[]): FileColumn[] {
  const found = new Map<number, TableColumn>();
  for (const even of [labelOf, foldedName]) {
    const matched = new Set(found.values());
    const left = new Set(columns.filter((column) => !matched.has(column)));
    for (const [at, name] of names.entries()) {
      const spelled = even(name);
      if (found.has(at) || spelled === '') continue;
      const column = [...left].find((one) => one.names.some((known) => even(known) === spelled));
      if (column === undefined) continue;
      found.set(at, column);
      left.delete(column);
    }
  }
  return names.map((name, at) => {
    const column = found.get(at);
    if (column !== undefined) return column;
    if (name.trim() === '' || (at === 0 && ROW_NUMBER.test(foldedName(name)))) return null;
    return { label: labelOf(name), role: 'ignored' };
  });
}

/** A name as the stored text of a row may have it: on one line, without the colon that ends it there. */
export function labelOf(name: string): string {
  return name.replace(/\s+/g, ' ').replaceAll(':', '').trim();
}
