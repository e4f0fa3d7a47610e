/**
 * The library: the letters with all their versions and readings, the files that could not be read, and what users keep. It is the truth; an index
 * is derived from it. Each change of a letter has a number, and each number is one state of the letters.
 */
import type { CanonicalText, Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { CompleteFile } from '#contract/version-key.ts';
import type { IndexDocument } from '#mappings/index-document.ts';
import type { Packed, PackedText } from './packed-record.ts';

export interface PutOptions {
  /**
   * Read anew what is stored already: a version that is known gets a new reading, which counts from now on. It keeps its place in the order of
   * puts, and the version that counts is settled anew (a decision day may have been read better). Where another case number was read, the
   * version moves: it leaves the old letter and is put last in the new one. `changed`: only where its record is another than the one that is
   * stored, the file and the place that it came from aside. Default false.
   */
  readonly replace?: boolean | 'changed';
}

/**
 * What became of one letter of a batch. `new_version`: another letter of a case that was stored before; `unchanged`: this version is stored
 * already; `replaced`: it was, and was read anew (`PutOptions.replace`).
 */
export interface PutOutcome {
  readonly id: string;
  /** See `versionKey`. */
  readonly sha256: string;
  readonly outcome: 'added' | 'new_version' | 'unchanged' | 'replaced' | 'failed';
  /** Why it failed; null otherwise. */
  readonly reason: string | null;
}

/** One version of a determination. Of several, the one with the latest decision is current; of equals, the one put last. */
export interface Version {
  /** See `versionKey`. */
  readonly sha256: string;
  readonly fileName: string;
  readonly decidedOn: string | null;
  readonly current: boolean;
}

/** A letter that changed, as it counts now. */
export interface Change {
  /** The last change of this letter. */
  readonly number: number;
  readonly letter: string;
  /** The most items that any reading of it ever had. */
  readonly mostItems: number;
  /** Its packed record, see `unpackRecord`; null where it was removed, or is damaged. */
  readonly record: Packed | null;
  /** What an engine indexes of it, where that was made in this thread already. */
  readonly documents?: readonly IndexDocument[];
  /** Its packed text, see `unpackText`; null where there is no record, or it was not asked for. */
  readonly text: PackedText | null;
  readonly damaged: boolean;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** The change number that is reached once these are taken over. */
  readonly reached: number;
  /** The last change there is. */
  readonly last: number;
}

export interface LibraryStats {
  readonly letters: number;
  readonly items: number;
  readonly versions: number;
  readonly readings: number;
  readonly unreadable: number;
  /** The last change number; 0 in a new library. */
  readonly change: number;
  readonly decidedFrom: string | null;
  readonly decidedTo: string | null;
  /** Current letters that carry each message code at least once. */
  readonly messages: Readonly<Record<string, number>>;
}

/** Letters by id: the record that counts and its text. Throws AppError `library-damaged` where one is not as it was stored. */
export interface Records {
  /** Current determinations by id, in the order asked for; ids that are not stored are left out. */
  determinations(ids: readonly string[]): Promise<Determination[]>;
  /** One determination with its text: the current version, or the one of this key; null where there is none. */
  letter(id: string, sha256?: string): Promise<{ determination: Determination; canonical: CanonicalText } | null>;
  /** Every version of a determination, latest decision first; empty where there is none. */
  versions(id: string): Promise<Version[]>;
  /** Unreadable files by file name, then sha-256; the parts of one in their order. */
  unreadable(offset: number, limit: number): Promise<{ total: number; letters: UnreadableLetter[] }>;
}

/** What brings letters into the library. What was acknowledged is on the disk. */
export interface Intake {
  /**
   * Stores a batch. One letter that fails does not fail the others, and leaves what was stored of it. The same version twice changes nothing,
   * unless `replace` is asked for. Putting a letter takes off the list of unreadable files what stands there under its
   * bytes, or as a whole file under its file name: a readable copy has taken its place.
   */
  put(batch: readonly Letter[], options?: PutOptions): Promise<PutOutcome[]>;
  /** Lists files, or parts of files, that could not be read; the same one twice is one entry, the newer reason wins. */
  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void>;
  /** Says which parts, stored already, a file holds as well. */
  noteParts(file: string, parts: readonly { readonly place: number; readonly version: string }[]): Promise<void>;
  /** Versions that stand again in a newer file: each counts from now on as if it were put last. Returns those that did not before. */
  countAgain(versions: readonly string[]): Promise<string[]>;
  /** Says that all parts of files are stored, as letters or as unreadable. What stands as unreadable of an earlier state of one (a file of its name that held some of its letters) goes; with `versions`, what it was read as before and is not now, unless another file holds it. Returns how many letters are gone by that. */
  complete(files: readonly CompleteFile[]): Promise<number>;
  /** Which of these are stored already, as a letter or as unreadable: keys of versions, or sha-256 of files all of whose parts are stored. */
  known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>>;
  /** How many parts of a file of many are listed as unreadable. */
  unreadableParts(file: string): Promise<number>;
  /** See `Numbered`: the letters that share case numbers, and what versions are stored as. */
  numbered(ids: readonly string[]): Promise<Map<string, string[]>>;
  lettersOf(versions: readonly string[]): Promise<Map<string, string>>;
  /** Takes determinations (all their versions) out, by a mark with a day; returns how many there were. */
  remove(ids: readonly string[]): Promise<number>;
}
