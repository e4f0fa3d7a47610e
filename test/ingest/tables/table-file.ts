/** For tests: files of fictional rows in a folder of their own, and what is read of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../../ingest/tables/open-table.ts';
import type { RawRow, Table } from '../../../ingest/tables/table.ts';

/** Names of columns that the tests know as a header. */
export const HEADER = ['Case No', 'Year', 'Category', 'Outcome', 'Findings'];

export const isHeader = (names: readonly string[]): boolean => HEADER.every((name) => names.includes(name));

export interface Folder {
  /** Writes a file and gives its path. The name tells nothing of what is in it. */
  write(content: string | Uint8Array): Promise<string>;
  remove(): Promise<void>;
}

export async function makeFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'imr-tables-'));
  let files = 0;
  return {
    async write(content) {
      files += 1;
      const path = join(folder, `file-${files}`);
      await writeFile(path, content);
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The table of a file that must be one. */
export async function tableOf(path: string): Promise<Table> {
  const table = await openTable(path, isHeader);
  if (table === null) throw new Error('no table');
  return table;
}

export async function rowsOf(table: Table): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

/** The cells of a table's rows, none of which may be at fault. */
export async function cellsOf(path: string): Promise<(readonly string[])[]> {
  return (await rowsOf(await tableOf(path))).map((row) => {
    if ('fault' in row) throw new Error(`line ${row.line}: ${row.fault}`);
    return row.cells;
  });
}
