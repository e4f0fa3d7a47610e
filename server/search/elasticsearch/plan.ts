/**
 * What a put changes: rounds of letters, and the head that each of them leads to. Pure.
 */
import type { Letter } from '#contract/determination.ts';
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

/** The head after a letter was put on top of what was there (null: nothing), and whether it is now the current version. */
export function nextHead(letter: Letter, before: HeadDocument | null): { head: HeadDocument; isCurrent: boolean } {
  const { determination } = letter;
  const entry: VersionEntry = {
    sha256: determination.source.sha256,
    fileName: determination.source.fileName,
    decidedOn: determination.dates.decided?.value ?? null,
    sequence: 1 + Math.max(0, ...(before?.versions ?? []).map((version) => version.sequence)),
  };
  const versions = latestFirst([...(before?.versions ?? []), entry]);
  const isCurrent = versions[0] === entry;
  if (before !== null && !isCurrent) return { head: { ...before, versionCount: versions.length, versions }, isCurrent };
  return {
    head: {
      letterId: determination.id,
      sha256: entry.sha256,
      decidedOn: entry.decidedOn,
      itemIds: determination.items.map((item) => item.id),
      versionCount: versions.length,
      messageCodes: [...new Set(determination.messages.map((message) => message.code))],
      versions,
    },
    isCurrent,
  };
}

/** The latest decision first, of equals the one put last; one without a decision day comes behind all others. */
function latestFirst(versions: readonly VersionEntry[]): VersionEntry[] {
  return [...versions].sort((a, b) => {
    const [dayA, dayB] = [a.decidedOn ?? '', b.decidedOn ?? ''];
    return dayA === dayB ? b.sequence - a.sequence : dayA < dayB ? 1 : -1;
  });
}
