/**
 * A server that reads a real Elasticsearch alone, without the library and in a folder where there is nothing: it answers as the one that has the
 * library does, but for what it does not have, which it says.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HiddenPartSchema } from '#contract/api.ts';
import { openSearchIndex, openToRead } from '../../server/index/open-index.ts';
import { concreteName, madeNow } from '../../server/search/elasticsearch/names.ts';
import { runImr, runImrWith, startImr } from '../bin/run-imr.ts';
import { fictionalFolder, ready } from '../e2e/served.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { dropIndices, indicesOf, inPlace, uniquePrefix } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');

if ('skipped' in server) it.skip(`a server that reads Elasticsearch alone is not tested: ${server.skipped}`);
else describeReadingAlone(server);

function describeReadingAlone(address: ServerAddress): void {
  const prefix = uniquePrefix();
  const env = { ELASTICSEARCH_URL: address.url, ELASTICSEARCH_INDEX: prefix };
  const alone = { ...env, IMR_READ_ONLY: 'true' };
  const folder = mkdtempSync(join(tmpdir(), 'imr-alone-'));
  const [data, nowhere] = [join(folder, 'data'), join(folder, 'nowhere')];
  const running: ChildProcess[] = [];
  const served = async (variables: Record<string, string>, ...args: string[]): Promise<string> => {
    const child = startImr(['serve', '--port', '0', ...args], variables);
    running.push(child);
    return `${await ready(child)}/api/v1`;
  };
  let library = '';
  let reader = '';
  let ids: string[] = [];
  let letters = 0;
  /** What both servers answer at an address. */
  const both = (path: string, init?: RequestInit) => Promise.all([library, reader].map((url) => bodyOf(`${url}${path}`, init)));
  const problem = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${reader}${path}`, init);
    return [response.status, ((await response.json()) as { code: string }).code];
  };

  beforeAll(async () => {
    const files = await fictionalFolder();
    expect(await runImr('ingest', files, '--data', data)).toMatchObject({ code: 1 });
    rmSync(files, { recursive: true });
    const made = await runImrWith(env, 'reindex', '--engine', 'elasticsearch', '--data', data);
    expect(made, made.err).toMatchObject({ code: 0 });
    library = await served({}, '--data', data);
    reader = await served(env, '--read-only', '--data', nowhere);
    const { hits } = (await bodyOf(`${library}/search?size=100`)) as { hits: { letterId: string }[] };
    ids = [...new Set(hits.map(({ letterId }) => letterId))];
    letters = Number((await bodyOf(`${library}/stats`))['letters']);
    expect(letters).toBeGreaterThanOrEqual(ids.length);
    expect(ids.length).toBeGreaterThan(3);
  });
  afterAll(async () => {
    for (const child of running) {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await closed;
    }
    await dropIndices(address, prefix);
    rmSync(folder, { recursive: true });
  });

  describe('a server without a library', () => {
    it.each([
      '/search?q=personal+trainer&sort=case',
      '/search?q=medically+necessary&decision=upheld&sort=newest',
      '/search?sort=case',
      '/metrics/outcomes?by=service',
      '/metrics/outcomes?by=guidelineFamily',
    ])('answers as the one with the library: %s', async (path) => {
      const [there, here] = (await both(path)).map(inOrder);
      expect(here).toEqual(there);
    });

    it('shows each determination with its text, its items and cases like it', async () => {
      for (const id of ids) {
        const at = `/determinations/${encodeURIComponent(id)}`;
        const [there, here] = await both(at);
        expect(here).toEqual({ ...there, hasOriginal: false });
        for (const path of [`${at}/text?q=trainer`, `${at}/explain`, `${at}/items/1`]) {
          const [text, same] = await both(path);
          expect(same, path).toEqual(text);
        }
        const [near, alike] = (await both(`${at}/items/1/similar`)).map((answer) => Object.keys(answer));
        expect(alike).toEqual(near);
      }
      const words = { method: 'POST', body: 'A personal trainer for the knee was denied.', headers: { 'Content-Type': 'text/plain' } };
      const [near, alike] = await both('/similar/case', words);
      expect(cases(alike)).toEqual(cases(near));
      expect(cases(near).length).toBeGreaterThan(0);
    });

    it('exports the same rows', async () => {
      const rows = async (url: string) => (await (await fetch(`${url}/export?format=jsonl&sort=case`)).text()).trim().split('\n');
      const [there = [], here = []] = await Promise.all([library, reader].map(rows));
      // The first line tells of the export itself.
      expect(here.slice(1)).toEqual(there.slice(1));
      expect(here.length).toBeGreaterThan(letters);
    });

    it('says what it does not have, at each of its addresses', async () => {
      const [there, here] = await both('/stats');
      expect(there).toMatchObject({ readOnly: false, hidden: [], unreadable: 1 });
      expect(here).toEqual({
        ...there,
        engine: 'elasticsearch',
        readOnly: true,
        hidden: HiddenPartSchema.options,
        versions: null,
        unreadable: null,
      });
      const at = `/determinations/${encodeURIComponent(ids[0] ?? '')}`;
      const post = { method: 'POST', body: '{"name":"mine","note":""}', headers: { 'Content-Type': 'application/json' } };
      for (const path of ['/unreadable', '/saved-searches', '/collections', `${at}/original`, `${at}?version=${'0'.repeat(64)}`]) {
        expect(await problem(path), path).toEqual([404, 'not-on-this-server']);
      }
      expect(await problem('/collections', post)).toEqual([404, 'not-on-this-server']);
      expect(await bodyOf(`${reader}/health`)).toMatchObject({ status: 'ok' });
      expect(existsSync(nowhere)).toBe(false);
    });
  });

  describe('commands that only read', () => {
    it('need no library', async () => {
      const out = join(folder, 'rows.jsonl');
      const [search, stats, file] = await Promise.all([
        runImrWith(env, 'search', 'personal trainer', '--json', '--read-only', '--data', nowhere),
        runImrWith(alone, 'stats', '--json', '--data', nowhere),
        runImrWith(alone, 'search', 'personal trainer', '--export', out, '--data', nowhere),
      ]);
      expect(search, search.err).toMatchObject({ code: 0 });
      expect(JSON.parse(search.out).total).toBe(1);
      expect(stats, stats.err).toMatchObject({ code: 0 });
      expect(JSON.parse(stats.out)).toMatchObject({ letters, hidden: HiddenPartSchema.options });
      expect(file, file.err).toMatchObject({ code: 0 });
      expect(existsSync(nowhere)).toBe(false);
    });

    it('refuse to write', async () => {
      const ran = await runImrWith(alone, 'reindex', '--data', nowhere);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('IMR_READ_ONLY');
    });

    it('read a library in its folder too, and take no lock, with the embedded engine', async () => {
      const before = readdirSync(data);
      const ran = await runImr('stats', '--json', '--read-only', '--data', data);
      expect(ran, ran.err).toMatchObject({ code: 0 });
      expect(JSON.parse(ran.out)).toMatchObject({ letters, unreadable: 1, readOnly: true, hidden: [] });
      expect(readdirSync(data)).toEqual(before);
      const none = await runImr('stats', '--read-only', '--data', nowhere);
      expect(none.err).toContain('There is no index');
      expect(existsSync(nowhere)).toBe(false);
    });
  });

  describe('an index that is read alone', () => {
    const client = new Client({ node: address.url });
    const optionsOf = ({ options, dataDir }: { options: ServerAddress & { readonly index: string }; dataDir: string }) => ({
      ...options,
      engine: 'elasticsearch' as const,
      dataDir: join(dataDir, 'nowhere'),
    });

    it('is not made where there is none', async () => {
      await inPlace(address, async (place) => {
        await expect(openToRead(optionsOf(place))).rejects.toMatchObject({ code: 'no-index' });
        expect(await indicesOf(address, place.options.index)).toEqual([]);
      });
    });

    it('is followed where it is made anew, by all questions of the moment', async () => {
      await inPlace(address, async (place) => {
        const writer = await place.open();
        await writer.put([makeLetter(), makeLetter({ caseNumber: 'CM90-0000002' })]);
        const alone = await openToRead(optionsOf(place));
        await writer.library.put([makeLetter({ caseNumber: 'CM90-0000003' })]);
        await writer.reindex();
        const stats = await Promise.all(Array.from({ length: 8 }, () => alone.stats()));
        expect(stats.map(({ letters, items }) => [letters, items])).toEqual(stats.map(() => [3, 3]));
        expect(await alone.letter('dwc:CM90-0000003')).toEqual(makeLetter({ caseNumber: 'CM90-0000003' }));
        await writer.remove(['dwc:CM90-0000002']);
        expect(await alone.letter('dwc:CM90-0000002')).toBeNull();
        await alone.close();
      });
    });

    it('says that it was made by another version, and what to do where it cannot answer', async () => {
      await inPlace(address, async (place) => {
        await (await place.open()).put([makeLetter()]);
        const alias = `${place.options.index}-items`;
        for (const [made, code] of [
          [{ ...madeNow(7), stemmer: '0123456789ab' }, null],
          [{ ...madeNow(8), mapping: '0123456789ab' }, 'index-incompatible'],
        ] as const) {
          const old = await indicesOf(address, place.options.index);
          const next = concreteName(alias, made);
          for (const name of old) {
            await client.indices.putSettings({ index: name, settings: { 'index.blocks.write': true } });
            await client.indices.clone({ index: name, target: name.replace(/-v3-.*/, next.slice(alias.length)) });
          }
          await client.indices.updateAliases({
            actions: [...old.map((index) => ({ remove_index: { index } })), { add: { index: next, alias } }],
          });
          const said: string[] = [];
          const opened = openToRead(optionsOf(place), { tell: (line) => said.push(line) });
          if (code !== null) await expect(opened).rejects.toMatchObject({ code, message: expect.stringContaining('reindex') as string });
          else {
            expect((await (await opened).stats()).letters).toBe(1);
            await (await opened).close();
            expect(said).toEqual([expect.stringContaining('made by another version')]);
          }
        }
      });
    });

    it('is read from a library of its own version with the embedded engine, while another program writes', async () => {
      const dataDir = join(folder, 'written');
      const writer = await openSearchIndex({ engine: 'embedded', dataDir });
      await writer.put([makeLetter()]);
      const alone = await openToRead({ engine: 'embedded', dataDir });
      expect(alone).toMatchObject({ readOnly: true, hidden: [] });
      await writer.put([makeLetter({ caseNumber: 'CM90-0000002' })]);
      expect((await alone.stats()).items).toBe(2);
      await expect(alone.kept('local').addCollection({ name: 'a', note: '' }, '2026-02-03T04:05:06.789Z')).rejects.toMatchObject({
        code: 'library-unavailable',
      });
      await alone.close();
      await writer.close();
    });
  });
}

async function bodyOf(url: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, init);
  const body = (await response.json()) as Record<string, unknown>;
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}

/** An answer without scores, which differ a little from engine to engine. */
function inOrder(answer: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'score' ? undefined : value)));
}

function cases(answer: Record<string, unknown> | undefined): string[] {
  return (
    JSON.stringify(answer)
      .match(/"id":"[^"]+"/g)
      ?.sort() ?? []
  );
}
