/** A data folder of before there was a library: taken over whole at the first start, kept until told, and never again. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedLibrary } from '../../../server/index/indexed-library.ts';
import { type Opening, openSearchIndex } from '../../../server/index/open-index.ts';
import { tidy } from '../../../server/index/tidy.ts';
import { openOriginals } from '../../../server/storage/originals.ts';
import { expectTaken, TAKEOVERS } from './expect-taken.ts';

let dataDir = '';
const opened: IndexedLibrary[] = [];
const open = async (opening: Opening = {}) => {
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, opening);
  opened.push(index);
  return index;
};
const closeAll = async () => {
  for (const index of opened.splice(0)) await index.close();
};
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imr-takeover-'));
});
afterEach(async () => {
  await closeAll();
  rmSync(dataDir, { recursive: true });
});

/** The bytes of every earlier file, as one hash each. */
const earlierFiles = () =>
  ['index.sqlite', 'saved.sqlite'].map((name) =>
    createHash('sha256')
      .update(readFileSync(join(dataDir, name)))
      .digest('hex'),
  );

describe.each(['embedded-2', 'embedded-3'])('what the program of %s kept', (folder) => {
  beforeEach(() => cpSync(join(TAKEOVERS, folder, 'data'), dataDir, { recursive: true }));

  it.each([
    ['in the same thread', {}],
    ['in threads', { threads: true }],
    ['by a command that only reads', { create: false }],
  ])('is in the library after the first start, and the old files are as they were: %s', async (_, opening) => {
    const before = earlierFiles();
    const said: string[] = [];
    const index = await open({ ...opening, tell: (line) => said.push(line) });
    await expectTaken(index, folder);
    expect(said.join('\n')).toMatch(/^Taking over 8 letters[^\n]*\nWhat an earlier version [^\n]*npm run imr -- tidy/);
    expect(earlierFiles()).toEqual(before);
    expect(readdirSync(dataDir).filter((name) => /-(?:wal|shm)$/.test(name) && !name.startsWith('library'))).toEqual([]);
    expect((await index.library.check(0)).faults).toEqual([]);
    const letter = await index.letter('dwc:CM14-9037327');
    expect(await openOriginals(dataDir).has(letter?.determination.source.sha256 ?? '')).toBe(true);
  });

  it('is taken over once: another start of the same program changes nothing, and says nothing', async () => {
    const { change } = await (await open()).library.stats();
    await closeAll();
    const said: string[] = [];
    const index = await open({ tell: (line) => said.push(line) });
    expect(await index.library.stats()).toMatchObject({ change });
    expect(said).toEqual([]);
    await index.remove(['dwc:CM14-9037327']);
    await closeAll();
    expect(await (await open()).letter('dwc:CM14-9037327')).toBeNull();
  });

  it('goes when it is told to, and not before; the library has it all', async () => {
    const index = await open();
    const tidied = await tidy(index.library, { engine: 'embedded', dataDir });
    expect(tidied.kept).toEqual([]);
    expect(tidied.removed.map(({ name }) => name)).toEqual(['index.sqlite', 'saved.sqlite']);
    expect(existsSync(join(dataDir, 'index.sqlite'))).toBe(false);
    await closeAll();
    await expectTaken(await open(), folder);
    expect(await tidy(opened.at(-1)?.library ?? index.library, { engine: 'embedded', dataDir })).toEqual({ removed: [], kept: [] });
  });
});

it('what an earlier program wrote after it was taken over is not tidied away', async () => {
  cpSync(join(TAKEOVERS, 'embedded-3', 'data'), dataDir, { recursive: true });
  const index = await open();
  const old = new DatabaseSync(join(dataDir, 'saved.sqlite'));
  old.exec("INSERT INTO collections VALUES ('x', 'later', 'later', '', '2026-02-03', '2026-02-03'); PRAGMA wal_checkpoint(TRUNCATE)");
  old.close();
  const { removed, kept } = await tidy(index.library, { engine: 'embedded', dataDir });
  expect(removed.map(({ name }) => name)).toEqual(['index.sqlite']);
  expect(kept).toEqual([expect.stringMatching(/^saved\.sqlite is kept: it was written to since/)]);
});

describe('an earlier index that is not whole', () => {
  beforeEach(() => cpSync(join(TAKEOVERS, 'embedded-3', 'data'), dataDir, { recursive: true }));

  it('gives what is whole in it, and names what is not', async () => {
    const old = new DatabaseSync(join(dataDir, 'index.sqlite'));
    old.exec("UPDATE letter_bodies SET determination = x'00' WHERE seq = (SELECT seq FROM letters WHERE id = 'dwc:CM14-9037327')");
    old.close();
    const said: string[] = [];
    const index = await open({ tell: (line) => said.push(line) });
    expect(await index.stats()).toMatchObject({ letters: 5 });
    expect(said).toContain('Damaged in the earlier index, and not taken over: dwc:CM14-9037327');
    const { removed, kept } = await tidy(index.library, { engine: 'embedded', dataDir });
    expect(removed.map(({ name }) => name)).toEqual(['saved.sqlite']);
    expect(kept).toEqual([expect.stringContaining('1 letter of it could not be taken over')]);
    expect(existsSync(join(dataDir, 'index.sqlite'))).toBe(true);
  });

  it.each([
    ['of a program that is not known here', (file: string) => rename(file)],
    ['that is none at all', (file: string) => writeFileSync(file, 'a fictional shopping list, long enough to be a header '.repeat(40))],
  ])('is refused and left alone: one %s', async (_, spoil) => {
    spoil(join(dataDir, 'index.sqlite'));
    const before = earlierFiles();
    await expect(open()).rejects.toMatchObject({ code: 'index-incompatible' });
    expect(earlierFiles()).toEqual(before);
  });
});

/** Makes an index one of a program that nobody knows. */
function rename(file: string): void {
  const old = new DatabaseSync(file);
  old.exec("UPDATE meta SET value = 'embedded 1' WHERE name = 'version'; PRAGMA wal_checkpoint(TRUNCATE)");
  old.close();
}
