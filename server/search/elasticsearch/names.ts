/**
 * Names of indices. The program speaks to aliases (`imr-items`); behind one stands an index whose name carries the
 * version and a hash of its mapping and of what makes the stems (`imr-items-v1-5f1c0a9be2d4`), so that an index made otherwise shows.
 */

import { INDEX_KINDS, INDEX_VERSION, type IndexDefinition, type IndexKind } from '#mappings/elasticsearch.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import { STEMMER } from '#mappings/text/stem.ts';

/** The alias of each kind of index, for example `imr-items`. */
export type Aliases = Readonly<Record<IndexKind, string>>;

export function aliasesOf(prefix: string): Aliases {
  return Object.fromEntries(INDEX_KINDS.map((kind) => [kind, `${prefix}-${kind}`])) as Record<IndexKind, string>;
}

/** The name of the index behind an alias. */
export function concreteName(alias: string, definition: IndexDefinition, stemmer = STEMMER): string {
  const hash = sha256Of(JSON.stringify(definition) + stemmer).slice(0, 12);
  return `${alias}-v${INDEX_VERSION}-${hash}`;
}
