/**
 * The projections of the embedded engine: files named by generation below `<data dir>/index`, of which the library names the one that answers.
 * A new one is made beside it and takes its place at once; whoever still reads the old one is told by it.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/problem.ts';
import type { Projections, Pointer } from '../port.ts';
import { openToRead, openToWrite, withPlainErrors } from './database.ts';
import { embeddedEngine } from './open-embedded.ts';
import { openWriter } from './writer.ts';

const NAME = /^(\d+)\.sqlite(?:-wal|-shm)?$/;

export function embeddedProjections(dataDir: string, pointer: Pointer): Projections {
  const folder = join(dataDir, 'index');
  const fileOf = (generation: number) => join(folder, `${generation}.sqlite`);
  return {
    current: async () => {
      const generation = await pointer.get();
      const file = generation === null ? null : openToRead(fileOf(generation));
      return file === null ? null : { index: embeddedEngine(file.db), outdated: file.outdated };
    },
    beside: async () => {
      const answers = await pointer.get();
      const generation = 1 + Math.max(answers ?? 0, ...generationsIn(folder));
      // What an interrupted run left half made.
      for (const other of generationsIn(folder)) if (other !== answers) retire(fileOf(other), generation);
      const file = openToWrite(fileOf(generation), true);
      if (file === null) throw new AppError('engine-unavailable', 'The new index file could not be made');
      const index = embeddedEngine(file.db);
      return {
        index,
        swap: async () => {
          withPlainErrors(() => syncToDisk(file.db));
          await index.close();
          await pointer.set(generation);
          for (const other of generationsIn(folder)) if (other !== generation) retire(fileOf(other), generation);
        },
        drop: async () => {
          await index.close();
          removeFile(fileOf(generation));
        },
      };
    },
  };
}

/** What was written without being synced is on the disk when this returns. */
function syncToDisk(db: DatabaseSync): void {
  db.exec('PRAGMA synchronous=full; PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Tells whoever reads a file that another took its place, and takes it away. */
function retire(file: string, generation: number): void {
  try {
    const old = openToWrite(file, false);
    if (old !== null) {
      openWriter(old.db).replacedBy(generation);
      old.db.close();
    }
  } catch {
    // A damaged file tells nobody.
  }
  removeFile(file);
}

function removeFile(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      rmSync(name, { force: true });
    } catch {
      // In use, on systems that do not let go of an open file: it is taken away by the next new index.
    }
  }
}

function generationsIn(folder: string): number[] {
  try {
    return [...new Set(readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []))].map(Number);
  } catch {
    return []; // no folder yet
  }
}
