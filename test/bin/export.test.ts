/** `imr search --export` as users run it: a whole file, or none. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { readCsv, readJsonl, readXlsx } from '../server/domain/export/read-exports.ts';
import { FIRST, TWELVE } from '../server/running-server.ts';
import { runImr } from './run-imr.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'imr-export-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir: join(dir, 'data') });
  await index.put([FIRST, ...TWELVE]);
  await index.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const exportTo = (file: string, ...query: string[]) => runImr('search', ...query, '--export', join(dir, file), '--data', join(dir, 'data'));

it('writes everything that matched in the format that the ending names', async () => {
  expect(await exportTo('all.CSV', 'aquatic', 'OR', 'trainer')).toMatchObject({
    code: 0,
    out: '',
    err: `13 disputed items in 13 letters written to ${join(dir, 'all.CSV')}\n`,
  });
  expect(readCsv(await readFile(join(dir, 'all.CSV'))).rows).toHaveLength(13);
  await exportTo('all.xlsx', 'trainer');
  expect((await readXlsx(await readFile(join(dir, 'all.xlsx')))).get('Items')?.rows).toHaveLength(1);
  await writeFile(join(dir, 'all.jsonl'), 'an older file');
  await exportTo('all.jsonl', 'decision:overturned');
  const { about, end } = readJsonl(await readFile(join(dir, 'all.jsonl')));
  expect(about).toMatchObject({
    items: 4,
    search: { q: 'decision:overturned' },
    program: { name: 'IMR Index', version: expect.stringMatching(/^\d/) },
  });
  expect(end).toBe(4);
});

it('says what is wrong, and leaves no file', async () => {
  expect(await exportTo('all.pdf', 'trainer')).toMatchObject({ code: 2, err: expect.stringContaining('.csv, .xlsx, .jsonl') });
  expect(await exportTo('bad.csv', '(trainer')).toMatchObject({ code: 2, err: expect.stringContaining('(trainer\n^') });
  expect(await exportTo('missing/all2.csv', 'trainer')).toMatchObject({
    code: 2,
    err: expect.stringContaining('could not be written (ENOENT)'),
  });
  expect(existsSync(join(dir, 'all.pdf'))).toBe(false);
  expect((await readdir(dir)).filter((name) => name.endsWith('.part') || name === 'bad.csv')).toEqual([]);
});
