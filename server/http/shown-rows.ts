/** The lines of a file of many records that can be shown by themselves, and what they are sent as. */
import type { Source } from '#contract/determination.ts';
import type { Originals } from '../storage/originals.ts';

/** A record in quotes may go over lines; more than this is none. */
const MOST_LINES = 2_000;
const QUOTE = 34;
const LINE_FEED = 10;
/** Separators and line ends. */
const BEFORE_CELL: ReadonlySet<number> = new Set([...',;|\t\n'].map((sign) => sign.charCodeAt(0)));

/** By the media type of the file. Others (a workbook, an array) have no lines that are a row. */
const SENT_AS: Readonly<Record<string, string>> = {
  'application/jsonl': 'application/json',
  'text/csv': 'text/plain',
  'text/tab-separated-values': 'text/plain',
};

/** What the rows of a source are sent as; null where they cannot be shown by themselves. */
export function rowsSentAs({ mediaType }: Pick<Source, 'mediaType'>): string | null {
  return SENT_AS[mediaType] ?? null;
}

/** Whether the original of a record can be shown. */
export function isShown(source: Pick<Source, 'mediaType' | 'part'>): boolean {
  return source.part?.unit !== 'row' || rowsSentAs(source) !== null;
}

/** The lines of one record, of separated values below those of the header; null where the file is not kept, or they cannot be shown. */
export async function readShownRows(
  { sha256, mediaType, part }: Source,
  originals: Pick<Originals, 'readRows'>,
): Promise<Uint8Array | null> {
  const sentAs = rowsSentAs({ mediaType });
  if (part === null || sentAs === null) return null;
  if (sentAs !== 'text/plain') return originals.readRows(sha256, part.from, part.to);
  const [header, row] = await Promise.all([
    originals.readRows(sha256, 1, MOST_LINES),
    originals.readRows(sha256, part.from, part.from + MOST_LINES),
  ]);
  return header === null || row === null ? null : Buffer.concat([firstRecord(header), firstRecord(row)]);
}

/** Up to the end of the line at which all quotes are closed, with its line feed; the first line where they never are. */
export function firstRecord(bytes: Uint8Array): Uint8Array {
  let open = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    // A quote opens where a cell begins: elsewhere it is a sign among others, as in a height.
    if (byte === QUOTE && !open) open = at === 0 || BEFORE_CELL.has(bytes[at - 1] ?? 0);
    else if (byte === QUOTE && bytes[at + 1] === QUOTE) at += 1;
    else if (byte === QUOTE) open = false;
    else if (byte === LINE_FEED && !open) return bytes.subarray(0, at + 1);
  }
  const line = bytes.indexOf(LINE_FEED);
  return open && line >= 0 ? bytes.subarray(0, line + 1) : bytes;
}
