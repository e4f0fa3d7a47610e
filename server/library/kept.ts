/** What one owner keeps, in the tables of the library. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { SAVED_LIMITS } from '#contract/limits.ts';
import { AppError } from '#contract/problem.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { packItems, unpackItems } from './item-set.ts';
import { type RemovedRows, removedOf } from './kept-removed.ts';
import type { Kept, StoredCollection, StoredItem, StoredSearch } from './kept-store.ts';
import { nameKey } from './name-key.ts';

type Row = Record<string, SQLOutputValue>;

const COLLECTIONS = `SELECT c.*, (SELECT count(*) FROM collected i WHERE i.collection = c.id) AS items FROM collections c`;

/** What `owner` keeps. `newId` makes ids. */
export function openKept(db: DatabaseSync, owner: string, newId: () => string): Kept {
  const ask = (sql: string, ...values: SQLInputValue[]): Row[] => db.prepare(sql).all(...values);
  const change = <T>(work: () => T): T => inTransaction(db, 'write', work);

  const search = (id: string): StoredSearch => {
    const [row] = ask('SELECT * FROM searches WHERE id = ? AND owner = ?', id, owner);
    if (row === undefined) throw new AppError('saved-not-found', 'There is no saved search of this id');
    return toSearch(row);
  };
  const collection = (id: string): StoredCollection => {
    const [row] = ask(`${COLLECTIONS} WHERE c.id = ? AND c.owner = ?`, id, owner);
    if (row === undefined) throw new AppError('saved-not-found', 'There is no collection of this id');
    return toCollection(row);
  };
  const seenBy = (id: string): Set<string> => {
    const packed = ask('SELECT s.items FROM seen s JOIN searches ON id = s.search WHERE id = ? AND owner = ?', id, owner)[0]?.['items'];
    return packed instanceof Uint8Array ? unpackItems(packed) : new Set();
  };
  const removed = removedOf(db, owner);
  const asRemoved = (key: string, missing: AppError): RemovedRows => {
    const rows = removed.take(key);
    if (rows === null) throw missing;
    return rows;
  };
  /** Refuses an item that is there, and one too many. */
  const assertAddable = (id: string, itemId: string) => {
    const { items } = collection(id);
    if (held(id, itemId)) throw new AppError('saved-conflict', `${itemId} is in this collection already`);
    if (items >= SAVED_LIMITS.items) {
      throw new AppError('saved-conflict', `A collection holds at most ${SAVED_LIMITS.items} items`);
    }
  };
  const held = (id: string, itemId: string) =>
    db.prepare('SELECT 1 FROM collected WHERE collection = ? AND item = ?').get(id, itemId) !== undefined;
  const insert = (id: string, itemId: string, note: string, at: string) =>
    db.prepare('INSERT INTO collected(collection, item, note, added_at) VALUES (?, ?, ?, ?)').run(id, itemId, note, at);
  const takeOut = (id: string, itemId: string): boolean => {
    const rows = ask('SELECT * FROM collected WHERE collection = ? AND item = ?', id, itemId);
    if (rows.length === 0) return false;
    removed.remember(keys.item(id, itemId), { collected: rows });
    db.prepare('DELETE FROM collected WHERE collection = ? AND item = ?').run(id, itemId);
    return true;
  };
  const touch = (id: string, at: string) => db.prepare('UPDATE collections SET changed_at = ? WHERE id = ?').run(at, id);

  return {
    searches: () => ask('SELECT * FROM searches WHERE owner = ? ORDER BY name_key', owner).map(toSearch),
    search,
    addSearch({ name, search: params, note }, seen, at) {
      const id = newId();
      change(() => {
        assertRoom(db, owner, 'searches', SAVED_LIMITS.searches, 'searches are saved');
        assertFree(db, owner, 'searches', name, id);
        db.prepare('INSERT INTO searches VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(id, owner, name, nameKey(name), params, note, at, at);
        db.prepare('INSERT INTO seen VALUES (?, ?)').run(id, packItems(new Set(seen)));
      });
      return search(id);
    },
    changeSearch(id, { name, search: params, note }, seen) {
      change(() => {
        // Read within the transaction, here and below: what another process changes at the same moment is not lost.
        const old = search(id);
        assertFree(db, owner, 'searches', name ?? old.name, id);
        db.prepare('UPDATE searches SET name = ?, name_key = ?, search = ?, note = ? WHERE id = ?').run(
          name ?? old.name,
          nameKey(name ?? old.name),
          params ?? old.search,
          note ?? old.note,
          id,
        );
        if (seen === null) return;
        db.prepare('UPDATE searches SET seen_at = ? WHERE id = ?').run(seen.at, id);
        db.prepare('UPDATE seen SET items = ? WHERE search = ?').run(packItems(new Set(seen.items)), id);
      });
      return search(id);
    },
    removeSearch(id) {
      change(() => {
        search(id);
        removed.remember(keys.search(id), {
          searches: ask('SELECT * FROM searches WHERE id = ?', id),
          seen: ask('SELECT * FROM seen WHERE search = ?', id),
        });
        db.prepare('DELETE FROM searches WHERE id = ?').run(id);
      });
    },
    restoreSearch(id) {
      change(() => {
        const rows = asRemoved(keys.search(id), new AppError('saved-not-found', 'No saved search of this id was deleted recently'));
        assertRoom(db, owner, 'searches', SAVED_LIMITS.searches, 'searches are saved');
        assertFree(db, owner, 'searches', String(rows.searches?.[0]?.['name']), id);
        removed.putBack(rows);
      });
      return search(id);
    },
    seenBy,
    addSeen(id, items, at) {
      change(() => {
        search(id);
        const all = seenBy(id);
        for (const item of items) all.add(item);
        db.prepare('UPDATE seen SET items = ? WHERE search = ?').run(packItems(all), id);
        db.prepare('UPDATE searches SET seen_at = ? WHERE id = ?').run(at, id);
      });
      return search(id);
    },

    collections: (item) =>
      (item === undefined
        ? ask(`${COLLECTIONS} WHERE c.owner = ? ORDER BY c.name_key`, owner)
        : ask(
            `${COLLECTIONS} WHERE c.owner = ? AND c.id IN (SELECT collection FROM collected WHERE item = ?) ORDER BY c.name_key`,
            owner,
            item,
          )
      ).map(toCollection),
    collection,
    addCollection({ name, note }, at) {
      const id = newId();
      change(() => {
        assertRoom(db, owner, 'collections', SAVED_LIMITS.collections, 'collections are kept');
        assertFree(db, owner, 'collections', name, id);
        db.prepare('INSERT INTO collections VALUES (?, ?, ?, ?, ?, ?, ?)').run(id, owner, name, nameKey(name), note, at, at);
      });
      return collection(id);
    },
    changeCollection(id, { name, note }, at) {
      change(() => {
        const old = collection(id);
        assertFree(db, owner, 'collections', name ?? old.name, id);
        db.prepare('UPDATE collections SET name = ?, name_key = ?, note = ?, changed_at = ? WHERE id = ?').run(
          name ?? old.name,
          nameKey(name ?? old.name),
          note ?? old.note,
          at,
          id,
        );
      });
      return collection(id);
    },
    removeCollection(id) {
      change(() => {
        collection(id);
        removed.remember(keys.collection(id), {
          collections: ask('SELECT * FROM collections WHERE id = ?', id),
          collected: ask('SELECT * FROM collected WHERE collection = ?', id),
        });
        db.prepare('DELETE FROM collections WHERE id = ?').run(id);
      });
    },
    restoreCollection(id) {
      change(() => {
        const rows = asRemoved(keys.collection(id), new AppError('saved-not-found', 'No collection of this id was deleted recently'));
        assertRoom(db, owner, 'collections', SAVED_LIMITS.collections, 'collections are kept');
        assertFree(db, owner, 'collections', String(rows.collections?.[0]?.['name']), id);
        removed.putBack(rows);
      });
      return collection(id);
    },
    collected: () =>
      ask('SELECT DISTINCT i.item FROM collected i JOIN collections c ON c.id = i.collection WHERE c.owner = ? ORDER BY i.item', owner).map(
        ({ item }) => String(item),
      ),
    placesOf: (itemId) =>
      ask(
        'SELECT c.id, i.note FROM collected i JOIN collections c ON c.id = i.collection WHERE c.owner = ? AND i.item = ? ORDER BY c.name_key',
        owner,
        itemId,
      ).map(({ id, note }) => ({ collection: String(id), note: String(note) })),
    itemsOf(id, offset, limit) {
      collection(id);
      return ask('SELECT * FROM collected WHERE collection = ? ORDER BY position LIMIT ? OFFSET ?', id, limit, offset).map(toItem);
    },
    addItem(id, { itemId, note }, at) {
      change(() => {
        assertAddable(id, itemId);
        insert(id, itemId, note, at);
        touch(id, at);
      });
      return { itemId, note, addedAt: at };
    },
    changeItem(id, itemId, note, at) {
      return change(() => {
        collection(id);
        const [old] = ask('SELECT * FROM collected WHERE collection = ? AND item = ?', id, itemId);
        if (old === undefined) throw notCollected(itemId);
        db.prepare('UPDATE collected SET note = ? WHERE collection = ? AND item = ?').run(note, id, itemId);
        touch(id, at);
        return { ...toItem(old), note };
      });
    },
    removeItem(id, itemId, at) {
      change(() => {
        collection(id);
        if (!takeOut(id, itemId)) throw notCollected(itemId);
        touch(id, at);
      });
    },
    restoreItem(id, itemId, at) {
      return change(() => {
        collection(id);
        const rows = asRemoved(
          keys.item(id, itemId),
          new AppError('saved-not-found', `${itemId} was not taken out of this collection recently`),
        );
        assertAddable(id, itemId);
        removed.putBack(rows);
        touch(id, at);
        return ask('SELECT * FROM collected WHERE collection = ? AND item = ?', id, itemId).map(toItem)[0] as StoredItem;
      });
    },
    changeItems(id, { add, takeOut: out }, at) {
      return change(() => {
        const { items } = collection(id);
        const takenOut = [...new Set(out)].filter((itemId) => takeOut(id, itemId));
        const added = [...new Set(add)].filter((itemId) => !held(id, itemId));
        if (items - takenOut.length + added.length > SAVED_LIMITS.items) {
          throw new AppError('saved-conflict', `A collection holds at most ${SAVED_LIMITS.items} items`);
        }
        for (const itemId of added) insert(id, itemId, '', at);
        if (takenOut.length + added.length > 0) touch(id, at);
        return { added, takenOut };
      });
    },
  };
}

/** Under what each kind of thing is remembered when it is removed: one id never stands for two kinds. */
const keys = {
  search: (id: string) => `search ${id}`,
  collection: (id: string) => `collection ${id}`,
  item: (collection: string, itemId: string) => `item ${collection} ${itemId}`,
};

function notCollected(itemId: string): AppError {
  return new AppError('saved-not-found', `${itemId} is not in this collection`);
}

function assertFree(db: DatabaseSync, owner: string, table: 'searches' | 'collections', name: string, id: string): void {
  if (db.prepare(`SELECT 1 FROM ${table} WHERE owner = ? AND name_key = ? AND id <> ?`).get(owner, nameKey(name), id) === undefined) return;
  throw new AppError('saved-conflict', `The name “${name}” is taken`, { errors: [{ parameter: 'name', detail: 'expected another name' }] });
}

function assertRoom(db: DatabaseSync, owner: string, table: 'searches' | 'collections', most: number, words: string): void {
  if (Number(db.prepare(`SELECT count(*) AS n FROM ${table} WHERE owner = ?`).get(owner)?.['n']) < most) return;
  throw new AppError('saved-conflict', `At most ${most} ${words}; delete one first`);
}

function toSearch(row: Row): StoredSearch {
  return {
    id: String(row['id']),
    name: String(row['name']),
    search: String(row['search']),
    note: String(row['note']),
    createdAt: String(row['created_at']),
    seenAt: String(row['seen_at']),
  };
}

function toCollection(row: Row): StoredCollection {
  return {
    id: String(row['id']),
    name: String(row['name']),
    note: String(row['note']),
    createdAt: String(row['created_at']),
    changedAt: String(row['changed_at']),
    items: Number(row['items']),
  };
}

function toItem(row: Row): StoredItem {
  return { itemId: String(row['item']), note: String(row['note']), addedAt: String(row['added_at']) };
}
