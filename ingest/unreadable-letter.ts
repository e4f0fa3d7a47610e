/** The entry of a file that could not be read, whoever found that out. */
import type { Part, UnreadableLetter } from '#contract/determination.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { UnreadableCode } from './read/reader.ts';

interface File {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType?: string | null;
  /** Null: the whole file. */
  readonly part?: Part | null;
}

/** `rule`: who says so. `reason`: a sentence for the user without a word of the file; `mediaType` null where it was not found out. */
export function unreadableLetter(
  { bytes, fileName, mediaType = null, part = null }: File,
  rule: 'read' | 'load' | 'bounds',
  code: UnreadableCode,
  reason: string,
): UnreadableLetter {
  return {
    source: { fileName, sha256: sha256Of(bytes), sizeBytes: bytes.length, mediaType, part },
    reason: { code, severity: 'error', rule, reason, span: null, item: null },
  };
}
