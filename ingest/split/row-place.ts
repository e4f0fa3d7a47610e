/** Where a row of a file of many records stands, and the entry of one that could not be read. */
import type { UnreadableLetter } from '#contract/determination.ts';
import type { UnreadableCode } from '../read/reader.ts';

export interface RowPlace {
  /** From 1. */
  readonly number: number;
  /** What tells the row from others; see `rowKey`. */
  readonly key: string;
  readonly file: { readonly sha256: string; readonly sizeBytes: number };
  /** Of a table, where the file is one. */
  readonly mediaType?: string;
}

export const MEDIA_TYPE = 'application/jsonl';

/** `fileName`: of the file. `reason`: a sentence for the user without a word of the row. */
export function unreadableRow(
  fileName: string,
  { number, key, file, mediaType = MEDIA_TYPE }: RowPlace,
  code: UnreadableCode,
  reason: string,
): UnreadableLetter {
  return {
    source: { fileName, mediaType, ...file, part: { key, unit: 'row', from: number, to: number } },
    reason: { code, severity: 'error', rule: 'row', reason, span: null, item: null },
  };
}
