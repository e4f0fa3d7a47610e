/** The store of original bytes, in a temporary folder. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOriginals } from '../../../server/storage/originals.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-originals-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('a fictional file');

describe('original files', () => {
  it('come back byte for byte, and the same bytes twice are one file', async () => {
    const originals = openOriginals(dataDir);
    const sha256 = await originals.write(bytes);
    expect(await originals.write(bytes)).toBe(sha256);
    expect(await originals.has(sha256)).toBe(true);
    expect([...((await originals.read(sha256)) ?? [])]).toEqual([...bytes]);
    expect(await readdir(join(dataDir, 'originals', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  it('that are written at the same time leave one file and nothing beside it', async () => {
    const originals = openOriginals(dataDir);
    const [sha256 = ''] = await Promise.all(Array.from({ length: 8 }, () => originals.write(bytes)));
    expect(await readdir(join(dataDir, 'originals', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  it('that are not kept are null, whatever the name', async () => {
    const originals = openOriginals(dataDir);
    for (const name of ['0'.repeat(64), '../../etc/passwd', '']) {
      expect(await originals.read(name)).toBeNull();
      expect(await originals.has(name)).toBe(false);
    }
  });

  it('that are damaged on the disk are refused, and mended by the next write', async () => {
    const originals = openOriginals(dataDir);
    const sha256 = await originals.write(bytes);
    await writeFile(join(dataDir, 'originals', sha256.slice(0, 2), sha256), 'a fict');
    await expect(originals.read(sha256)).rejects.toMatchObject({ code: 'original-not-found' });
    await originals.write(bytes);
    expect(await originals.read(sha256)).not.toBeNull();
  });

  it.each([
    ...(process.platform === 'linux' ? [['/proc/nope', 'no folder can be made there']] : []),
    ['/dev/null', 'something that is no folder stands in its place'],
  ])('are refused with the reason where no folder can be made: %s', async (folder = '', reason = '') => {
    await expect(openOriginals(folder).write(bytes)).rejects.toMatchObject({
      code: 'engine-unavailable',
      message: expect.stringContaining(reason),
    });
  });
});
