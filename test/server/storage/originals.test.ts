/** The store of original bytes, in a temporary folder. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '#mappings/text/sha256.ts';
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

  it('that are damaged and as long as they were are mended by the next write as well', async () => {
    const originals = openOriginals(dataDir);
    const sha256 = await originals.write(bytes);
    await writeFile(join(dataDir, 'originals', sha256.slice(0, 2), sha256), 'a fictional fila');
    expect(await originals.check(sha256)).toBe('damaged');
    await originals.write(bytes);
    expect(await originals.check(sha256)).toBe('whole');
    expect(await originals.check('0'.repeat(64))).toBe('missing');
  });

  it('of any size are kept from the disk, and give their rows one by one', async () => {
    const originals = openOriginals(dataDir);
    const rows = Array.from({ length: 40 }, (_, row) => `{"row": ${row + 1}, "text": "${'é'.repeat(60_000)}"}`);
    const file = join(dataDir, 'many.jsonl');
    await writeFile(file, rows.join('\n'));
    const { sha256, size } = await originals.writeFile(file);
    expect([sha256, size]).toEqual([sha256Of(Buffer.from(rows.join('\n'))), Buffer.byteLength(rows.join('\n'))]);
    expect(await originals.check(sha256)).toBe('whole');
    for (const row of [1, 2, 17, 40]) {
      expect(new TextDecoder().decode((await originals.readRows(sha256, row, row)) ?? undefined).trimEnd()).toBe(rows[row - 1]);
    }
    expect(new TextDecoder().decode((await originals.readRows(sha256, 39, 40)) ?? undefined)).toBe(rows.slice(38).join('\n'));
    expect(await originals.readRows('0'.repeat(64), 1, 1)).toBeNull();
    for (const most of [100, 130_000, 3_000_000]) {
      const some = Buffer.from((await originals.readRows(sha256, 2, 40, most)) ?? []);
      expect(some.equals(Buffer.from(rows.slice(1).join('\n')).subarray(0, most))).toBe(true);
    }
    expect(await readdir(join(dataDir, 'originals'))).toEqual([sha256.slice(0, 2)]);
  });

  it('that were half written when a process was killed are swept away, and nothing else', async () => {
    const originals = openOriginals(dataDir);
    const sha256 = await originals.write(bytes);
    for (const folder of ['', sha256.slice(0, 2)]) await writeFile(join(dataDir, 'originals', folder, 'x.part'), 'half');
    await originals.sweep();
    expect(await readdir(join(dataDir, 'originals'), { recursive: true })).toEqual([sha256.slice(0, 2), join(sha256.slice(0, 2), sha256)]);
    await openOriginals(join(dataDir, 'nowhere')).sweep();
  });
});
