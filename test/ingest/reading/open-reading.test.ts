/** Letters read in real processes: what takes too much of anything ends itself with its reason, and the next file is read. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LetterResults } from '../../../ingest/pipeline.ts';
import { FOR_LOADS, type ReadingBounds } from '../../../ingest/reading/bounds.ts';
import { faultOf } from '../../../ingest/reading/fault.ts';
import { openReading, type Reading } from '../../../ingest/reading/open-reading.ts';
import { sha256Of } from '../../../mappings/text/sha256.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

const PIPELINE = new URL('../../../ingest/pipeline.ts', import.meta.url);
const UNRULY = new URL('./unruly-reading.ts', import.meta.url);
const bytesOf = (text: string) => new TextEncoder().encode(text);
/** What was told of a file that could not be read. */
const reasonOf = ([result]: LetterResults) => (result.ok ? 'a letter' : result.unreadable.reason.reason);
const GOOD = bytesOf('good');
const READ = /^read by \d+$/;

const open: Reading[] = [];
/** One process, so that what is read next is read after what fell. */
const start = (bounds: Partial<ReadingBounds> = {}, module = UNRULY) => {
  const reading = openReading({ ...FOR_LOADS, processes: 1, ...bounds }, module);
  open.push(reading);
  return reading;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((reading) => reading.close()));
});

describe('a file that takes too much', () => {
  it.each<[string, Partial<ReadingBounds>, string, RegExp]>([
    ['hoards', { heapMb: 40 }, 'unreadable.memory', /more memory than a letter may take \(40 MB for its text, 700 MB in all\)/],
    ['fills-memory', { memoryMb: 300 }, 'unreadable.memory', /more memory than a letter may take/],
    ['exits', {}, 'unreadable.fault', /the process that read it ended/],
  ])('ends with its reason, and the next one is read by a fresh process: %s', async (word, bounds, code, reason) => {
    const { read } = start({ heapMb: 100, ...bounds });
    const bytes = bytesOf(`${word}\nWords of a fictional letter`);
    const [before, bad, after] = await Promise.all([read(GOOD, '1.txt'), read(bytes, 'bad.txt'), read(GOOD, '3.txt')]);
    expect(bad).toEqual([
      {
        ok: false,
        unreadable: {
          source: { fileName: 'bad.txt', sha256: sha256Of(bytes), sizeBytes: bytes.length, mediaType: null, part: null },
          reason: { code, severity: 'error', rule: 'bounds', reason: expect.stringMatching(reason), span: null, item: null },
        },
      },
    ]);
    for (const result of [before, after]) expect(reasonOf(result)).toMatch(READ);
    expect(reasonOf(before)).not.toBe(reasonOf(after));
  });

  it('and is read all the same leaves room for the next one: that has a fresh process', async () => {
    const { read } = start({ heapMb: 100, memoryMb: 300 });
    const results = await Promise.all(['good', 'good', 'swells', 'good'].map((word) => read(bytesOf(word), '')));
    const [first, second, swollen, after] = results.map(reasonOf);
    expect([first, second, swollen, after]).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(READ)));
    expect([second, swollen]).toEqual([first, first]);
    expect(after).not.toBe(first);
  });

  it.each(['loops', 'waits'])('of time ends when that is over, and so does the one after it: %s', async (word) => {
    const { read } = start({ timeMs: 500 });
    const results = await Promise.all(['1.txt', '2.txt'].map((name) => read(bytesOf(word), name)));
    for (const result of results) expect(reasonOf(result)).toBe('Reading the file took longer than the 0.5 seconds that it may take.');
  });

  it('is told with the place in the program where that failed on it, and without its words', async () => {
    const { read } = start();
    const [error, good] = await Promise.all([
      read(bytesOf('throws theKnee'), 'bad.txt').catch((thrown: unknown) => thrown),
      read(GOOD, 'good.txt'),
    ]);
    expect(faultOf(error)).toEqual({ name: 'TypeError', place: expect.stringMatching(/^\S+ \(unruly-reading\.ts:\d+\)$/) });
    expect(JSON.stringify(error)).not.toContain('theKnee');
    expect(good).toMatchObject([{ unreadable: { reason: { reason: expect.stringMatching(READ) } } }]);
  });
});

