/** Where the Elasticsearch server is and how to be let in. Read from the environment by `server/env.ts`. */
export interface ElasticsearchOptions {
  /** Address of the server, for example `https://localhost:9200`. */
  readonly url: string;
  /** Prefix of the index names; lower case. Two installations on one server need two prefixes. Usually `imr`. */
  readonly index: string;
  /** Primary shards of an index that is made; default 1. */
  readonly shards?: number;
  /** Replicas of each shard of an index that is made; default: none on one node, 1 from two nodes on. */
  readonly replicas?: number;
  /** Encoded API key; wins over user name and password. */
  readonly apiKey?: string;
  readonly username?: string;
  readonly password?: string;
  /** PEM file of the authority that signed the server's certificate, where the system does not know it. */
  readonly caFile?: string;
}

/** The index prefix where none is set. */
export const DEFAULT_INDEX = 'imr';
