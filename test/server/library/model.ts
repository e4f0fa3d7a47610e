/**
 * The library as a model: maps and lists in memory, written from what `library.ts` and `kept-store.ts` promise, without SQL. It has the calls
 * of the library itself, so that one test runs against both.
 */
import type { Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { LibraryCore } from '../../../server/library/core.ts';
import type { Kept } from '../../../server/library/kept-store.ts';
import type { PutOutcome, Version } from '../../../server/library/library.ts';
import { packRecord } from '../../../server/library/packed-record.ts';
import { KeptModel } from './kept-model.ts';

/** What is held against the model. */
export type Modelled = Pick<
  LibraryCore,
  | 'put'
  | 'putUnreadable'
  | 'complete'
  | 'remove'
  | 'known'
  | 'determinations'
  | 'letter'
  | 'asOf'
  | 'versions'
  | 'unreadable'
  | 'changes'
  | 'stats'
  | 'kept'
>;

/** A version that stands. `put`: its place in the order in which versions came to their letter. */
interface Stored {
  readonly version: string;
  readonly put: number;
  readonly letter: Letter;
}

/** Of these versions the one that counts: the latest decision, none before any; of equals the one put last. */
function counting(versions: Iterable<Stored>): Stored[] {
  const day = ({ letter }: Stored) => letter.determination.dates.decided?.value ?? '';
  return [...versions].sort((a, b) => (day(a) === day(b) ? b.put - a.put : day(a) < day(b) ? 1 : -1));
}

/** `newId`: the id of what is kept next. */
export function modelLibrary(newId: () => string): Modelled {
  let change = 0;
  let readings = 0;
  /** Letter -> its versions that stand. */
  const letters = new Map<string, Map<string, Stored>>();
  /** Version -> the letter it stands in. */
  const home = new Map<string, string>();
  /** Letter -> its last change. */
  const changed = new Map<string, number>();
  /** Letter -> the most items that it was ever read with. */
  const mostItems = new Map<string, number>();
  /** Letter -> which version counted from which change on; null: it was out. */
  const past = new Map<string, { from: number; letter: Letter | null }[]>();
  const unreadable = new Map<string, UnreadableLetter>();
  /** Files all of whose parts are stored. */
  const whole = new Set<string>();
  /** File -> place -> version. */
  const parts = new Map<string, Map<number, string>>();
  const owners = new Map<string, KeptModel>();

  const note = (id: string): number => {
    change += 1;
    changed.set(id, change);
    return change;
  };
  const current = (id: string): Letter | null => counting(letters.get(id)?.values() ?? [])[0]?.letter ?? null;
  const remember = (id: string): void => {
    past.set(id, [...(past.get(id) ?? []), { from: change, letter: current(id) }]);
  };
  const leave = (id: string, version: string): void => {
    letters.get(id)?.delete(version);
    if (letters.get(id)?.size === 0) letters.delete(id);
    home.delete(version);
  };
  const noteFile = ({ determination: { source } }: Letter): void => {
    const version = source.part?.key ?? source.sha256;
    for (const [key, { source: listed }] of unreadable) {
      const sameName = listed.fileName === source.fileName && listed.part === null;
      if (key === version || sameName) unreadable.delete(key);
    }
    if (source.part === null) whole.add(source.sha256);
    const places = parts.get(source.sha256) ?? new Map<number, string>();
    parts.set(source.sha256, places.set(source.part?.from ?? 1, version));
  };

  const putOne = (letter: Letter, replace: boolean | 'changed'): PutOutcome => {
    const { id, source } = (letter.determination ?? {}) as Partial<Determination>;
    const sha256 = source?.part?.key ?? source?.sha256 ?? '';
    const answer = (outcome: PutOutcome['outcome']) => ({ id: id ?? '', sha256, outcome, reason: outcome === 'failed' ? 'broken' : null });
    if (isBroken(letter) || id === undefined) return answer('failed');
    const from = home.get(sha256);
    const stored = from === undefined ? undefined : letters.get(from)?.get(sha256)?.letter;
    const said = (one: Letter | undefined) => JSON.stringify({ ...one?.determination, source: null });
    if (from !== undefined && (replace === false || (replace === 'changed' && said(stored) === said(letter)))) {
      noteFile(letter);
      return answer('unchanged');
    }
    const had = letters.has(id);
    noteFile(letter);
    let put = from === id ? letters.get(id)?.get(sha256)?.put : undefined;
    if (from !== undefined && from !== id) {
      leave(from, sha256);
      note(from);
    }
    const number = note(id);
    put ??= number;
    readings += 1;
    mostItems.set(id, Math.max(mostItems.get(id) ?? 0, letter.determination.items.length));
    letters.set(id, (letters.get(id) ?? new Map()).set(sha256, { version: sha256, put, letter }));
    home.set(sha256, id);
    if (from !== undefined && from !== id) remember(from);
    remember(id);
    return answer(from !== undefined ? 'replaced' : had ? 'new_version' : 'added');
  };

  const completeOne = (sha256: string, name: string): void => {
    whole.add(sha256);
    const own = new Set(parts.get(sha256)?.values());
    // An earlier state of the same file held some of the same letters.
    const isEarlier = (file: string) => file !== sha256 && [...(parts.get(file)?.values() ?? [])].some((version) => own.has(version));
    for (const [key, { source }] of unreadable) {
      if (source.fileName === name && source.part !== null && isEarlier(source.sha256)) unreadable.delete(key);
    }
  };

  return {
    put: (batch, { replace = false } = {}) => batch.map((letter) => putOne(letter, replace)),
    putUnreadable: (batch) => {
      for (const letter of batch) unreadable.set(letter.source.part?.key ?? letter.source.sha256, letter);
    },
    complete: (files) => {
      for (const { sha256, name } of files) completeOne(sha256, name);
      return 0;
    },
    remove: (ids) => {
      const there = [...new Set(ids)].filter((id) => letters.has(id));
      for (const id of there) {
        const versions = new Set(letters.get(id)?.keys());
        for (const [file, places] of parts) if ([...places.values()].some((version) => versions.has(version))) whole.delete(file);
        for (const version of versions) leave(id, version);
        note(id);
        remember(id);
      }
      return there.length;
    },
    known: (keys) =>
      new Map(
        keys.flatMap((key): [string, 'letter' | 'unreadable'][] => {
          if (home.has(key) || whole.has(key)) return [[key, 'letter']];
          return unreadable.has(key) ? [[key, 'unreadable']] : [];
        }),
      ),
    determinations: (ids) => ids.flatMap((id) => current(id)?.determination ?? []),
    letter: (id, version) => (version === undefined ? current(id) : (letters.get(id)?.get(version)?.letter ?? null)),
    asOf: (id, number) => past.get(id)?.findLast(({ from }) => from <= number)?.letter?.determination ?? null,
    versions: (id) =>
      counting(letters.get(id)?.values() ?? []).map(
        ({ version, letter: { determination } }, place): Version => ({
          sha256: version,
          fileName: determination.source.fileName.toWellFormed(),
          decidedOn: determination.dates.decided?.value ?? null,
          current: place === 0,
        }),
      ),
    unreadable: (offset, limit) => {
      const key = ({ source: { fileName, sha256, part } }: UnreadableLetter) =>
        [fileName, sha256, String(part?.from ?? '').padStart(9), part?.key ?? sha256].join('\0');
      const sorted = [...unreadable.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      return { total: sorted.length, letters: sorted.slice(offset, offset + limit) };
    },
    changes: (after, most) => {
      const all = [...changed].map(([letter, number]) => ({ letter, number })).filter(({ number }) => number > after);
      const some = all.sort((a, b) => a.number - b.number).slice(0, most);
      const changes = some.map(({ letter, number }) => {
        const now = current(letter);
        return {
          number,
          letter,
          mostItems: mostItems.get(letter) ?? 0,
          record: now === null ? null : packRecord(now.determination),
          text: null,
          damaged: false,
        };
      });
      return { changes, reached: some.length < most ? change : (some.at(-1)?.number ?? 0), last: change };
    },
    stats: () => {
      const all = [...letters.keys()].flatMap((id) => current(id)?.determination ?? []);
      const days = all.flatMap(({ dates }) => dates.decided?.value ?? []).sort();
      const messages: Record<string, number> = {};
      for (const { messages: told } of all)
        for (const code of new Set(told.map(({ code }) => code))) messages[code] = (messages[code] ?? 0) + 1;
      return {
        letters: all.length,
        items: all.reduce((sum, { items }) => sum + items.length, 0),
        versions: home.size,
        readings,
        unreadable: unreadable.size,
        change,
        decidedFrom: days[0] ?? null,
        decidedTo: days.at(-1) ?? null,
        messages,
      };
    },
    kept: (owner, method, args) => {
      const kept = owners.get(owner) ?? new KeptModel(newId);
      owners.set(owner, kept);
      return (kept[method] as (...given: typeof args) => ReturnType<Kept[typeof method]>)(...args);
    },
  };
}

/** Letters that are none are marked as such by the test, which breaks them: see `operations.ts`. */
const BROKEN = new WeakSet<Letter>();

function isBroken(letter: Letter): boolean {
  return BROKEN.has(letter);
}

export function asBroken(letter: unknown): Letter {
  BROKEN.add(letter as Letter);
  return letter as Letter;
}
