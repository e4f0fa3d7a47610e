/** A process killed in the middle of storing letters: nothing it reported as stored is lost, and the index opens again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { makeLetter } from '../../fixtures/factories.ts';

const WRITER = join(import.meta.dirname, 'embedded-writer.ts');
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-kill-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

it.each([[], ['putting']])(
  'loses no letter reported as stored when it is killed again and again in mid-put, and opens again %s',
  async (...more) => {
    const reported = new Set<string>();
    for (const [seed, waitMs] of [3, 11, 29, 53, 97].entries()) {
      for (const line of await writeUntilKilled(seed, waitMs, more)) reported.add(line);
      checkFile();
      const index = await openSearchIndex({ engine: 'embedded', dataDir });
      for (const line of reported) {
        const [id = '', sha256 = ''] = line.split(' ');
        const letter = await index.letter(id, sha256);
        expect(letter?.determination.source.sha256, line).toBe(sha256);
        for (const item of letter?.determination.items ?? []) {
          for (const { start, end, quote } of item.rationale?.evidence ?? []) {
            expect(letter?.canonical.text.slice(start, end)).toBe(quote);
          }
        }
      }
      const stats = await index.stats();
      const all = await index.search({ where: { kind: 'all' }, filters: [], facets: [], sort: 'newest', offset: 0, limit: 10 });
      const worded = await index.search({
        where: { kind: 'prefix', prefix: 'decision', fields: ['administratorGuideline', 'reviewerGuideline', 'heading', 'rationale'] },
        filters: [],
        facets: [],
        sort: 'relevance',
        offset: 0,
        limit: 10,
      });
      expect(all.total).toBe(stats.items);
      expect(worded.total).toBeGreaterThan(0);
      expect((await index.put([makeLetter({ note: `after kill ${seed}` })])).map(({ reason }) => reason)).toEqual([null]);
      await index.close();
    }
    expect(reported.size).toBeGreaterThan(100);
  },
);

/** Runs the writer until it has reported something, and a little longer; kills it and returns what it reported. */
async function writeUntilKilled(seed: number, waitMs: number, more: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, dataDir, String(seed), ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const closed = once(child, 'close');
  const first = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      resolve();
    });
    child.on('exit', (code) => reject(new Error(`the writer ended by itself: ${code}`)));
  });
  await first;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  expect(child.kill('SIGKILL')).toBe(true);
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A line cut off by the kill was not reported.
  return printed.split('\n').slice(0, -1);
}

/** SQLite's own checks of the tables and of the full-text index. */
function checkFile(): void {
  const db = new DatabaseSync(join(dataDir, 'index', '1.sqlite'));
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.exec("INSERT INTO words(words) VALUES ('integrity-check')");
  expect(db.prepare('SELECT (SELECT count(*) FROM words) - (SELECT count(*) FROM items WHERE died IS NULL) AS n').get()).toEqual({ n: 0 });
  db.close();
  const library = new DatabaseSync(join(dataDir, 'library.sqlite'));
  expect(library.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(library.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  library.close();
}
