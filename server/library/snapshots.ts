/**
 * The snapshots of a library: each a name for one of its change numbers. Nothing of the letters is copied: readings are never rewritten, and all that counted at
 * a change can be told for as long as they are kept.
 */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { AppError } from '#contract/problem.ts';
import type { Snapshot } from '#contract/snapshots.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { nameKey } from './name-key.ts';

/** As it is kept; see `SnapshotSchema`. */
export type StoredSnapshot = Omit<Snapshot, 'sameVocabulary'>;

/** What is told of a snapshot that is taken; the library adds its change number and what counts. */
type SnapshotToTake = Pick<StoredSnapshot, 'name' | 'note' | 'takenAt' | 'program' | 'extraction' | 'vocabulary'>;

export type SnapshotChange = { [K in 'name' | 'note']?: string | undefined };

/** Throws AppError `snapshot-not-found`, `saved-conflict` (a name that is taken, a limit), `library-unavailable` where nothing can be written. */
export interface Snapshots {
  /** The newest first. */
  snapshots(): StoredSnapshot[];
  snapshot(id: string): StoredSnapshot;
  takeSnapshot(taken: SnapshotToTake): StoredSnapshot;
  changeSnapshot(id: string, change: SnapshotChange): StoredSnapshot;
  /** With the mark of its index. */
  removeSnapshot(id: string): void;
}

/** The name of the mark that tells which generation of a snapshot's index answers. */
export function snapshotMark(id: string): string {
  return `generation of ${id}`;
}

export function openSnapshots(db: DatabaseSync, newId: () => string): Snapshots {
  // A library of before that is only read has no such table.
  const isThere = () => db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'snapshots'").get() !== undefined;
  const snapshot = (id: string): StoredSnapshot => {
    const row = isThere() ? db.prepare('SELECT * FROM snapshots WHERE id = ?').get(id) : undefined;
    if (row === undefined) throw new AppError('snapshot-not-found', 'There is no snapshot of this id in the library');
    return toSnapshot(row);
  };
  const assertFree = (name: string, id: string): void => {
    if (db.prepare('SELECT 1 FROM snapshots WHERE name_key = ? AND id <> ?').get(nameKey(name), id) === undefined) return;
    throw new AppError('saved-conflict', `The name “${name}” is taken by another snapshot`, {
      errors: [{ parameter: 'name', detail: 'expected another name' }],
    });
  };
  return {
    snapshots: () => (isThere() ? db.prepare('SELECT * FROM snapshots ORDER BY taken_at DESC, name_key').all().map(toSnapshot) : []),
    snapshot,
    takeSnapshot({ name, note, takenAt, program, extraction, vocabulary }) {
      const id = newId();
      inTransaction(db, 'write', () => {
        if (Number(db.prepare('SELECT count(*) AS n FROM snapshots').get()?.['n']) >= SAVED_LIMITS.snapshots)
          throw new AppError('saved-conflict', `At most ${SAVED_LIMITS.snapshots} snapshots are kept; remove one first`);
        assertFree(name, id);
        db.prepare(`
          INSERT INTO snapshots(id, name, name_key, note, taken_at, program, extraction, vocabulary, change, letters, items)
          SELECT ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM changes), (SELECT count(*) FROM letters),
            (SELECT coalesce(sum(r.items), 0) FROM letters l JOIN readings r ON r.change = l.reading)`).run(
          id,
          name,
          nameKey(name),
          note,
          takenAt,
          program,
          extraction,
          vocabulary,
        );
      });
      return snapshot(id);
    },
    changeSnapshot(id, { name, note }) {
      inTransaction(db, 'write', () => {
        const old = snapshot(id);
        assertFree(name ?? old.name, id);
        db.prepare('UPDATE snapshots SET name = ?, name_key = ?, note = ? WHERE id = ?').run(
          name ?? old.name,
          nameKey(name ?? old.name),
          note ?? old.note,
          id,
        );
      });
      return snapshot(id);
    },
    removeSnapshot(id) {
      inTransaction(db, 'write', () => {
        snapshot(id);
        db.prepare('DELETE FROM snapshots WHERE id = ?').run(id);
        db.prepare("DELETE FROM meta WHERE name = 'mark ' || ?").run(snapshotMark(id));
      });
    },
  };
}

function toSnapshot(row: Record<string, SQLOutputValue>): StoredSnapshot {
  return {
    id: String(row['id']),
    name: String(row['name']),
    note: String(row['note']),
    takenAt: String(row['taken_at']),
    change: Number(row['change']),
    letters: Number(row['letters']),
    items: Number(row['items']),
    program: String(row['program']),
    extraction: String(row['extraction']),
    vocabulary: String(row['vocabulary']),
  };
}
