/** The options: what wins, what is refused, and that all faults are told at once. */
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { readOptions } from '../../server/env.ts';
import { OPTIONS } from '../../server/options.ts';

const parametersOf = (env: Record<string, string>, flags = {}) => {
  try {
    readOptions(env, flags);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-configuration') return error.errors.map(({ parameter }) => parameter);
    throw error;
  }
  throw new Error('the options were taken');
};

describe('options', () => {
  it('need no environment', () => {
    expect(readOptions({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: 'data',
      readOnly: false,
      search: { engine: 'embedded', dataDir: 'data' },
    });
  });

  it('take a flag before a variable, and an empty one as not set', () => {
    const env = { PORT: '1', HOST: 'a.example', IMR_DATA: 'from-env' };
    expect(readOptions(env, { port: '2', host: '', dataDir: undefined })).toMatchObject({
      port: 2,
      host: 'a.example',
      dataDir: 'from-env',
    });
    expect(readOptions({ PORT: '', HOST: '' })).toMatchObject({ port: 8080, host: '127.0.0.1' });
  });

  it('take Elasticsearch where its address is set, unless the engine says otherwise', () => {
    const url = 'https://localhost:9200';
    expect(readOptions({ ELASTICSEARCH_URL: url }).search).toEqual({ engine: 'elasticsearch', dataDir: 'data', url, index: 'imr' });
    expect(readOptions({ ELASTICSEARCH_URL: url, IMR_ENGINE: 'embedded' }).search).toEqual({ engine: 'embedded', dataDir: 'data' });
    expect(
      readOptions({ ELASTICSEARCH_URL: url, ELASTICSEARCH_API_KEY: 'k', ELASTICSEARCH_CA: 'ca.pem', ELASTICSEARCH_INDEX: 'two' }).search,
    ).toEqual({ engine: 'elasticsearch', dataDir: 'data', url, index: 'two', apiKey: 'k', caFile: 'ca.pem' });
    expect(readOptions({ ELASTICSEARCH_URL: url, ELASTICSEARCH_SHARDS: '3', ELASTICSEARCH_REPLICAS: '0' }).search).toMatchObject({
      shards: 3,
      replicas: 0,
    });
  });

  it('are refused all at once, by the name the user gave them', () => {
    expect(parametersOf({ PORT: '70000', HOST: 'http://x', ELASTICSEARCH_URL: 'nowhere', ELASTICSEARCH_INDEX: 'Imr' })).toEqual([
      'PORT',
      'HOST',
      'ELASTICSEARCH_URL',
      'ELASTICSEARCH_INDEX',
    ]);
    expect(parametersOf({ ELASTICSEARCH_SHARDS: '0', ELASTICSEARCH_REPLICAS: 'one' })).toEqual([
      'ELASTICSEARCH_SHARDS',
      'ELASTICSEARCH_REPLICAS',
    ]);
    expect(parametersOf({ PORT: '1' }, { port: 'x', engine: 'lucene' })).toEqual(['--port', '--engine']);
    expect(parametersOf({ IMR_ENGINE: 'elasticsearch' })).toEqual(['ELASTICSEARCH_URL']);
    expect(parametersOf({ ELASTICSEARCH_URL: 'http://h', ELASTICSEARCH_USERNAME: 'u' })).toEqual(['ELASTICSEARCH_PASSWORD']);
    expect(parametersOf({ ELASTICSEARCH_URL: 'http://h', ELASTICSEARCH_PASSWORD: 'p' })).toEqual(['ELASTICSEARCH_USERNAME']);
  });

  it('never repeat a value in a fault, since some are secret', () => {
    const env = { ELASTICSEARCH_URL: 'ftp://user:hunter2@h', PORT: 'hunter2' };
    expect(() => readOptions(env)).toThrow(AppError);
    try {
      readOptions(env);
    } catch (error) {
      expect(JSON.stringify({ error, message: String(error) })).not.toContain('hunter2');
    }
  });

  it('have each name, flag and variable once', () => {
    const all = OPTIONS.flatMap(({ name, flag, env }) => [name, ...(flag === null ? [] : [flag]), env]);
    expect(new Set(all).size).toBe(all.length);
  });
});
