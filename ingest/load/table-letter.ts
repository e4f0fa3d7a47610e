/** The letter of a row of a table: by lookups here, or with its prose in a process that reads letters. */
import type { LetterResult, ReadFile } from '../pipeline.ts';
import { rowLetter } from '../programmes/row-letter.ts';
import { hasProse, packRow, sourceOf } from '../programmes/table-row.ts';
import type { RowPlace } from '../split/row-place.ts';
import { readOne } from './read-one.ts';
import type { ReadRow, TableFile } from './table-file.ts';

/** The table that a row is of, and its file. */
export interface OfTable {
  readonly opened: TableFile;
  readonly fileName: string;
  readonly file: { readonly sha256: string; readonly size: number };
}

export function placeOfRow(line: number, key: string, { file, opened }: Pick<OfTable, 'file' | 'opened'>): RowPlace {
  return { number: line, key, file: { sha256: file.sha256, sizeBytes: file.size }, mediaType: opened.table.mediaType };
}

/** `nth`: which of the determinations of its case number it is. `place`: where in the program a fault came up, to be told and not stored. */
export async function readLetterOfRow(
  { known, key, line }: Extract<ReadRow, { known: unknown }>,
  nth: number,
  of: OfTable,
  read: ReadFile,
): Promise<{ result: LetterResult; place: string }> {
  const { opened, fileName } = of;
  const { programme } = opened.programme;
  const row = placeOfRow(line, key, of);
  if (opened.programme.freeWords !== true && !hasProse(known)) {
    const letter = rowLetter(known, opened.programme, sourceOf(fileName, opened.table.mediaType, row), nth);
    return { result: { ok: true, letter }, place: '' };
  }
  const { results, place } = await readOne({ bytes: packRow({ known, programme, lists: opened.lists, nth }), fileName, row }, read);
  return { result: results[0], place };
}
