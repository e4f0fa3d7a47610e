/**
 * The projections of the embedded engine: files named by generation below `<data dir>/index`, of which the library names the one that answers.
 * A new one is made beside it and takes its place at once; whoever still reads the old one is told by it.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/problem.ts';
import type { Pointer, Projections, SearchEngine, SnapshotProjections } from '../port.ts';
import { openToRead, openToWrite, withPlainErrors } from './database.ts';
import { embeddedEngine } from './open-embedded.ts';
import { embeddedInThreads } from './threads.ts';
import { openWriter } from './writer.ts';

const NAME = /^(\d+)\.sqlite(?:-wal|-shm)?$/;

/** `threads`: whether the engine answers in threads of its own, or in the caller's. `folder`: where the files are. */
export function embeddedProjections(
  dataDir: string,
  pointer: Pointer,
  threads: boolean,
  folder: string = join(dataDir, 'index'),
): Projections {
  const fileOf = (generation: number) => join(folder, `${generation}.sqlite`);
  const generations = new WeakMap<SearchEngine, number>();
  const opened = (index: SearchEngine, generation: number): SearchEngine => {
    generations.set(index, generation);
    return index;
  };
  return {
    place: dataDir,
    isCurrent: async (index) => generations.get(index) === (await pointer.get()),
    current: async () => {
      const generation = await pointer.get();
      const path = fileOf(generation ?? 0);
      const file = generation === null ? null : openToRead(path);
      if (file === null) return null;
      const { db, outdated } = file;
      if (!threads) return { index: opened(embeddedEngine(db), generation ?? 0), outdated };
      db.close();
      return { index: opened(await embeddedInThreads(path), generation ?? 0), outdated };
    },
    sweep: async () => {
      const answers = await pointer.get();
      for (const other of generationsIn(folder)) if (other !== answers) retire(fileOf(other), answers ?? 0);
    },
    beside: async () => {
      const answers = await pointer.get();
      const generation = 1 + Math.max(answers ?? 0, ...generationsIn(folder));
      const file = openToWrite(fileOf(generation), true);
      if (file === null) throw new AppError('engine-unavailable', 'The new index file could not be made');
      if (threads) file.db.close();
      const index = threads ? await embeddedInThreads(fileOf(generation)) : embeddedEngine(file.db);
      return {
        index,
        swap: async () => {
          await index.close();
          withPlainErrors(() => syncToDisk(fileOf(generation)));
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

/** Those as of snapshots: in `<data dir>/snapshots`, each in a folder that is named for its snapshot. `pointerOf`: see `Pointer`. */
export function embeddedSnapshots(dataDir: string, pointerOf: (id: string) => Pointer, threads: boolean): SnapshotProjections {
  const folder = join(dataDir, 'snapshots');
  return {
    of: (id) => embeddedProjections(dataDir, pointerOf(id), threads, join(folder, id)),
    ids: async () => foldersIn(folder),
    remove: async (id) => {
      const own = join(folder, id);
      for (const generation of generationsIn(own)) retire(join(own, `${generation}.sqlite`), generation + 1);
      try {
        rmSync(own, { recursive: true, force: true });
      } catch {
        // In use, on systems that do not let go of an open file: it is taken away by the next sweep.
      }
    },
  };
}

/** What was written without being synced is on the disk when this returns. */
function syncToDisk(file: string): void {
  const db = openToWrite(file, false)?.db;
  db?.exec('PRAGMA synchronous=full; PRAGMA wal_checkpoint(TRUNCATE)');
  db?.close();
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

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return []; // no folder yet
  }
}
