/**
 * What a put changes: rounds of letters, and the head that each of them leads to. Pure.
 */
import type { Determination, Letter } from '#contract/determination.ts';
import type { HeadDocument, VersionEntry } from './documents.ts';

/** Longest document id that Elasticsearch takes, in bytes of UTF-8; a longer one would fail the whole bulk request. */
const LONGEST_ID = 512;

/** A letter and its place in the batch. */
export interface Entry {
  readonly at: number;
  readonly letter: Letter;
}

/** Splits a batch so that no round holds two letters of one case or the same bytes twice; rounds are put in order. */
export function toRounds(batch: readonly Letter[]): Entry[][] {
  const rounds: Entry[][] = [];
  const used = new Map<string, number>();
  for (const [at, letter] of batch.entries()) {
    const keys = [letter.determination.id, letter.determination.source.sha256];
    const round = Math.max(...keys.map((key) => used.get(key) ?? 0));
    for (const key of keys) used.set(key, round + 1);
    rounds[round] ??= [];
    rounds[round].push({ at, letter });
  }
  return rounds;
}

/** Why a letter cannot be stored at all; null where it can. */
export function faultOf(letter: Letter): string | null {
  const ids = [letter.determination.id, ...letter.determination.items.map((item) => item.id)];
  const long = ids.find((id) => Buffer.byteLength(id) > LONGEST_ID);
  return long === undefined ? null : `the case number is too long: an id may have ${LONGEST_ID} bytes`;
}

/**
 * The head after a letter was put on top of what was there (null: nothing), and whether the letter is now the current version.
 * A version that is there already keeps its place in the order of puts. The head is null where the letter is no longer
 * current and one that was not before is: that version's record is needed (see `settle.ts`).
 */
export function nextHead(letter: Letter, before: HeadDocument | null): { head: HeadDocument | null; isCurrent: boolean } {
  const { sha256 } = letter.determination.source;
  const listed = before?.versions ?? [];
  const sequence =
    listed.find((version) => version.sha256 === sha256)?.sequence ?? 1 + Math.max(0, ...listed.map((version) => version.sequence));
  const entry = entryOf(letter.determination, sequence);
  const versions = latestFirst([...listed.filter((version) => version.sha256 !== sha256), entry]);
  if (versions[0] === entry) return { head: headOf(letter.determination, versions), isCurrent: true };
  const isSame = before !== null && versions[0]?.sha256 === before.sha256;
  return { head: isSame ? { ...before, versionCount: versions.length, versions } : null, isCurrent: false };
}

/** The head of a letter whose stored versions are these records; null where there are none. `before` says how they were put. */
export function settledHead(
  before: HeadDocument,
  stored: ReadonlyMap<string, Determination>,
): { head: HeadDocument; current: Determination } | null {
  const versions = latestFirst(
    before.versions.flatMap(({ sha256, sequence }) => {
      const determination = stored.get(sha256);
      return determination?.id === before.letterId ? [entryOf(determination, sequence)] : [];
    }),
  );
  const current = stored.get(versions[0]?.sha256 ?? '');
  return current === undefined ? null : { head: headOf(current, versions), current };
}

function entryOf({ source, dates }: Determination, sequence: number): VersionEntry {
  return { sha256: source.sha256, fileName: source.fileName, decidedOn: dates.decided?.value ?? null, sequence };
}

function headOf(current: Determination, versions: readonly VersionEntry[]): HeadDocument {
  return {
    letterId: current.id,
    sha256: current.source.sha256,
    decidedOn: current.dates.decided?.value ?? null,
    itemIds: current.items.map((item) => item.id),
    versionCount: versions.length,
    messageCodes: [...new Set(current.messages.map((message) => message.code))],
    versions,
  };
}

/** The latest decision first, of equals the one put last; one without a decision day comes behind all others. */
function latestFirst(versions: readonly VersionEntry[]): VersionEntry[] {
  return [...versions].sort((a, b) => {
    const [dayA, dayB] = [a.decidedOn ?? '', b.decidedOn ?? ''];
    return dayA === dayB ? b.sequence - a.sequence : dayA < dayB ? 1 : -1;
  });
}
