/**
 * A program that is killed (signal 9) at seeded steps of a load into a real Elasticsearch, or while it catches up. A step is one request; the server
 * still does the one at which the program died, or never gets it. Who opens the library next comes to what an undisturbed load comes to.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { openLibrary } from '../../server/library/open-library.ts';
import { seeded } from '../fixtures/seeded-random.ts';
import { standBetween } from './between.ts';
import { expectIndexEqualsLibrary } from './expect-equal.ts';
import { inPlace, type Place } from './open-index.ts';
import type { ServerAddress } from './server.ts';
import { loadSteps } from './steps-load.ts';

const server = inject('elasticsearch');
const WRITER = join(import.meta.dirname, 'steps-writer.ts');
/** Programs that are started and killed at the same time. */
const AT_ONCE = 3;

/** What is done, how often it is killed, and what is there before. */
const THINGS: readonly [string, 'load' | 'open', number, (place: Place) => Promise<void>][] = [
  ['a loader', 'load', 20, async () => undefined],
  [
    'a program that catches up',
    'open',
    6,
    async ({ open, dataDir }) => {
      const index = await open();
      await index.put([]);
      await index.close();
      const library = openLibrary(dataDir);
      await loadSteps(library);
      await library.close();
    },
  ],
];

if ('skipped' in server) it.skip(`programs that are killed are not tested: ${server.skipped}`);
else describeKills(server);

function describeKills(address: ServerAddress): void {
  it.each(THINGS)('%s leaves an index that is made whole, wherever it is killed', async (_, what, kills, prepare) => {
    const undisturbed = await inPlace(address, async (place) => {
      await prepare(place);
      const ran = await runTo(address, place, what, 0, false);
      await expectIndexEqualsLibrary(address, place.options.index, await place.open());
      return ran;
    });
    expect(undisturbed.killed).toBe(false);
    expect(undisturbed.requests).toBeGreaterThan(kills);
    const random = seeded(kills);
    const steps = Array.from({ length: kills }, (_, kill) => ({
      at: 1 + Math.floor((undisturbed.requests * kill) / kills) + random.below(Math.floor(undisturbed.requests / kills)),
      isDone: random.chance(0.5),
    }));
    for (let from = 0; from < kills; from += AT_ONCE) {
      await Promise.all(
        steps.slice(from, from + AT_ONCE).map(({ at, isDone }) =>
          inPlace(address, async (place) => {
            await prepare(place);
            const step = `step ${at} of ${undisturbed.requests}, ${isDone ? 'done' : 'not done'}`;
            expect(await runTo(address, place, what, at, isDone), step).toMatchObject({ killed: true });
            const index = await place.open();
            // The same is begun again, as one would: what is done already is done once.
            if (what === 'load') await loadSteps(index);
            await expectIndexEqualsLibrary(address, place.options.index, index);
          }),
        ),
      );
    }
  });
}

/** Runs the program, or kills it at a request (0: at none), which the server gets all the same where `isDone`. */
async function runTo(address: ServerAddress, { dataDir, options }: Place, what: string, at: number, isDone: boolean) {
  let requests = 0;
  const between = await standBetween(address.url, async () => {
    requests += 1;
    if (requests !== at) return 'pass';
    child.kill('SIGKILL');
    await closed;
    return isDone ? 'lose' : 'drop';
  });
  const child = spawn(process.execPath, [WRITER, dataDir, between.url, options.index, what], { stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = once(child, 'close');
  let faults = '';
  child.stderr.on('data', (chunk: Buffer) => {
    faults += chunk.toString();
  });
  try {
    const [code, signal] = await closed;
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the program failed: ${faults}`);
    return { killed: signal === 'SIGKILL', requests };
  } finally {
    await between.close();
  }
}
