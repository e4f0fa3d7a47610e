/** An index of another version of the program: made anew by itself, said so, while the old one answers until the new one takes its place. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { IMR, runProgram } from '../../bin/run-imr.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';
import { makeLetter } from '../../fixtures/factories.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SAID = 'The index was made by another version of this program; it is made anew from the library.';

let dir = '';
const data = () => join(dir, 'data');
const generations = () => readdirSync(join(data(), 'index')).filter((name) => name.endsWith('.sqlite'));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'imr-raised-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The program with one exception more for its stemmer: it takes "zephyrs" for a form of "walker". */
function raisedProgram(): string {
  const program = join(dir, 'program');
  for (const folder of ['mappings', 'ingest', 'server', 'bin', 'package.json'])
    cpSync(join(ROOT, folder), join(program, folder), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
  const forms = join(program, 'mappings', 'text', 'word-forms.ts');
  const before = readFileSync(forms, 'utf8');
  const after = before.replace('\n  foot feet,', '\n  walker walkers zephyrs, foot feet,');
  expect(after).not.toBe(before);
  writeFileSync(forms, after);
  return join(program, 'bin', 'imr.mjs');
}

it('is made anew by the first command of a program with other stems, which then finds what only those stems find', async () => {
  const index = await openSearchIndex({ engine: 'embedded', dataDir: data() });
  await index.put([makeLetter({ items: [{ request: 'Four-wheeled walkers' }] }), makeLetter({ caseNumber: 'CM90-0000002' })]);
  await index.close();
  const found = async (program = IMR) => {
    const ran = await runProgram(program, {}, ['search', '+zephyrs', '--json', '--data', data()]);
    return { total: JSON.parse(ran.out).total as number, said: ran.err };
  };
  expect(await found()).toEqual({ total: 0, said: '' });
  const program = raisedProgram();
  expect(await found(program)).toEqual({ total: 1, said: `${SAID}\n` });
  expect(generations()).toEqual(['2.sqlite']);
  expect(await found(program)).toEqual({ total: 1, said: '' });
});

it.each([false, true])('answers until the new one takes its place, and no answer differs (threads: %s)', async (threads) => {
  const options = { engine: 'embedded', dataDir: data() } as const;
  const first = await openSearchIndex(options);
  for (let batch = 0; batch < 4; batch += 1) await first.put(makeLetters(100, 20 + batch));
  const query = {
    where: { kind: 'all' as const },
    filters: [],
    facets: ['service' as const],
    sort: 'case' as const,
    offset: 0,
    limit: 500,
  };
  const expected = await first.search(query);
  await first.close();
  const file = new DatabaseSync(join(data(), 'index', '1.sqlite'));
  file.exec("UPDATE state SET stemmer = 'stems 0'");
  file.close();
  const said: string[] = [];
  const index = await openSearchIndex(options, { threads, whileRebuilding: true, tell: (line) => said.push(line) });
  expect(said).toEqual([SAID]);
  let answers = 0;
  await vi.waitFor(
    async () => {
      expect(await index.search(query)).toEqual(expected);
      answers += 1;
      expect(generations()).toEqual(['2.sqlite']);
    },
    { timeout: 60_000, interval: 5 },
  );
  expect(answers).toBeGreaterThan(1);
  expect(await index.search(query)).toEqual(expected);
  await index.close();
  expect(said).toEqual([SAID]);
});
