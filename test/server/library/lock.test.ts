/** One process at a time writes letters; everything else goes on meanwhile, in other processes and in this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery } from '#contract/query.ts';
import type { IndexedLibrary } from '../../../server/index/indexed-library.ts';
import { Keeper } from '../../../server/index/keeper.ts';
import { type Opening, openSearchIndex } from '../../../server/index/open-index.ts';
import { writersOf } from '../../../server/index/writers.ts';
import { LOCAL_OWNER } from '../../../server/library/kept-store.ts';
import { openLibrary } from '../../../server/library/open-library.ts';
import { openProjections } from '../../../server/search/open.ts';
import { makeLetter, makeUnreadable } from '../../fixtures/factories.ts';

const HOLDER = join(import.meta.dirname, 'lock-holder.ts');
const ALL: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'newest', offset: 0, limit: 10 };
const AT = '2026-02-03T04:05:06.789Z';

let dataDir = '';
const opened: IndexedLibrary[] = [];
const children: ChildProcess[] = [];
/** When each holder began, as it says itself, by its process id. */
const starts = new Map<number, string>();
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-lock-'));
  const index = await open();
  await index.put([makeLetter()]);
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await Promise.all(opened.splice(0).map((index) => index.close()));
  await rm(dataDir, { recursive: true });
});

async function open(opening: Opening = {}): Promise<IndexedLibrary> {
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, opening);
  opened.push(index);
  return index;
}

/** A process that holds the lock, or only the library as a server does. */
async function hold(kind: 'writer' | 'server'): Promise<ChildProcess> {
  const child = spawn(process.execPath, [HOLDER, kind, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the holder ended by itself')));
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  const [pid, started = ''] = said.toString().trim().split(' ');
  expect(Number(pid)).toBe(child.pid);
  starts.set(Number(pid), started);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).toBe('library-locked');
  return (error as AppError).message;
}

it('refuses the second writer with the process and the start of the first, whatever it wants to write', async () => {
  const holder = await hold('writer');
  const index = await open();
  const letter = makeLetter({ caseNumber: 'CM90-0000002' });
  for (const work of [
    () => index.put([letter]),
    () => index.putUnreadable([makeUnreadable('x.pdf')]),
    () => index.remove([letter.determination.id]),
    () => index.reindex(),
    () => index.writing(async () => 0),
  ]) {
    const [, pid, started] = /^Process (\d+), started (\S+),/.exec(await refusal(work)) ?? [];
    expect(Number(pid)).toBe(holder.pid);
    expect(started).toBe(starts.get(Number(pid)));
    expect(started).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }
  expect((await index.stats()).letters).toBe(1);
  expect((await index.unreadable(0, 10)).total).toBe(0);
});

it('goes on searching and keeps what users note while another process writes', async () => {
  await hold('writer');
  for (const threads of [false, true]) {
    const index = await open({ threads });
    expect((await index.search(ALL)).total).toBe(1);
    expect(await index.letter('dwc:CM90-0000001')).not.toBeNull();
    const kept = index.kept(LOCAL_OWNER);
    const { id } = await kept.addCollection({ name: `While it is held ${threads}`, note: '' }, AT);
    await kept.addItem(id, { itemId: 'dwc:CM90-0000001#1', note: '' }, AT);
    const search = await kept.addSearch({ name: `While it is held ${threads}`, search: 'q=knee', note: '' }, [], AT);
    expect((await kept.addSeen(search.id, ['dwc:CM90-0000001#1'], AT)).seenAt).toBe(AT);
    expect(await kept.itemsOf(id, 0, 10)).toHaveLength(1);
  }
});

it('lets the next process write as soon as the writer is killed, and tells the next one’s name then', async () => {
  const first = await hold('writer');
  const index = await open();
  await refusal(() => index.put([makeLetter({ caseNumber: 'CM90-0000002' })]));
  await kill(first);
  const [outcome] = await index.put([makeLetter({ caseNumber: 'CM90-0000002' })]);
  expect(outcome?.outcome).toBe('added');
  const second = await hold('writer');
  expect(await refusal(() => index.remove(['dwc:CM90-0000002']))).toContain(`Process ${second.pid},`);
});

it('is not held by a server that is open, nor by anything here once it has written', async () => {
  await hold('server');
  const index = await open({ threads: true });
  expect((await index.put([makeLetter({ caseNumber: 'CM90-0000002' })]))[0]?.outcome).toBe('added');
  const other = await open();
  expect((await other.put([makeLetter({ caseNumber: 'CM90-0000003' })]))[0]?.outcome).toBe('added');
  expect((await index.search(ALL)).total).toBe(3);
});

it('is held as long as any work is under way, and refuses another opening of the same process too', async () => {
  const [one, other] = [await open(), await open()];
  await one.writing(async () => {
    expect((await one.put([makeLetter({ caseNumber: 'CM90-0000002' })]))[0]?.outcome).toBe('added');
    expect(await refusal(() => other.remove(['dwc:CM90-0000001']))).toContain(`Process ${process.pid},`);
  });
  expect(await other.remove(['dwc:CM90-0000001'])).toBe(1);
});

it('is not taken by what only opens, which could refuse a writer of the same moment', async () => {
  const library = openLibrary(dataDir);
  let taken = 0;
  const counting = {
    ...library,
    lock: () => {
      taken += 1;
      return library.lock();
    },
  };
  const writers = writersOf(library, 'embedded');
  const pointer = { get: async () => Number(await library.mark('generation')), set: async () => {} };
  const openKeeper = async () => {
    const keeper = new Keeper(
      counting,
      await openProjections({ engine: 'embedded' }, dataDir, { pointer, writers }, false),
      writers,
      () => {},
    );
    await keeper.open(false, false);
    await keeper.close();
  };
  await openKeeper();
  expect(taken).toBe(0);
  // What is behind its library is brought up to it, for which the lock is needed.
  await library.put([makeLetter({ caseNumber: 'CM90-0000002' })]);
  await openKeeper();
  expect(taken).toBe(1);
  await library.close();
  expect((await (await open()).search(ALL)).total).toBe(2);
});
