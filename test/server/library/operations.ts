/**
 * Operations on a library, each drawn from a seed and its number alone, so that two processes draw the same one; and how one is run. A letter of
 * them is one of a small pool, as it is or with another decision day or another case.
 */
import type { Letter } from '#contract/determination.ts';
import { determinationId, itemId, type UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { Kept } from '../../../server/library/kept-store.ts';
import { makeLetter, makeUnreadable } from '../../fixtures/factories.ts';
import { type Random, seeded } from '../../fixtures/seeded-random.ts';
import { asBroken, type Modelled } from './model.ts';
import { fingerprint, type Places, toldChanges } from './state.ts';

/** Run against a library or the model; what it returns is plain data and must be the same for both. */
export type Operation = (library: Modelled) => unknown;

const CASES = 40;
const TEXTS = 120;
const DAYS = [null, '2015-03-04', '2016-05-06', '2016-05-07', '2017-08-09'];
const NAMES = Array.from({ length: 24 }, (_, number) => `fictional-${String.fromCharCode(97 + (number % 12))}${number}.txt`);
const TABLES = Array.from({ length: 4 }, (_, number) => ({
  name: `table-${number}.csv`,
  sha256: sha256Of(Buffer.from(`table ${number}`)),
}));
const OWNERS = ['local', 'other'] as const;
const TITLES = ['Knees', 'KNEES', ' knees ', 'Two  words', 'two words', 'Hips', 'For the hearing', 'Ärzte', 'ärzte', 'x', 'y', 'z'];

const caseIds = Array.from({ length: CASES }, (_, number) => determinationId('dwc', caseNumber(number)));

function caseNumber(number: number): string {
  return `CM90-${String(number).padStart(7, '0')}`;
}

/** Letters whose texts differ; some are rows of a table, and the name of one holds half a character. */
const pool: readonly Letter[] = Array.from({ length: TEXTS }, (_, number) => {
  const letter = makeLetter({
    caseNumber: caseNumber(number % CASES),
    items: Array.from({ length: number % 4 }, (_, item) => ({ rationale: `Fictional reason ${item} of text ${number}. Not necessary.` })),
    messages: number % 5 === 0 ? ['header.conflict', 'header.conflict'] : number % 7 === 0 ? ['item.doubtful'] : [],
    fileName: number === 11 ? 'half-\ud83d.txt' : (NAMES[number % NAMES.length] ?? ''),
    note: `Fictional text ${number}`,
  });
  const { determination } = letter;
  const table = number % 3 === 0 ? TABLES[number % TABLES.length] : undefined;
  if (table === undefined) return letter;
  const row = 1 + Math.floor(number / 12);
  const part = { key: determination.source.sha256, unit: 'row' as const, from: row, to: row };
  const source = { ...determination.source, fileName: table.name, sha256: table.sha256, part };
  return { ...letter, determination: { ...determination, source } };
});

/** Every key that may be known: versions, files, and what was never stored. */
const keys = [
  ...pool.map(({ determination: { source } }) => source.part?.key ?? source.sha256),
  ...TABLES.map(({ sha256 }) => sha256),
  ...NAMES.flatMap((name) => [0, 1].map((copy) => unreadableFile(name, copy).source.sha256)),
  sha256Of(Buffer.from('never stored')),
];

const made = new Map<string, Letter>();

/** A letter of the pool with another decision day, and perhaps another case. */
function variant(text: number, day: number, inCase: number): Letter {
  const key = `${text} ${day} ${inCase}`;
  const ready = made.get(key);
  if (ready !== undefined) return ready;
  const letter = pool[text] as Letter;
  const { determination } = letter;
  const id = caseIds[inCase] ?? '';
  const { decided } = determination.dates;
  const value = DAYS[day] ?? null;
  const changed: Letter = {
    ...letter,
    determination: {
      ...determination,
      id,
      items: determination.items.map((item) => ({ ...item, id: itemId(id, item.number) })),
      dates: { ...determination.dates, decided: value === null || decided === null ? null : { ...decided, value } },
    },
  };
  made.set(key, changed);
  return changed;
}

function drawLetter(random: Random, moving: boolean): Letter {
  const text = random.below(TEXTS);
  return variant(text, random.below(DAYS.length), moving && random.chance(0.3) ? random.below(CASES) : text % CASES);
}

/** Letters that are none, in the ways that a program could make one. `stored`: perhaps of a text that is stored already. */
function breakLetter(random: Random, stored: boolean): Letter {
  const letter = drawBreakable(random, stored);
  const { determination } = letter;
  const [item] = determination.items;
  const { fileName: _, ...nameless } = determination.source;
  const { sizeBytes: __, ...sizeless } = determination.source;
  return asBroken(
    random.pick<unknown>([
      { ...letter, determination: null },
      { canonical: letter.canonical },
      { determination },
      { ...letter, determination: { ...determination, items: [item, item] } },
      { ...letter, determination: { ...determination, id: 'dwc:another case' } },
      { ...letter, determination: { ...determination, id: `dwc:${'9'.repeat(600)}` } },
      { ...letter, determination: { ...determination, items: null } },
      { ...letter, determination: { ...determination, dates: { ...determination.dates, decided: { value: 20160506 } } } },
      { ...letter, determination: { ...determination, source: nameless } },
      { ...letter, determination: { ...determination, source: sizeless } },
      { ...letter, determination: { ...determination, source: { ...determination.source, part: { key: 'part', from: 'one' } } } },
    ]),
  );
}

function drawBreakable(random: Random, stored: boolean): Letter {
  const number = random.below(TEXTS);
  const letter = pool[number] as Letter;
  if (stored && letter.determination.items.length > 0) return letter;
  return makeLetter({ caseNumber: caseNumber(number % CASES), note: `Fictional text that is never stored ${number}` });
}

function unreadableFile(name: string, copy: number): UnreadableLetter {
  const letter = makeUnreadable(name);
  return { ...letter, source: { ...letter.source, sha256: sha256Of(Buffer.from(`${name} ${copy}`)) } };
}

function drawUnreadable(random: Random): UnreadableLetter {
  const reason = (letter: UnreadableLetter) => ({
    ...letter,
    reason: { ...letter.reason, reason: `fictional reason ${random.below(100)}` },
  });
  if (random.chance(0.6)) return reason(unreadableFile(random.pick(NAMES), random.below(2)));
  const letter = unreadableFile(random.pick(NAMES), 0);
  const { source } = pool[random.below(TEXTS / 3) * 3]?.determination ?? (pool[0] as Letter).determination;
  // Some parts bear the key of a row that is also read as a letter.
  const part = {
    key: random.chance(0.5) ? keyOf(source) : sha256Of(Buffer.from(`row ${random.below(20)}`)),
    unit: 'row' as const,
    from: 3,
    to: 3,
  };
  return reason({ ...letter, source: { ...letter.source, fileName: source.fileName, sha256: source.sha256, part } });
}

function keyOf(source: Letter['determination']['source']): string {
  return source.part?.key ?? source.sha256;
}

const some = <T>(random: Random, most: number, draw: () => T): T[] => Array.from({ length: 1 + random.below(most) }, draw);

/** The kinds of operations by how often each comes; the order is part of the seed. */
const KINDS = {
  put: 26,
  again: 16,
  broken: 4,
  unreadable: 6,
  complete: 4,
  remove: 5,
  read: 14,
  addSearch: 3,
  addCollection: 3,
  search: 7,
  collection: 12,
} as const;
type Kind = keyof typeof KINDS;
const WHEEL = Object.entries(KINDS).flatMap(([kind, times]) => Array.from({ length: times }, () => kind as Kind));

/** Whether all of a library is looked at after the operation of this number. */
export function looksAt(number: number): boolean {
  return number % 100 === 99;
}

/** Where; `change`: the last change there is. */
export function placesAt(seed: number, number: number, change: number): Places {
  const random = sourceOf(seed + 1, number);
  return { ids: caseIds, keys, owners: OWNERS, earlier: Array.from({ length: 3 }, () => random.below(change + 1)) };
}

/** Numbers that are near each other give sources that are not. */
function sourceOf(seed: number, number: number): Random {
  return seeded((seed * 1_000_003 + number) * 2_654_435_761);
}

function kindOf(seed: number, number: number): Kind {
  return sourceOf(seed, number).pick(WHEEL);
}

/** The id of what the operation of this number keeps. */
export function keptId(number: number): string {
  return `kept-${number}`;
}

/** The id of what one of the last operations of a kind kept; it may be gone, or another owner's. */
function drawKept(seed: number, number: number, kind: Kind, random: Random): string {
  let back = number - 1;
  for (let skip = random.below(10); back > 0 && (skip > 0 || kindOf(seed, back) !== kind); back -= 1) {
    if (kindOf(seed, back) === kind) skip -= 1;
  }
  return keptId(back);
}

/** The operation of this number. */
export function operation(seed: number, number: number): Operation {
  const random = sourceOf(seed, number);
  const kind = random.pick(WHEEL);
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  switch (kind) {
    case 'put':
    case 'again': {
      const again = kind === 'again';
      const replace = again ? random.pick<boolean | 'changed'>([true, 'changed']) : false;
      const batch = some(random, 5, () => drawLetter(random, again));
      return (library) => toldOutcomes(library.put(batch, { replace }));
    }
    case 'broken': {
      const replace = random.chance(0.5);
      const batch = [drawLetter(random, false), breakLetter(random, replace), drawLetter(random, false)];
      return (library) => toldOutcomes(library.put(batch, { replace }));
    }
    case 'unreadable': {
      const batch = some(random, 4, () => drawUnreadable(random));
      return (library) => library.putUnreadable(batch);
    }
    case 'complete': {
      const file = random.chance(0.5) ? random.pick(TABLES) : unreadableFile(random.pick(NAMES), 1).source;
      const name = 'name' in file ? file.name : file.fileName;
      return (library) => library.complete([{ sha256: file.sha256, name, size: 12 }]);
    }
    case 'remove': {
      const ids = some(random, 3, () => random.pick(caseIds));
      return (library) => library.remove(ids);
    }
    case 'read':
      return drawRead(random, number);
    case 'addSearch':
    case 'addCollection':
    case 'search':
    case 'collection':
      return keeping(random.pick(OWNERS), drawKeeping(kind, seed, number, random, at));
  }
}

function drawRead(random: Random, number: number): Operation {
  const [id, key] = [random.pick(caseIds), random.pick(keys)];
  const [after, most, offset] = [random.below(number + 1), 1 + random.below(30), random.below(40)];
  return random.pick<Operation>([
    (library) => fingerprint(library.letter(id)),
    (library) => fingerprint(library.letter(id, key)),
    (library) => library.versions(id),
    (library) => [...library.known([key, id, ...keys.slice(offset)])].sort(),
    (library) => library.unreadable(offset, most),
    (library) => library.stats(),
    (library) => library.determinations([id, 'dwc:never', ...caseIds.slice(offset)]).map(({ id }) => id),
    (library) => toldChanges(library.changes(after, most)),
    (library) => fingerprint(library.asOf(id, after)),
  ]);
}

/** One call of what is kept. */
type Keeping = { [M in keyof Kept]: readonly [M, Parameters<Kept[M]>] }[keyof Kept];

function drawKeeping(kind: Kind, seed: number, number: number, random: Random, at: string): Keeping {
  const name = random.pick(TITLES);
  const note = random.chance(0.5) ? `fictional note ${number}` : '';
  const item = () => `${random.pick(caseIds)}#${1 + random.below(3)}`;
  const items = some(random, 20, item);
  const search = drawKept(seed, number, 'addSearch', random);
  const collection = drawKept(seed, number, 'addCollection', random);
  switch (kind) {
    case 'addSearch':
      return ['addSearch', [{ name, search: `q=${number}`, note }, items, at]];
    case 'addCollection':
      return ['addCollection', [{ name, note }, at]];
    case 'search':
      return random.pick<Keeping>([
        ['changeSearch', [search, { note }, null]],
        ['changeSearch', [search, { name, search: `q=${number}` }, { items, at }]],
        ['removeSearch', [search]],
        ['restoreSearch', [search]],
        ['addSeen', [search, items, at]],
        ['addSeen', [search, items, at]],
        ['seenBy', [search]],
        ['search', [search]],
      ]);
    default:
      return random.pick<Keeping>([
        ['changeCollection', [collection, { name }, at]],
        ['changeCollection', [collection, { note }, at]],
        ['removeCollection', [collection]],
        ['restoreCollection', [collection]],
        ['restoreItem', [collection, item(), at]],
        ['restoreItem', [collection, item(), at]],
        ['changeItems', [collection, { add: items, takeOut: some(random, 20, item) }, at]],
        ['collected', []],
        ['placesOf', [item()]],
        ['addItem', [collection, { itemId: item(), note }, at]],
        ['addItem', [collection, { itemId: item(), note }, at]],
        ['addItem', [collection, { itemId: item(), note }, at]],
        ['changeItem', [collection, item(), note, at]],
        ['removeItem', [collection, item(), at]],
        ['itemsOf', [collection, random.below(3), 2]],
        ['collections', [item()]],
        ['collection', [collection]],
      ]);
  }
}

function keeping(owner: string, [method, args]: Keeping): Operation {
  return (library) => {
    try {
      const value: unknown = library.kept(owner, method, args as never);
      return value instanceof Set ? [...value].sort() : (value ?? null);
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  };
}

/** Why one failed is told in words that the model does not know. */
function toldOutcomes(outcomes: ReturnType<Modelled['put']>): unknown {
  return outcomes.map(({ reason, ...outcome }) => ({ ...outcome, failed: reason !== null }));
}
