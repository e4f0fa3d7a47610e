/**
 * `npm run bench:elasticsearch`: what our questions cost an Elasticsearch server, beside plain ones for the same items, in one run over the same FICTIONAL
 * letters: outcomes of everything by service beside the terms aggregation that a person would write, and a search page beside the same body sent
 * directly. The server's cache of answers is off. Prints p50 and ratios; says nothing of pass or fail.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { SEARCH_FACETS } from '#contract/fields.ts';
import { FIRST_PROGRAMME } from '#contract/programmes.ts';
import type { IssueQuery } from '#contract/query.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { keywordPath } from '#mappings/elasticsearch.ts';
import { readQuestion } from '../server/domain/question/read-question.ts';
import { openSearchIndex } from '../server/index/open-index.ts';
import { toSearchBody } from '../server/search/elasticsearch/request.ts';
import { dropIndices } from '../test/elasticsearch/open-index.ts';
import { QUERIES, quantile, timed, wholeNumber } from './bench/figures.ts';
import { benchLetters } from './bench/letters.ts';

const program = new Command('bench:elasticsearch')
  .description('Measures questions to an Elasticsearch server beside plain ones, over fictional letters in an index of their own.')
  .requiredOption('--url <url>', 'address of the server, without TLS')
  .option('--letters <n>', 'how many letters', wholeNumber, 20_000)
  .option('--rounds <n>', 'how often each is asked', wholeNumber, 30)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1);
program.parse();
const { url, letters, rounds, seed } = program.opts<{ url: string; letters: number; rounds: number; seed: number }>();

const agent = new Agent({ keepAlive: true });
const prefix = `imr-bench-${randomUUID()}`;
const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'));
const index = await openSearchIndex({ engine: 'elasticsearch', url, index: prefix, dataDir: folder });
try {
  for await (const batch of benchLetters(letters, seed)) await index.put(batch);
  await send('PUT', `/${prefix}-items/_settings`, { index: { requests: { cache: { enable: false } } } });
  const stats = await index.stats();
  console.log(`${stats.letters} letters, ${stats.items} items, ${rounds} rounds, p50 in ms`);
  await ratesOfEverything();
  await searchPages();
} finally {
  await index.close();
  await dropIndices({ url }, prefix);
  await rm(folder, { recursive: true, force: true });
  agent.destroy();
}

async function ratesOfEverything(): Promise<void> {
  const everything = { where: { kind: 'all' }, filters: [], programme: FIRST_PROGRAMME, by: ['service'] } as const;
  const decisions = { terms: { field: keywordPath('decision') } };
  const plain = {
    size: 0,
    track_total_hits: true,
    query: { match_all: {} },
    aggs: { decisions, services: { terms: { field: keywordPath('service'), size: 10_000 }, aggs: { decisions } } },
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    const asked = await timed(async () => void (await index.aggregate(everything)));
    const same = await timed(async () => void (await send('POST', `/${prefix}-items/_search`, plain)));
    if (round < 0) continue; // The first rounds warm up.
    ours.push(asked);
    theirs.push(same);
  }
  print('outcomes of everything by service', ours, 'a plain terms aggregation', theirs);
}

async function searchPages(): Promise<void> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    for (const q of QUERIES) {
      const { where, filters, rank } = await readQuestion(index, SearchRequestSchema.parse({ q }));
      const query: IssueQuery = { where, filters, rank, facets: SEARCH_FACETS, sort: 'relevance', offset: 0, limit: 20 };
      const { filter_path: path, preference, ...body } = toSearchBody(query, 10_000);
      const parameters = new URLSearchParams({ filter_path: path ?? '', preference: preference ?? '' }).toString();
      const asked = await timed(async () => void (await index.search(query)));
      const same = await timed(async () => void (await send('POST', `/${prefix}-items/_search?${parameters}`, body)));
      if (round < 0) continue;
      ours.push(asked);
      theirs.push(same);
    }
  }
  print(`a search with ${SEARCH_FACETS.length} facets`, ours, 'the same body sent directly', theirs);
}

function print(name: string, ours: readonly number[], other: string, theirs: readonly number[]): void {
  const [a, b] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  console.log(`${name} ${a.toFixed(1)}  ${other} ${b.toFixed(1)}  ratio ${(a / b).toFixed(2)}`);
}

/** Sends a body as it stands, and reads the answer. Throws where it is none. */
function send(method: string, path: string, body?: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { agent, method, headers: { 'content-type': 'application/json' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${method} ${path} was answered with ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
