/**
 * The way of a letter, in order: bytes -> canonical text -> scan copy -> layout -> findings -> determination. The same
 * bytes give the same record. A letter that cannot be read is a result with its reason; nothing is thrown for what a file holds.
 */
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import type { Message } from '#contract/message.ts';
import { makeScanCopy } from '#mappings/text/scan.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import { assemble } from './assemble.ts';
import { CLEANING } from './clean/clean.ts';
import { dropPageFurniture, missingPages } from './clean/page-furniture.ts';
import { consistencyOf } from './consistency.ts';
import { extractLetter } from './extract/letter.ts';
import { detectLayout, WEAK_SCORE } from './layouts/detect.ts';
import { readBytes } from './read/read.ts';
import type { UnreadableCode } from './read/reader.ts';
import type { RowPlace } from './split/row-place.ts';
import { unreadableLetter } from './unreadable-letter.ts';

export type LetterResult = { readonly ok: true; readonly letter: Letter } | { readonly ok: false; readonly unreadable: UnreadableLetter };

/** Reads one file, or the row of one that these bytes are, or gives up when the signal fires. */
export type ReadLetter = (bytes: Uint8Array, fileName: string, signal?: AbortSignal, row?: RowPlace) => Promise<LetterResult>;

/** Reads one file into a determination. `fileName` is only kept, never read from. */
export async function readLetter(bytes: Uint8Array, fileName: string): Promise<LetterResult> {
  const refuse = (mediaType: string | null, code: UnreadableCode, reason: string): LetterResult => ({
    ok: false,
    unreadable: unreadableLetter({ bytes, fileName, mediaType }, 'read', code, reason),
  });

  const read = await readBytes(bytes);
  if (!read.ok) return refuse(read.mediaType, read.code, read.reason);
  const { canonical, mediaType } = read;

  const copy = makeScanCopy(canonical.text, CLEANING, dropPageFurniture(canonical.pageStarts));
  const detected = detectLayout(copy.scan);
  if (detected === null)
    return refuse(
      mediaType,
      'unreadable.layout',
      lostLineEnds(canonical.text) ?? 'The text is no determination letter of a known layout (its labels and titles were not found).',
    );

  const gaps = missingPages(canonical.text, canonical.pageStarts);
  const findings = extractLetter(copy.scan, detected.layout, canonical.pageStarts.map(copy.at), gaps.map(copy.at));
  const { caseNumber } = findings.header;
  if (caseNumber === null)
    return refuse(
      mediaType,
      'unreadable.case_number',
      lostLineEnds(canonical.text) ?? 'No case number (CMyy-ddddddd) stands behind "Case Number:".',
    );

  const source = { fileName, mediaType, sha256: sha256Of(bytes), sizeBytes: bytes.length, pages: canonical.pageStarts.length, part: null };
  const determination = assemble({ canonical, copy, source, detected, findings, caseNumber });
  determination.messages.push(...consistencyOf(determination));
  determination.messages.push(...gaps.map(pageMissing));
  if (canonical.text.includes('\ufffd')) determination.messages.push(badCharacters(canonical.text));
  if (detected.detection.score < WEAK_SCORE) determination.messages.unshift(weakLayout(detected.layout.id));
  return { ok: true, letter: { determination, canonical } };
}

/** Characters on a line, on average, that no letter has whose line ends are kept. */
const LOST_LINES = 1500;

/** The reason of a letter that cannot be read for its lost line ends, as when it was pasted; null where it has them. */
function lostLineEnds(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const lost = text.length / Math.max(1, lines) > LOST_LINES || (lines === 1 && /\bCase\s*Number\s*:/i.test(text));
  return lost
    ? 'The text has lost its line ends, so that its titles cannot be told from its sentences; paste it with them, or load the file.'
    : null;
}

function weakLayout(layout: string): Message {
  return {
    code: 'layout.weak',
    severity: 'warning',
    rule: layout,
    reason: 'Few of the layout’s labels and titles were found; the letter may be damaged or of another layout.',
    span: null,
    item: null,
  };
}

/** `end`: where the last line before the gap ends. */
function pageMissing(end: number): Message {
  const reason = 'Pages of the letter are missing, by the numbers that the others print.';
  return { code: 'text.page_missing', severity: 'warning', rule: 'page-numbers', reason, span: { start: end - 1, end }, item: null };
}

/** U+FFFD stands where bytes were no text. */
function badCharacters(text: string): Message {
  const at = text.indexOf('\ufffd');
  return {
    code: 'text.bad_characters',
    severity: 'warning',
    rule: 'read',
    reason: 'Some bytes of the file are no text of its encoding; they are shown as \ufffd.',
    span: { start: at, end: at + 1 },
    item: null,
  };
}
