/**
 * Loads a file of many records, row by row, whatever its size: no more than a batch of rows is ever held. Rows that are stored already, from this file
 * or another, are not read again; so a load that is interrupted goes on where it stopped, and of a changed file only what changed is new.
 */
import { basename } from 'node:path';
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import { counted } from '../read/reader.ts';
import { jsonLines, type Line, MOST_LINE } from '../split/json-lines.ts';
import { type RowPlace, unreadableRow } from '../split/row-place.ts';
import { rowKey } from '../split/row-shapes.ts';
import type { LoadOptions } from './options.ts';
import { readOne, type ToRead } from './read-one.ts';
import { count, countKnown, fault, type LoadReport } from './report.ts';

/** Rows that are put at once, and their bytes. */
const BATCH = 100;
const BATCH_BYTES = 16 * 1024 * 1024;

/** A file that is kept already. */
export interface KeptFile {
  /** Where it was found, to be told. */
  readonly path: string;
  /** Where it is kept. Its rows are read there: the file that was found may change, or go, while it is loaded. */
  readonly place: string;
  readonly sha256: string;
  readonly size: number;
}

/** Loads the rows of a file, which are counted first. Throws what the store throws, and what the disk says of the file. */
export async function loadRows(file: KeptFile, options: LoadOptions, report: LoadReport): Promise<void> {
  let rows = 0;
  for await (const _ of jsonLines(file.place)) rows += 1;
  report.total += rows - 1;
  let batch: Line[] = [];
  let size = 0;
  for await (const line of jsonLines(file.place)) {
    batch.push(line);
    size += line.bytes?.length ?? 0;
    if (batch.length < BATCH && size < BATCH_BYTES) continue;
    await loadBatch(batch, file, options, report);
    batch = [];
    size = 0;
  }
  await loadBatch(batch, file, options, report);
  await options.store.complete([{ sha256: file.sha256, name: basename(file.path), size: file.size }]);
}

interface Row {
  readonly place: RowPlace;
  readonly bytes: Uint8Array;
  readonly isRecord: boolean;
}

async function loadBatch(lines: readonly Line[], file: KeptFile, options: LoadOptions, report: LoadReport): Promise<void> {
  const { store, again = false } = options;
  const fileName = basename(file.path);
  const unreadable: UnreadableLetter[] = [];
  const refuse = (letter: UnreadableLetter, told: string) => {
    unreadable.push(letter);
    fault(report, 'unreadable', file.path, told);
  };
  const rows = lines.flatMap(({ number, bytes }): Row[] => {
    const of = { sha256: file.sha256, sizeBytes: file.size };
    if (bytes !== null) {
      const { key, isRecord } = rowKey(bytes);
      return [{ place: { number, key, file: of }, bytes, isRecord }];
    }
    const { key } = rowKey(new TextEncoder().encode(`${file.sha256} ${number}`));
    const reason = `Row ${number} is longer than the ${counted(MOST_LINE, 'bytes')} that a record may have.`;
    refuse(unreadableRow(fileName, { number, key, file: of }, 'unreadable.too_large', reason), reason);
    return [];
  });
  const known = await store.known(rows.map(({ place }) => place.key));
  const noted = rows.filter(({ place }) => known.get(place.key) === 'letter');
  await store.noteParts(
    file.sha256,
    noted.map(({ place }) => ({ place: place.number, version: place.key })),
  );
  const reading = rows.flatMap(({ place, bytes, isRecord }) => {
    const stored = known.get(place.key);
    // A whole record may say something else of a text that is known.
    if (stored === undefined || again || (isRecord && stored === 'letter')) {
      const toRead: ToRead = { bytes, fileName, row: place };
      return [{ stored, read: readOne(toRead, options.read) }];
    }
    countKnown(report, stored);
    return [];
  });
  // The first that ends the load is thrown below; the others must not stand as errors that nobody saw.
  for (const { read } of reading) read.catch(() => undefined);
  const letters: Letter[] = [];
  for (const { stored, read } of reading) {
    const {
      results: [result],
      place,
    } = await read;
    if (result.ok) letters.push(result.letter);
    else if (stored === 'letter')
      fault(report, 'unreadable', file.path, `${result.unreadable.reason.reason}${place} What was read of it before is kept.`);
    else refuse(result.unreadable, `${result.unreadable.reason.reason}${place}`);
  }
  if (unreadable.length > 0) await store.putUnreadable(unreadable);
  const outcomes = letters.length === 0 ? [] : await store.put(letters, { replace: again ? true : 'changed' });
  for (const outcome of outcomes) count(report, file.path, outcome);
  options.onProgress?.(report);
}
