/** The library as plain calls that block, over one connection. `open-library.ts` has the same in a thread of its own. */
import { randomUUID } from 'node:crypto';
import type { Letter } from '#contract/determination.ts';
import { openKept } from './kept.ts';
import type { Kept } from './kept-store.ts';
import { type EarlierKept, takeKept } from './kept-takeover.ts';
import { type LetterReader, openLetterReader } from './letter-reader.ts';
import { type LetterWriter, openLetterWriter } from './letter-writer.ts';
import type { PutOptions, PutOutcome } from './library.ts';
import { type LibraryCheck, openLibraryCheck } from './library-check.ts';
import { notWritable, openLibraryFile, openLibraryToRead } from './library-file.ts';
import { lockOf, type WriterLock } from './lock.ts';
import { openMarks } from './marks.ts';
import { type Numbered, openNumbered } from './numbered.ts';
import { prepared } from './prepared-letter.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';

export interface LibraryCore extends LetterReader, LetterWriter, LibraryCheck, Numbered, Snapshots {
  put(batch: readonly Letter[], options?: PutOptions): PutOutcome[];
  readonly id: string;
  readonly writable: boolean;
  /** One call of what `owner` keeps. */
  kept<M extends keyof Kept>(owner: string, method: M, args: Parameters<Kept[M]>): ReturnType<Kept[M]>;
  /** A short text that is kept by a name: which generation of an index answers, what was taken over. */
  mark(name: string): string | null;
  setMark(name: string, value: string): void;
  /** Takes the right to write letters, and gives it back: AppError `library-locked` with the process that has it, `library-unavailable`. */
  lock(): void;
  unlock(): void;
  /** The same for the right to make indices of snapshots. */
  lockSnapshots(): void;
  unlockSnapshots(): void;
  /** See `takeKept`. */
  takeKept(earlier: EarlierKept): void;
  close(): void;
}

interface CoreOptions {
  readonly create?: boolean;
  readonly readOnly?: boolean;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

/** Opens the library of a data folder; see `openLibraryFile` and, where it is only read, `openLibraryToRead`. `now`, `newId`: the clock and what makes ids. */
export function openLibraryCore(
  dataDir: string,
  { create = true, readOnly = false, now = () => new Date(), newId = randomUUID }: CoreOptions = {},
): LibraryCore {
  const { db, id, writable } = readOnly ? openLibraryToRead(dataDir) : openLibraryFile(dataDir, create, newId);
  const marks = openMarks(db);
  const lock = lockOf(dataDir);
  const snapshotsLock = lockOf(dataDir, 'snapshots');
  const taking = (one: WriterLock): void => {
    // SQLite gives an exclusive lock on a file that may only be read to everyone.
    if (!writable) throw notWritable();
    one.take();
  };
  const writer = openLetterWriter(db, now);
  return {
    ...openLetterReader(db),
    ...writer,
    put: (batch, options) => {
      const letters = batch.map((letter) => prepared(letter).letter);
      return writer.putPrepared(letters, options).outcomes;
    },
    ...openLibraryCheck(db),
    ...openNumbered(db),
    ...openSnapshots(db, newId),
    ...marks,
    id,
    writable,
    kept: (owner, method, args) => {
      const kept = openKept(db, owner, newId);
      // A method and its arguments belong together, which the types of a call by name do not tell.
      return (kept[method] as (...given: typeof args) => ReturnType<Kept[typeof method]>)(...args);
    },
    takeKept: (earlier) => takeKept(db, earlier),
    lock: () => taking(lock),
    unlock: lock.release,
    lockSnapshots: () => taking(snapshotsLock),
    unlockSnapshots: snapshotsLock.release,
    close: () => {
      lock.end();
      snapshotsLock.end();
      if (db.isOpen) db.close();
    },
  };
}
