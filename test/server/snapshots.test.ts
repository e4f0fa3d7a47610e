/** Snapshots over HTTP: taken, listed, renamed, removed, and what can be asked as of one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeterminationResponseSchema, ItemResponseSchema, StatsResponseSchema, TextResponseSchema } from '#contract/api.ts';
import { ExportFirstLineSchema } from '#contract/export.ts';
import { MetricResponseSchema } from '#contract/metrics.ts';
import { ProblemSchema } from '#contract/problem.ts';
import { SavedSearchSchema } from '#contract/saved.ts';
import { SearchResponseSchema } from '#contract/search.ts';
import { SimilarResponseSchema } from '#contract/similar.ts';
import { type Snapshot, SnapshotSchema, SnapshotsResponseSchema } from '#contract/snapshots.ts';
import { SuggestResponseSchema } from '#contract/suggest.ts';
import { openSearchIndex, openToRead } from '../../server/index/open-index.ts';
import { FIRST, type Running, run, TWELVE } from './running-server.ts';
import { jsonInit, type Sending, sending } from './saved/send.ts';

const NOW = '2026-11-30T08:09:10.123Z';
const REMOVED = TWELVE[0]?.determination.id ?? '';
const id = encodeURIComponent(REMOVED);

let server: Running;
let sent: Sending;
let taken: Snapshot;
beforeAll(async () => {
  server = await run(TWELVE, { now: () => new Date(NOW) });
  sent = sending(server);
  taken = await sent.send('POST', '/snapshots', { name: ' 2026 yearly report ', note: 'for the board' }, SnapshotSchema);
  await server.index.put([FIRST]);
  await server.index.remove([REMOVED]);
});
afterAll(() => server.stop());
const asOf = () => `snapshot=${taken.id}`;

describe('a snapshot', () => {
  it('says what it is of', async () => {
    expect(taken).toEqual({
      id: expect.any(String) as string,
      name: '2026 yearly report',
      note: 'for the board',
      takenAt: NOW,
      change: 12,
      letters: 12,
      items: 12,
      program: '0.0.0-test',
      extraction: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      vocabulary: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      sameVocabulary: true,
    });
    expect(await server.get(`/snapshots/${taken.id}`, SnapshotSchema)).toEqual(taken);
    expect((await server.get('/snapshots', SnapshotsResponseSchema)).snapshots).toEqual([taken]);
    expect(await server.get('/stats', StatsResponseSchema)).toMatchObject({ change: 14, letters: 12 });
  });

  it('is what searches, facets, rates and suggestions are as of', async () => {
    const [now, then] = [
      await server.get('/search?size=50', SearchResponseSchema),
      await server.get(`/search?size=50&${asOf()}`, SearchResponseSchema),
    ];
    expect([now.total, now.hits.some(({ letterId }) => letterId === REMOVED)]).toEqual([13, false]);
    expect([then.total, then.hits.some(({ letterId }) => letterId === REMOVED)]).toEqual([12, true]);
    expect((await server.get(`/search?q=trainer&${asOf()}`, SearchResponseSchema)).total).toBe(0);
    const totals = await Promise.all(
      ['/metrics/outcomes?by=category', `/metrics/outcomes?by=category&${asOf()}`].map(
        async (path) => (await server.get(path, MetricResponseSchema)).total,
      ),
    );
    expect(totals.map(({ items, overturned }) => [items, overturned?.n, overturned?.of])).toEqual([
      [13, 3, 13],
      [12, 3, 12],
    ]);
    const words = async (path: string) => (await server.get(path, SuggestResponseSchema)).suggestions.map(({ label }) => label);
    expect(await words('/suggest?q=personal')).not.toEqual([]);
    expect(await words(`/suggest?q=personal&${asOf()}`)).toEqual([]);
  });

  it('is what letters are as of, with their text, items and neighbors', async () => {
    await server.problem('determination-not-found', `/determinations/${id}`);
    const { determination, versions } = await server.get(`/determinations/${id}?${asOf()}`, DeterminationResponseSchema);
    expect(determination).toEqual(TWELVE[0]?.determination);
    expect(versions).toMatchObject([{ sha256: determination.source.sha256, current: true }]);
    expect((await server.get(`/determinations/${id}/text?${asOf()}`, TextResponseSchema)).text).toBe(TWELVE[0]?.canonical.text);
    expect((await server.get(`/determinations/${id}/items/1?${asOf()}`, ItemResponseSchema)).letterId).toBe(REMOVED);
    const { neighbours } = await server.get(`/determinations/${id}/items/1/similar?${asOf()}`, SimilarResponseSchema);
    expect(neighbours.length).toBeGreaterThan(0);
    await server.problem('determination-not-found', `/determinations/${encodeURIComponent(FIRST.determination.id)}?${asOf()}`);
  });

  it('is what an export is as of, and says so', async () => {
    const response = await fetch(`${server.url}/api/v1/export?format=jsonl&${asOf()}`);
    const lines = (await response.text()).trim().split('\n');
    const { about } = ExportFirstLineSchema.parse(JSON.parse(lines[0] ?? ''));
    expect(about).toMatchObject({
      items: 12,
      index: { letters: 12, items: 12, change: 12 },
      snapshot: { id: taken.id, name: '2026 yearly report', takenAt: NOW, sameVocabulary: true },
    });
    const csv = await (await fetch(`${server.url}/api/v1/export?format=csv&${asOf()}`)).text();
    expect(csv).toContain(`2026 yearly report, taken at ${NOW}`);
    expect(await (await fetch(`${server.url}/api/v1/export?format=csv`)).text()).toContain('as of change 14');
  });

  it('is not kept with a saved search, in which something may be new', async () => {
    const saved = await sent.send('POST', '/saved-searches', { name: 'All', search: `q=aquatic&${asOf()}&page=2` }, SavedSearchSchema);
    expect(saved.search).toBe('q=aquatic');
  });

  it('is renamed, keeps its name to itself, and is removed', async () => {
    const other = await sent.send('POST', '/snapshots', { name: 'Another' }, SnapshotSchema);
    expect(other).toMatchObject({ note: '', change: 14, letters: 12, items: 13 });
    const conflict = await server.problem('saved-conflict', '/snapshots', jsonInit('POST', { name: '2026  YEARLY report' }));
    expect(conflict.errors).toEqual([{ parameter: 'name', detail: 'expected another name' }]);
    await server.problem('saved-conflict', `/snapshots/${other.id}`, jsonInit('PATCH', { name: taken.name }));
    expect(await sent.send('PATCH', `/snapshots/${other.id}`, { note: 'x' }, SnapshotSchema)).toEqual({ ...other, note: 'x' });
    expect(await sent.send('PATCH', `/snapshots/${other.id}`, { name: 'Third' }, SnapshotSchema)).toEqual({
      ...other,
      name: 'Third',
      note: 'x',
    });
    await sent.remove(`/snapshots/${other.id}`);
    for (const path of [`/snapshots/${other.id}`, `/search?snapshot=${other.id}`]) await server.problem('snapshot-not-found', path);
    await server.problem('snapshot-not-found', `/snapshots/${other.id}`, { method: 'DELETE' });
    await server.problem('snapshot-not-found', `/snapshots/${other.id}`, jsonInit('PATCH', { name: 'Third' }));
    expect((await server.get('/snapshots', SnapshotsResponseSchema)).snapshots).toEqual([taken]);
  });
});

it.each([
  '/search',
  '/metrics/outcomes?by=category',
  '/suggest?q=pain',
  '/export?format=csv',
  '/determinations/CM14-0000001',
  '/determinations/CM14-0000001/original',
])('one that is not there is no snapshot: %s', async (path) => {
  const { detail } = await server.problem('snapshot-not-found', `${path}${path.includes('?') ? '&' : '?'}snapshot=none`);
  expect(detail).toBe('There is no snapshot of this id in the library');
});

it.each([
  [{}, ['name']],
  [{ name: '  ' }, ['name']],
  [{ name: 'a'.repeat(121), note: 1 }, ['name', 'note']],
  [{ name: 'A', change: 4 }, ['change']],
])('is refused with every fault: %j', async (body, expected) => {
  const { errors } = await server.problem('bad-request', '/snapshots', jsonInit('POST', body));
  expect(errors.map(({ parameter }) => parameter)).toEqual(expected);
});

it('is made when it is first asked for, and says how far it is until it is there', async () => {
  const slow = await run(TWELVE, { opening: { threads: true, patienceMs: 0 } });
  try {
    const { id: own } = await sending(slow).send('POST', '/snapshots', { name: 'Slow' }, SnapshotSchema);
    const response = await fetch(`${slow.url}/api/v1/search?snapshot=${own}`);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(ProblemSchema.parse(await response.json())).toMatchObject({ status: 503, code: 'snapshot-building' });
    await expect.poll(async () => (await fetch(`${slow.url}/api/v1/search?snapshot=${own}`)).status).toBe(200);
    expect((await slow.get(`/search?snapshot=${own}`, SearchResponseSchema)).total).toBe(12);
    expect(slow.logged).toEqual([]);
  } finally {
    await slow.stop();
  }
});

it('is shown on a server that only reads where its index is there, and nothing is taken or made', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-snapshots-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.put(TWELVE);
  const made = await index.snapshots.take({ name: 'Made', note: '', takenAt: NOW, program: '0' });
  await index.at(made.id);
  const unmade = await index.snapshots.take({ name: 'Unmade', note: '', takenAt: NOW, program: '0' });
  await index.remove([REMOVED]);
  await index.close();
  const read = await openToRead({ engine: 'embedded', dataDir });
  const reading = await run([], { wrap: (own) => ({ ...own, ...read, close: () => read.close() }) });
  try {
    expect((await reading.get('/snapshots', SnapshotsResponseSchema)).snapshots.map(({ name }) => name)).toEqual(['Made', 'Unmade']);
    expect((await reading.get(`/search?snapshot=${made.id}`, SearchResponseSchema)).total).toBe(12);
    expect((await reading.problem('engine-unavailable', `/search?snapshot=${unmade.id}`)).detail).toContain('“Unmade”');
    await reading.problem('read-only', '/snapshots', jsonInit('POST', { name: 'New' }));
    await reading.problem('read-only', `/snapshots/${made.id}`, jsonInit('PATCH', { name: 'New' }));
    await reading.problem('read-only', `/snapshots/${made.id}`, { method: 'DELETE' });
  } finally {
    await reading.stop();
    await rm(dataDir, { recursive: true });
  }
});
