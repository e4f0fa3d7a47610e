/**
 * What users keep: saved searches and collections, each of one owner; names are unique for their owner. It knows letters by item ids only. Every
 * change is on the disk when its call returns. What is removed can be put back for a while (`SAVED_LIMITS.restorable`, `restorableBytes`). Throws AppError `saved-not-found` (also for what another owner keeps), `saved-conflict` (a name that
 * is taken, an item that is there already, a limit), `library-unavailable` where nothing can be written.
 */

/** The owner of what is kept until there are users. */
export const LOCAL_OWNER = 'local';

export interface StoredSearch {
  readonly id: string;
  readonly name: string;
  /** The parameters of the search, as in an address. */
  readonly search: string;
  readonly note: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

export interface StoredCollection {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** How many items it has. */
  readonly items: number;
}

export interface StoredItem {
  readonly itemId: string;
  readonly note: string;
  readonly addedAt: string;
}

export type SearchChange = { [K in 'name' | 'search' | 'note']?: string | undefined };
type CollectionChange = { [K in 'name' | 'note']?: string | undefined };

/** What one owner keeps. Times are instants in UTC, ISO 8601. Calls block. */
export interface Kept {
  /** By name. */
  searches(): StoredSearch[];
  search(id: string): StoredSearch;
  /** `seen`: the items that match now, none of which will be new. */
  addSearch(search: { name: string; search: string; note: string }, seen: readonly string[], at: string): StoredSearch;
  /** `seen` takes the place of what was seen, for a search that is another now. */
  changeSearch(id: string, change: SearchChange, seen: { items: readonly string[]; at: string } | null): StoredSearch;
  removeSearch(id: string): void;
  /** Puts back what was removed last under this id, with what it has seen. Throws `saved-conflict` where its name was taken since. */
  restoreSearch(id: string): StoredSearch;
  /** Empty for a search that is not there. */
  seenBy(id: string): Set<string>;
  /** Adds to what was seen; what was seen once stays so. */
  addSeen(id: string, items: readonly string[], at: string): StoredSearch;

  /** By name; `item`: only those that hold it. */
  collections(item?: string): StoredCollection[];
  collection(id: string): StoredCollection;
  addCollection(collection: { name: string; note: string }, at: string): StoredCollection;
  changeCollection(id: string, change: CollectionChange, at: string): StoredCollection;
  removeCollection(id: string): void;
  /** The same with all its items. */
  restoreCollection(id: string): StoredCollection;
  /** The ids of all items that are in a collection, each once. */
  collected(): string[];
  /** The collections that hold an item, by name, each with its note on it. */
  placesOf(itemId: string): { collection: string; note: string }[];
  /** In the order they were added. */
  itemsOf(id: string, offset: number, limit: number): StoredItem[];
  addItem(id: string, item: { itemId: string; note: string }, at: string): StoredItem;
  changeItem(id: string, itemId: string, note: string, at: string): StoredItem;
  removeItem(id: string, itemId: string, at: string): void;
  /** Puts an item that was taken out back to its place, with its note. */
  restoreItem(id: string, itemId: string, at: string): StoredItem;
  /** Adds some items without a note and takes others out, all or none of it; what is there, and what is not, is left alone. Both in the order asked for. */
  changeItems(
    id: string,
    change: { add: readonly string[]; takeOut: readonly string[] },
    at: string,
  ): { added: string[]; takenOut: string[] };
}

/** The same from another thread. */
export type KeptStore = { readonly [M in keyof Kept]: (...args: Parameters<Kept[M]>) => Promise<ReturnType<Kept[M]>> };
