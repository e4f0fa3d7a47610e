/** A letter with each value explained: one of the index, or one that was only sent to be looked at and is stored nowhere. */
import type { ExplainResponse } from '#contract/api.ts';
import type { Letter } from '#contract/determination.ts';
import { MESSAGE_CODES, type MessageCode } from '#contract/message-codes.ts';
import { AppError } from '#contract/problem.ts';
import type { ReadLetter } from '../../../ingest/pipeline.ts';
import type { SearchIndex } from '../../search/port.ts';
import { explainLetter } from './explain.ts';
import { findLetter } from './find-letter.ts';

/** What stands as the file's name of a letter that was sent without one. */
const NO_FILE = 'not kept';

/** Throws AppError `determination-not-found`. `version` is a sha-256. */
export async function explainStored(index: SearchIndex, typed: string, version?: string): Promise<ExplainResponse> {
  return explained(await findLetter(index, typed, version));
}

/** Reads the bytes of a letter that was sent, within bounds: gives a letter or the reason why not, and throws as `explainBytes` does. */
export type { ReadLetter } from '../../../ingest/pipeline.ts';

/**
 * Reads and explains the bytes of a letter; nothing is stored. Throws AppError `unreadable` with the message code of the
 * reason; also where the reading itself fails, since what was thrown there could quote the letter and must not reach a log.
 * AppErrors of `read` (`reading-unavailable`) and the reason of a signal that fired are thrown as they are.
 */
export async function explainBytes(bytes: Uint8Array, read: ReadLetter, signal?: AbortSignal): Promise<ExplainResponse> {
  const result = await read(bytes, NO_FILE, signal).catch((error: unknown) => {
    if (error instanceof AppError || signal?.aborted === true) throw error;
    return null;
  });
  if (result === null) throw unreadable('unreadable.fault', MESSAGE_CODES['unreadable.fault']);
  if (!result.ok) throw unreadable(result.unreadable.reason.code, result.unreadable.reason.reason);
  return explained(result.letter);
}

function explained({ determination, canonical }: Letter): ExplainResponse {
  return { determination, text: canonical, values: explainLetter({ determination, canonical }) };
}

function unreadable(code: MessageCode, reason: string): AppError {
  return new AppError('unreadable', reason, { errors: [{ code, detail: MESSAGE_CODES[code] }] });
}
