/** All that a library holds, as plain data, asked for by its own calls; to be held against the model. */
import type { Determination, Letter } from '#contract/determination.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { Changes } from '../../../server/library/library.ts';
import { unpackRecord } from '../../../server/library/packed-record.ts';
import type { Modelled } from './model.ts';

/** Where to look: ids of letters, keys that may be known, owners, and earlier changes. */
export interface Places {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly owners: readonly string[];
  readonly earlier: readonly number[];
}

/** A short word for a record or a letter, to the last character; null for none. */
export function fingerprint(value: Letter | Determination | null): string | null {
  if (value === null) return null;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const made = sha256Of(Buffer.from(JSON.stringify('canonical' in value ? [value.determination, value.canonical] : value))).slice(0, 16);
  seen.set(value, made);
  return made;
}

/** Letters of the model are the same objects again and again. */
const seen = new WeakMap<object, string>();

export function toldChanges({ changes, reached, last }: Changes): unknown {
  const told = changes.map(({ record, ...change }) => ({ ...change, record: record === null ? null : fingerprint(unpackRecord(record)) }));
  return { changes: told, reached, last };
}

function stateOf(library: Modelled, { ids, keys, owners, earlier }: Places): Record<string, unknown> {
  const { messages, ...stats } = library.stats();
  return {
    letters: ids.map((id) => [id, fingerprint(library.letter(id))]),
    versions: ids.flatMap((id) =>
      library.versions(id).map((version) => evened({ id, ...version, letter: fingerprint(library.letter(id, version.sha256)) })),
    ),
    determinations: library.determinations(ids).map((determination) => [determination.id, fingerprint(determination)]),
    known: [...library.known(keys)].sort(),
    unreadable: library.unreadable(0, 1000),
    stats: evened({ ...stats, messages: evened(messages) }),
    earlier: earlier.map((change) => [change, ids.map((id) => fingerprint(library.asOf(id, change)))]),
    kept: owners.map((owner) => keptBy(library, owner)),
  };
}

/** The same whatever the order of its fields. */
function evened(fields: object): unknown {
  return Object.entries(fields).sort();
}

function keptBy(library: Modelled, owner: string): unknown {
  const searches = library.kept(owner, 'searches', []);
  const collections = library.kept(owner, 'collections', []);
  return {
    searches: searches.map((search) => evened({ ...search, seen: [...library.kept(owner, 'seenBy', [search.id])].sort() })),
    collections: collections.map((collection) =>
      evened({ ...collection, all: library.kept(owner, 'itemsOf', [collection.id, 0, 10_000]).map(evened) }),
    ),
  };
}

/** The same with what an index would hold, and a hash of it all. */
export function wholeState(library: Modelled, projected: Projected, places: Places): { state: Record<string, unknown>; hash: string } {
  projected.follow(library);
  const state = { ...stateOf(library, places), projected: [...projected.letters].sort() };
  return { state, hash: sha256Of(Buffer.from(JSON.stringify(state))) };
}

/** What an index would hold: the letters that count, kept up by changes alone. */
export class Projected {
  readonly letters = new Map<string, string | null>();
  #reached = 0;

  /** Takes over what changed, some changes at a time. */
  follow(library: Pick<Modelled, 'changes'>): void {
    for (;;) {
      const { changes, reached, last } = library.changes(this.#reached, 17);
      for (const { letter, record } of changes) {
        if (record === null) this.letters.delete(letter);
        else this.letters.set(letter, fingerprint(unpackRecord(record)));
      }
      this.#reached = reached;
      if (reached >= last) return;
    }
  }
}
