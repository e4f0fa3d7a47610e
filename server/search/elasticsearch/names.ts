/**
 * Names of indices. The alias (`imr-items`) leads to the items that answer. Their index's name carries the version of our documents, a hash of the
 * mappings, a hash of what makes the stems, and its generation: `imr-items-v3-5f1c0a9be2d4-0b7d55a1c3ee-7`. So one made otherwise shows. The records of
 * the same letters, and the state, lie in an index that differs in one word: `imr-records-v3-5f1c0a9be2d4-0b7d55a1c3ee-7`. So the alias moves both.
 */
import { INDEX_VERSION, toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';
import { wordsMadeBy } from '#mappings/recognise/letter-words.ts';
import { sha256Of } from '#mappings/text/sha256.ts';

/** The first version that was a projection of a library: this program may take its indices away, once it has made another. */
const FIRST_VERSION = 2;

/** The alias of the index that answers, for example `imr-items`. */
export function aliasOf(prefix: string): string {
  return `${prefix}-items`;
}

/** The names of two indices that belong together. */
export interface Pair {
  readonly items: string;
  readonly records: string;
}

export function pairOf(alias: string, items: string): Pair {
  return { items, records: `${recordsAlias(alias)}${items.slice(alias.length)}` };
}

/** What the name of every index of records begins with. Nothing is behind it: the items lead to them. */
export function recordsAlias(alias: string): string {
  return alias.replace(/items$/, 'records');
}

/** What the name of an index says. */
export interface Made {
  readonly version: number;
  readonly mapping: string;
  readonly stemmer: string;
  readonly generation: number;
}

/** What an index says that this program makes. */
export function madeNow(
  generation: number,
  definitions: unknown = [toItemsDefinition(), toRecordsDefinition()],
  stemmer = wordsMadeBy(),
): Made {
  return { version: INDEX_VERSION, mapping: hash(JSON.stringify(definitions)), stemmer: hash(stemmer), generation };
}

export function concreteName(alias: string, { version, mapping, stemmer, generation }: Made): string {
  return `${alias}-v${version}-${mapping}-${stemmer}-${generation}`;
}

/**
 * What an index behind an alias is. `earlier`: of a program that had no library (see `earlier.ts`); null: none that this program knows, and
 * none that it may touch.
 */
export function readName(alias: string, name: string): Made | 'earlier' | null {
  if (!name.startsWith(`${alias}-v`)) return null;
  const rest = name.slice(alias.length + 2);
  if (/^1-[0-9a-f]{12}$/.test(rest)) return 'earlier';
  const [, version, mapping, stemmer, generation] = /^(\d+)-([0-9a-f]{12})-([0-9a-f]{12})-(\d+)$/.exec(rest) ?? [];
  if (!(Number(version) >= FIRST_VERSION && Number(version) <= INDEX_VERSION) || mapping === undefined || stemmer === undefined)
    return null;
  return { version: Number(version), mapping, stemmer, generation: Number(generation) };
}

function hash(text: string): string {
  return sha256Of(text).slice(0, 12);
}
