/**
 * A row of a file of many records -> its letter. A row is `{"caseNumber", "text"}`, a letter's text, which is read as the letter would be, or
 * `{"determination", "canonical"}`, a whole record, which is checked and kept.
 */
import type { z } from 'zod';
import { formatCaseNumber, type Letter, LetterSchema, type UnreadableLetter } from '#contract/determination.ts';
import { misplaced, quotesIn } from '#mappings/text/quotes-in.ts';
import { type LetterResult, readLetters } from '../pipeline.ts';
import type { UnreadableCode } from '../read/reader.ts';
import { MEDIA_TYPE, type RowPlace, unreadableRow } from './row-place.ts';
import { parsedRow, TextRowSchema } from './row-shapes.ts';

/** Reads a row. `fileName`: of the file. Nothing is thrown for what the row holds. */
export async function readRow(bytes: Uint8Array, fileName: string, place: RowPlace): Promise<LetterResult> {
  const refuse = (code: UnreadableCode, reason: string): LetterResult => ({
    ok: false,
    unreadable: unreadableRow(fileName, place, code, `Row ${place.number}: ${reason}`),
  });
  const json = parsedRow(bytes);
  if (json === undefined) return refuse('unreadable.row', 'this is no JSON.');
  const text = TextRowSchema.safeParse(json);
  if (text.success) return readText(text.data, fileName, place, refuse);
  const keys = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  if (!keys.includes('determination')) {
    return refuse('unreadable.row', 'an object with "caseNumber" and "text", or with "determination" and "canonical", was expected.');
  }
  const letter = LetterSchema.safeParse(json);
  if (!letter.success) {
    const at = letter.error.issues.slice(0, 3).map(({ path }) => path.join('.'));
    return refuse('unreadable.row', `the record is not one of this version of the program (at ${at.join(', ')}).`);
  }
  const { determination, canonical } = letter.data;
  if (misplaced(quotesIn(determination), canonical.text).length > 0)
    return refuse('unreadable.row', 'a value of the record does not stand in its text where it says.');
  return { ok: true, letter: placed(letter.data, fileName, place) };
}

async function readText(
  { caseNumber, text }: z.infer<typeof TextRowSchema>,
  fileName: string,
  place: RowPlace,
  refuse: (code: UnreadableCode, reason: string) => LetterResult,
): Promise<LetterResult> {
  const results = await readLetters(new TextEncoder().encode(text), fileName);
  const own = normalised(caseNumber);
  const printed = results.find((result) => result.ok && result.letter.determination.caseNumber.value === own);
  if (printed?.ok) return { ok: true, letter: placed(printed.letter, fileName, place) };
  const unreadable = results.find((result) => !result.ok);
  if (unreadable !== undefined && !unreadable.ok) return refuse(codeOf(unreadable.unreadable), unreadable.unreadable.reason.reason);
  return refuse('unreadable.row', 'the letter prints another case number than its row.');
}

function codeOf({ reason }: UnreadableLetter): UnreadableCode {
  return reason.code as UnreadableCode;
}

/** The letter as one of its row: its file and its place in it. */
function placed({ determination, canonical }: Letter, fileName: string, { number, key, file }: RowPlace): Letter {
  const { pages } = determination.source;
  const part = { key, unit: 'row' as const, from: number, to: number };
  return { determination: { ...determination, source: { fileName, mediaType: MEDIA_TYPE, ...file, pages, part } }, canonical };
}

/** A case number in its one form; as it is where it is none. */
function normalised(caseNumber: string): string {
  const [, year, serial] = /^\s*CM\s*-?\s*(\d{2})\s*-?\s*(\d{1,7})\s*$/i.exec(caseNumber) ?? [];
  return year === undefined || serial === undefined ? caseNumber.trim() : formatCaseNumber(year, serial);
}
