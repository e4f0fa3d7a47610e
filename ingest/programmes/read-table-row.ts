/** Reads a row of a table with its prose: the part of reading tables that is done where letters are read. */
import type { LetterResult } from '../pipeline.ts';
import { MEDIA_TYPE, type RowPlace } from '../split/row-place.ts';
import { valuesBy } from './mapping.ts';
import { withProse } from './prose/read-prose.ts';
import { TABLE_PROGRAMMES } from './registry.ts';
import { rowLetter } from './row-letter.ts';
import { sourceOf, unpackRow } from './table-row.ts';

/** `bytes`: a row as `packRow` made it. */
export function readTableRow(bytes: Uint8Array, fileName: string, place: RowPlace): LetterResult {
  const { known, programme, lists, nth } = unpackRow(bytes);
  const table = TABLE_PROGRAMMES.find((one) => one.programme === programme) ?? { programme, ...valuesBy(lists) };
  const letter = rowLetter(known, table, sourceOf(fileName, place.mediaType ?? MEDIA_TYPE, place), nth);
  return { ok: true, letter: withProse(letter, known) };
}
