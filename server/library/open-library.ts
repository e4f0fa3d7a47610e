/** The library as everything outside holds it: calls that answer later, faults in plain words. */

import { startThread } from '../threads/thread.ts';
import { type LibraryCore, openLibraryCore } from './core.ts';
import type { Kept, KeptStore } from './kept-store.ts';
import type { Intake, Records } from './library.ts';
import { withPlainErrors } from './library-file.ts';
import { recordOf } from './packed-record.ts';

/** The calls of the core, each answered later. */
type Later = {
  readonly [M in 'changes' | 'stats' | 'mark' | 'setMark' | 'takeKept' | 'lock' | 'unlock' | 'check' | 'sums']: (
    ...args: Parameters<LibraryCore[M]>
  ) => Promise<ReturnType<LibraryCore[M]>>;
};

export interface Library extends Records, Intake, Later {
  readonly id: string;
  /** Whether anything can be kept in it; a folder that may not be written to can be searched. */
  readonly writable: boolean;
  /** What `owner` keeps. */
  kept(owner: string): KeptStore;
  close(): Promise<void>;
}

/** Runs work that writes letters, alone among all processes. Throws AppError `library-locked`. */
export async function writing<T>(library: Pick<Library, 'lock' | 'unlock'>, work: () => Promise<T>): Promise<T> {
  await library.lock();
  try {
    return await work();
  } finally {
    await library.unlock();
  }
}

/** How a call reaches the core. */
type Call = <M extends keyof LibraryCore>(
  method: M,
  ...args: LibraryCore[M] extends (...args: infer A) => unknown ? A : never
) => Promise<LibraryCore[M] extends (...args: never[]) => infer R ? R : never>;

/** Opens the library of a data folder in the caller's own thread. Throws AppError as `openLibraryFile` does. */
export function openLibrary(dataDir: string, options: Parameters<typeof openLibraryCore>[1] = {}): Library {
  const core = openLibraryCore(dataDir, options);
  const call: Call = async (method, ...args) => withPlainErrors(() => (core[method] as (...given: unknown[]) => never)(...args));
  return libraryBy(call, core);
}

/** Records that are asked for at once: the thread unpacks the next ones while these are parsed, which takes some 1.5 ms. */
const RECORDS = 10;

/** The same in a thread of its own, so that nobody waits behind what is written or unpacked. */
export async function openLibraryThread(dataDir: string, { create = true }: { create?: boolean } = {}): Promise<Library> {
  const thread = await startThread(new URL('./library-thread.ts', import.meta.url), { dataDir, create });
  // What the thread serves are the calls of the core, by their names.
  const call: Call = (method, ...args) => thread.call(method, args) as Promise<never>;
  const library = libraryBy(call, thread.ready as Pick<LibraryCore, 'id' | 'writable'>);
  let ended: Promise<void> | null = null;
  return {
    ...library,
    // Records go over as their text: taking them apart and putting them together once more would cost twice as much as parsing.
    determinations: async (ids) => {
      const parts = Array.from({ length: Math.ceil(ids.length / RECORDS) }, (_, at) => ids.slice(at * RECORDS, (at + 1) * RECORDS));
      return (await Promise.all(parts.map(async (part) => (await call('recordTexts', part)).map(recordOf)))).flat();
    },
    close: () => {
      ended ??= library.close().then(() => thread.end());
      return ended;
    },
  };
}

function libraryBy(call: Call, { id, writable }: Pick<LibraryCore, 'id' | 'writable'>): Library {
  return {
    id,
    writable,
    put: (batch, options) => call('put', batch, options),
    putUnreadable: (batch) => call('putUnreadable', batch),
    noteParts: (file, parts) => call('noteParts', file, parts),
    complete: (file) => call('complete', file),
    known: (sha256s) => call('known', sha256s),
    remove: (ids) => call('remove', ids),
    determinations: (ids) => call('determinations', ids),
    letter: (id, sha256) => call('letter', id, sha256),
    versions: (id) => call('versions', id),
    unreadable: (offset, limit) => call('unreadable', offset, limit),
    changes: (after, most) => call('changes', after, most),
    stats: () => call('stats'),
    mark: (name) => call('mark', name),
    setMark: (name, value) => call('setMark', name, value),
    takeKept: (earlier) => call('takeKept', earlier),
    check: (after) => call('check', after),
    sums: () => call('sums'),
    lock: () => call('lock'),
    unlock: () => call('unlock'),
    kept: (owner) => keptBy((method, args) => call('kept', owner, method, args) as Promise<never>),
    close: () => call('close'),
  };
}

const KEPT = [
  'searches',
  'search',
  'addSearch',
  'changeSearch',
  'removeSearch',
  'seenBy',
  'addSeen',
  'collections',
  'collection',
  'addCollection',
  'changeCollection',
  'removeCollection',
  'itemsOf',
  'addItem',
  'changeItem',
  'removeItem',
] as const satisfies readonly (keyof Kept)[];

function keptBy(call: <M extends keyof Kept>(method: M, args: Parameters<Kept[M]>) => Promise<ReturnType<Kept[M]>>): KeptStore {
  const methods = KEPT.map((method) => [method, (...args: Parameters<Kept[typeof method]>) => call(method, args)]);
  // That no method is left out, the list's own type does not tell; the first use of one would.
  return Object.fromEntries(methods) as KeptStore;
}
