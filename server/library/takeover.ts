/**
 * Takes over a data folder of before there was a library: letters of `index.sqlite`, in the order in which they were put, files that could not be read,
 * and what users kept in `saved.sqlite`. The old files are not touched. It may be interrupted at any point: what was taken over is known the next time.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { CanonicalText, Letter, UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { asItStands, versionOf } from '../storage/sqlite.ts';
import { readEarlierKept } from './kept-takeover.ts';
import { type Library, writing } from './open-library.ts';
import { upgraded } from './upgrade-record.ts';

/** The files of earlier programs in a data folder. */
export const EARLIER_FILES = ['index.sqlite', 'saved.sqlite'] as const;

/** Letters that are taken over at once. */
const BATCH = 100;

/** What an earlier program stored. Each list can be read from its beginning any number of times, a batch at a time. */
export interface EarlierIndex {
  /** Versions that heads name: how many letters are given, unless one of them is not there. */
  readonly total: number;
  /**
   * Letters by their ids, and of each letter its versions in the order in which they were put; in which order the letters were put is not known.
   * A version that no head names was never acknowledged, and is left out; one that was being moved to another letter may come under both.
   */
  readonly letters: AsyncIterable<readonly Letter[]>;
  /** Files that could not be read, by name. */
  readonly unreadable: AsyncIterable<readonly UnreadableLetter[]>;
}

/** Whether there is something of an earlier program in a data folder. */
export function hasEarlier(dataDir: string): boolean {
  return EARLIER_FILES.some((name) => existsSync(join(dataDir, name)));
}

/**
 * Takes over what is there and was not yet. `tell` is told of what takes a while and of what could not be taken over. Throws AppError
 * `index-incompatible` where the index is of a program that is not known here.
 */
export async function takeOverEarlier(library: Library, dataDir: string, tell: (line: string) => void): Promise<void> {
  const isNew = async (name: string) => existsSync(join(dataDir, name)) && (await library.mark(`taken ${name}`)) === null;
  const [letters, saved] = [await isNew('index.sqlite'), await isNew('saved.sqlite')];
  if (!letters && !saved) return;
  await writing(library, async () => {
    const left = letters ? await takeOverLetters(library, join(dataDir, 'index.sqlite'), tell) : 0;
    if (saved) await library.takeKept(readFrom(join(dataDir, 'saved.sqlite'), readEarlierKept));
    for (const name of EARLIER_FILES) {
      if (await isNew(name)) await markTaken(library, name, { left: name === 'index.sqlite' ? left : 0, held: heldIn(dataDir, name) });
    }
    tell('What an earlier version of this program kept here was taken over. Its files are kept until you say: npm run imr -- tidy');
  });
}

/**
 * Takes over what an earlier program kept in an engine, unless that was done: `name` tells it from others. It may be interrupted at any point: what
 * was taken over is known the next time.
 */
export async function takeOverIndex(library: Library, name: string, earlier: EarlierIndex, tell: (line: string) => void): Promise<void> {
  if ((await library.mark(`taken ${name}`)) !== null) return;
  await writing(library, async () => {
    if (earlier.total > 0) tell(`Taking over ${earlier.total} letters of an earlier version of this program`);
    let [done, left] = [0, 0];
    for await (const letters of earlier.letters) {
      left += await putTold(library, letters, tell);
      if (Math.floor((done + letters.length) / TOLD_EVERY) > Math.floor(done / TOLD_EVERY))
        tell(`Taken over: ${done + letters.length} of ${earlier.total} letters`);
      done += letters.length;
    }
    for await (const unreadable of earlier.unreadable) await library.putUnreadable(unreadable);
    await markTaken(library, name, { left, held: String(earlier.total) });
    tell('What an earlier version of this program kept in Elasticsearch was taken over. It is kept until you say: npm run imr -- tidy');
  });
}

/** Letters between two words about how far it is. */
const TOLD_EVERY = 2_000;

/** Puts letters; how many were refused, which is told. */
async function putTold(library: Library, letters: readonly Letter[], tell: (line: string) => void): Promise<number> {
  const refused = (await library.put(letters)).filter(({ reason }) => reason !== null);
  for (const { id, reason } of refused) tell(`Not taken over: ${id}. ${reason}`);
  return refused.length;
}

/** What is remembered of a takeover: how many letters were left behind, and what stood there then. */
const TakenSchema = z.object({ left: z.int(), held: z.string() });
export type Taken = z.infer<typeof TakenSchema>;

