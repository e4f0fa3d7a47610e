/**
 * Projections as of snapshots on an Elasticsearch server: pairs of indices behind an alias, as those of the letters of now, under a prefix of their own for each
 * snapshot: `imr-snapshot-<id>-items`.
 */
import type { SnapshotProjections, Writers } from '../port.ts';
import { connect } from './connection.ts';
import { aliasOf, recordsAlias } from './names.ts';
import type { ElasticsearchOptions } from './options.ts';
import { elasticsearchProjections } from './projections.ts';

export function elasticsearchSnapshots(options: ElasticsearchOptions, library: string): SnapshotProjections {
  const begin = `${options.index}-snapshot-`;
  const writers = sharedWriters(library);
  /** Each of both kinds of indices, with the id of its snapshot; what is of another library, or is named otherwise, is none of ours. */
  const ours = async (id: string): Promise<{ name: string; id: string }[]> => {
    const connection = await connect(options);
    try {
      const items = aliasOf(`${begin}${id}`);
      const found = await Promise.all([items, recordsAlias(items)].map((alias) => connection.names(`${alias}-v*`)));
      const named = found.flat().flatMap((name) => {
        const named = NAME.exec(name.slice(begin.length))?.[1];
        return name.startsWith(begin) && named !== undefined ? [{ name, id: named }] : [];
      });
      const owners = await Promise.all(named.map(({ name }) => connection.owner(name)));
      return named.filter((_, at) => owners[at] === library);
    } finally {
      await connection.close();
    }
  };
  return {
    of: (id) => elasticsearchProjections({ ...options, index: `${begin}${id}` }, writers),
    ids: async () => [...new Set((await ours('*')).map(({ id }) => id))],
    remove: async (id) => {
      const names = (await ours(id)).map(({ name }) => name);
      const connection = await connect(options);
      try {
        await connection.remove(names);
      } finally {
        await connection.close();
      }
    },
  };
}

/** What stands behind the prefix: the id of a snapshot, which of the two it is, and what the index was made by. */
const NAME = /^([0-9a-z-]+)-(?:items|records)-v\d+-[0-9a-f]{12}-[0-9a-f]{12}-\d+$/;

/** What is as of a change is the same whoever wrote it: also a copy of the library, which has the same snapshot under the same id. */
function sharedWriters(library: string): Writers {
  const token = `snapshots of ${library}`;
  return { library, token, knows: async (other) => other === token, announce: async () => {}, confirm: async () => {} };
}
