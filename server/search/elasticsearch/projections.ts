/**
 * The projections on an Elasticsearch server: indices named by generation, and an alias that leads to the one that answers. A new one is made
 * beside it, unseen; the alias then moves and the old index goes in one step, so that no search finds neither of them.
 */
import { AppError } from '#contract/problem.ts';
import { toElasticsearchDefinition } from '#mappings/elasticsearch.ts';
import type { Projections, SearchEngine } from '../port.ts';
import { elasticsearchEngine } from './client.ts';
import { type Connection, connect } from './connection.ts';
import { aliasOf, concreteName, madeNow, readName } from './names.ts';
import type { ElasticsearchOptions } from './options.ts';

/**
 * The calls throw AppError: `engine-unavailable` where the server does not answer or refuses the credentials, `bad-configuration`,
 * `index-incompatible` where the place of the alias is taken by what this program does not know; that is left alone.
 */
export function elasticsearchProjections(options: ElasticsearchOptions): Projections {
  const alias = aliasOf(options.index);
  return {
    current: () => connected(options, (connection) => openCurrent(connection, alias)),
    // The engine itself says so where its index is gone.
    isCurrent: async () => true,
    sweep: () => swept(options, alias),
    beside: () => connected(options, (connection) => makeBeside(connection, alias)),
  };
}

async function swept(options: ElasticsearchOptions, alias: string): Promise<void> {
  const connection = await connect(options);
  try {
    const answers = await answering(connection, alias);
    const others = (await ourIndices(connection, alias)).filter(({ name }) => name !== answers);
    await connection.remove(others.map(({ name }) => name));
  } finally {
    await connection.close();
  }
}

type Beside = Awaited<ReturnType<Projections['beside']>>;

/** Gives what is opened its connection, which closes with it; where nothing is opened it is closed here. */
async function connected<T extends { readonly index: SearchEngine } | null>(
  options: ElasticsearchOptions,
  open: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connect(options);
  try {
    const opened = await open(connection);
    if (opened === null) await connection.close();
    return opened;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function openCurrent(connection: Connection, alias: string): ReturnType<Projections['current']> {
  const name = await answering(connection, alias);
  const made = name === null ? null : readName(alias, name);
  const now = madeNow(0);
  // One of another mapping has other fields than are asked for: it cannot answer.
  if (name === null || made === null || made === 'earlier' || made.mapping !== now.mapping) return null;
  return { index: elasticsearchEngine(connection, name), outdated: made.stemmer !== now.stemmer };
}

async function makeBeside(connection: Connection, alias: string): Promise<Beside> {
  const ours = await ourIndices(connection, alias);
  const name = concreteName(alias, madeNow(1 + Math.max(0, ...ours.map(({ generation }) => generation))));
  await connection.create(name, toElasticsearchDefinition());
  const index = elasticsearchEngine(connection, name);
  return {
    index,
    swap: async () => {
      const old = await answering(connection, alias);
      const others = (await ourIndices(connection, alias)).map((one) => one.name).filter((one) => one !== name);
      // An index of a program that had no library loses the alias and stays: its letters may not be taken over yet.
      const off = old === null || others.includes(old) ? [] : [old];
      try {
        await connection.point(alias, name, { off, away: others });
      } catch (error) {
        // Where the answer was lost, it is done all the same, and cannot be done twice.
        if ((await answering(connection, alias)) !== name) throw error;
      }
      await index.close();
    },
    drop: async () => {
      if ((await answering(connection, alias)) !== name) await connection.remove([name]);
      await index.close();
    },
  };
}

/** The index behind the alias, which is one of ours or of an earlier program; null where there is none. */
async function answering(connection: Connection, alias: string): Promise<string | null> {
  const behind = await connection.behind(alias);
  const [name = null, ...more] = behind.alias;
  if (behind.isIndex) throw incompatible(alias, 'an index of that name was found where the alias should be');
  if (more.length > 0 || (name !== null && readName(alias, name) === null))
    throw incompatible(alias, `was found: ${behind.alias.join(', ')}`);
  return name;
}

/** All indices of this prefix that this version of our documents made. */
async function ourIndices(connection: Connection, alias: string): Promise<{ name: string; generation: number }[]> {
  const names = await connection.names(`${alias}-v*`);
  return names.flatMap((name) => {
    const made = readName(alias, name);
    return made === null || made === 'earlier' ? [] : [{ name, generation: made.generation }];
  });
}

function incompatible(alias: string, found: string): AppError {
  return new AppError(
    'index-incompatible',
    `Behind the Elasticsearch alias ${alias} ${found}. This version of the program does not know it and leaves it alone; choose another index prefix.`,
  );
}