describe('letters', () => {
  it('are let go once they were read, however long their process goes on', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { read } = start();
    const results: WeakRef<LetterResults>[] = [];
    for (let letter = 0; letter < 12; letter += 1) results.push(new WeakRef(await read(GOOD, `${letter}.txt`)));
    // What was looked at in this turn is held to its end; the last answer may be held by who waits for the next.
    await setImmediate();
    collect();
    expect(results.filter((result) => result.deref() !== undefined).length).toBeLessThanOrEqual(1);
  });

  it('are read by several processes as by this one', async () => {
    const { readLetters } = await import('../../../ingest/pipeline.ts');
    const { read } = start({ processes: 2, waitingForAnother: 0 }, PIPELINE);
    const letters = [1, 2, 3, 4].map((seed) => bytesOf(toText(makeLetter(seed))));
    const readBy = (by: Reading['read']) => Promise.all(letters.map((bytes, index) => by(bytes, `${index}.txt`)));
    expect(await readBy(read)).toEqual(await readBy(readLetters));
  });

  it('are refused where no process can be started, which lists none of them as unreadable', async () => {
    const { read } = start({ processes: 2, waitingForAnother: 0 }, new URL('./is-not-there.ts', import.meta.url));
    const thrown = await Promise.all(['1', '2', '3'].map((name) => read(GOOD, name).catch((error: unknown) => error)));
    for (const error of thrown) expect(error).toMatchObject({ code: 'reading-unavailable' });
  });
});

describe('letters that wait', () => {
  it('are so many and no more', async () => {
    const { read, close } = start({ mostWaiting: 2 });
    // Until the process has started, the first one waits too.
    const taken = ['1', '2'].map((name) => read(bytesOf('waits'), name).catch((error: unknown) => error));
    await expect(read(GOOD, '3')).rejects.toMatchObject({
      code: 'reading-unavailable',
      message: 'As many letters as may wait to be read (2) do so already.',
    });
    await close();
    for (const error of await Promise.all(taken)) expect(error).toMatchObject({ code: 'reading-unavailable' });
    await expect(read(GOOD, '4')).rejects.toMatchObject({ code: 'reading-unavailable', message: expect.stringContaining('ending') });
  });

  it('make room when they are given up, also by one that is being read', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'imr-reading-'));
    try {
      const file = join(dir, 'pid');
      const { read } = start({ mostWaiting: 1 });
      const [first, second] = [new AbortController(), new AbortController()];
      const looping = read(bytesOf(`loops ${file}`), '1', first.signal).catch((error: unknown) => error);
      await expect.poll(() => existsSync(file)).toBe(true);
      const waiting = read(GOOD, '2', second.signal).catch((error: unknown) => error);
      await expect(read(GOOD, '3')).rejects.toMatchObject({ code: 'reading-unavailable' });
      second.abort(new Error('the second went away'));
      expect(await waiting).toMatchObject({ message: 'the second went away' });
      const third = read(GOOD, '3');
      first.abort(new Error('the first went away'));
      expect(await looping).toMatchObject({ message: 'the first went away' });
      expect(reasonOf(await third)).toMatch(READ);
      await expect(read(GOOD, '3', first.signal)).rejects.toThrow('the first went away');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('a process that reads', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'imr-reading-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const isThere = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it.skipIf(process.platform === 'win32')('leaves Ctrl-C, which reaches it too, to the program that started it', async () => {
    const { read } = start();
    const before = reasonOf(await read(GOOD, '1.txt'));
    process.kill(Number(before.replace('read by ', '')), 'SIGINT');
    expect(reasonOf(await read(GOOD, '2.txt'))).toBe(before);
  });

  // Other systems end it by other means.
  it.skipIf(process.platform === 'win32')(
    'ends with the program that started it, even where that is killed and it never rests',
    async () => {
      const file = join(dir, 'pid');
      const starter = spawn(process.execPath, [fileURLToPath(new URL('./reading-starter.ts', import.meta.url)), file]);
      const pidOf = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
      await expect.poll(pidOf).toBeGreaterThan(0);
      const pid = pidOf();
      expect(isThere(pid)).toBe(true);
      starter.kill('SIGKILL');
      await expect.poll(() => isThere(pid)).toBe(false);
    },
  );
});
