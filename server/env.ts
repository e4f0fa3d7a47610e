/**
 * The one reader of the environment (given as an argument), by the table of options. A flag goes
 * before its variable, a variable before the default; an empty one counts as not set. All faults are told at once.
 */
import { z } from 'zod';
import { AppError, type Fault } from '#contract/problem.ts';
import type { SearchIndexOptions } from './index/open-index.ts';
import { OPTIONS, type OptionName } from './options.ts';
import { DEFAULT_INDEX } from './search/elasticsearch/options.ts';

const wholeNumber = (from: number, to: number) => {
  const error = `expected a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error });
};
const text = z.string();

/** What each option must be. */
const SCHEMAS = {
  port: wholeNumber(0, 65_535),
  host: text.regex(/^[\p{L}\p{N}.:_-]+$/u, { error: 'expected a host name or an address without port' }),
  dataDir: text,
  readOnly: z.stringbool({ error: 'expected true or false' }),
  engine: z.enum(['embedded', 'elasticsearch'], { error: 'expected embedded or elasticsearch' }),
  elasticsearchUrl: z.url({ protocol: /^https?$/, error: 'expected an address with http:// or https://' }),
  elasticsearchIndex: text.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, {
    error: 'expected lower-case letters, digits, dots, dashes and underscores, at most 100, a letter or digit first',
  }),
  elasticsearchShards: wholeNumber(1, 1_024),
  elasticsearchReplicas: wholeNumber(0, 100),
  elasticsearchApiKey: text,
  elasticsearchUsername: text,
  elasticsearchPassword: text,
  elasticsearchCa: text,
} as const satisfies Record<OptionName, z.ZodType>;

type Row = (typeof OPTIONS)[number];
type Given = { [N in OptionName]?: z.output<(typeof SCHEMAS)[N]> };

export interface Options {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Whether nothing is written; see `openToRead`. */
  readonly readOnly: boolean;
  /** What `openSearchIndex` takes. */
  readonly search: SearchIndexOptions;
}

/** Reads all options. `flags` are by option name, as given on the command line. Throws AppError `bad-configuration` with all faults. */
export function readOptions(
  env: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Partial<Record<OptionName, string | undefined>>> = {},
): Options {
  const faults: Fault[] = [];
  const given = Object.fromEntries(OPTIONS.flatMap((row) => readOption(row, env, flags, faults))) as Given;
  const engine = given.engine ?? (given.elasticsearchUrl === undefined ? 'embedded' : 'elasticsearch');
  const needed = (parameter: string, detail: string) => faults.push({ parameter, detail });
  const urlIsBroken = faults.some(({ parameter }) => parameter === 'ELASTICSEARCH_URL');
  if (engine === 'elasticsearch' && given.elasticsearchUrl === undefined && !urlIsBroken) {
    needed('ELASTICSEARCH_URL', 'expected the address of Elasticsearch, since the engine is elasticsearch');
  }
  if (given.elasticsearchUsername !== undefined && given.elasticsearchPassword === undefined) {
    needed('ELASTICSEARCH_PASSWORD', 'expected the password that goes with ELASTICSEARCH_USERNAME');
  }
  if (given.elasticsearchPassword !== undefined && given.elasticsearchUsername === undefined) {
    needed('ELASTICSEARCH_USERNAME', 'expected the user name that goes with ELASTICSEARCH_PASSWORD');
  }
  if (given.elasticsearchApiKey !== undefined && given.elasticsearchUsername !== undefined) {
    needed('ELASTICSEARCH_API_KEY', 'expected either an API key or a user name with password, not both');
  }
  if (faults.length > 0) {
    throw new AppError('bad-configuration', faults.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), {
      errors: faults,
    });
  }
  const dataDir = given.dataDir ?? 'data';
  return {
    port: given.port ?? 8080,
    host: given.host ?? '127.0.0.1',
    dataDir,
    readOnly: given.readOnly ?? false,
    search: searchOptions(given, engine, dataDir),
  };
}

function searchOptions(given: Given, engine: SearchIndexOptions['engine'], dataDir: string): SearchIndexOptions {
  const { elasticsearchUrl: url, elasticsearchApiKey: apiKey, elasticsearchUsername: username } = given;
  const { elasticsearchPassword: password, elasticsearchCa: caFile } = given;
  const { elasticsearchShards: shards, elasticsearchReplicas: replicas } = given;
  if (engine === 'embedded' || url === undefined) return { engine: 'embedded', dataDir };
  return {
    engine,
    dataDir,
    url,
    index: given.elasticsearchIndex ?? DEFAULT_INDEX,
    ...(shards === undefined ? {} : { shards }),
    ...(replicas === undefined ? {} : { replicas }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(caFile === undefined ? {} : { caFile }),
  };
}

/** The option as a pair of name and value; nothing where it is not set or not valid. Values are never repeated in a fault: some are secret. */
function readOption(
  row: Row,
  env: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Partial<Record<OptionName, string | undefined>>>,
  faults: Fault[],
): [OptionName, unknown][] {
  const flag = flags[row.name];
  const byFlag = row.flag !== null && flag !== undefined && flag !== '';
  const value = byFlag ? flag : env[row.env];
  if (value === undefined || value === '') return [];
  const parsed = SCHEMAS[row.name].safeParse(value);
  if (parsed.success) return [[row.name, parsed.data]];
  faults.push({ parameter: byFlag ? row.flag : row.env, detail: parsed.error.issues[0]?.message ?? 'not valid' });
  return [];
}
