/**
 * Damage: one bit of a stored record, text or reading is another. No letter ever comes back altered; what is damaged is told with its letter and
 * without its words; all others are there; and what is read again is whole again.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { libraryPath } from '../../../server/library/library-file.ts';
import { type Library, openLibrary } from '../../../server/library/open-library.ts';
import { makeLetter } from '../../fixtures/factories.ts';
import { type Random, seeded } from '../../fixtures/seeded-random.ts';
import { fingerprint } from './state.ts';

/** Stands in every text and every record, and in no file name. */
const WORD = 'quokka';
const CASES = 14;
/** Bits of each kind of place that are flipped, one at a time. */
const FLIPS = 40;

/** Two versions of each case: the second counts. */
const letters = [0, 1].flatMap((version) => Array.from({ length: CASES }, (_, number) => drawLetter(number, version)));

let whole = '';
let dataDir = '';
beforeAll(async () => {
  whole = await mkdtemp(join(tmpdir(), 'imr-whole-'));
  const library = openLibrary(whole);
  await library.put(letters);
  await library.close();
});
afterAll(() => rm(whole, { recursive: true }));
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-damage-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

function drawLetter(number: number, version: number): Letter {
  // Every fourth is longer than a page of the file, also when it is packed.
  const random = seeded(number * 2 + version);
  const long = Array.from({ length: number % 4 === 0 ? 3_000 : 10 }, () => random.below(1e9).toString(36)).join(' ');
  return makeLetter({
    caseNumber: `CM90-${String(number).padStart(7, '0')}`,
    decidedOn: `201${5 + version}-03-04`,
    summary: `The fictional worker met a ${WORD}. ${long}`,
    fileName: `letter-${number}-${version}.txt`,
  });
}

/** The bytes of a value in the file: all of them or, where they go on on other pages, the pieces that are found. */
function placesOf(file: Buffer, value: Uint8Array): number[] {
  const places: number[] = [];
  for (let start = 0; start < value.length; start += 64) {
    const at = file.indexOf(value.subarray(start, start + 64));
    if (at >= 0) for (let byte = 0; byte < Math.min(64, value.length - start); byte += 1) places.push(at + byte);
  }
  return places;
}

/** Where in the file the records, texts and readings stand. */
function allPlaces(file: Buffer): Record<'records' | 'texts' | 'readings', number[]> {
  const db = new DatabaseSync(libraryPath(whole), { readOnly: true });
  const bytes = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .flatMap((row) => Object.values(row)) as (Uint8Array | string)[];
  const places = (sql: string) => bytes(sql).flatMap((value) => placesOf(file, Buffer.from(value as Uint8Array)));
  const rows = db
    .prepare('SELECT letter || version AS start, text AS end FROM readings')
    .all()
    .flatMap(({ start, end }) => {
      // The row ends with its text; before its first column stand its length, its number and the kinds of its columns.
      // A page that was split holds a stale copy before it.
      const from = file.lastIndexOf(String(start)) - 14;
      const to = file.indexOf(end as Uint8Array, from) + 32;
      return Array.from({ length: to - from }, (_, byte) => from + byte);
    });
  const found = { records: places('SELECT body, checksum FROM records'), texts: places('SELECT body FROM texts'), readings: rows };
  db.close();
  return found;
}

interface Seen {
  /** Letters that came back as they were put. */
  readonly sound: readonly string[];
  readonly faults: readonly AppError[];
}

async function lookAtAll(library: Library): Promise<Seen> {
  const sound: string[] = [];
  const faults: AppError[] = [];
  for (const letter of letters) {
    const { id, source, dates } = letter.determination;
    try {
      const found = await library.letter(id, source.sha256);
      expect(fingerprint(found), id).toBe(fingerprint(letter));
      if (dates.decided?.value.startsWith('2016')) {
        expect(fingerprint(await library.letter(id)), id).toBe(fingerprint(letter));
        expect((await library.determinations([id])).map(fingerprint), id).toEqual([fingerprint(letter.determination)]);
        expect((await library.versions(id)).map(({ fileName }) => fileName)).toEqual([
          source.fileName,
          source.fileName.replace('-1.', '-0.'),
        ]);
      }
      sound.push(source.sha256);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(error.code).toBe('library-damaged');
      expect(`${error.message} ${error.cause}`).not.toContain(WORD);
      faults.push(error);
    }
  }
  return { sound, faults };
}

