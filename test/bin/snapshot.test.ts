/** `imr snapshot`, and what the command line asks as of one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { runImr } from './run-imr.ts';

const letters = makeLetters(6, 8);
let dir = '';
const data = () => join(dir, 'data');
const imr = (...args: string[]) => runImr(...args, '--data', data());

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-snapshot-'));
  for (const [at, letter] of letters.entries()) {
    const folder = join(dir, at < 4 ? 'first' : 'later');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${letter.caseNumber}.txt`), toText(letter));
  }
  expect(await imr('ingest', join(dir, 'first'))).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('is taken, asked after a later load, listed and removed', async () => {
  expect((await imr('snapshot', 'list')).err).toContain('There are no snapshots');
  const taken = await imr('snapshot', 'take', 'Before', 'the load', '--note', 'for the board');
  expect(taken).toMatchObject({ code: 0, out: '' });
  expect(taken.err).toMatch(/^Snapshot “Before the load” taken: \d+ disputed items in 4 letters, as of change 4\n$/);
  expect(await imr('ingest', join(dir, 'later'))).toMatchObject({ code: 0 });
  const found = async (...args: string[]) => {
    const ran = await imr('search', 'decided:2000..2100', '--json', ...args);
    return { letters: (JSON.parse(ran.out) as { letters: unknown }).letters, err: ran.err };
  };
  const now = await found();
  const then = await found('--snapshot', 'before the LOAD');
  expect([now.letters, then.letters]).toEqual([6, 4]);
  expect(then.err).toMatch(
    /^Snapshot “Before the load”: the index is made from the library\.\nAs of the snapshot “Before the load”, taken \d{4}-\d\d-\d\d, change 4\.\n$/,
  );
  const file = join(dir, 'all.csv');
  expect(await imr('search', 'decided:2000..2100', '--export', file, '--snapshot', 'Before the load')).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toContain('Before the load, taken at');
  expect((await imr('snapshot', 'list')).out).toMatch(
    /^\d{4}-\d\d-\d\d {2}Before the load: \d+ disputed items in 4 letters, change 4\n {12}for the board\n$/,
  );
  expect((await imr('library')).out).toMatch(/^snapshots +1$/m);
  const removed = await imr('snapshot', 'remove', 'Before the load');
  expect(removed).toMatchObject({ code: 0, err: 'Snapshot “Before the load” removed, with its index. No letter is gone.\n' });
  expect(JSON.parse((await imr('snapshot', 'list', '--json')).out)).toEqual([]);
});

it.each([
  [['snapshot', 'take'], 'expected the name of a snapshot'],
  [['snapshot', 'list', 'any'], 'expected no name'],
  [['snapshot', 'take', 'a'.repeat(121)], 'name: expected at most 120 characters'],
  [['snapshot', 'remove', 'Nobody took it'], 'There is no snapshot “Nobody took it”; there'],
  [['search', 'knee', '--snapshot', 'Nobody took it'], 'There is no snapshot “Nobody took it”; there'],
  [['snapshot', 'make'], 'Allowed choices are take, list, remove'],
])('refuses %j', async (args, expected) => {
  const ran = await imr(...args);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).toContain(expected);
});
