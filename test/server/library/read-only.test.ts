/**
 * A data folder that may not be written to can be searched, and what would write says so in plain words. Root may write everywhere, so where the
 * tests run as root the program that opens the folder runs as a user who owns nothing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { LOCAL_OWNER } from '../../../server/library/kept-store.ts';
import { environment } from '../../bin/run-imr.ts';
import { makeLetter } from '../../fixtures/factories.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const READER = join(import.meta.dirname, 'reader-elsewhere.ts');
const NOBODY = 65_534;

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-read-only-'));
});
afterEach(async () => {
  await chmodAll(0o755, 0o644);
  await rm(dataDir, { recursive: true });
});

async function chmodAll(folders: number, files: number): Promise<void> {
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? folders : files);
  }
  await chmod(dataDir, folders);
}

/** Makes a library with two letters and a collection; returns what closes it. */
async function makeLibrary(): Promise<() => Promise<void>> {
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.put([makeLetter(), makeLetter({ caseNumber: 'CM90-0000002' })]);
  await index.kept(LOCAL_OWNER).addCollection({ name: 'mine', note: '' }, '2026-02-03T04:05:06.789Z');
  return () => index.close();
}

/** Runs a program as one who may not write to the folder; its output, its errors and its exit code. */
async function runElsewhere(args: readonly string[]): Promise<{ out: string; err: string; code: number | null }> {
  const other = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(process.execPath, args, { ...other, cwd: ROOT, env: environment() });
  const told = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => {
    told.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    told.err += data.toString();
  });
  const [code] = await once(child, 'close');
  return { ...told, code };
}

async function readElsewhere(kind: string): Promise<unknown> {
  const { out, err, code } = await runElsewhere([READER, dataDir, kind]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const refused = {
  code: 'library-unavailable',
  message: 'The library or its folder may not be written to, so nothing can be kept in it.',
};
const SEARCHED = {
  open: { writable: false },
  search: 2,
  letter: 'dwc:CM90-0000001',
  stats: 2,
  check: [],
  collections: ['mine'],
  addCollection: refused,
  addSearch: refused,
  put: refused,
  putUnreadable: refused,
  remove: refused,
  reindex: refused,
};

it('is searched as it stands after its library was closed, and nothing is kept in it', async () => {
  const close = await makeLibrary();
  await close();
  await chmodAll(0o555, 0o444);
  const before = await readdir(dataDir, { recursive: true });
  for (const kind of ['plain', 'threads']) expect(await readElsewhere(kind), kind).toEqual(SEARCHED);
  expect(await readdir(dataDir, { recursive: true })).toEqual(before);
});

it('is searched while one who may write has it open', async () => {
  const close = await makeLibrary();
  await chmodAll(0o555, 0o444);
  try {
    for (const kind of ['plain', 'threads']) expect(await readElsewhere(kind), kind).toEqual(SEARCHED);
  } finally {
    await chmodAll(0o755, 0o644);
    await close();
  }
});

it('is refused where part of the library is in a log that cannot be read there', async () => {
  const close = await makeLibrary();
  const copy = await mkdtemp(join(tmpdir(), 'imr-read-only-'));
  await cp(dataDir, copy, { recursive: true });
  await close();
  await rm(dataDir, { recursive: true });
  dataDir = copy;
  await rm(join(dataDir, 'library.sqlite-shm'));
  await chmodAll(0o555, 0o444);
  for (const kind of ['plain', 'threads']) {
    expect(await readElsewhere(kind)).toEqual({
      open: { code: 'library-unavailable', message: expect.stringContaining('was not closed by the process that wrote it') },
    });
  }
});

it('is told by the program that reads letters, and searched by the one that searches', async () => {
  const close = await makeLibrary();
  await close();
  await chmodAll(0o555, 0o444);
  const imr = join(ROOT, 'bin', 'imr.mjs');
  const found = await runElsewhere([imr, 'search', 'therapy', '--data', dataDir]);
  expect(found.err).toBe('');
  expect([found.code, found.out.includes('CM90-0000002')]).toEqual([0, true]);
  const ingested = await runElsewhere([imr, 'ingest', join(ROOT, 'test', 'fixtures'), '--data', dataDir]);
  expect(ingested.code).not.toBe(0);
  expect(ingested.err).toContain('may not be written to');
  expect(ingested.err).not.toContain(' at ');
});
