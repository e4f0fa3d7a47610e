/** What a load needs of a store; a library with its index has it. */
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import type { CompleteFile } from '#contract/version-key.ts';
import type { Outcome } from './report.ts';

export interface LetterStore {
  /** Which of these are stored already: sha-256 of files all of whose parts are, or keys of parts. */
  known(keys: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>>;
  /** `replace`: write anew what is stored already, always or where its record is another. */
  put(
    batch: readonly Letter[],
    options: { replace: boolean | 'changed' },
  ): Promise<readonly { sha256: string; outcome: Outcome; reason: string | null }[]>;
  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void>;
  /** Says which parts, stored already, a file holds as well. */
  noteParts(file: string, parts: readonly { readonly place: number; readonly version: string }[]): Promise<void>;
  /** Versions that stand again in a newer file count from now on as if they were put last. Returns those that did not before. */
  countAgain(versions: readonly string[]): Promise<string[]>;
  /** By the id of the first letter of a case number: the ids of all that are stored under it. */
  numbered(ids: readonly string[]): Promise<Map<string, string[]>>;
  /** By key: the letter that a version is stored as. */
  lettersOf(versions: readonly string[]): Promise<Map<string, string>>;
  /** The letter that counts of an id, with its text; null where there is none. */
  letter(id: string): Promise<Letter | null>;
  /** How many parts of a file of many are listed as unreadable. */
  unreadableParts(file: string): Promise<number>;
  /** Says that all parts of these files are stored, as letters or as unreadable; returns how many letters are gone since a file is no longer read as them. */
  complete(files: readonly CompleteFile[]): Promise<number>;
}

/** Where original files are kept. */
export interface OriginalStore {
  /** Keeps the bytes of a file. */
  write(bytes: Uint8Array): Promise<unknown>;
  /** Keeps a file of any size, from the disk; returns its sha-256, its size, and the path of what is kept. */
  writeFile(path: string): Promise<{ sha256: string; size: number; place: string }>;
  /** The sha-256 of a file of any size, and its size. */
  hashFile(path: string): Promise<{ sha256: string; size: number }>;
  /** Whether a file is kept, as far as its place tells. */
  has(sha256: string): Promise<boolean>;
}
