/** Reads the letters of one file, or one row of it, where a fault of the program is an unreadable letter too. */
import { MESSAGE_CODES } from '#contract/message-codes.ts';
import { AppError } from '#contract/problem.ts';
import type { LetterResults, ReadFile } from '../pipeline.ts';
import { faultOf } from '../reading/fault.ts';
import { type RowPlace, unreadableRow } from '../split/row-place.ts';
import { unreadableLetter } from '../unreadable-letter.ts';

/** What is to be read. */
export interface ToRead {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly row?: RowPlace;
}

/** `place`: where in the program a fault came up, to be told and not stored. Throws AppError where the load is to end. */
export async function readOne({ bytes, fileName, row }: ToRead, read: ReadFile): Promise<{ results: LetterResults; place: string }> {
  try {
    return { results: await read(bytes, fileName, undefined, row), place: '' };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { name, place } = faultOf(error);
    const reason = `${MESSAGE_CODES['unreadable.fault'].replace(/\.$/, '')} (${name}).`;
    const unreadable =
      row === undefined
        ? unreadableLetter({ bytes, fileName }, 'load', 'unreadable.fault', reason)
        : unreadableRow(fileName, row, 'unreadable.fault', reason);
    return { results: [{ ok: false, unreadable }], place: place === null ? '' : ` The place: ${place}.` };
  }
}
