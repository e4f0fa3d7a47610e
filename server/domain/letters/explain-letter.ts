/** A letter with each value explained: one of the index, or one that was only sent to be looked at and is stored nowhere. */
import type { ExplainResponse } from '#contract/api.ts';
import type { Determination, LetterAsRead } from '#contract/determination.ts';
import { MESSAGE_CODES, type MessageCode } from '#contract/message-codes.ts';
import { AppError } from '#contract/problem.ts';
import type { LetterResult, ReadFile } from '../../../ingest/pipeline.ts';
import type { Letters } from '../../search/port.ts';
import { explainLetter } from './explain.ts';
import { findLetter } from './find-letter.ts';

/** What stands as the file's name of a letter that was sent without one. */
const NO_FILE = 'not kept';

/** Throws AppError `determination-not-found`. `version` is a sha-256. */
export async function explainStored(index: Letters, typed: string, version?: string): Promise<ExplainResponse> {
  const letter = await findLetter(index, typed, version);
  return explained(letter, [toldOf(letter, null)], 1);
}

/** Reads the bytes of a file that was sent, within bounds: gives its letters or the reason why not, and throws as `explainBytes` does. */
export type { ReadFile } from '../../../ingest/pipeline.ts';

/**
 * Reads the bytes of a file and explains a letter of it: the one of this number, from 1, else the first that can be read. Nothing is stored. Throws
 * AppError `unreadable` with the message code of the reason; also where the reading itself fails, since what was thrown there could quote the letter
 * and must not reach a log. AppErrors of `read` (`reading-unavailable`) and the reason of a signal that fired are thrown as they are.
 */
export async function explainBytes(bytes: Uint8Array, read: ReadFile, signal?: AbortSignal, letter?: number): Promise<ExplainResponse> {
  const results = await read(bytes, NO_FILE, signal).catch((error: unknown) => {
    if (error instanceof AppError || signal?.aborted === true) throw error;
    return null;
  });
  if (results === null) throw unreadable('unreadable.fault', MESSAGE_CODES['unreadable.fault']);
  const asked = letter ?? Math.max(1, results.findIndex((result) => readOf(result) !== null) + 1);
  const result = results[asked - 1];
  if (result === undefined)
    throw new AppError('bad-request', `Letter ${asked} was asked for, and the file holds ${results.length === 1 ? 'one' : results.length}`);
  const found = readOf(result);
  if (found === null)
    throw result.ok
      ? new Error('a letter that was read is none')
      : unreadable(result.unreadable.reason.code, result.unreadable.reason.reason);
  return explained(
    found,
    results.map((one) => toldOf(readOf(one), one.ok || one.asRead !== undefined ? null : one.unreadable.reason.reason, one)),
    asked,
  );
}

/** The letter of an answer to be compared with others, for which it needs no case number: where it prints none, its id stands for it. */
export function comparable({ determination }: ExplainResponse): Determination {
  const { caseNumber, id } = determination;
  return { ...determination, caseNumber: caseNumber ?? { value: id, grade: 'inferred', rule: 'none', evidence: [] } };
}

/** The letter of a result, also where it cannot be stored. */
function readOf(result: LetterResult): LetterAsRead | null {
  return result.ok ? result.letter : (result.asRead ?? null);
}

/** A letter of the file in short. */
function toldOf(letter: LetterAsRead | null, reason: string | null, result?: LetterResult): ExplainResponse['letters'][number] {
  const part = (letter?.determination ?? (result?.ok === false ? result.unreadable : undefined))?.source.part ?? null;
  return {
    caseNumber: letter?.determination.caseNumber?.value ?? null,
    pages: part?.unit === 'page' ? { from: part.from, to: part.to } : null,
    unreadable: reason,
  };
}

function explained({ determination, canonical }: LetterAsRead, letters: ExplainResponse['letters'], letter: number): ExplainResponse {
  return { determination, text: canonical, letters, letter, values: explainLetter({ determination, canonical }) };
}

function unreadable(code: MessageCode, reason: string): AppError {
  return new AppError('unreadable', reason, { errors: [{ code, detail: MESSAGE_CODES[code] }] });
}
