/**
 * The way of a letter, in order: bytes -> canonical text -> letters of the file -> scan copy -> layout -> findings -> determination. The same
 * bytes give the same records. A letter that cannot be read is a result with its reason; nothing is thrown for what a file holds.
 */
import type { DeterminationAsRead, Letter, LetterAsRead, Part, UnreadableLetter } from '#contract/determination.ts';
import type { Message } from '#contract/message.ts';
import { keyOf } from '#mappings/text/part-key.ts';
import { makeScanCopy } from '#mappings/text/scan.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import { assemble } from './assemble.ts';
import { CLEANING } from './clean/clean.ts';
import { dropPageFurniture, missingPages } from './clean/page-furniture.ts';
import { consistencyOf } from './consistency.ts';
import { extractLetter } from './extract/letter.ts';
import { detectLayout, WEAK_SCORE } from './layouts/detect.ts';
import { readBytes } from './read/read.ts';
import { counted, MOST_OF_LETTER, type UnreadableCode } from './read/reader.ts';
import type { RowPlace } from './split/row-place.ts';
import { type FilePart, splitFile } from './split/split-file.ts';
import { otherNumbersIn, toldBeside } from './split/told-beside.ts';
import { unreadableLetter } from './unreadable-letter.ts';

export type LetterResult =
  | { readonly ok: true; readonly letter: Letter }
  /** `asRead`: what was read of a letter that cannot be stored, since it prints no case number. */
  | { readonly ok: false; readonly unreadable: UnreadableLetter; readonly asRead?: LetterAsRead };

/** What came of a file: a result for each letter it holds, in their order; one where it could not be read. */
export type LetterResults = readonly [LetterResult, ...LetterResult[]];

/** Reads one file, or the row of one that these bytes are, or gives up when the signal fires. */
export type ReadFile = (bytes: Uint8Array, fileName: string, signal?: AbortSignal, row?: RowPlace) => Promise<LetterResults>;

/** Reads a file that is to hold one letter; the first where it holds several. */
export async function readLetter(bytes: Uint8Array, fileName: string): Promise<LetterResult> {
  const [first] = await readLetters(bytes, fileName);
  return first;
}

/** Reads a file into the determinations it holds, in their order. `fileName` is only kept, never read from. */
export async function readLetters(bytes: Uint8Array, fileName: string): Promise<LetterResults> {
  const read = await readBytes(bytes);
  if (!read.ok)
    return [{ ok: false, unreadable: unreadableLetter({ bytes, fileName, mediaType: read.mediaType }, 'read', read.code, read.reason) }];
  const file = { bytes, fileName, mediaType: read.mediaType, pages: read.canonical.pageStarts.length };
  const [first, ...more] = splitFile(read.canonical);
  return [readPart(first, 1, file), ...more.map((part, index) => readPart(part, index + 2, file))];
}

interface OpenFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly pages: number;
}

/** `position`: which letter of the file it is, from 1. */
function readPart({ canonical, pages, others }: FilePart, position: number, file: OpenFile): LetterResult {
  const partOf = (id: string): Part | null =>
    pages === null ? null : { key: keyOf([id, canonical.text]), unit: 'page', ...pages, position };
  const refused = (code: UnreadableCode, reason: string, part = partOf('')): UnreadableLetter =>
    unreadableLetter({ ...file, part }, 'read', code, `${pages === null ? '' : placeWords(position, pages, file.pages)}${reason}`);

  if (canonical.text.length > MOST_OF_LETTER) {
    const has = `${counted(canonical.text.length, 'characters of text')}; at most ${counted(MOST_OF_LETTER, 'characters')} were expected of a letter.`;
    return { ok: false, unreadable: refused('unreadable.too_large', `It has ${has}`) };
  }
  const copy = makeScanCopy(canonical.text, CLEANING, dropPageFurniture(canonical.pageStarts));
  const detected = detectLayout(copy.scan);
  if (detected === null) {
    const reason = 'The text is no determination letter of a known layout (its labels and titles were not found).';
    return { ok: false, unreadable: refused('unreadable.layout', lostLineEnds(canonical.text) ?? reason) };
  }
  const gaps = missingPages(canonical.text, canonical.pageStarts);
  const findings = extractLetter(copy.scan, detected.layout, canonical.pageStarts.map(copy.at), gaps.map(copy.at));
  const { caseNumber } = findings.header;
  const source = {
    fileName: file.fileName,
    mediaType: file.mediaType,
    sha256: sha256Of(file.bytes),
    sizeBytes: file.bytes.length,
    pages: canonical.pageStarts.length,
    part: null,
  };
  const determination = assemble({ canonical, copy, source, detected, findings, caseNumber });
  determination.source.part = partOf(determination.id);
  determination.messages.push(...consistencyOf(determination));
  determination.messages.push(...gaps.map(pageMissing));
  determination.messages.push(
    ...toldBeside(others, caseNumber?.value ?? null, file.pages),
    ...otherNumbersIn(determination, canonical.text),
  );
  if (canonical.text.includes('\ufffd')) determination.messages.push(badCharacters(canonical.text));
  if (detected.detection.score < WEAK_SCORE) determination.messages.unshift(weakLayout(detected.layout.id));
  if (isIdentified(determination)) return { ok: true, letter: { determination, canonical } };
  const reason = lostLineEnds(canonical.text) ?? 'No case number (CMyy-ddddddd) stands behind "Case Number:".';
  return { ok: false, unreadable: refused('unreadable.case_number', reason), asRead: { determination, canonical } };
}

function isIdentified(determination: DeterminationAsRead): determination is Letter['determination'] {
  return determination.caseNumber !== null;
}

/** "Letter 2 of the file, pages 3 to 5: " */
function placeWords(position: number, { from, to }: { from: number; to: number }, pages: number): string {
  const place = pages === 1 ? '' : from === to ? `, page ${from}` : `, pages ${from} to ${to}`;
  return `Letter ${position} of the file${place}: `;
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
