/** The other names of a drug that was typed, and the items that are for it. */
import type { QueryNode } from '#contract/query.ts';
import { allOf, filterNode } from '#mappings/query-tree.ts';
import { isAlsoAWord } from '#mappings/recognise/named-things.ts';
import { isWithin } from '#mappings/text/edit-distance.ts';
import { words } from '#mappings/text/words.ts';
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';

type DrugRow = (typeof DRUGS.drugs)[number];

export interface DrugNames {
  /** Active substances, as the drug field has them. */
  readonly bases: readonly string[];
  /** Names as words, the substance first. */
  readonly names: readonly (readonly string[])[];
  readonly items: QueryNode;
}

const BY_GENERIC = new Map(DRUGS.drugs.map((row) => [row.generic, row]));
const BY_BASE = Map.groupBy(DRUGS.drugs, (row) => row.base);

/** `generic`: a row of the vocabulary, or the substance of one; `typed`: the folded words that named it. */
export function drugNames(generic: string, typed: readonly string[]): DrugNames {
  const row = BY_GENERIC.get(generic) ?? BY_BASE.get(generic)?.[0];
  const base = row?.base ?? generic;
  const ofBase = filterNode('drug', [base]);
  if (row === undefined) return { bases: [base], names: [words(base)], items: ofBase };
  // A patch is asked for by its own name: the substance as a tablet is another request, told apart by its class.
  const ownForm = base !== row.generic && words(base).join(' ') !== typed.join(' ');
  const items: QueryNode =
    ownForm && new Set((BY_BASE.get(base) ?? []).map((each) => each.class)).size > 1
      ? allOf([ofBase, filterNode('drugClass', [row.class])])
      : ofBase;
  const product = productOf(row, typed.join(' '));
  if (product !== null) return { bases: [base], names: product.own.map(words), items: withoutOthers(items, product.others) };
  const names = namesOf(row);
  return { bases: [base], names: ownForm ? names : distinct([words(base), ...names]), items };
}

/** Products under one substance's row that are no names of each other: whoever types one does not look for another. */
const PRODUCTS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'onabotulinumtoxina',
    [
      ['botox', 'onabotulinumtoxina', 'onabotulinumtoxin'],
      ['dysport', 'abobotulinumtoxina'],
      ['xeomin', 'incobotulinumtoxina'],
      ['myobloc', 'rimabotulinumtoxinb'],
      ['jeuveau'],
      ['daxxify'],
      ['letybo'],
    ],
  ],
]);

/** The names of the product that was typed, and those of the others; null where none of several was. */
function productOf(row: DrugRow, typed: string): { own: readonly string[]; others: readonly string[] } | null {
  const products = PRODUCTS.get(words(row.generic).join(' ')) ?? [];
  const own = products.find((names) => names.includes(typed));
  return own === undefined ? null : { own, others: products.filter((names) => names !== own).flat() };
}

/** The items, but not those that ask for one of these by name. */
function withoutOthers(items: QueryNode, names: readonly string[]): QueryNode {
  const others = names.map((name): QueryNode => ({ kind: 'phrase', words: [name], fields: ['heading'] }));
  return { kind: 'and', children: [items, { kind: 'not', child: { kind: 'or', children: others } }] };
}

const LEAST_LETTERS = 4;
const LONG_NAME = 12;
const SHORTEST_PART = 3;
const known = new Map<string, readonly (readonly string[])[]>();

/** The names of a row that are plain in any text, and hold no shorter one of them. */
function namesOf(row: DrugRow): readonly (readonly string[])[] {
  const before = known.get(row.generic);
  if (before !== undefined) return before;
  const all = distinct([row.generic, ...row.aliases].map(words)).filter(isPlain);
  // Reading letters takes misspelt names too; they are no other names.
  const spelt = all.filter((name, at) => !isBroken(name, at, all) && !all.slice(0, at).some((other) => isMisspelling(name, other)));
  const shortest = spelt.filter((name) => !spelt.some((other) => other.length < name.length && holds(name, other)));
  known.set(row.generic, shortest);
  return shortest;
}

/** A name that is very short, or also a word or another abbreviation ("soma", "iron"), is not looked for unless it was typed. */
function isPlain(name: readonly string[]): boolean {
  const [only, more] = name;
  return !isAlsoAWord(name.join(' ')) && (more !== undefined || (only?.length ?? 0) >= LEAST_LETTERS);
}

/** One letter off (two in a long name) an earlier name of one word. */
function isMisspelling([name, more]: readonly string[], [other, another]: readonly string[]): boolean {
  if (name === undefined || other === undefined || more !== undefined || another !== undefined) return false;
  return name.length >= LEAST_LETTERS && isWithin(name, other, other.length >= LONG_NAME ? 2 : 1);
}

/** A name of one word with a blank inside ("oxy contin"; "oxy ir" is a form), or what causes an illness for what treats. */
function isBroken(name: readonly string[], at: number, all: readonly (readonly string[])[]): boolean {
  if (name.length < 2) return name.length === 0;
  const whole = all.findIndex(([only, more]) => only === name.join('') && more === undefined);
  const isForm = (name.at(-1)?.length ?? 0) < SHORTEST_PART && at < whole;
  return name.join(' ') === 'botulism toxin' || (whole !== -1 && !isForm);
}

function holds(name: readonly string[], other: readonly string[]): boolean {
  return ` ${name.join(' ')} `.includes(` ${other.join(' ')} `);
}

function distinct(names: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(names.filter((name) => name.length > 0).map((name) => [name.join(' '), name])).values()];
}
