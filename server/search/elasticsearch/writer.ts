/**
 * Putting and removing letters. The order of writing is what makes a crash harmless: items first, the letter's head last.
 * A put that was cut off is not known (no head names it), its items are taken out when the index is opened next
 * (`cut-off.ts`), and putting it again completes it.
 */
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import type { PutOptions, PutOutcome } from '../port.ts';
import type { Connection } from './connection.ts';
import { noted } from './cut-off.ts';
import {
  deletion,
  type HeadDocument,
  headOperation,
  itemOperations,
  type Operation,
  type TouchedLetter,
  unreadableOperation,
  type VersionDocument,
  versionOperation,
} from './documents.ts';
import type { Aliases } from './names.ts';
import { type Entry, faultOf, nextHead, toRounds } from './plan.ts';
import { type Heads, headsOf, settleLetters } from './settle.ts';

/** Most files of one batch's names that are taken off the unreadable list at once. */
const MOST_NAMED = 10_000;

/** Stores a batch; one outcome for each letter, in order. */
export async function putLetters(connection: Connection, batch: readonly Letter[], options: PutOptions = {}): Promise<PutOutcome[]> {
  const outcomes: PutOutcome[] = [];
  for (const round of toRounds(batch)) {
    for (const [at, outcome] of await putRound(connection, round, options)) outcomes[at] = outcome;
  }
  const read = batch.filter((_, at) => outcomes[at]?.outcome !== 'failed').map(({ determination }) => determination.source.fileName);
  const dropped = await dropUnreadableNames(connection, read);
  if (dropped || outcomes.some(({ outcome }) => outcome !== 'unchanged')) await connection.refresh(['items', 'letters', 'unreadable']);
  return outcomes;
}

/** Takes unreadable files off their list whose names readable letters have; whether there were any. */
async function dropUnreadableNames(connection: Connection, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const { hits } = await connection.search('unreadable', {
    size: MOST_NAMED,
    query: { terms: { fileName: names } },
    track_total_hits: false,
    _source: false,
  });
  const ids = hits.hits.map((hit) => String(hit._id));
  if (ids.length > 0) await connection.write(ids.map((id) => deletion(connection.aliases.unreadable, id, id)));
  return ids.length > 0;
}

export async function putUnreadable(connection: Connection, batch: readonly UnreadableLetter[]): Promise<void> {
  const failures = await connection.write(batch.map((letter) => unreadableOperation(connection.aliases, letter)));
  const [failure] = failures.values();
  if (failure !== undefined) throw new Error(`an unreadable file could not be listed: ${failure}`);
  await connection.refresh(['unreadable']);
}

/** Which letters are stored, those that a head names: the sha-256 of each, and the id it is stored under. */
export async function knownLetters(connection: Connection, sha256s: readonly string[]): Promise<Map<string, string>> {
  const versions = await connection.documents<Pick<VersionDocument, 'letterId'>>('versions', sha256s, ['letterId']);
  const heads = await headsOf(
    connection,
    [...versions.values()].map(({ source }) => source.letterId),
  );
  return new Map(
    [...versions].flatMap(([sha256, { source }]) =>
      lists(heads.get(source.letterId)?.source, sha256) ? [[sha256, source.letterId] as const] : [],
    ),
  );
}

/** Takes determinations out with all their versions; returns how many there were. */
export async function removeLetters(connection: Connection, ids: readonly string[]): Promise<number> {
  const { aliases } = connection;
  const heads = [...(await headsOf(connection, ids)).values()].map(({ source }) => source);
  if (heads.length === 0) return 0;
  const failures = await noted(connection, heads, async () => {
    // A letter without its head is gone, whatever else is left of it.
    const kept = await connection.write(heads.map(({ letterId }) => deletion(aliases.letters, letterId, letterId)));
    const rest = heads
      .filter(({ letterId }) => !kept.has(letterId))
      .flatMap(({ letterId, itemIds, versions }) => [
        ...itemIds.map((id) => deletion(aliases.items, id, letterId)),
        ...versions.map(({ sha256 }) => deletion(aliases.versions, sha256, letterId)),
      ]);
    return [...kept.values(), ...(await connection.write(rest)).values()];
  });
  await connection.refresh(['items', 'letters']);
  if (failures[0] !== undefined) throw new Error(`a determination could not be removed: ${failures[0]}`);
  return heads.length;
}

