/**
 * A program for the tests of a data folder that may not be written to: opens it, asks, tries to write, and prints what came of each as JSON.
 * Usage: node reader-elsewhere.ts DATA_DIR threads|plain
 */
import { writeSync } from 'node:fs';
import { AppError } from '#contract/problem.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { LOCAL_OWNER } from '../../../server/library/kept-store.ts';
import { makeLetter, makeUnreadable } from '../../fixtures/factories.ts';

const [dataDir = '', kind = ''] = process.argv.slice(2);
const at = '2026-02-03T04:05:06.789Z';
const told: Record<string, unknown> = {};
async function tell(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    told[name] = await work();
  } catch (error) {
    told[name] = error instanceof AppError ? { code: error.code, message: error.message } : { code: 'thrown', message: String(error) };
  }
}
await tell('open', async () => {
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, { create: false, threads: kind === 'threads' });
  const kept = index.kept(LOCAL_OWNER);
  await tell(
    'search',
    async () => (await index.search({ where: { kind: 'all' }, filters: [], facets: [], sort: 'newest', offset: 0, limit: 10 })).total,
  );
  await tell('letter', async () => (await index.letter('dwc:CM90-0000001'))?.determination.id);
  await tell('stats', async () => (await index.stats()).letters);
  await tell('check', async () => (await index.library.check(0)).faults);
  await tell('collections', async () => (await kept.collections()).map(({ name }) => name));
  await tell('addCollection', () => kept.addCollection({ name: 'another', note: '' }, at));
  await tell('addSearch', () => kept.addSearch({ name: 'another', search: 'q=knee', note: '' }, [], at));
  await tell('put', () => index.put([makeLetter({ caseNumber: 'CM90-0000009' })]));
  await tell('putUnreadable', () => index.putUnreadable([makeUnreadable('x.pdf')]));
  await tell('remove', () => index.remove(['dwc:CM90-0000001']));
  await tell('reindex', () => index.reindex());
  const { writable } = index.library;
  await index.close();
  return { writable };
});
writeSync(1, JSON.stringify(told));
