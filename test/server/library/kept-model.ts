/** What one owner keeps, as a model: maps and lists, written from what `kept-store.ts` promises. */
import { AppError } from '#contract/problem.ts';
import { SAVED_LIMITS } from '#contract/saved.ts';
import type { Kept, SearchChange, StoredCollection, StoredItem, StoredSearch } from '../../../server/library/kept-store.ts';

type Search = StoredSearch & { readonly seen: ReadonlySet<string> };
/** `position`: its place among all that were ever added. */
type Item = StoredItem & { readonly position: number };
type Collection = Omit<StoredCollection, 'items'> & { readonly items: readonly Item[] };
/** What was removed, under the key of what it was. */
type Removed = { readonly key: string } & ({ readonly search: Search } | { readonly collection: Collection } | { readonly item: Item });

export class KeptModel implements Kept {
  readonly #newId: () => string;
  readonly #searches = new Map<string, Search>();
  readonly #collections = new Map<string, Collection>();
  #removed: Removed[] = [];
  #positions = 0;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  searches(): StoredSearch[] {
    return byName(this.#searches.values()).map(toldSearch);
  }

  search(id: string): StoredSearch {
    return toldSearch(found(this.#searches, id));
  }

  addSearch(search: { name: string; search: string; note: string }, seen: readonly string[], at: string): StoredSearch {
    const id = this.#newId();
    assertFree(this.#searches, search.name, id);
    return this.#setSearch({ ...search, id, createdAt: at, seenAt: at, seen: new Set(seen) });
  }

  changeSearch(id: string, change: SearchChange, seen: { items: readonly string[]; at: string } | null): StoredSearch {
    const old = found(this.#searches, id);
    const { name = old.name, search = old.search, note = old.note } = change;
    assertFree(this.#searches, name, id);
    return this.#setSearch({ ...old, name, search, note, ...(seen === null ? {} : { seenAt: seen.at, seen: new Set(seen.items) }) });
  }

  removeSearch(id: string): void {
    this.#remember({ key: id, search: found(this.#searches, id) });
    this.#searches.delete(id);
  }

  restoreSearch(id: string): StoredSearch {
    const removed = this.#lastRemoved(id);
    if (!('search' in removed)) throw notThere();
    assertFree(this.#searches, removed.search.name, id);
    this.#forget(removed);
    return this.#setSearch(removed.search);
  }

  seenBy(id: string): Set<string> {
    return new Set(this.#searches.get(id)?.seen);
  }

  addSeen(id: string, items: readonly string[], at: string): StoredSearch {
    const old = found(this.#searches, id);
    return this.#setSearch({ ...old, seenAt: at, seen: new Set([...old.seen, ...items]) });
  }

  collections(item?: string): StoredCollection[] {
    const holds = ({ items }: Collection) => item === undefined || items.some(({ itemId }) => itemId === item);
    return byName([...this.#collections.values()].filter(holds)).map(toldCollection);
  }

  collection(id: string): StoredCollection {
    return toldCollection(found(this.#collections, id));
  }

  addCollection(collection: { name: string; note: string }, at: string): StoredCollection {
    const id = this.#newId();
    assertFree(this.#collections, collection.name, id);
    return this.#setCollection({ ...collection, id, createdAt: at, changedAt: at, items: [] });
  }

  changeCollection(id: string, change: { name?: string | undefined; note?: string | undefined }, at: string): StoredCollection {
    const old = found(this.#collections, id);
    const { name = old.name, note = old.note } = change;
    assertFree(this.#collections, name, id);
    return this.#setCollection({ ...old, name, note, changedAt: at });
  }

  removeCollection(id: string): void {
    this.#remember({ key: id, collection: found(this.#collections, id) });
    this.#collections.delete(id);
  }

  restoreCollection(id: string): StoredCollection {
    const removed = this.#lastRemoved(id);
    if (!('collection' in removed)) throw notThere();
    assertFree(this.#collections, removed.collection.name, id);
    this.#forget(removed);
    return this.#setCollection(removed.collection);
  }

  collected(): string[] {
    return [...new Set([...this.#collections.values()].flatMap(({ items }) => items.map(({ itemId }) => itemId)))].sort();
  }

  itemsOf(id: string, offset: number, limit: number): StoredItem[] {
    return found(this.#collections, id)
      .items.slice(offset, offset + limit)
      .map(toldItem);
  }

  addItem(id: string, { itemId, note }: { itemId: string; note: string }, at: string): StoredItem {
    const old = found(this.#collections, id);
    if (old.items.some((item) => item.itemId === itemId)) throw new AppError('saved-conflict', 'the model has this item');
    const item = { itemId, note, addedAt: at, position: this.#position() };
    this.#setCollection({ ...old, changedAt: at, items: [...old.items, item] });
    return toldItem(item);
  }

  changeItem(id: string, itemId: string, note: string, at: string): StoredItem {
    const old = found(this.#collections, id);
    const item = old.items.find((one) => one.itemId === itemId);
    if (item === undefined) throw notThere();
    const changed = { ...item, note };
    this.#setCollection({ ...old, changedAt: at, items: old.items.map((one) => (one === item ? changed : one)) });
    return toldItem(changed);
  }

  removeItem(id: string, itemId: string, at: string): void {
    const old = found(this.#collections, id);
    const item = old.items.find((one) => one.itemId === itemId);
    if (item === undefined) throw notThere();
    this.#remember({ key: `${id} ${itemId}`, item });
    this.#setCollection({ ...old, changedAt: at, items: old.items.filter((one) => one !== item) });
  }

  restoreItem(id: string, itemId: string, at: string): StoredItem {
    const old = found(this.#collections, id);
    const removed = this.#lastRemoved(`${id} ${itemId}`);
    if (!('item' in removed)) throw notThere();
    if (old.items.some((item) => item.itemId === itemId)) throw new AppError('saved-conflict', 'the model has this item');
    this.#forget(removed);
    const items = [...old.items, removed.item].sort((a, b) => a.position - b.position);
    this.#setCollection({ ...old, changedAt: at, items });
    return toldItem(removed.item);
  }

  changeItems(
    id: string,
    { add, takeOut }: { add: readonly string[]; takeOut: readonly string[] },
    at: string,
  ): { added: string[]; takenOut: string[] } {
    const has = (itemId: string) => found(this.#collections, id).items.some((item) => item.itemId === itemId);
    found(this.#collections, id);
    const takenOut = [...new Set(takeOut)].filter(has);
    for (const itemId of takenOut) this.removeItem(id, itemId, at);
    const added = [...new Set(add)].filter((itemId) => !has(itemId));
    for (const itemId of added) this.addItem(id, { itemId, note: '' }, at);
    return { added, takenOut };
  }

  #position(): number {
    this.#positions += 1;
    return this.#positions;
  }

  #remember(removed: Removed): void {
    this.#removed = [...this.#removed, removed].slice(-SAVED_LIMITS.restorable);
  }

  #lastRemoved(key: string): Removed {
    const last = this.#removed.findLast((removed) => removed.key === key);
    if (last === undefined) throw notThere();
    return last;
  }

  #forget(removed: Removed): void {
    this.#removed = this.#removed.filter((one) => one !== removed);
  }

  #setSearch(search: Search): StoredSearch {
    this.#searches.set(search.id, search);
    return toldSearch(search);
  }

  #setCollection(collection: Collection): StoredCollection {
    this.#collections.set(collection.id, collection);
    return toldCollection(collection);
  }
}

function toldSearch({ seen: _, ...search }: Search): StoredSearch {
  return search;
}

function toldCollection({ items, ...collection }: Collection): StoredCollection {
  return { ...collection, items: items.length };
}

function toldItem({ position: _, ...item }: Item): StoredItem {
  return item;
}

function notThere(): AppError {
  return new AppError('saved-not-found', 'the model has nothing of this name');
}

function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id);
  if (one === undefined) throw new AppError('saved-not-found', 'the model has nothing of this id');
  return one;
}

/** Names that differ in case or blanks only are one. */
function keyOf(name: string): string {
  return name.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

function byName<T extends { name: string }>(all: Iterable<T>): T[] {
  return [...all].sort((a, b) => (keyOf(a.name) < keyOf(b.name) ? -1 : 1));
}

function assertFree(all: ReadonlyMap<string, { id: string; name: string }>, name: string, id: string): void {
  const taken = [...all.values()].some((one) => one.id !== id && keyOf(one.name) === keyOf(name));
  if (taken) throw new AppError('saved-conflict', 'the model has this name');
}
