/**
 * `npm start` as a user's first two starts: the first reads the letters in the folder given, the second reads nothing again.
 * Asks the running server for the disputed item that this project began with. Prints what it took; fails on what is wrong.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SearchResponseSchema } from '#contract/search.ts';
import { listFiles } from '../../ingest/load/files.ts';

const letters = process.argv[2] ?? '';
const data = mkdtempSync(join(tmpdir(), 'imr-start-'));
const QUERY = 'personal trainer';
const CASE = 'CM14-0039143';

try {
  const files = (await listFiles([letters])).length;
  const first = await start();
  expect(first.log.includes(`${files} files: ${files} letters added`), `the first start reads all ${files} letters`, first.log);
  await ask(first.url);
  await first.stop();
  const second = await start();
  expect(second.log.includes(`${files} files: ${files} known already`), 'the second start reads nothing again', second.log);
  await ask(second.url);
  await second.stop();
  process.stdout.write(`first start ready after ${first.seconds} s, second after ${second.seconds} s\n`);
} finally {
  rmSync(data, { recursive: true, force: true });
}

interface Started {
  readonly url: string;
  readonly log: string;
  readonly seconds: string;
  stop(): Promise<void>;
}

function start(): Promise<Started> {
  const from = performance.now();
  // A group of its own, so that npm's child ends with it.
  const child = spawn('npm', ['start', '--', letters, '--data', data, '--port', '0'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const url = /ready at (\S+)/.exec(log)?.[1];
      if (url !== undefined) resolve({ url, log, seconds: ((performance.now() - from) / 1000).toFixed(1), stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${log}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await closed;
}

async function ask(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(QUERY)}`);
  const { hits } = SearchResponseSchema.parse(await answer.json());
  expect(
    hits[0]?.caseNumber === CASE && hits[0].decision === 'upheld',
    `"${QUERY}" finds ${CASE}, upheld, first`,
    hits[0]?.id ?? 'nothing',
  );
}

function expect(holds: boolean, what: string, seen: string): void {
  if (!holds) throw new Error(`expected that ${what}; seen: ${seen}`);
}
