/** Letters that a thread puts while the caller goes on: what is reported, what is asked meanwhile, and what is there in the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { versionKey } from '#contract/version-key.ts';
import type { IndexedLibrary } from '../../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';
import { makeLetter } from '../../fixtures/factories.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-putting-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const opened = (name: string, threads: boolean | 'putting') =>
  openSearchIndex({ engine: 'embedded', dataDir: join(dataDir, name) }, { threads });

/** What two indices must agree on. */
async function stateOf(index: IndexedLibrary) {
  const query = { where: { kind: 'all' }, filters: [], facets: ['service', 'decision'], sort: 'newest', offset: 0, limit: 100 } as const;
  return { stats: await index.stats(), found: await index.search(query), at: (await index.indexState())?.change };
}

it('is in the end what one batch after the other makes, and reports the same', async () => {
  const letters = makeLetters(200, 3);
  // A later batch has letters again that an earlier one put, and other versions of some.
  const again = letters.slice(0, 20);
  const other = letters
    .slice(20, 40)
    .map(({ determination }) => makeLetter({ caseNumber: determination.caseNumber.value, summary: 'Of another day.' }));
  const batches: Letter[][] = [letters.slice(0, 70), [...letters.slice(70, 140), ...again], [...other, ...letters.slice(140)], again];
  const [aside, plain] = [await opened('aside', 'putting'), await opened('plain', false)];
  const inTurn = [];
  for (const batch of batches) inTurn.push(await plain.put(batch, { replace: true }));
  expect(await Promise.all(batches.map((batch) => aside.put(batch, { replace: true })))).toEqual(inTurn);
  expect(await stateOf(aside)).toEqual(await stateOf(plain));
  await Promise.all([aside.close(), plain.close()]);
  const reopened = await opened('aside', false);
  expect((await reopened.library.check(0)).faults).toEqual([]);
  await reopened.close();
});

it('answers what is asked of the library behind what was given to it before', async () => {
  const index = await opened('aside', 'putting');
  const letters = makeLetters(60, 5);
  const keys = letters.map(({ determination: { source } }) => versionKey(source));
  const put = index.put(letters);
  expect((await index.known(keys)).size).toBe(new Set(keys).size);
  expect((await index.letter(letters[0]?.determination.id ?? '', keys[0]))?.canonical).toEqual(letters[0]?.canonical);
  expect(new Set((await index.lettersOf(keys)).keys())).toEqual(new Set(keys));
  await put;
  await index.close();
});

it('says of each letter that cannot be stored why, and goes on with the next batch', async () => {
  const index = await opened('aside', 'putting');
  const [good, bad, next] = makeLetters(3, 7) as [Letter, Letter, Letter];
  const broken = { ...bad, determination: { ...bad.determination, items: bad.determination.items.map((item) => ({ ...item, id: 'x' })) } };
  const [first, second] = await Promise.all([index.put([good, broken]), index.put([next])]);
  expect(first.map(({ outcome }) => outcome)).toEqual(['added', 'failed']);
  expect(second.map(({ outcome }) => outcome)).toEqual(['added']);
  expect((await index.stats()).letters).toBe(2);
  await index.close();
});

it('is closed with what was given to it, or with nothing', async () => {
  const index = await opened('aside', 'putting');
  await index.close();
  const again = await opened('aside', 'putting');
  expect((await again.stats()).letters).toBe(0);
  await again.close();
});
