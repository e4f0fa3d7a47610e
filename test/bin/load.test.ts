/** Loading files into a real embedded index: trouble with one file, whoever's it is, ends that file and no other. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { bytesOf, listFiles } from '../../ingest/load/files.ts';
import { load } from '../../ingest/load/load.ts';
import type { LoadOptions } from '../../ingest/load/options.ts';
import { readLetters } from '../../ingest/pipeline.ts';
import { faultOf } from '../../ingest/reading/fault.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { makePipe } from './make-pipe.ts';

let dir = '';
let store: WritableIndex;
const at = (...parts: string[]) => join(dir, ...parts);
const run = (options: Partial<LoadOptions> = {}) =>
  load({ paths: [at('letters')], store, originals: openOriginals(at('data')), read: readLetters, ...options });
/** Three letters: 1.txt, 2.txt, 3.txt. */
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-load-'));
  mkdirSync(at('letters'));
  for (const seed of [1, 2, 3]) writeFileSync(at('letters', `${seed}.txt`), toText(makeLetter(seed)));
  store = await openSearchIndex({ engine: 'embedded', dataDir: at('data') });
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('a fault of the program in one letter', () => {
  const words = 'Words of a fictional letter\n    at theKnee (letter.txt:1:1)';
  const faulty: LoadOptions['read'] = async (bytes, fileName) => {
    if (fileName === '2.txt') throw new TypeError(words);
    return await readLetters(bytes, fileName);
  };

  it('ends that letter only: it is listed with the name of the error, and told with the place in the program', async () => {
    const report = await run({ read: faulty });
    expect(report).toMatchObject({ total: 3, done: 3, added: 2, unreadable: 1 });
    expect(report.faults).toEqual([
      {
        path: at('letters', '2.txt'),
        reason: expect.stringMatching(
          /^Reading the file failed because of a fault in the program \(TypeError\)\. The place: \w+ \(load\.test\.ts:\d+\)\.$/,
        ),
      },
    ]);
    const { total, letters } = await store.unreadable(0, 10);
    expect(total).toBe(1);
    expect(letters[0]?.reason).toMatchObject({
      code: 'unreadable.fault',
      reason: 'Reading the file failed because of a fault in the program (TypeError).',
    });
    expect(JSON.stringify([report, letters])).not.toMatch(/Words of|theKnee/);
  });

  it('is mended by a load that reads again: the letter is stored and no longer listed', async () => {
    await run({ read: faulty });
    expect(await run()).toMatchObject({ known: 3, knownUnreadable: 1, added: 0, reread: 0 });
    expect(await run({ again: true })).toMatchObject({ done: 3, known: 0, added: 1, reread: 2, unreadable: 0, faults: [] });
    expect(await store.stats()).toMatchObject({ letters: 3, versions: 3, unreadable: 0 });
  });

  it('met when a stored letter is read again, leaves what was read before', async () => {
    await run();
    const report = await run({ again: true, read: faulty });
    expect(report).toMatchObject({ done: 3, reread: 2, unreadable: 1 });
    expect(report.faults[0]?.reason).toContain('What was read of it before is kept.');
    expect(await store.stats()).toMatchObject({ letters: 3, unreadable: 0 });
  });

  it.each([
    ['of something thrown that is no error', 'words', { name: 'Error', place: null }],
    ['of an error whose name is a text', Object.assign(new Error('x'), { name: 'Words of a letter' }), { name: 'Error' }],
    ['of an error whose stack was taken away', Object.assign(new Error(words), { stack: words }), { name: 'Error', place: null }],
  ])('says nothing of what was read: %s', (_, thrown, expected) => {
    expect(faultOf(thrown)).toMatchObject(expected);
    expect(JSON.stringify(faultOf(thrown))).not.toMatch(/[Ww]ords|theKnee/);
  });
});

describe('an original that cannot be kept', () => {
  it('ends that letter only; it is not stored, and the next load tries it again', async () => {
    let kept = 0;
    const originals = openOriginals(at('data'));
    const write: LoadOptions['originals']['write'] = async (bytes) => {
      kept += 1;
      if (kept === 2) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
      return originals.write(bytes);
    };
    expect(await run({ originals: { ...originals, write } })).toMatchObject({
      done: 3,
      added: 2,
      failed: 1,
      faults: [{ path: at('letters', '2.txt'), reason: 'The original file could not be kept (ENOSPC).' }],
    });
    expect(await run()).toMatchObject({ known: 2, added: 1 });
  });
});

