/**
 * Puts that were cut off (a killed program, a lost server) leave items without a head, which would be counted. So every put
 * is noted before its first item and the note taken away after its last head; whoever opens the index settles the letters of
 * the notes that stay. A put that was only slow finds its note taken, and settles its letters itself: no clock decides.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Stored } from './connection.ts';
import { deletion, type PutDocument, putDoneOperation, putOperation, type TouchedLetter } from './documents.ts';
import { settleLetters } from './settle.ts';

/** How long an opener lets a put go on before it takes it for cut off; a batch usually takes less. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;
/** Notes read at once: one for each program that writes. */
const MOST_NOTES = 1_000;

type Notes = Map<string, Stored<PutDocument>>;

/** Writes to these letters, noted while it lasts. Where `write` throws the note stays, and the next opener settles them. */
export async function noted<T>(connection: Connection, letters: readonly TouchedLetter[], write: () => Promise<T>): Promise<T> {
  if (letters.length === 0) return await write();
  const id = randomUUID();
  const [refused] = (await connection.write([putOperation(connection.aliases, id, { letters, taken: 0 }, null)])).values();
  if (refused !== undefined) throw new Error(`a put could not be noted: ${refused}`);
  const result = await write();
  const note = (await notesOf(connection, [id])).get(id);
  const isOurs = note?.source.taken === 0 && (await connection.write([putDoneOperation(connection.aliases, id, note.seen)])).size === 0;
  if (!isOurs) {
    // Whoever took it may have settled the letters before their heads were written.
    await afterPatience(connection, [id]);
    await settleLetters(connection, letters);
    await connection.write([deletion(connection.aliases.puts, id, id)]);
  }
  return result;
}

/** Settles what cut off puts left. Costs two small requests where there are none. */
export async function settleCutOff(connection: Connection): Promise<void> {
  await connection.refresh(['puts']);
  const found = await connection.search('puts', {
    query: { match_all: {} },
    size: MOST_NOTES,
    track_total_hits: false,
    _source: false,
  });
  const left = await afterPatience(
    connection,
    found.hits.hits.flatMap(({ _id }) => _id ?? []),
  );
  for (const [id, { source, seen }] of left) {
    const taken = { ...source, taken: source.taken + 1 };
    // Refused where it is done by now, or another opener took it.
    if ((await connection.write([putOperation(connection.aliases, id, taken, seen)])).size > 0) continue;
    await settleLetters(connection, source.letters);
    await connection.write([deletion(connection.aliases.puts, id, id)]);
  }
  if (left.size > 0) await connection.refresh(['items', 'letters']);
}

/** Waits until the notes are gone, and no longer than `PATIENCE_MS`; those that stay come back. */
async function afterPatience(connection: Connection, ids: readonly string[]): Promise<Notes> {
  let left = await notesOf(connection, ids);
  for (let waitedMs = 0; left.size > 0 && waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    left = await notesOf(connection, [...left.keys()]);
  }
  return left;
}

async function notesOf(connection: Connection, ids: readonly string[]): Promise<Notes> {
  return await connection.documents<PutDocument>('puts', ids);
}
