/** Snapshots on the embedded engine: what is asked as of one stays as it was, whatever is loaded, taken out or read again, and however often its index is lost. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Opening, openSearchIndex } from '../../../server/index/open-index.ts';
import { tidy } from '../../../server/index/tidy.ts';
import { openLibraryCore } from '../../../server/library/core.ts';
import { fictionalLetters } from '../../conformance/corpora.ts';
import { proveSnapshot, report } from '../../conformance/snapshot-proof.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

const TAKEN = { note: '', takenAt: '2026-11-30T12:00:00.000Z', program: '0' };

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imr-snapshots-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const open = (opening: Opening = {}) => openSearchIndex({ engine: 'embedded', dataDir }, opening);
const fileOf = (id: string, generation = 1) => join(dataDir, 'snapshots', id, `${generation}.sqlite`);

describe('a report as of a snapshot', () => {
  it('is the same after 1,000 letters were loaded, 50 taken out and all read again', async () => {
    const letters = await fictionalLetters();
    const index = await open({ threads: true });
    await proveSnapshot(index, { first: letters.slice(0, 200), later: letters.slice(200), removed: 50 });
    await index.close();
  });

  it('is the same in one thread, after the library was tidied, and after its index was lost', async () => {
    const letters = makeLetters(200, 5);
    const index = await open();
    const { id, before } = await proveSnapshot(index, { first: letters.slice(0, 80), later: letters.slice(80), removed: 20 });
    await index.writing(() => tidy(index.library, { engine: 'embedded', dataDir }));
    expect(await report(await index.at(id))).toEqual(before);
    await index.close();
    rmSync(join(dataDir, 'snapshots'), { recursive: true });
    const again = await open({ threads: true });
    expect(await report(await again.at(id))).toEqual(before);
    await again.close();
  });
});

describe('the index of a snapshot', () => {
  /** A library whose letters were all taken out since the snapshot was. */
  async function taken(): Promise<{ id: string; before: readonly string[] }> {
    const index = await open();
    const letters = makeLetters(60, 4);
    await index.put(letters);
    const { id } = await index.snapshots.take({ name: 'Taken', ...TAKEN });
    const before = await report(await index.at(id));
    await index.remove(letters.map(({ determination }) => determination.id));
    await index.close();
    return { id, before };
  }

  it.each(['empty', 'damaged at its head', 'damaged inside'])('is made anew where its file is %s', async (how) => {
    const { id, before } = await taken();
    const bytes = readFileSync(fileOf(id));
    if (how === 'damaged at its head') bytes.fill(0xaa, 0, 200);
    else bytes.fill(0xaa, 4096);
    writeFileSync(fileOf(id), how === 'empty' ? '' : bytes);
    const index = await open();
    expect(await report(await index.at(id))).toEqual(before);
    await index.close();
    expect(readdirSync(join(dataDir, 'snapshots', id)).filter((name) => name.endsWith('.sqlite'))).toEqual(['2.sqlite']);
  });

  it('is made anew where other stems stand in it, or it was cut off half made', async () => {
    const { id, before } = await taken();
    for (const [generation, spoil] of ["stemmer = 'stems 0'", 'change = change - 1'].entries()) {
      const file = new DatabaseSync(fileOf(id, generation + 1));
      file.exec(`UPDATE state SET ${spoil}`);
      file.close();
      const said: string[] = [];
      const index = await open({ tell: (line) => said.push(line) });
      expect(await report(await index.at(id))).toEqual(before);
      expect(said).toEqual(['Snapshot “Taken”: the index is made from the library.']);
      await index.close();
    }
  });

  it('goes with its snapshot, and by sweeping where it was left; the one of now stays', async () => {
    const { id } = await taken();
    const index = await open();
    const other = await index.snapshots.take({ name: 'Another', ...TAKEN });
    await index.at(other.id);
    expect(existsSync(fileOf(other.id))).toBe(true);
    await index.snapshots.remove(other.id);
    expect(readdirSync(join(dataDir, 'snapshots'))).toEqual([id]);
    expect(await index.library.mark(`generation of ${other.id}`)).toBe(null);
    await expect(index.at(other.id)).rejects.toMatchObject({ code: 'snapshot-not-found' });
    await index.library.removeSnapshot(id);
    await index.writing(async () => {});
    expect(readdirSync(join(dataDir, 'snapshots'))).toEqual([]);
    expect(existsSync(join(dataDir, 'index', '1.sqlite'))).toBe(true);
    await index.close();
  });

  it('is waited for where another process makes one', async () => {
    const { id, before } = await taken();
    rmSync(join(dataDir, 'snapshots'), { recursive: true });
    // A connection of its own is to the lock what another process is.
    const other = openLibraryCore(dataDir);
    other.lockSnapshots();
    const said: string[] = [];
    const index = await open({ tell: (line) => said.push(line) });
    const asked = index.at(id);
    await expect.poll(() => said).toEqual(['Snapshot “Taken”: another process is making an index of a snapshot; it is waited for.']);
    other.close();
    expect(await report(await asked)).toEqual(before);
    await index.close();
  });

  it('is one of many, of which the last asked are held open', async () => {
    const index = await open({ threads: true });
    const ids: string[] = [];
    for (let count = 1; count <= 5; count += 1) {
      await index.put(makeLetters(2, 10 + count));
      ids.push((await index.snapshots.take({ name: `Snapshot ${count}`, ...TAKEN })).id);
    }
    const sizes = async () => Promise.all(ids.map(async (id) => (await (await index.at(id)).counts([{ kind: 'all' }]))[0]));
    const first = await sizes();
    expect(new Set(first).size).toBe(5);
    expect(await sizes()).toEqual(first);
    expect((await index.snapshots.list()).map(({ items }) => items).sort((a, b) => a - b)).toEqual(first);
    await index.close();
  });

  it('is that of an empty library, too', async () => {
    const index = await open();
    const { id } = await index.snapshots.take({ name: 'Nothing', ...TAKEN });
    await index.put(makeLetters(3, 1));
    const at = await index.at(id);
    expect(at).toMatchObject({ change: 0, snapshot: { letters: 0, items: 0 } });
    expect(await at.counts([{ kind: 'all' }])).toEqual([0]);
    await index.close();
  });
});
