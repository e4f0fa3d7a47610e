/**
 * Killed (signal 9) at seeded steps of a load, a rebuild with its swap, a takeover, and an opening that makes a lost index anew: after a restart that
 * goes on with it, library and index are those of one that was never disturbed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ITEM_SCOPE } from '#contract/query.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { seeded } from '../../fixtures/seeded-random.ts';
import { TAKEOVERS } from '../library/expect-taken.ts';

const WRITER = join(import.meta.dirname, 'steps-writer.ts');
const KILLS = 10;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'imr-steps-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Goes through, or as far as a step; how many steps there were, null where it was killed. */
function write(dataDir: string, what: string, at = 0): number | null {
  const ran = spawnSync(process.execPath, [WRITER, dataDir, what, String(at)], { encoding: 'utf8' });
  if (ran.signal === 'SIGKILL') return null;
  if (ran.status !== 0) throw new Error(`the writer failed: ${ran.stderr}`);
  return Number(ran.stdout);
}

/** All that can be seen of a data folder, but for ids and times. */
async function seen(dataDir: string): Promise<unknown> {
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  try {
    const all = {
      where: { kind: 'all' as const },
      filters: [],
      facets: ['service' as const],
      sort: 'case' as const,
      offset: 0,
      limit: 1_000,
    };
    const results = await index.search(all);
    const ids = [...new Set(results.hits.map(({ letterId }) => letterId))];
    const versions = await Promise.all(ids.map((id) => index.versions(id)));
    const letters = await Promise.all(versions.flatMap((list, at) => list.map(({ sha256 }) => index.letter(ids[at] ?? '', sha256))));
    const relevant = await index.search({ ...all, where: { kind: 'word', word: 'walker', fields: [...ITEM_SCOPE] }, sort: 'relevance' });
    const { change } = await index.library.stats();
    expect((await index.library.check(0)).faults).toEqual([]);
    expect(await index.indexState()).toMatchObject({ change });
    // What is begun again changes some letters twice.
    const { change: _, ...stats } = await index.stats();
    const kept = index.kept('local');
    const [searches, collections] = [await kept.searches(), await kept.collections()];
    return {
      results,
      versions,
      letters,
      relevant,
      stats,
      unreadable: await index.unreadable(0, 10),
      searches,
      collections,
    };
  } finally {
    await index.close();
  }
}

/** Who writes next takes away what was left half made. */
async function sweep(dataDir: string): Promise<void> {
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.writing(async () => undefined);
  await index.close();
}

/** What is done, and the folder that it is done to. */
const THINGS: readonly [string, string, (folder: string) => void][] = [
  ['a load', 'load', () => undefined],
  ['a rebuild and its swap', 'rebuild', (folder) => void write(folder, 'load')],
  ['a takeover', 'open', (folder) => cpSync(join(TAKEOVERS, 'embedded-3', 'data'), folder, { recursive: true })],
  [
    'an opening that makes a lost index anew',
    'open',
    (folder) => {
      write(folder, 'load');
      rmSync(join(folder, 'index'), { recursive: true });
    },
  ],
];

describe.each(THINGS)('%s', (title, what, prepare) => {
  it(`is whole after it was killed at ${KILLS} seeded steps and went on`, async () => {
    const before = join(dir, `${title} before`);
    execFileSync('mkdir', ['-p', before]);
    prepare(before);
    const undisturbed = join(dir, `${title} undisturbed`);
    cpSync(before, undisturbed, { recursive: true });
    const steps = write(undisturbed, what) ?? 0;
    expect(steps).toBeGreaterThan(KILLS);
    const expected = await seen(undisturbed);
    const random = seeded(steps);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = join(dir, `${title} ${kill}`);
      cpSync(before, folder, { recursive: true });
      const from = Math.floor((steps * kill) / KILLS);
      const at = 1 + from + random.below(Math.floor(steps / KILLS));
      expect(write(folder, what, at), `step ${at} of ${steps}`).toBeNull();
      // The same is begun again, as one would: what is done already is done once.
      if (what === 'load') write(folder, what);
      expect(await seen(folder), `step ${at} of ${steps}`).toEqual(expected);
      await sweep(folder);
      expect(readdirSync(join(folder, 'index')).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
      rmSync(folder, { recursive: true });
    }
  });
});