async function markTaken(library: Library, name: string, taken: Taken): Promise<void> {
  await library.setMark(`taken ${name}`, JSON.stringify(taken));
}

/** What is remembered of the takeover of `name`; null where there was none. */
export async function takenOf(library: Pick<Library, 'mark'>, name: string): Promise<Taken | null> {
  const mark = await library.mark(`taken ${name}`);
  return mark === null ? null : TakenSchema.parse(JSON.parse(mark));
}

/** What stands in an earlier file, in short: another is another state of it. */
export function heldIn(dataDir: string, name: (typeof EARLIER_FILES)[number]): string {
  return readFrom(join(dataDir, name), (old) =>
    HELD[name].map((sql) => String(Object.values(old.prepare(`SELECT ${sql}`).get() ?? {}))).join(' '),
  );
}

/** What tells one state of an earlier file from another. */
const HELD: Readonly<Record<(typeof EARLIER_FILES)[number], readonly string[]>> = {
  'index.sqlite': ['count(*), max(seq) FROM letters', 'count(*) FROM unreadable'],
  'saved.sqlite': [
    'count(*), max(seen_at) FROM searches',
    'count(*), max(changed_at) FROM collections',
    'count(*), max(position) FROM collected',
  ],
};

/** How many letters were left behind, which is told. */
async function takeOverLetters(library: Library, file: string, tell: (line: string) => void): Promise<number> {
  const old = openOld(file);
  try {
    assertKnown(old);
    const total = Number(old.prepare('SELECT count(*) AS n FROM letters').get()?.['n']);
    if (total > 0) tell(`Taking over ${total} letters of an earlier version of this program`);
    const rows = old.prepare(`
      SELECT l.seq, l.id, b.determination, b.canonical FROM letters l LEFT JOIN letter_bodies b USING (seq) WHERE l.seq > ? ORDER BY l.seq LIMIT ?`);
    let left = 0;
    for (let seq = 0, done = 0; ; ) {
      const batch = rows.all(seq, BATCH);
      if (batch.length === 0) break;
      const letters: Letter[] = [];
      for (const row of batch) {
        const letter = letterOf(row['determination'], row['canonical']);
        if (letter === null) {
          left += 1;
          tell(`Damaged in the earlier index, and not taken over: ${String(row['id'])}`);
        } else letters.push(letter);
        seq = Number(row['seq']);
      }
      left += await putTold(library, letters, tell);
      done += batch.length;
      if (done % TOLD_EVERY === 0) tell(`Taken over: ${done} of ${total} letters`);
    }
    const unreadable = old.prepare('SELECT letter FROM unreadable ORDER BY file_name, sha256').all();
    await library.putUnreadable(unreadable.map((row) => unreadableOf(String(row['letter']))));
    return left;
  } finally {
    old.close();
  }
}

/** Opens an old file as it stands, so that nothing of it changes. */
function openOld(file: string): DatabaseSync {
  const old = new DatabaseSync(existsSync(`${file}-wal`) ? file : asItStands(file), { readOnly: true });
  try {
    versionOf(old);
    return old;
  } catch (cause) {
    old.close();
    throw new AppError(
      'index-incompatible',
      `The file ${basename(file)} in the data folder is none of this program, or is damaged. Move it away.`,
      {
        cause,
      },
    );
  }
}

function readFrom<T>(file: string, read: (old: DatabaseSync) => T): T {
  const old = openOld(file);
  try {
    return read(old);
  } finally {
    old.close();
  }
}

function assertKnown(old: DatabaseSync): void {
  if (/^embedded [23];/.test(String(versionOf(old)))) return;
  throw new AppError(
    'index-incompatible',
    'The file index.sqlite in the data folder was made by a version of this program that is not known here. Move it away, and read the letters again.',
  );
}

function letterOf(determination: unknown, canonical: unknown): Letter | null {
  if (!(determination instanceof Uint8Array) || !(canonical instanceof Uint8Array)) return null;
  try {
    const record: unknown = JSON.parse(inflateRawSync(determination).toString());
    return { determination: upgraded(record), canonical: JSON.parse(inflateRawSync(canonical).toString()) as CanonicalText };
  } catch {
    return null;
  }
}

function unreadableOf(json: string): UnreadableLetter {
  const letter = JSON.parse(json) as UnreadableLetter;
  return { ...letter, source: { ...letter.source, part: null } };
}
