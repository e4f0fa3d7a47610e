/** The options of the program as the README and `--help` show them. `env.ts` reads and checks them. */
import { DEFAULT_INDEX } from './search/elasticsearch/options.ts';

/** One option as the README and `--help` show it. */
export interface OptionRow {
  readonly name: string;
  /** Null: by the environment only (secrets do not belong in a process list). */
  readonly flag: string | null;
  readonly env: string;
  readonly type: string;
  /** In words; null: none. */
  readonly default: string | null;
  readonly unit: string | null;
  readonly help: string;
}

export const OPTIONS = [
  {
    name: 'port',
    flag: '--port',
    env: 'PORT',
    type: 'whole number',
    default: '8080',
    unit: 'TCP port',
    help: 'Port of the dashboard and the HTTP API; 0 takes a free one',
  },
  {
    name: 'host',
    flag: '--host',
    env: 'HOST',
    type: 'address',
    default: '127.0.0.1',
    unit: null,
    help: 'Address to listen on; 0.0.0.0 opens the index to the network, which has no log-in',
  },
  {
    name: 'dataDir',
    flag: '--data',
    env: 'IMR_DATA',
    type: 'folder',
    default: 'data',
    unit: null,
    help: 'Folder of the library, the index and the original files',
  },
  {
    name: 'readOnly',
    flag: '--read-only',
    env: 'IMR_READ_ONLY',
    type: 'true or false',
    default: 'false',
    unit: null,
    help: 'Only read, with Elasticsearch without any data folder; nothing is saved or made anew',
  },
  {
    name: 'engine',
    flag: '--engine',
    env: 'IMR_ENGINE',
    type: 'embedded or elasticsearch',
    default: 'embedded, or elasticsearch where ELASTICSEARCH_URL is set',
    unit: null,
    help: 'Search engine',
  },
  {
    name: 'elasticsearchUrl',
    flag: null,
    env: 'ELASTICSEARCH_URL',
    type: 'address',
    default: null,
    unit: null,
    help: 'Elasticsearch to use, for example https://localhost:9200',
  },
  {
    name: 'elasticsearchIndex',
    flag: null,
    env: 'ELASTICSEARCH_INDEX',
    type: 'text',
    default: DEFAULT_INDEX,
    unit: null,
    help: 'Prefix of the names of the indices',
  },
  {
    name: 'elasticsearchShards',
    flag: null,
    env: 'ELASTICSEARCH_SHARDS',
    type: 'whole number',
    default: '1',
    unit: 'shards',
    help: 'Primary shards of an index that is made from now on; one that is there keeps its own until imr reindex',
  },
  {
    name: 'elasticsearchReplicas',
    flag: null,
    env: 'ELASTICSEARCH_REPLICAS',
    type: 'whole number',
    default: 'none on one node, 1 from two nodes on',
    unit: 'replicas',
    help: 'Replicas of each shard of an index that is made from now on; one that is there keeps its own until imr reindex',
  },
  {
    name: 'elasticsearchApiKey',
    flag: null,
    env: 'ELASTICSEARCH_API_KEY',
    type: 'text',
    default: null,
    unit: null,
    help: 'API key, as Elasticsearch gives it (encoded)',
  },
  {
    name: 'elasticsearchUsername',
    flag: null,
    env: 'ELASTICSEARCH_USERNAME',
    type: 'text',
    default: null,
    unit: null,
    help: 'User name; needs the password too',
  },
  {
    name: 'elasticsearchPassword',
    flag: null,
    env: 'ELASTICSEARCH_PASSWORD',
    type: 'text',
    default: null,
    unit: null,
    help: 'Password; needs the user name too',
  },
  {
    name: 'elasticsearchCa',
    flag: null,
    env: 'ELASTICSEARCH_CA',
    type: 'file',
    default: null,
    unit: null,
    help: 'PEM file of the authority that signed the certificate of Elasticsearch',
  },
] as const satisfies readonly OptionRow[];

export type OptionName = (typeof OPTIONS)[number]['name'];
