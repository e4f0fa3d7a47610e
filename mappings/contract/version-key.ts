/** Which version of a letter a record is, and where in its file it stands. Apart from the schema of a record: the dashboard has no use for that. */
import type { Source } from './determination.ts';

/** What tells a version of a letter from others: the hash of its part of a file or, where it is the whole file, of the file. */
export function versionKey(source: Pick<Source, 'sha256' | 'part'>): string {
  return source.part?.key ?? source.sha256;
}

/** Where a part stands among those of its file: rows are counted, and of letters on pages which one it is. */
export function placeInFile({ part }: Pick<Source, 'part'>): number {
  return part === null ? 1 : (part.position ?? part.from);
}

/** A file all of which is stored. */
export interface CompleteFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  /** The keys of the letters that it was read as: what was read from it before and is not among them goes. */
  readonly versions?: readonly string[];
  /** Its places that cannot be read now: what was read there before stays. */
  readonly keeps?: readonly number[];
  /** The keys of its parts that could not be read: others are no longer listed. */
  readonly unreadable?: readonly string[];
}
