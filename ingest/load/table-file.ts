/** A file as the table of a programme, or of one's own: opened, its header matched, its rows read as far as lookups go. */
import { keyOf } from '#mappings/text/part-key.ts';
import { fitCells } from '../programmes/fit-cells.ts';
import { lackingColumns, type Mapping, mappedProgramme } from '../programmes/mapping.ts';
import { type FileColumn, matchHeader } from '../programmes/match-header.ts';
import { TABLE_PROGRAMMES } from '../programmes/registry.ts';
import { NEEDED_ROLES } from '../programmes/roles.ts';
import { type KnownRow, knownRow } from '../programmes/row-letter.ts';
import { orderOf, rowText } from '../programmes/row-text.ts';
import type { TableProgramme } from '../programmes/table-programme.ts';
import { openTable, sniffTable } from '../tables/open-table.ts';
import type { RawRow, Table } from '../tables/table.ts';

export interface TableFile {
  readonly table: Table;
  readonly programme: TableProgramme;
  readonly columns: readonly FileColumn[];
  /** What stands between the values of one cell, of a table of one's own. */
  readonly lists: string | null;
  /** A row as far as lookups read it; or why it cannot be read. */
  read(row: RawRow): ReadRow;
}

/** `key`: what tells the row from others, whatever file it is in. */
export type ReadRow =
  | { readonly line: number; readonly known: KnownRow; readonly key: string }
  | { readonly line: number; readonly fault: string };

/** The table that a file is; null where it is none of a known programme, or lacks what the mapping names. Throws what `openTable` throws. */
export async function openTableFile(path: string, mapping?: Mapping): Promise<TableFile | null> {
  const match = (names: readonly string[]) =>
    mapping === undefined ? matchHeader(names, TABLE_PROGRAMMES) : matchHeader(names, [mappedProgramme(mapping)], NEEDED_ROLES.length);
  const table = await openTable(path, (names) => match(names) !== null);
  const matched = table === null ? null : match(table.header);
  if (table === null || matched === null) return null;
  const { programme, columns } = matched;
  const order = orderOf(columns, programme.columns);
  const separator = table.delimiter ?? ',';
  return {
    table,
    programme,
    columns,
    lists: mapping?.lists ?? null,
    read: (row) => {
      const { line } = row;
      if ('fault' in row) return row;
      const cells = fitCells(row.cells, columns, separator);
      if (cells === null)
        return { line, fault: `it has ${row.cells.length} cells, which fit its ${columns.length} columns in no one way.` };
      const known = knownRow(rowText(cells, columns, order), programme);
      if ('fault' in known) return { line, fault: known.fault };
      return { line, known, key: keyOf([programme.programme, known.caseNumber, known.text]) };
    },
  };
}

/** Why a file is no table of a mapping, as a sentence. Throws what `openTable` throws. */
export async function whyNotMapped(path: string, mapping: Mapping): Promise<string> {
  const table = await sniffTable(path);
  if (table === null) return 'This is no table; CSV, XLSX, JSON Lines or a JSON array with a header was expected.';
  const lacking = lackingColumns(table.header, mapping, NEEDED_ROLES).map((name) => JSON.stringify(name));
  const there = table.header.filter((name) => name !== '').slice(0, MOST_NAMES);
  return `The mapping names ${lacking.join(' and ') || 'columns'}, which the table lacks; its columns are: ${there.join(', ')}.`;
}

/** Names of columns that a sentence holds. */
const MOST_NAMES = 30;