async function faultsOf(library: Library): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let next: number | null = 0; next !== null; ) {
    const checked = await library.check(next);
    faults.push(...checked.faults);
    next = checked.next;
  }
  return faults;
}

async function flipOne(random: Random, file: Buffer, places: readonly number[]): Promise<number> {
  const place = random.pick(places);
  const damaged = Buffer.from(file);
  damaged[place] = (file[place] ?? 0) ^ (1 << random.below(8));
  await writeFile(libraryPath(dataDir), damaged);
  return place;
}

/** An index made of the damaged library: it has all letters but the damaged one, and says which that is. */
async function assertIndexed(damaged: string | null): Promise<void> {
  const lines: string[] = [];
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, { tell: (line) => lines.push(line) });
  const found = await index.search({ where: { kind: 'all' }, filters: [], facets: [], sort: 'newest', offset: 0, limit: 100 });
  const ids = new Set(letters.map(({ determination }) => determination.id));
  if (damaged !== null) ids.delete(damaged);
  expect(new Set(found.hits.map(({ letterId }) => letterId))).toEqual(ids);
  const made = 'There is no index that can answer; it is made from the library.';
  expect(lines).toEqual([made, ...(damaged === null ? [] : [`Damaged in the library, and not in the index: ${damaged}`])]);
  await index.close();
}

for (const kind of ['records', 'texts', 'readings'] as const) {
  it(`never gives out a letter that damage of its ${kind} altered`, async () => {
    const file = await readFile(libraryPath(whole));
    const random = seeded(11);
    const places = allPlaces(file)[kind];
    let harmed = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      await flipOne(random, file, places);
      const library = openLibrary(dataDir);
      const { sound, faults } = await lookAtAll(library);
      const told = await faultsOf(library);
      const damaged = new Set(letters.flatMap(({ determination: { id, source } }) => (sound.includes(source.sha256) ? [] : [id])));
      // Of one letter, which is named; or SQLite names the file. A bit that pads a packed text to whole bytes harms nothing.
      expect(damaged.size).toBeLessThanOrEqual(1);
      const [id = 'none'] = damaged;
      for (const { message } of faults) expect(message).toMatch(new RegExp(`${id}|^The file library.sqlite is damaged\\.$`));
      expect(told.some((line) => line.startsWith(id))).toBe(damaged.size > 0);
      expect(told.length > 0).toBe(damaged.size > 0);
      harmed += damaged.size;
      const bySqlite = told.some((line) => line.startsWith('The file'));
      // Making an index costs most of this test.
      if (flip % 4 === 0 || bySqlite)
        await assertIndexed((await library.changes(0, 1_000)).changes.find((one) => one.damaged)?.letter ?? null);
      await assertMended(library, id, bySqlite);
      await library.close();
      await rm(join(dataDir, 'index'), { recursive: true, force: true });
    }
    expect(harmed).toBeGreaterThan(FLIPS * 0.8);
  });
}

/** Reading the letters again mends what was damaged, but for a page on which SQLite cannot find its way. */
async function assertMended(library: Library, damaged: string, bySqlite: boolean): Promise<void> {
  try {
    await library.put(letters, { replace: true });
  } catch (error) {
    expect(error).toMatchObject({ code: 'library-damaged', message: 'The file library.sqlite is damaged.' });
    expect(bySqlite).toBe(true);
    const others = letters.filter(({ determination: { id } }) => id !== damaged);
    expect(new Set((await library.put(others, { replace: true })).map(({ outcome }) => outcome))).toEqual(new Set(['replaced']));
    return;
  }
  expect((await lookAtAll(library)).sound).toHaveLength(letters.length);
  expect(await faultsOf(library)).toEqual([]);
}
