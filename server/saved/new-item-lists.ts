/**
 * The lists of new items that were shown, so that "mark as seen" marks those and nothing that was indexed since. They are kept in memory, the
 * one asked for longest ago given up first: a list that is no longer known is asked for again, and nothing is marked.
 */
import { createHash } from 'node:crypto';
import { packItems, unpackItems } from '../library/item-set.ts';

export interface NewItemLists {
  /** Keeps a list and returns its short id; the same list of the same search has the same id. */
  keep(search: ShownSearch, items: ReadonlySet<string>): string;
  /** The list of this id; null where it is not known or was that of another search. */
  get(search: ShownSearch, id: string): Set<string> | null;
}

/** A saved search by its id and by what it asks: another question shows other lists. */
interface ShownSearch {
  readonly id: string;
  readonly search: string;
}

/** Some five million items in all. */
const MOST_BYTES = 16_000_000;
/** What a list takes beside its items, about. */
const OVERHEAD = 300;

export function openNewItemLists(mostBytes = MOST_BYTES): NewItemLists {
  const lists = new Map<string, { of: string; packed: Uint8Array }>();
  let bytes = 0;
  const forget = (id: string) => {
    const list = lists.get(id);
    if (list !== undefined) bytes -= list.packed.length + OVERHEAD;
    lists.delete(id);
  };
  return {
    keep(search, items) {
      const packed = packItems(items);
      const of = questionOf(search);
      const id = createHash('sha256').update(of).update('\n').update(packed).digest('hex').slice(0, 24);
      forget(id); // and put it last
      lists.set(id, { of, packed });
      bytes += packed.length + OVERHEAD;
      for (const oldest of lists.keys()) {
        if (bytes <= mostBytes || oldest === id) break;
        forget(oldest);
      }
      return id;
    },
    get(search, id) {
      const list = lists.get(id);
      return list === undefined || list.of !== questionOf(search) ? null : unpackItems(list.packed);
    },
  };
}

function questionOf({ id, search }: ShownSearch): string {
  return JSON.stringify([id, search]);
}
