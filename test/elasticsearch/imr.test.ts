/** The `imr` program with its index in a real Elasticsearch: it answers as with the embedded engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runImr, runImrWith } from '../bin/run-imr.ts';
import { NO_REAL_LETTERS, REAL_LETTERS } from '../conformance/corpora.ts';
import { fictionalFolder, trainerLetter } from '../e2e/served.ts';
import { dropIndices, uniquePrefix } from './open-index.ts';

const server = inject('elasticsearch');

/** Ingests the folder on both engines and holds their answers to "personal trainer" against each other. */
async function asksBoth(url: string, letters: string, exitCode: number, caseNumber: string): Promise<void> {
  const prefix = uniquePrefix();
  const data = mkdtempSync(join(tmpdir(), 'imr-es-'));
  const env = { ELASTICSEARCH_URL: url, ELASTICSEARCH_INDEX: prefix };
  try {
    const ingested = await runImrWith(env, 'ingest', letters, '--data', data);
    expect(ingested, ingested.err).toMatchObject({ code: exitCode });
    expect(await runImr('ingest', letters, '--data', data)).toMatchObject({ code: exitCode });
    const query = ['search', 'personal trainer', '--limit', '100', '--json', '--data', data];
    const here = inNoOrder(JSON.parse((await runImr(...query)).out));
    const first = JSON.parse((await runImrWith(env, ...query)).out);
    const there = inNoOrder(first);
    expect(first.hits[0]).toMatchObject({ caseNumber, issue: 1, decision: 'upheld', service: 'prog.personal_trainer' });
    expect(there).toEqual(here);
    const stats = async (variables: Record<string, string>) =>
      JSON.parse((await runImrWith(variables, 'stats', '--json', '--data', data)).out);
    expect({ ...(await stats(env)), engine: null }).toEqual({ ...(await stats({})), engine: null });
    const second = await runImrWith(env, 'ingest', letters, '--data', data);
    expect(second.err).not.toContain('added');
    const again = await runImrWith(env, 'ingest', letters, '--again', '--data', data);
    expect(again, again.err).toMatchObject({ code: exitCode });
    expect(again.err).toMatch(/\d+ files: \d+ read again/);
    expect(JSON.parse((await runImrWith(env, ...query)).out)).toEqual(first);
  } finally {
    await dropIndices({ url }, prefix);
    rmSync(data, { recursive: true, force: true });
  }
}

/** An answer with its hits in the order of cases: the engines' scores differ a little, and with them the order behind the first. */
function inNoOrder<T extends { hits: { caseNumber: string; issue: number }[] }>(answer: T): T {
  const hits = [...answer.hits].sort((a, b) => (a.caseNumber < b.caseNumber ? -1 : a.caseNumber > b.caseNumber ? 1 : a.issue - b.issue));
  return { ...answer, hits };
}

describe('imr with Elasticsearch', () => {
  if ('skipped' in server) {
    it.skip(`is not tested: ${server.skipped}`);
    return;
  }
  let folder = '';
  beforeAll(async () => {
    folder = await fictionalFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ingests, searches and counts fictional letters as the embedded engine does', () =>
    asksBoth(server.url, folder, 1, trainerLetter().caseNumber));

  if (REAL_LETTERS === undefined) it.skip(`real letters are not tried: ${NO_REAL_LETTERS}`);
  else
    it('finds the personal trainer first in the real letters, on either engine', () =>
      asksBoth(server.url, REAL_LETTERS ?? '', 0, 'CM14-0039143'));

  it('says in one sentence that the server cannot be reached', async () => {
    const data = mkdtempSync(join(tmpdir(), 'imr-es-'));
    const ran = await runImrWith({ ELASTICSEARCH_URL: 'http://127.0.0.1:9' }, 'ingest', folder, '--data', data);
    rmSync(data, { recursive: true, force: true });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).toContain('127.0.0.1:9');
  });
});
