/** What one owner keeps, as a model: maps and lists, written from what `kept-store.ts` promises. */
import { AppError } from '#contract/problem.ts';
import type { Kept, SearchChange, StoredCollection, StoredItem, StoredSearch } from '../../../server/library/kept-store.ts';

type Search = StoredSearch & { readonly seen: ReadonlySet<string> };
type Collection = Omit<StoredCollection, 'items'> & { readonly items: readonly StoredItem[] };

export class KeptModel implements Kept {
  readonly #newId: () => string;
  readonly #searches = new Map<string, Search>();
  readonly #collections = new Map<string, Collection>();

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
    found(this.#searches, id);
    this.#searches.delete(id);
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
    found(this.#collections, id);
    this.#collections.delete(id);
  }

  itemsOf(id: string, offset: number, limit: number): StoredItem[] {
    return found(this.#collections, id).items.slice(offset, offset + limit);
  }

  addItem(id: string, { itemId, note }: { itemId: string; note: string }, at: string): StoredItem {
    const old = found(this.#collections, id);
    if (old.items.some((item) => item.itemId === itemId)) throw new AppError('saved-conflict', 'the model has this item');
    const item = { itemId, note, addedAt: at };
    this.#setCollection({ ...old, changedAt: at, items: [...old.items, item] });
    return item;
  }

  changeItem(id: string, itemId: string, note: string, at: string): StoredItem {
    const old = found(this.#collections, id);
    const item = old.items.find((one) => one.itemId === itemId);
    if (item === undefined) throw new AppError('saved-not-found', 'the model has no such item');
    const changed = { ...item, note };
    this.#setCollection({ ...old, changedAt: at, items: old.items.map((one) => (one === item ? changed : one)) });
    return changed;
  }

  removeItem(id: string, itemId: string, at: string): void {
    const old = found(this.#collections, id);
    const items = old.items.filter((one) => one.itemId !== itemId);
    if (items.length === old.items.length) throw new AppError('saved-not-found', 'the model has no such item');
    this.#setCollection({ ...old, changedAt: at, items });
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
