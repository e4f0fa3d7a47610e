/**
 * One process at a time writes letters. The lock is one of the system's, held by SQLite on a file beside the library: it is gone with the
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

export function lockOf(dataDir: string): WriterLock {
  const holder = join(dataDir, 'library.writer.json');
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
        held = locked(dataDir, holder);
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

function locked(dataDir: string, holder: string): DatabaseSync {
  const db = new DatabaseSync(join(dataDir, 'library.lock'));
  try {
    db.exec('PRAGMA busy_timeout=0; BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5) throw lockedBy(holder);
    throw error;
  }
}

function lockedBy(holder: string): AppError {
  let who = 'Another process';
  try {
    const told: unknown = JSON.parse(readFileSync(holder, 'utf8'));
    if (typeof told === 'object' && told !== null && 'process' in told && 'started' in told)
      who = `Process ${String(told.process)}, started ${String(told.started)},`;
  } catch {
    // It has only just taken the lock, or may not be asked.
  }
  return new AppError('library-locked', `${who} is writing to this library; wait until it is done, or end it, then try again.`);
}
