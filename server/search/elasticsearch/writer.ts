/**
 * Putting and removing letters. The order of writing is what makes a crash harmless: version and items first, the
 * letter's head last. A put that was cut off is not known (no head names it), and putting it again completes it.
 */
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import type { PutOutcome } from '../port.ts';
import type { Connection, Stored } from './connection.ts';
import {
  deletion,
  type HeadDocument,
  headOperation,
  itemOperations,
  type Operation,
  unreadableOperation,
  type VersionDocument,
  versionOperation,
} from './documents.ts';
import type { Aliases } from './names.ts';
import { type Entry, faultOf, nextHead, toRounds } from './plan.ts';

type Heads = Map<string, Stored<HeadDocument>>;

/** Stores a batch; one outcome for each letter, in order. */
export async function putLetters(connection: Connection, batch: readonly Letter[]): Promise<PutOutcome[]> {
  const outcomes: PutOutcome[] = [];
  for (const round of toRounds(batch)) {
    for (const [at, outcome] of await putRound(connection, round)) outcomes[at] = outcome;
  }
  if (outcomes.some(({ outcome }) => outcome !== 'unchanged')) await connection.refresh(['items', 'letters', 'unreadable']);
  return outcomes;
}

export async function putUnreadable(connection: Connection, batch: readonly UnreadableLetter[]): Promise<void> {
  const failures = await connection.write(batch.map((letter) => unreadableOperation(connection.aliases, letter)));
  const [failure] = failures.values();
  if (failure !== undefined) throw new Error(`an unreadable file could not be listed: ${failure}`);
  await connection.refresh(['unreadable']);
}

/** Which letters (by sha-256) are stored: those that a head names. */
export async function knownLetters(connection: Connection, sha256s: readonly string[]): Promise<Set<string>> {
  const versions = await connection.documents<Pick<VersionDocument, 'letterId'>>('versions', sha256s, ['letterId']);
  const heads = await headsOf(
    connection,
    [...versions.values()].map(({ source }) => source.letterId),
  );
  return new Set(
    [...versions].flatMap(([sha256, { source }]) => (lists(heads.get(source.letterId)?.source ?? null, sha256) ? [sha256] : [])),
  );
}

/** Takes determinations out with all their versions; returns how many there were. */
export async function removeLetters(connection: Connection, ids: readonly string[]): Promise<number> {
  const { aliases } = connection;
  const heads = await headsOf(connection, ids);
  if (heads.size === 0) return 0;
  const operations = [...heads.values()].flatMap(({ source: head }) => [
    ...head.itemIds.map((id) => deletion(aliases.items, id, head.letterId)),
    ...head.versions.map(({ sha256 }) => deletion(aliases.versions, sha256, head.letterId)),
    deletion(aliases.letters, head.letterId, head.letterId),
  ]);
  const failures = await connection.write(operations);
  await connection.refresh(['items', 'letters']);
  const [failure] = failures.values();
  if (failure !== undefined) throw new Error(`a determination could not be removed: ${failure}`);
  return heads.size;
}

export async function headsOf(connection: Connection, ids: readonly string[]): Promise<Heads> {
  return await connection.documents<HeadDocument>('letters', ids);
}

/** The operations of one letter: what it holds, then what makes it count. */
interface Change {
  readonly entry: Entry;
  readonly isNew: boolean;
  readonly content: readonly Operation[];
  readonly commit: readonly Operation[];
}

/** One round, in which every letter id stands once; the outcomes by their places in the batch. */
async function putRound(connection: Connection, round: readonly Entry[]): Promise<Map<number, PutOutcome>> {
  const determinations = round.map(({ letter }) => letter.determination);
  const [known, heads] = await Promise.all([
    knownLetters(
      connection,
      determinations.map(({ source }) => source.sha256),
    ),
    headsOf(
      connection,
      determinations.map(({ id }) => id),
    ),
  ]);
  const outcomes = new Map<number, PutOutcome>();
  const report = ({ at, letter: { determination } }: Entry, outcome: PutOutcome['outcome'], reason: string | null = null) => {
    outcomes.set(at, { id: determination.id, sha256: determination.source.sha256, outcome, reason });
  };

  const changes: Change[] = [];
  for (const entry of round) {
    const { id, source } = entry.letter.determination;
    const fault = faultOf(entry.letter);
    if (known.has(source.sha256)) report(entry, 'unchanged');
    else if (fault !== null) report(entry, 'failed', fault);
    else {
      try {
        changes.push(toChange(connection.aliases, entry, heads.get(id) ?? null));
      } catch (error) {
        report(entry, 'failed', `no index document can be made of it: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  const failures = await connection.write(changes.flatMap(({ content }) => content));
  const ready = changes.filter(({ entry }) => !failures.has(entry.letter.determination.id));
  for (const [id, reason] of await connection.write(ready.flatMap(({ commit }) => commit))) failures.set(id, reason);
  const undone: Letter[] = [];
  for (const { entry, isNew } of changes) {
    const reason = failures.get(entry.letter.determination.id);
    if (reason === undefined) report(entry, isNew ? 'added' : 'new_version');
    else {
      report(entry, 'failed', reason);
      undone.push(entry.letter);
    }
  }
  if (undone.length > 0) await restoreItems(connection, undone);
  return outcomes;
}

function toChange(aliases: Aliases, entry: Entry, before: Stored<HeadDocument> | null): Change {
  const { determination } = entry.letter;
  const { head, isCurrent } = nextHead(entry.letter, before?.source ?? null);
  return {
    entry,
    isNew: before === null,
    content: [
      versionOperation(aliases, entry.letter),
      ...(isCurrent ? itemOperations(aliases, determination, before?.source.itemIds ?? []) : []),
    ],
    commit: [
      headOperation(aliases, head, before?.seen ?? null),
      deletion(aliases.unreadable, determination.source.sha256, determination.id),
    ],
  };
}

/** Makes the items of letters whose put failed what their heads say: those of the version that counts, or none. */
async function restoreItems(connection: Connection, letters: readonly Letter[]): Promise<void> {
  const { aliases } = connection;
  const heads = await headsOf(
    connection,
    letters.map((letter) => letter.determination.id),
  );
  const current = [...heads.values()].map(({ source }) => source.sha256);
  const versions = await connection.documents<VersionDocument>('versions', current, ['determination']);
  const operations = letters.flatMap(({ determination }) => {
    const written = determination.items.map((item) => item.id);
    const sha256 = heads.get(determination.id)?.source.sha256;
    const stored = sha256 === undefined ? undefined : versions.get(sha256)?.source.determination;
    if (stored === undefined) return written.map((id) => deletion(aliases.items, id, determination.id));
    return itemOperations(aliases, stored, written);
  });
  await connection.write(operations);
}

function lists(head: HeadDocument | null, sha256: string): boolean {
  return head?.versions.some((version) => version.sha256 === sha256) ?? false;
}
