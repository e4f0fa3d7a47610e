/** The library as everything outside holds it: calls that answer later, faults in plain words. */
import type { Determination, Letter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { Recent } from '../storage/recent.ts';
import { startThread, type Thread, ThreadEnded } from '../threads/thread.ts';
import { type LibraryCore, openLibraryCore } from './core.ts';
import type { Kept, KeptStore } from './kept-store.ts';
import type { PutTold } from './letter-writer.ts';
import type { Change, Intake, PutOptions, PutOutcome, Records } from './library.ts';
import { withPlainErrors } from './library-file.ts';
import { recordOf } from './packed-record.ts';
import { type Prepared, prepared } from './prepared-letter.ts';

/** Calls of the core that are handed on as they are. */
const LATER = [
  'changes',
  'stats',
  'mark',
  'setMark',
  'takeKept',
  'lock',
  'unlock',
  'lockSnapshots',
  'unlockSnapshots',
  'check',
  'sums',
  'determinationsAsOf',
  'letterAsOf',
  'changesAsOf',
  'sizeAsOf',
  'snapshots',
  'snapshot',
  'takeSnapshot',
  'changeSnapshot',
  'removeSnapshot',
] as const satisfies readonly (keyof LibraryCore)[];

/** The calls of the core, each answered later. */
type Later = {
  readonly [M in (typeof LATER)[number]]: (...args: Parameters<LibraryCore[M]>) => Promise<ReturnType<LibraryCore[M]>>;
};

/** What became of a batch, with the changes that it made. */
interface PutAndChanged {
  readonly outcomes: PutOutcome[];
  /** Null where they must be asked for. */
  readonly changed: ChangesBehind | null;
}

/** Changes behind one, without texts. */
export interface ChangesBehind {
  readonly after: number;
  readonly changes: readonly Change[];
  readonly reached: number;
}

export interface Library extends Records, Intake, Later {
  /** `put`, for who wants to take the changes over. */
  putAndChanged(batch: readonly Letter[], options?: PutOptions): Promise<PutAndChanged>;
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

/** The same where method and arguments are known to belong together. */
type AnyCall = (method: keyof LibraryCore, ...args: readonly unknown[]) => Promise<unknown>;

/** Opens the library of a data folder in the caller's own thread. Throws AppError as `openLibraryFile` does. */
export function openLibrary(dataDir: string, options: Parameters<typeof openLibraryCore>[1] = {}): Library {
  const core = openLibraryCore(dataDir, options);
  return libraryBy(callOf(core), core);
}

function callOf(core: LibraryCore): Call {
  return async (method, ...args) => withPlainErrors(() => (core[method] as (...given: unknown[]) => never)(...args));
}

/**
 * The same for who loads much: letters are put by a thread of its own, which is started at once, while the caller's thread goes on. Nothing else may be
 * written before what was put is there.
 */
export function openLibraryToLoad(dataDir: string, options: { create: boolean }): Library {
  const core = openLibraryCore(dataDir, options);
  const own = callOf(core);
  if (!core.writable) return libraryBy(own, core);
  const thread = startThread(new URL('./putting-thread.ts', import.meta.url), { dataDir });
  // Told by the first call; who puts nothing need not know.
  thread.catch(() => undefined);
  const call: Call = async (method, ...args) => {
    if (method !== 'putPrepared') return own(method, ...args);
    try {
      return (await (await thread).call(method, args)) as never;
    } catch (error) {
      throw error instanceof ThreadEnded ? threadEnded(error) : error;
    }
  };
  return {
    ...libraryBy(call, core),
    close: async () => {
      await (await thread.catch(() => null))?.end();
      core.close();
    },
  };
}

/** Calls that only read. */
const READING: ReadonlySet<keyof LibraryCore> = new Set<keyof LibraryCore>([
  'known',
  'determinations',
  'recordTexts',
  'letter',
  'versions',
  'unreadable',
  'unreadableParts',
  'numbered',
  'lettersOf',
  'changes',
  'stats',
  'mark',
  'check',
  'sums',
  'determinationsAsOf',
  'letterAsOf',
  'changesAsOf',
  'sizeAsOf',
  'snapshots',
  'snapshot',
]);
const READING_KEPT: ReadonlySet<unknown> = new Set<keyof Kept>([
  'searches',
  'search',
  'seenBy',
  'collections',
  'collection',
  'collected',
  'placesOf',
  'itemsOf',
]);

/** Records that are held as they were last parsed: those of some twenty pages, some 40 MB. */
const HELD = 400;

/** Records that are asked for at once: the thread unpacks the next ones while these are parsed, which takes some 1.5 ms. */
const RECORDS = 10;

/**
 * The same in threads of its own: one that reads and, once something is written, one that writes. So no page waits behind what is written, nor behind
 * another program that holds the file.
 */
export async function openLibraryThread(
  dataDir: string,
  { create = true, readOnly = false }: { create?: boolean; readOnly?: boolean } = {},
): Promise<Library> {
  const start = () => startThread(new URL('./library-thread.ts', import.meta.url), { dataDir, create, readOnly });
  const first = await start();
  const reader = kept(start, first);
  const writer = kept(start, null);
  // What the threads serve are the calls of the core, by their names.
  const call: Call = async (method, ...args) => {
    const isReading = method === 'kept' ? READING_KEPT.has(args[1]) : READING.has(method);
    try {
      return (await (await (isReading ? reader : writer).thread()).call(method, args)) as never;
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      throw threadEnded(error);
    }
  };
  const recent = new Recent<{ readonly change: number; readonly record: Determination }>(HELD);
  // Records go over as their text: taking them apart and putting them together once more would cost twice as much as parsing.
  const recordsOf = async (ids: readonly string[], at: number | null): Promise<Determination[]> => {
    const parts = Array.from({ length: Math.ceil(ids.length / RECORDS) }, (_, part) => ids.slice(part * RECORDS, (part + 1) * RECORDS));
    const records = parts.map(async (part) => {
      const held = part.map((id) => recent.get(id) ?? null);
      const told = await call(
        'recordTexts',
        part,
        held.map((one) => one?.change ?? null),
        at,
      );
      return told.map(({ id, change, text }) => {
        const before = held[part.indexOf(id)];
        if (text === null && before != null) return before.record;
        const record = recordOf(text ?? '');
        recent.set(id, { change, record });
        return record;
      });
    });
    return (await Promise.all(records)).flat();
  };
  let ended: Promise<unknown> | null = null;
  return {
    ...libraryBy(call, first.ready as Pick<LibraryCore, 'id' | 'writable'>),
    determinations: (ids) => recordsOf(ids, null),
    determinationsAsOf: recordsOf,
    close: async () => {
      ended ??= Promise.all([reader.end(), writer.end()]);
      await ended;
    },
  };
}

function threadEnded(cause: ThreadEnded): AppError {
  return new AppError('library-unavailable', 'A thread of the library has ended; ask again', { cause });
}

/** A thread that is started when it is first needed, and again where it has died. */
function kept(start: () => Promise<Thread>, first: Thread | null): { thread(): Promise<Thread>; end(): Promise<void> } {
  let current: Promise<Thread> | null = null;
  let isEnded = false;
  const watch = async (starting: Promise<Thread>): Promise<Thread> => {
    const gone = () => {
      current = null;
    };
    try {
      const thread = await starting;
      void thread.over.then(gone);
      return thread;
    } catch (error) {
      gone();
      throw error;
    }
  };
  if (first !== null) current = watch(Promise.resolve(first));
  return {
    thread: () => {
      if (isEnded) return Promise.reject(new ThreadEnded('the library was closed'));
      current ??= watch(start());
      return current;
    },
    end: async () => {
      isEnded = true;
      await (await current)?.end();
    },
  };
}

function libraryBy(call: Call, { id, writable }: Pick<LibraryCore, 'id' | 'writable'>): Library {
  const putAndChanged: Library['putAndChanged'] = async (batch, options) => {
    const letters = batch.map(prepared);
    const put = call(
      'putPrepared',
      letters.map(({ letter }) => letter),
      options,
    );
    return withChanges(letters, await put);
  };
  // That no argument is lost, the list's own type does not tell.
  const later = Object.fromEntries(
    LATER.map((method) => [method, (...args: readonly unknown[]) => (call as AnyCall)(method, ...args)]),
  ) as Later;
  return {
    id,
    writable,
    put: async (batch, options) => (await putAndChanged(batch, options)).outcomes,
    putAndChanged,
    putUnreadable: (batch) => call('putUnreadable', batch),
    noteParts: (file, parts) => call('noteParts', file, parts),
    countAgain: (versions) => call('countAgain', versions),
    complete: (files) => call('complete', files),
    known: (sha256s) => call('known', sha256s),
    remove: (ids) => call('remove', ids),
    determinations: (ids) => call('determinations', ids),
    letter: (id, sha256) => call('letter', id, sha256),
    versions: (id) => call('versions', id),
    unreadable: (offset, limit) => call('unreadable', offset, limit),
    unreadableParts: (file) => call('unreadableParts', file),
    numbered: (ids) => call('numbered', ids),
    lettersOf: (versions) => call('lettersOf', versions),
    ...later,
    kept: (owner) => keptBy((method, args) => call('kept', owner, method, args) as Promise<never>),
    close: () => call('close'),
  };
}

/** Nothing is read back for these changes: a letter that was never read before counts as it was put. */
function withChanges(letters: readonly Prepared[], { outcomes, after, changes: numbers }: PutTold): PutAndChanged {
  if (numbers === null) return { outcomes, changed: null };
  const changes = letters.flatMap(({ letter, documents }, at): Change[] => {
    const number = numbers[at] ?? null;
    if (number === null || letter.kind !== 'ready') return [];
    return [{ number, letter: letter.id, mostItems: letter.items, record: letter.record, documents, text: null, damaged: false }];
  });
  return { outcomes, changed: { after, changes, reached: changes.at(-1)?.number ?? after } };
}

const KEPT = [
  'searches',
  'search',
  'addSearch',
  'changeSearch',
  'removeSearch',
  'restoreSearch',
  'seenBy',
  'addSeen',
  'collections',
  'collection',
  'addCollection',
  'changeCollection',
  'removeCollection',
  'restoreCollection',
  'collected',
  'placesOf',
  'itemsOf',
  'addItem',
  'changeItem',
  'removeItem',
  'restoreItem',
  'changeItems',
] as const satisfies readonly (keyof Kept)[];

/** What an owner keeps, by how a call of it is answered. */
export function keptBy(call: <M extends keyof Kept>(method: M, args: Parameters<Kept[M]>) => Promise<ReturnType<Kept[M]>>): KeptStore {
  const methods = KEPT.map((method) => [method, (...args: Parameters<Kept[typeof method]>) => call(method, args)]);
  // That no method is left out, the list's own type does not tell; the first use of one would.
  return Object.fromEntries(methods) as KeptStore;
}
