/** Saved searches and collections: kept on disk, whatever happens to the process, each its owner's alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { packItems, unpackItems } from '../../../server/library/item-set.ts';
import { type OpenedKept, openKeptIn } from './opened-library.ts';

const AT = '2026-02-03T04:05:06.789Z';
const LATER = '2026-03-04T05:06:07.890Z';

let dataDir = '';
const opened: OpenedKept[] = [];
const open = (owner?: string) => {
  const store = openKeptIn(dataDir, owner);
  opened.push(store);
  return store;
};
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-saved-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const code = (code: string) => expect.objectContaining({ code });

describe('the store', () => {
  it('keeps what is saved when it is opened again, and another process sees it at once', () => {
    const store = open();
    const beside = open();
    expect(beside.searches()).toEqual([]);
    const search = store.addSearch({ name: 'Knees', search: 'q=knee', note: 'all of them' }, ['b#1', 'a#1'], AT);
    const collection = store.addCollection({ name: 'For the hearing', note: '' }, AT);
    store.addItem(collection.id, { itemId: 'b#1', note: 'first' }, LATER);
    store.addItem(collection.id, { itemId: 'a#1', note: '' }, LATER);
    expect(beside.searches()).toEqual([search]);
    store.close();
    const again = open();
    expect(again.search(search.id)).toEqual({ ...search, createdAt: AT, seenAt: AT, name: 'Knees', note: 'all of them' });
    expect([...again.seenBy(search.id)].sort()).toEqual(['a#1', 'b#1']);
    expect(again.collections()).toEqual([{ ...collection, items: 2, changedAt: LATER }]);
    expect(again.itemsOf(collection.id, 0, 10).map(({ itemId }) => itemId)).toEqual(['b#1', 'a#1']);
    expect(again.collections('a#1')).toHaveLength(1);
    expect(again.collections('c#1')).toEqual([]);
  });

  it('adds to what was seen and never takes from it, but for another search', () => {
    const store = open();
    const { id } = store.addSearch({ name: 'Knees', search: 'q=knee', note: '' }, ['a#1'], AT);
    expect(store.addSeen(id, ['b#1'], LATER).seenAt).toBe(LATER);
    expect([...store.seenBy(id)].sort()).toEqual(['a#1', 'b#1']);
    store.changeSearch(id, { note: 'noted' }, null);
    expect(store.seenBy(id).size).toBe(2);
    store.changeSearch(id, { search: 'q=hip' }, { items: ['c#1'], at: AT });
    expect(store.seenBy(id)).toEqual(new Set(['c#1']));
    store.removeSearch(id);
    expect(() => store.search(id)).toThrow(code('saved-not-found'));
    expect(store.seenBy(id)).toEqual(new Set());
  });

  it('takes a name once, whatever its case and blanks, and keeps an own name on a change', () => {
    const store = open();
    const { id } = store.addCollection({ name: 'Knees', note: '' }, AT);
    expect(() => store.addCollection({ name: ' kNEES ', note: '' }, AT)).toThrow(code('saved-conflict'));
    store.addSearch({ name: 'Knees', search: '', note: '' }, [], AT);
    expect(store.changeCollection(id, { name: 'KNEES' }, LATER)).toMatchObject({ name: 'KNEES', changedAt: LATER });
    const other = store.addCollection({ name: 'Hips', note: '' }, AT);
    expect(() => store.changeCollection(other.id, { name: 'knees' }, AT)).toThrow(code('saved-conflict'));
    expect(store.collections().map(({ name }) => name)).toEqual(['Hips', 'KNEES']);
  });

  it('holds as much as its limits say', () => {
    const store = open();
    const { id } = store.addCollection({ name: 'Full', note: '' }, AT);
    const db = new DatabaseSync(join(dataDir, 'library.sqlite'));
    const insert = db.prepare('INSERT INTO collected(collection, item, note, added_at) VALUES (?, ?, ?, ?)');
    db.exec('BEGIN');
    for (let item = 0; item < SAVED_LIMITS.items; item += 1) insert.run(id, `x#${item}`, '', AT);
    db.exec('COMMIT');
    db.close();
    expect(() => store.addItem(id, { itemId: 'y#1', note: '' }, AT)).toThrow(code('saved-conflict'));
    expect(() => store.changeItems(id, { add: ['y#1', 'y#2'], takeOut: ['x#1'] }, AT)).toThrow(code('saved-conflict'));
    expect(store.itemsOf(id, 1, 1)).toMatchObject([{ itemId: 'x#1' }]);
    expect(store.changeItems(id, { add: ['y#1'], takeOut: ['x#1'] }, AT).added).toEqual(['y#1']);
    for (let made = 0; made < SAVED_LIMITS.searches; made += 1) store.addSearch({ name: `n${made}`, search: '', note: '' }, [], AT);
    expect(() => store.addSearch({ name: 'one more', search: '', note: '' }, [], AT)).toThrow(code('saved-conflict'));
  });

  it('is its owner’s alone: another has names, searches and items of their own', () => {
    const [one, other] = [open('one'), open('other')];
    const search = one.addSearch({ name: 'Knees', search: 'q=knee', note: '' }, [], AT);
    const collection = one.addCollection({ name: 'Knees', note: '' }, AT);
    one.addItem(collection.id, { itemId: 'a#1', note: '' }, AT);
    expect([other.searches(), other.collections(), other.collections('a#1')]).toEqual([[], [], []]);
    expect(() => other.search(search.id)).toThrow(code('saved-not-found'));
    expect(() => other.removeSearch(search.id)).toThrow(code('saved-not-found'));
    expect(() => other.itemsOf(collection.id, 0, 10)).toThrow(code('saved-not-found'));
    expect(() => other.addItem(collection.id, { itemId: 'b#1', note: '' }, AT)).toThrow(code('saved-not-found'));
    expect(other.addCollection({ name: 'knees', note: '' }, AT).name).toBe('knees');
    expect(one.collections().map(({ name, items }) => [name, items])).toEqual([['Knees', 1]]);
  });

  it('puts back what was removed last, its owner’s alone, also in a file that was made before that could be done', () => {
    open().close();
    const db = new DatabaseSync(join(dataDir, 'library.sqlite'));
    db.exec('DROP TABLE removed');
    db.close();
    const [one, other] = [open('one'), open('other')];
    const { id } = one.addCollection({ name: 'Knees', note: '' }, AT);
    for (const itemId of ['a#1', 'b#1', 'c#1']) one.addItem(id, { itemId, note: `on ${itemId}` }, AT);
    const before = one.itemsOf(id, 0, 10);
    one.removeItem(id, 'b#1', LATER);
    one.removeCollection(id);
    expect(() => other.restoreCollection(id)).toThrow(code('saved-not-found'));
    expect(one.restoreCollection(id)).toMatchObject({ items: 2 });
    expect(one.restoreItem(id, 'b#1', LATER)).toEqual(before[1]);
    expect(one.itemsOf(id, 0, 10)).toEqual(before);
  });

  it('forgets what was removed before the last ones', () => {
    const store = open();
    const { id } = store.addCollection({ name: 'Knees', note: '' }, AT);
    const items = Array.from({ length: SAVED_LIMITS.restorable + 1 }, (_, number) => `a#${number}`);
    expect(store.changeItems(id, { add: items, takeOut: [] }, AT).added).toEqual(items);
    store.changeItems(id, { add: [], takeOut: items }, AT);
    expect(() => store.restoreItem(id, 'a#0', AT)).toThrow(code('saved-not-found'));
    expect(store.restoreItem(id, 'a#1', AT).itemId).toBe('a#1');
  });

  it('forgets what was removed before by its bytes too, but never the last one', () => {
    const store = open();
    const { id } = store.addCollection({ name: 'Knees', note: '' }, AT);
    const large = 'x'.repeat(SAVED_LIMITS.restorableBytes / 2);
    for (const [itemId, note] of [
      ['a#1', large],
      ['b#1', large],
      ['c#1', large + large],
    ] as const)
      store.addItem(id, { itemId, note }, AT);
    store.removeItem(id, 'a#1', AT);
    store.removeItem(id, 'b#1', AT);
    expect(() => store.restoreItem(id, 'a#1', AT)).toThrow(code('saved-not-found'));
    expect(store.restoreItem(id, 'b#1', AT).note).toHaveLength(large.length);
    store.removeItem(id, 'b#1', AT);
    store.removeItem(id, 'c#1', AT);
    expect(() => store.restoreItem(id, 'b#1', AT)).toThrow(code('saved-not-found'));
    expect(store.restoreItem(id, 'c#1', AT).note).toHaveLength(2 * large.length);
  });

  it('packs sets of ids into few bytes', () => {
    const items = new Set(
      Array.from({ length: 20_000 }, (_, number) => `dwc:CM16-${String(number * 37).padStart(7, '0')}#${(number % 9) + 1}`),
    );
    const packed = packItems(items);
    expect(unpackItems(packed)).toEqual(items);
    expect(packed.length).toBeLessThan(items.size * 6);
    expect(unpackItems(packItems(new Set()))).toEqual(new Set());
  });
});

it('loses nothing that was reported as saved when the process is killed again and again in the middle of it', async () => {
  for (const [round, reports] of [1, 6, 11, 16].entries()) {
    const lines = await writeUntilKilled(round, reports);
    const db = new DatabaseSync(join(dataDir, 'library.sqlite'));
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
    const store = open();
    const searches = new Map(store.searches().map((search) => [search.id, search]));
    const last = new Map(lines.filter(([what]) => what !== 'item').map(([what, id, count]) => [id, { what, count }]));
    for (const [id = '', { what, count }] of last) {
      // The next step may have been saved just before its report was cut off, but never one before.
      if (what === 'removed') expect(searches.has(id)).toBe(false);
      else if (searches.has(id)) expect(store.seenBy(id).size).toBeGreaterThanOrEqual(Number(count));
      else expect(what).toBe('seen');
    }
    for (const [, id = '', item] of lines.filter(([what]) => what === 'item')) {
      expect(store.itemsOf(id, 0, SAVED_LIMITS.items).map(({ itemId }) => itemId)).toContain(item);
    }
    store.addCollection({ name: `after kill ${round}`, note: '' }, AT);
  }
});

/** Runs the writer until it has made so many reports, kills it in what it does next, and returns the words of each report. */
async function writeUntilKilled(round: number, reports: number): Promise<string[][]> {
  const writer = join(import.meta.dirname, 'kept-writer.ts');
  const child = spawn(process.execPath, [writer, dataDir, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const closed = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.split('\n').length > reports) resolve();
    });
    child.on('exit', (exit) => reject(new Error(`the writer ended by itself: ${exit}`)));
  });
  expect(child.kill('SIGKILL')).toBe(true);
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A line cut off by the kill was not reported.
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '));
}
