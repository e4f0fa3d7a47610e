/**
 * The projections on an Elasticsearch server: indices named by generation, and an alias that leads to the one that answers. A new one is made
 * beside it, unseen; the alias then moves and the old index goes in one step, so that no search finds neither of them.
 */
import { AppError } from '#contract/problem.ts';
import { type IndexDefinition, toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';
import type { Projections, SearchEngine, Writers } from '../port.ts';
import { elasticsearchEngine } from './client.ts';
import { type Connection, connect } from './connection.ts';
import { THERE } from './documents.ts';
import { aliasOf, concreteName, madeNow, pairOf, readName, recordsAlias } from './names.ts';
import type { ElasticsearchOptions } from './options.ts';

/**
 * The calls throw AppError: `engine-unavailable` where the server does not answer or refuses the credentials, `bad-configuration`,
 * `index-incompatible` where the place of the alias is taken by what this program does not know; that is left alone.
 */
export function elasticsearchProjections(options: ElasticsearchOptions, writers: Writers): Projections {
  const alias = aliasOf(options.index);
  return {
    place: `Elasticsearch at ${options.url} under the prefix ${options.index}`,
    current: () => connected(options, (connection) => openCurrent(connection, alias, writers)),
    // The engine itself says so where its index is gone.
    isCurrent: async () => true,
    sweep: () => swept(options, alias),
    beside: () => connected(options, (connection) => makeBeside(connection, alias, options, writers)),
  };
}

async function swept(options: ElasticsearchOptions, alias: string): Promise<void> {
  const connection = await connect(options);
  try {
    const items = await answering(connection, alias);
    const kept = items === null ? [] : Object.values(pairOf(alias, items));
    const others = (await ourIndices(connection, alias)).map(({ name }) => name).filter((name) => !kept.includes(name));
    await connection.remove(others);
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

async function openCurrent(connection: Connection, alias: string, writers: Writers): ReturnType<Projections['current']> {
  const name = await answering(connection, alias);
  const made = name === null ? null : readName(alias, name);
  if (name === null || made === null || made === 'earlier') return null;
  const pair = pairOf(alias, name);
  const index = elasticsearchEngine(connection, pair, writers);
  if (!(await ourIndices(connection, alias)).some((one) => one.name === pair.records)) {
    // Another one may have taken its place while it was looked at.
    if ((await answering(connection, alias)) !== name) return openCurrent(connection, alias, writers);
    // One that was made before there were records beside it, or whose records somebody took away, tells only whose it is.
    const library = await connection.owner(name);
    const state = async () => (library === null ? null : { library, change: 0 });
    return { index: { ...index, state }, outdated: true, answers: false };
  }
  const now = madeNow(0);
  // One of another mapping has other fields than are asked for: it cannot answer.
  return { index, outdated: made.stemmer !== now.stemmer || made.version !== now.version, answers: made.mapping === now.mapping };
}

async function makeBeside(connection: Connection, alias: string, options: ElasticsearchOptions, writers: Writers): Promise<Beside> {
  const ours = await ourIndices(connection, alias);
  const name = concreteName(alias, madeNow(1 + Math.max(0, ...ours.map(({ generation }) => generation))));
  const pair = pairOf(alias, name);
  const both = [pair.items, pair.records];
  await connection.create(pair.items, spread(toItemsDefinition(), options), writers.library);
  await connection.create(pair.records, spread(toRecordsDefinition(), options), writers.library);
  // Until it answers, the one that does keeps its writer.
  const index = elasticsearchEngine(connection, pair, { ...writers, confirm: async () => {} });
  return {
    index,
    swap: async () => {
      const old = await answering(connection, alias);
      const others = (await ourIndices(connection, alias)).map((one) => one.name).filter((one) => !both.includes(one));
      // An index of a program that had no library loses the alias and stays: its letters may not be taken over yet.
      const off = old === null || others.includes(old) ? [] : [old];
      try {
        await connection.point(alias, name, { filter: THERE, off, away: others });
      } catch (error) {
        // Where the answer was lost, it is done all the same, and cannot be done twice.
        if ((await answering(connection, alias)) !== name) throw error;
      }
      await writers.confirm();
      await index.close();
    },
    drop: async () => {
      if ((await answering(connection, alias)) !== name) await connection.remove(both);
      await index.close();
    },
  };
}

/** The definition with the shards and replicas of the options. They are no part of an index's name: one that has others answers as well. */
function spread({ settings, mappings }: IndexDefinition, { shards, replicas }: ElasticsearchOptions): IndexDefinition {
  return {
    mappings,
    settings: {
      ...settings,
      ...(shards === undefined ? {} : { number_of_shards: shards }),
      ...(replicas === undefined ? {} : { number_of_replicas: replicas, auto_expand_replicas: false as const }),
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

/** All indices of this prefix, of items and of records, that this program made or one before it. */
async function ourIndices(connection: Connection, alias: string): Promise<{ name: string; generation: number }[]> {
  const found = await Promise.all(
    [alias, recordsAlias(alias)].map(async (begin) =>
      (await connection.names(`${begin}-v*`)).map((name) => ({ name, made: readName(begin, name) })),
    ),
  );
  return found.flat().flatMap(({ name, made }) => (made === null || made === 'earlier' ? [] : [{ name, generation: made.generation }]));
}

function incompatible(alias: string, found: string): AppError {
  return new AppError(
    'index-incompatible',
    `Behind the Elasticsearch alias ${alias} ${found}. This version of the program does not know it and leaves it alone; choose another index prefix.`,
  );
}
