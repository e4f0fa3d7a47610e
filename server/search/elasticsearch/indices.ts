/** The indices behind their aliases: made where they are missing, refused where they were made otherwise. */
import { AppError } from '#contract/problem.ts';
import { INDEX_KINDS, toElasticsearchDefinitions } from '#mappings/elasticsearch.ts';
import type { Connection } from './connection.ts';
import { concreteName } from './names.ts';

/**
 * Sees to it that every alias leads to an index of this version. Throws AppError `index-incompatible`, and `no-index` where
 * there is none at all and none is to be made (`create` false).
 */
export async function ensureIndices(connection: Connection, create: boolean): Promise<void> {
  const definitions = toElasticsearchDefinitions();
  const expected = INDEX_KINDS.map((kind) => {
    const alias = connection.aliases[kind];
    return { alias, definition: definitions[kind], name: concreteName(alias, definitions[kind]) };
  });
  // All are looked at before one is made, so that a refused server is left as it was.
  const found = await Promise.all(expected.map(({ alias }) => connection.behind(alias)));
  if (!create && found.every((behind) => behind.length === 0)) {
    throw new AppError(
      'no-index',
      `There is no index behind the Elasticsearch alias ${connection.aliases.items}; read letters with: npm run imr -- ingest PATHS`,
    );
  }
  for (const [at, { alias, name }] of expected.entries()) {
    const behind = found[at] ?? [];
    if (behind.length > 0 && (behind.length > 1 || behind[0] !== name)) throw incompatible(alias, behind.join(', '), name);
  }
  for (const [at, { alias, name, definition }] of expected.entries()) {
    if (found[at]?.length !== 0) continue;
    const refusal = await connection.create(name, alias, definition);
    if (refusal === null) continue;
    // Another program may have made it a moment ago; or it is there and only the alias is missing.
    if (!refusal.startsWith('resource_already_exists_exception')) throw incompatible(alias, refusal, name);
    await connection.point(alias, name);
  }
}

function incompatible(alias: string, found: string, expected: string): AppError {
  return new AppError(
    'index-incompatible',
    `Behind the Elasticsearch alias ${alias} was found: ${found}. This version expects: ${expected}. Choose another index prefix and ingest the letters again.`,
  );
}
