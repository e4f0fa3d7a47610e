/**
 * All letters as of a change, told in batches, are those that each letter by itself was then: for every change of drawn histories, in batches of any size. A
 * letter that is damaged is told as such.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LibraryCore, openLibraryCore } from '../../../server/library/core.ts';
import { libraryPath } from '../../../server/library/library-file.ts';
import { unpackRecord, unpackText } from '../../../server/library/packed-record.ts';
import { makeLetter } from '../../fixtures/factories.ts';
import { operation, placesAt } from './operations.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imr-as-of-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** The letters as of a change, by their ids, put together from batches. */
function together(library: LibraryCore, change: number, most: number, withTexts: boolean) {
  const found = new Map<string, unknown>();
  for (let after = 0; ; ) {
    const { changes, reached, last } = library.changesAsOf(change, after, most, withTexts);
    expect(last).toBe(change);
    for (const { letter, number, mostItems, record, text, damaged } of changes) {
      const determination = record === null ? null : unpackRecord(record);
      expect([damaged, number > after && number <= reached, mostItems]).toEqual([false, true, determination?.items.length]);
      expect(found.has(letter)).toBe(false);
      found.set(letter, withTexts ? { determination, canonical: text === null ? null : unpackText(text) } : determination);
      after = number;
    }
    if (reached >= last) return found;
    expect([changes.length, reached]).toEqual([most, after]);
  }
}

it('is what each letter by itself was, at every change of drawn histories', () => {
  const histories = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    most: fc.integer({ min: 1, max: 60 }),
    withTexts: fc.boolean(),
  });
  let round = 0;
  fc.assert(
    fc.property(histories, ({ seed, most, withTexts }) => {
      round += 1;
      const library = openLibraryCore(join(dataDir, String(round)));
      try {
        for (let next = 0; next < 80; next += 1) operation(seed, next)(library);
        const { ids } = placesAt(seed, 0, 0);
        const { change: last } = library.stats();
        expect(last).toBeGreaterThan(30);
        for (let change = 0; change <= last; change += 1) {
          const apart = new Map(
            ids.flatMap((id): [string, unknown][] => {
              const one = withTexts ? library.letterAsOf(id, change) : library.asOf(id, change);
              return one === null ? [] : [[id, one]];
            }),
          );
          expect(together(library, change, most, withTexts), `change ${change} of seed ${seed}`).toEqual(apart);
          const records = library.determinationsAsOf(ids, change);
          expect(records.map(({ id }) => id)).toEqual([...apart.keys()]);
          expect(library.sizeAsOf(change)).toEqual({
            letters: apart.size,
            items: records.reduce((sum, { items }) => sum + items.length, 0),
          });
        }
        // As of the last change they are what counts now.
        const { letters, items } = library.stats();
        expect(library.sizeAsOf(last)).toEqual({ letters, items });
      } finally {
        library.close();
      }
    }),
    { numRuns: 4, seed: 11 },
  );
});

it('tells a damaged letter as such, and the others', () => {
  const library = openLibraryCore(dataDir);
  library.put(['CM90-0000001', 'CM90-0000002'].map((caseNumber) => makeLetter({ caseNumber })));
  library.close();
  const file = new DatabaseSync(libraryPath(dataDir));
  file.exec("UPDATE records SET body = '{}' WHERE change = 1");
  file.close();
  const again = openLibraryCore(dataDir);
  const told = again.changesAsOf(2, 0, 10).changes.map(({ letter, damaged, record }) => [letter, damaged, record === null]);
  expect(told).toEqual([
    ['dwc:CM90-0000001', true, true],
    ['dwc:CM90-0000002', false, false],
  ]);
  expect(() => again.determinationsAsOf(['dwc:CM90-0000001'], 2)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  again.close();
});

it('keeps snapshots, also in a file that was made before there were any, and none where that is only read', () => {
  const taken = { name: 'Before the load', note: '', takenAt: '2026-11-30T12:00:00.000Z', program: '0', extraction: 'a', vocabulary: 'b' };
  const library = openLibraryCore(dataDir);
  library.put([makeLetter({})]);
  library.close();
  const file = new DatabaseSync(libraryPath(dataDir));
  file.exec('DROP TABLE snapshots');
  file.close();
  const read = openLibraryCore(dataDir, { readOnly: true });
  expect(read.snapshots()).toEqual([]);
  expect(() => read.snapshot('any')).toThrow(expect.objectContaining({ code: 'snapshot-not-found' }));
  read.close();
  const again = openLibraryCore(dataDir, { newId: () => 'the id' });
  expect(again.takeSnapshot(taken)).toEqual({ ...taken, id: 'the id', change: 1, letters: 1, items: 1 });
  again.remove(['dwc:CM90-0000001']);
  again.close();
  const last = openLibraryCore(dataDir, { readOnly: true });
  expect(last.snapshots()).toEqual([{ ...taken, id: 'the id', change: 1, letters: 1, items: 1 }]);
  expect(last.sizeAsOf(1)).toEqual({ letters: 1, items: 1 });
  last.close();
});