describe('what is no file with a letter', () => {
  it('a pipe, a socket, a device, a link to nothing and one to a folder are told, and never opened', async () => {
    makePipe(at('letters', 'pipe.pdf'));
    symlinkSync('/dev/zero', at('letters', 'zero.pdf'));
    symlinkSync(at('nowhere'), at('letters', 'gone.pdf'));
    mkdirSync(at('elsewhere'));
    symlinkSync(at('elsewhere'), at('letters', 'folder'));
    const socket = createServer();
    await new Promise<void>((resolve) => socket.listen(at('letters', 'socket.pdf'), resolve));
    try {
      const report = await run();
      expect(report).toMatchObject({ total: 8, done: 8, added: 3, unreadable: 5 });
      expect(report.faults).toEqual([
        { path: at('letters', 'folder'), reason: expect.stringContaining('a link to one, which is not followed') },
        { path: at('letters', 'gone.pdf'), reason: expect.stringContaining('ENOENT') },
        ...['pipe.pdf', 'socket.pdf', 'zero.pdf'].map((name) => ({
          path: at('letters', name),
          reason: 'This is no regular file (a pipe, a socket or a device) and was not opened.',
        })),
      ]);
    } finally {
      await new Promise((resolve) => socket.close(resolve));
    }
  });

  it('a file of more than 64 MB is told and not read', async () => {
    writeFileSync(at('letters', 'large.pdf'), '');
    truncateSync(at('letters', 'large.pdf'), 65 * 1024 * 1024);
    expect((await run()).faults).toEqual([{ path: at('letters', 'large.pdf'), reason: expect.stringMatching(/holds 65 MB/) }]);
  });

  // Other systems take no such name.
  it.runIf(process.platform === 'linux')('what cannot be looked at is told, and the rest goes on: a name that is no UTF-8', async () => {
    mkdirSync(Buffer.concat([Buffer.from(at('letters', 'odd')), Buffer.from([0xff])]));
    const report = await run();
    expect(report).toMatchObject({ total: 4, done: 4, added: 3, unreadable: 1 });
    expect(report.faults[0]?.reason).toContain('ENOENT');
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be opened (root may open all) is told, and the rest goes on', async () => {
    mkdirSync(at('letters', 'closed'), { mode: 0o000 });
    const report = await run();
    expect(report).toMatchObject({ total: 4, done: 4, added: 3, unreadable: 1 });
    expect(report.faults).toEqual([{ path: at('letters', 'closed'), reason: expect.stringContaining('EACCES') }]);
  });

  it('a folder is no file, whoever gives it for one', async () => {
    expect(await bytesOf(at('letters'))).toEqual({ reason: expect.stringContaining('folder') });
    expect(await listFiles([at('letters')])).toHaveLength(3);
  });
});

describe('a load that is stopped', () => {
  it('keeps what it had acknowledged: few letters are put at first', async () => {
    for (const seed of [4, 5, 6, 7, 8, 9]) writeFileSync(at('letters', `${seed}.txt`), toText(makeLetter(seed)));
    const acknowledged = Promise.withResolvers<number>();
    let stored = 0;
    // The seventh is never read to its end: the load stands there, and is left.
    void run({
      read: (bytes, fileName) => {
        if (fileName !== '7.txt') return readLetters(bytes, fileName);
        acknowledged.resolve(stored);
        return new Promise(() => undefined);
      },
      onProgress: ({ done }) => {
        stored = done;
      },
    });
    expect(await acknowledged.promise).toBe(5);
    await store.close();
    store = await openSearchIndex({ engine: 'embedded', dataDir: at('data') });
    expect(await store.stats()).toMatchObject({ letters: 5 });
    expect(await run()).toMatchObject({ total: 9, known: 5, added: 4 });
  });

  it('for want of anything that reads is told so; no letter is listed for that', async () => {
    const closed = new AppError('reading-unavailable', 'invented trouble');
    await expect(run({ read: () => Promise.reject(closed) })).rejects.toBe(closed);
    expect(await store.stats()).toMatchObject({ letters: 0, unreadable: 0 });
  });
});

describe('letters that are read at the same time', () => {
  // Of versions of a case that were decided on the same day, the one that is put last is the current one.
  it('are put in the order of their files, whichever was read first', async () => {
    const order: string[] = [];
    const put: LoadOptions['store']['put'] = (letters, options) => {
      order.push(...letters.map(({ determination }) => determination.source.fileName));
      return store.put(letters, options);
    };
    const read = Promise.withResolvers<void>();
    await run({
      store: { ...store, put },
      read: async (bytes, fileName) => {
        if (fileName === '3.txt') read.resolve();
        else await read.promise;
        return readLetters(bytes, fileName);
      },
    });
    expect(order).toEqual(['1.txt', '2.txt', '3.txt']);
  });
});

describe('large files', () => {
  it('are put in smaller batches: never more than 64 MB are held, but for a single one', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      writeFileSync(at('letters', name), name);
      truncateSync(at('letters', name), 30 * 1024 * 1024);
    }
    const held: number[] = [];
    const known: LoadOptions['store']['known'] = (sha256s) => {
      held.push(sha256s.length);
      return store.known(sha256s);
    };
    await run({
      store: { ...store, known },
      read: (_, fileName) => readLetters(new Uint8Array(), fileName),
    });
    // Three letters and two large files; then the third large one.
    expect(held).toEqual([5, 1]);
  });
});