/** The operations of one letter: what it holds, then what makes it count. */
interface Change {
  readonly entry: Entry;
  readonly outcome: 'added' | 'new_version' | 'replaced';
  readonly content: readonly Operation[];
  readonly commit: readonly Operation[];
  /** Whose items are written: the letter's own, and those of the case that the version was stored under before. */
  readonly touched: readonly TouchedLetter[];
  /** Whether the versions of what was touched must be settled once all is written. */
  readonly unsettled: boolean;
}

/** One round, in which every letter id stands once; the outcomes by their places in the batch. */
async function putRound(
  connection: Connection,
  round: readonly Entry[],
  { replace = false }: PutOptions,
): Promise<Map<number, PutOutcome>> {
  const determinations = round.map(({ letter }) => letter.determination);
  const known = await knownLetters(
    connection,
    determinations.map(({ source }) => source.sha256),
  );
  const heads = await headsOf(connection, [...determinations.map(({ id }) => id), ...known.values()]);
  const outcomes = new Map<number, PutOutcome>();
  const report = ({ at, letter: { determination } }: Entry, outcome: PutOutcome['outcome'], reason: string | null = null) => {
    outcomes.set(at, { id: determination.id, sha256: determination.source.sha256, outcome, reason });
  };

  const changes: Change[] = [];
  for (const entry of round) {
    const storedAs = known.get(entry.letter.determination.source.sha256) ?? null;
    const fault = faultOf(entry.letter);
    if (storedAs !== null && !replace) report(entry, 'unchanged');
    else if (fault !== null) report(entry, 'failed', fault);
    else {
      try {
        changes.push(toChange(connection.aliases, entry, heads, storedAs));
      } catch (error) {
        report(entry, 'failed', `no index document can be made of it: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  await noted(
    connection,
    changes.flatMap(({ touched }) => touched),
    async () => {
      const failures = await connection.write(changes.flatMap(({ content }) => content));
      const ready = changes.filter(({ entry }) => !failures.has(entry.letter.determination.id));
      for (const [id, reason] of await connection.write(ready.flatMap(({ commit }) => commit))) failures.set(id, reason);
      const unsettled: TouchedLetter[] = [];
      for (const change of changes) {
        const reason = failures.get(change.entry.letter.determination.id);
        report(change.entry, reason === undefined ? change.outcome : 'failed', reason);
        if (reason !== undefined || change.unsettled) unsettled.push(...change.touched);
      }
      if (unsettled.length > 0) await settleLetters(connection, unsettled);
    },
  );
  return outcomes;
}

/** `storedAs`: the id under which these bytes are stored; null where they are not. */
function toChange(aliases: Aliases, entry: Entry, heads: Heads, storedAs: string | null): Change {
  const { determination } = entry.letter;
  const { id, source } = determination;
  const before = heads.get(id);
  const { head, isCurrent } = nextHead(entry.letter, before?.source ?? null);
  const version = versionOperation(aliases, entry.letter);
  // Made in any case, so that a letter of which no index document can be made fails whether it counts or not.
  const made = itemOperations(aliases, determination, before?.source.itemIds ?? []);
  const items = isCurrent ? made : [];
  const moved = storedAs === null || storedAs === id ? undefined : heads.get(storedAs)?.source;
  return {
    entry,
    outcome: storedAs !== null ? 'replaced' : before === undefined ? 'added' : 'new_version',
    // A record that is stored stays until the server has taken the items of the new one.
    content: storedAs === null ? [version, ...items] : items,
    commit: [
      ...(storedAs === null ? [] : [version]),
      ...(head === null ? [] : [headOperation(aliases, head, before?.seen ?? null)]),
      deletion(aliases.unreadable, source.sha256, id),
    ],
    touched: [
      { letterId: id, itemIds: [...new Set([...determination.items.map((item) => item.id), ...(before?.source.itemIds ?? [])])] },
      ...(moved === undefined ? [] : [{ letterId: moved.letterId, itemIds: moved.itemIds }]),
    ],
    unsettled: head === null || moved !== undefined,
  };
}

function lists(head: HeadDocument | undefined, sha256: string): boolean {
  return head?.versions.some((version) => version.sha256 === sha256) ?? false;
}
