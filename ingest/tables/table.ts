/** What a table is, whatever kind of file it stands in. */

/**
 * One row as it stands in its file, its cells mended (`mend-cell.ts`); or what keeps it from being read, as a sentence without its words.
 * `line`, from 1: of the file, where the row begins (CSV, JSON Lines), the row of the sheet (XLSX), the element (a JSON array).
 */
export type RawRow = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly fault: string };

/** A table and its rows, which are read when they are asked for. */
export interface Table {
  readonly kind: 'csv' | 'xlsx' | 'json-lines' | 'json';
  readonly mediaType: string;
  /** Names of the columns as printed, trimmed. A column without a name has an empty one. */
  readonly header: readonly string[];
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  /** What stands between the cells; null where the kind has no such thing. */
  readonly delimiter: string | null;
  /**
   * The rows behind the header; those of blanks only are left out. May be called again. Cells of CSV may be more or fewer than the header (files
   * without quotes whose values hold the separator): they are handed on as they are.
   */
  rows(): AsyncGenerator<RawRow>;
  /** About how many rows there are, for progress: rows of blanks may be among them. */
  count(): Promise<number>;
}
