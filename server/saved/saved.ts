/**
 * The store of what a user keeps: saved searches and collections. It knows nothing of the index but item ids. Calls block; they are
 * short. Every change is on the disk when its call returns. Throws AppError `saved-not-found`, `saved-conflict` (a name that is
 * taken, an item that is there already, a limit), `saved-unavailable` where the file cannot be used, `saved-incompatible`.
 */

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

/** Times are instants in UTC, ISO 8601. */
export interface SavedStore {
  /** By name. */
  searches(): StoredSearch[];
  search(id: string): StoredSearch;
  /** `seen`: the items that match now, none of which will be new. */
  addSearch(search: { name: string; search: string; note: string }, seen: Iterable<string>, at: string): StoredSearch;
  /** `seen` takes the place of what was seen, for a search that is another now. */
  changeSearch(id: string, change: SearchChange, seen: { items: Iterable<string>; at: string } | null): StoredSearch;
  removeSearch(id: string): void;
  seenBy(id: string): Set<string>;
  /** Adds to what was seen; what was seen once stays so. */
  addSeen(id: string, items: Iterable<string>, at: string): StoredSearch;

  /** By name; `item`: only those that hold it. */
  collections(item?: string): StoredCollection[];
  collection(id: string): StoredCollection;
  addCollection(collection: { name: string; note: string }, at: string): StoredCollection;
  changeCollection(id: string, change: CollectionChange, at: string): StoredCollection;
  removeCollection(id: string): void;
  /** In the order they were added. */
  itemsOf(id: string, offset: number, limit: number): StoredItem[];
  addItem(id: string, item: { itemId: string; note: string }, at: string): StoredItem;
  changeItem(id: string, itemId: string, note: string, at: string): StoredItem;
  removeItem(id: string, itemId: string, at: string): void;

  close(): void;
}
