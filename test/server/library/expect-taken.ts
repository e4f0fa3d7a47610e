/** Holds a library against what the program that wrote an earlier index read back from it (`test/fixtures/takeover/<folder>/expected.json`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Determination } from '#contract/determination.ts';
import { ITEM_SCOPE } from '#contract/query.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { IndexedLibrary } from '../../../server/index/indexed-library.ts';

export const TAKEOVERS = join(import.meta.dirname, '..', '..', 'fixtures', 'takeover');

const VersionSchema = z.object({
  sha256: z.string(),
  fileName: z.string(),
  decidedOn: z.string().nullable(),
  determinationSha256: z.string(),
  canonicalSha256: z.string(),
});
const SearchSchema = z.object({ id: z.string(), seen: z.array(z.string()) }).loose();
const CollectionSchema = z.object({ id: z.string(), collected: z.array(z.object({}).loose()) }).loose();
const ExpectedSchema = z.object({
  letters: z.array(z.object({ id: z.string(), current: z.string(), items: z.array(z.string()), versions: z.array(VersionSchema) })),
  unreadable: z.array(z.object({ source: z.object({}).loose(), reason: z.object({}).loose() })),
  stats: z.object({}).loose(),
  itemsWithWord: z.record(z.string(), z.number()),
  saved: z.object({ searches: z.array(SearchSchema), collections: z.array(CollectionSchema) }),
});

/** All of it: versions in their order, records and texts, files that could not be read, counts, words, and what users kept. */
export async function expectTaken(index: IndexedLibrary, folder: string): Promise<void> {
  const expected = ExpectedSchema.parse(JSON.parse(readFileSync(join(TAKEOVERS, folder, 'expected.json'), 'utf8')));
  expect(expected.letters.length).toBeGreaterThan(4);
  for (const { id, current, items, versions } of expected.letters) {
    const found = await index.versions(id);
    expect(found.filter((version) => version.current).map(({ sha256 }) => sha256)).toEqual([current]);
    expect(found.map(({ current: _, ...version }) => version)).toEqual(latestFirst(versions));
    expect((await index.determinations([id]))[0]?.items.map((item) => item.id)).toEqual(items);
    for (const { sha256, determinationSha256, canonicalSha256 } of versions) {
      const letter = await index.letter(id, sha256);
      if (letter === null) throw new Error(`${id} has lost a version`);
      expect(hashOf(asItWas(letter.determination))).toBe(determinationSha256);
      expect(hashOf(letter.canonical)).toBe(canonicalSha256);
    }
  }
  const { total, letters } = await index.unreadable(0, 100);
  expect(total).toBe(expected.unreadable.length);
  expect(letters).toEqual(expected.unreadable.map(({ source, reason }) => ({ source: { ...source, part: null }, reason })));
  const { change: _, ...stats } = await index.stats();
  expect(stats).toEqual(expected.stats);
  // Words whose stems are the same in all versions of the program.
  for (const word of ['therapy', 'pain']) {
    const count = expected.itemsWithWord[word];
    expect(await index.counts([{ kind: 'word', word, fields: [...ITEM_SCOPE] }]), word).toEqual([count]);
  }
  const kept = index.kept('local');
  expect(await kept.searches()).toEqual(expected.saved.searches.map(({ seen: _, ...search }) => search));
  for (const { id, seen } of expected.saved.searches) expect([...(await kept.seenBy(id))].sort()).toEqual([...seen].sort());
  expect(await kept.collections()).toEqual(expected.saved.collections.map(({ collected: _, ...collection }) => collection));
  for (const { id, collected } of expected.saved.collections) expect(await kept.itemsOf(id, 0, 100)).toEqual(collected);
}

type ExpectedVersion = z.infer<typeof VersionSchema>;

/** Versions as they are listed: the latest decision first, of equals the one put last; `versions` come in the order of their puts. */
function latestFirst(versions: readonly ExpectedVersion[]): Pick<ExpectedVersion, 'sha256' | 'fileName' | 'decidedOn'>[] {
  return [...versions]
    .reverse()
    .sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? 1 : (a.decidedOn ?? '') > (b.decidedOn ?? '') ? -1 : 0))
    .map(({ sha256, fileName, decidedOn }) => ({ sha256, fileName, decidedOn }));
}

/** A record without what was added to it when it was read as one of today. */
function asItWas(determination: Determination): object {
  const { part: _, ...source } = determination.source;
  const items = determination.items.map(({ deciding: __, ...item }) => ({
    ...item,
    reasons: item.reasons.map((reason) => (reason.value === 'criteria_not_met' ? { ...reason, value: 'not_indicated' } : reason)),
  }));
  const { published: ___, ...record } = determination;
  return { ...record, schemaVersion: 1, items, source };
}

/** The hash of a value's JSON; keys stand in the order of the record. */
function hashOf(value: object): string {
  return sha256Of(Buffer.from(JSON.stringify(value)));
}
