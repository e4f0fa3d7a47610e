/**
 * One process at a time writes letters, and one makes indices of snapshots. A lock is one of the system's, held by SQLite on a file beside the library: it is gone with the
 * process, however that ends. Who holds it stands in a file beside it, to be told to others.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/problem.ts';

export interface WriterLock {
  /** May be taken more than once; it is held until it was released as often. Throws AppError `library-locked`. */
  take(): void;
  release(): void;
  /** Releases it however often it was taken. */
  end(): void;
}

/** When this process began; its threads count from then as well. */
const STARTED = new Date(performance.timeOrigin).toISOString();

/** What a lock is of: its name in the data folder, and what is said of who holds it. */
const LOCKS = {
  library: 'is writing to this library',
  snapshots: 'is making the index of a snapshot',
} as const;
type Lock = keyof typeof LOCKS;

export function lockOf(dataDir: string, lock: Lock = 'library'): WriterLock {
  const holder = join(dataDir, `${lock}.writer.json`);
  let held: DatabaseSync | null = null;
  let taken = 0;
  const end = (): void => {
    taken = 0;
    if (held === null) return;
    try {
      rmSync(holder, { force: true });
    } finally {
      held.close();
      held = null;
    }
  };
  return {
    take: () => {
      taken += 1;
      if (held !== null) return;
      try {
        held = locked(dataDir, lock, holder);
      } catch (error) {
        end();
        throw error;
      }
      try {
        writeFileSync(holder, JSON.stringify({ process: process.pid, started: STARTED }));
      } catch {
        // The lock holds all the same; others are only not told whose it is.
      }
    },
    release: () => {
      if (taken > 1) taken -= 1;
      else end();
    },
    end,
  };
}

function locked(dataDir: string, lock: Lock, holder: string): DatabaseSync {
  const db = new DatabaseSync(join(dataDir, `${lock}.lock`));
  try {
    db.exec('PRAGMA busy_timeout=0; BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5) throw lockedBy(lock, holder);
    throw error;
  }
}

function lockedBy(lock: Lock, holder: string): AppError {
  let who = 'Another process';
  try {
    const told: unknown = JSON.parse(readFileSync(holder, 'utf8'));
    if (typeof told === 'object' && told !== null && 'process' in told && 'started' in told)
      who = `Process ${String(told.process)}, started ${String(told.started)},`;
  } catch {
    // It has only just taken the lock, or may not be asked.
  }
  return new AppError('library-locked', `${who} ${LOCKS[lock]}; wait until it is done, or end it, then try again.`);
}
