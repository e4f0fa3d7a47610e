/**
 * `npm run bench:web`: how soon the search page can be used (the first result is there and the box takes what is typed) in a real browser with a
 * processor slowed four times, over FICTIONAL letters. With `--against` another version is measured by turns with this one. Prints figures; says
 * nothing of pass or fail.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { launchBrowser } from '../test/e2e/browser.ts';
import { AGAINST, checkOut } from './bench/checkout.ts';
import { quantile, wholeNumber } from './bench/figures.ts';
import { writeLetters } from './bench/letter-files.ts';
import { type Server, startLoad, startServer } from './bench/run-program.ts';
import { SLOWED, type Usable, untilUsable } from './bench/usable.ts';

/** The search page as it is first opened, with words, and with words and a filter. */
const PAGES = ['/', '/?q=physical+therapy', '/?q=therapy&decision=upheld'] as const;

const program = new Command('bench:web')
  .description('Measures how soon the search page can be used, over fictional letters.')
  .option('--letters <n>', 'how many letters are loaded', wholeNumber, 600)
  .option('--rounds <n>', 'how often each page is opened in each version', wholeNumber, 15)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1)
  .option(...AGAINST);
program.parse();
const { letters, rounds, seed, against } = program.opts<{ letters: number; rounds: number; seed: number; against?: string }>();

const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'));
const other = against === undefined ? null : await checkOut(against, join(folder, 'against'));
const checkouts = [resolve(import.meta.dirname, '..'), ...(other === null ? [] : [other.folder])];
const servers: Server[] = [];
try {
  const files = join(folder, 'letters');
  await writeLetters(files, letters, seed);
  for (const [at, checkout] of checkouts.entries()) {
    const data = join(folder, `data-${at}`);
    await startLoad(checkout, files, data).ended;
    servers.push(await startServer(checkout, data));
  }
  for (const path of PAGES) tell(path, await measure(path));
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await other?.remove();
  await rm(folder, { recursive: true, force: true });
}

/** What each version took, in the order of the versions; they take turns, and each begins as often as the other. */
async function measure(path: string): Promise<Usable[][]> {
  const found = servers.map((): Usable[] => []);
  const browser = await launchBrowser();
  try {
    for (let round = -1; round < rounds; round += 1) {
      const turn = [...servers.entries()];
      for (const [at, { url }] of round % 2 === 0 ? turn : turn.reverse()) {
        const one = await untilUsable(browser, `${url}${path}`);
        if (round >= 0) found[at]?.push(one); // The first round fills the caches of server and machine.
      }
    }
    return found;
  } finally {
    await browser.close();
  }
}

function tell(path: string, found: readonly (readonly Usable[])[]): void {
  console.log(`${path}, processor slowed ${SLOWED} times, ${rounds} rounds`);
  compare(
    'usable after ms, median',
    found.map((all) =>
      quantile(
        all.map(({ usable }) => usable),
        0.5,
      ),
    ),
  );
  compare(
    'transferred in KB',
    found.map((all) =>
      quantile(
        all.map(({ bytes }) => bytes / 1_024),
        0.5,
      ),
    ),
  );
}

/** One figure of each version; the ratio is of this to the other one. */
function compare(what: string, [ours = 0, theirs]: readonly number[]): void {
  const others = theirs === undefined ? '' : `  against ${theirs.toFixed(0)}  ratio ${(ours / theirs).toFixed(2)}`;
  console.log(`  ${what}: this ${ours.toFixed(0)}${others}`);
}
