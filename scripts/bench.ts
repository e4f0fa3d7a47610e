/**
 * `npm run bench`: how long a page of the search takes (results, highlights, facets) on the embedded engine, beside plain FTS5 for the same
 * words, in one run over the same FICTIONAL letters. Prints p50, p95 and their ratio; says nothing of pass or fail.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { SEARCH_FACETS } from '#contract/fields.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../server/domain/results/search-items.ts';
import { openSearchIndex } from '../server/index/open-index.ts';
import { QUERIES, quantile, timed, wholeNumber } from './bench/figures.ts';
import { benchLetters } from './bench/letters.ts';
import { openPlain } from './bench/plain-fts5.ts';

const program = new Command('bench')
  .description('Measures search pages on the embedded engine and on plain FTS5, over fictional letters.')
  .option('--letters <n>', 'how many letters', wholeNumber, 100_000)
  .option('--rounds <n>', 'how often each query is asked', wholeNumber, 10)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1);
program.parse();
const { letters, rounds, seed } = program.opts<{ letters: number; rounds: number; seed: number }>();

const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'));
const index = await openSearchIndex({ engine: 'embedded', dataDir: folder });
const plain = openPlain(join(folder, 'plain.sqlite'), SEARCH_FACETS);
try {
  const spent = { ours: 0, plain: 0 };
  for await (const batch of benchLetters(letters, seed)) {
    spent.ours += await timed(async () => void (await index.put(batch)));
    spent.plain += await timed(async () => plain.put(batch));
  }
  const stats = await index.stats();
  console.log(`${stats.letters} letters, ${stats.items} items; stored in ${seconds(spent.ours)} s (plain FTS5 ${seconds(spent.plain)} s)`);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const q of QUERIES) {
      // The page's own request: all words, then those that lack some, with facets, marks and what was understood.
      const page = await timed(async () => void (await searchItems(index, SearchRequestSchema.parse({ q }))));
      const same = await timed(async () => void plain.page(q));
      if (round < 0) continue; // The first round fills the caches.
      ours.push(page);
      theirs.push(same);
    }
  }
  console.log(`a page of 20 results with ${SEARCH_FACETS.length} facets, ${QUERIES.length} queries, ${rounds} rounds, in ms`);
  for (const [name, at] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [a, b] = [quantile(ours, at), quantile(theirs, at)];
    console.log(`${name}  embedded ${a.toFixed(1)}  plain FTS5 ${b.toFixed(1)}  ratio ${(b / a).toFixed(2)}`);
  }
} finally {
  plain.close();
  await index.close();
  await rm(folder, { recursive: true, force: true });
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
