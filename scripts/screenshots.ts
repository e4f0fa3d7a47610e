/**
 * `npm run screenshots`: pictures of every page of the dashboard over FICTIONAL letters, in its four states (full, loading, empty, error), light and
 * dark, in four widths, and as PDF for paper, with an `index.html` that shows them all. `--readme` takes the README's pictures instead.
 * Exits with 1 where a page could not be taken; it is told, and the others are taken all the same.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/browser.ts';
import { keepSome } from '../test/e2e/pages.ts';
import { serve } from '../test/e2e/served.ts';
import { contactSheet } from './screenshots/contact-sheet.ts';
import { writeBaseLetters, writeNewLetters } from './screenshots/letters.ts';
import { readOptions } from './screenshots/options.ts';
import { takeReadmePictures } from './screenshots/readme.ts';
import { shotsOf, takeShots, visitsOf } from './screenshots/shots.ts';

const options = readOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'imr-screenshots-'));
const browser = await launchBrowser();
const running: { stop(): Promise<void> }[] = [];
try {
  const [letters, more] = [join(folder, 'letters'), join(folder, 'more')];
  await writeBaseLetters(letters, options.letters);
  const full = await serve(letters);
  running.push(full);
  if (options.readme) {
    await takeReadmePictures(browser, full.url, join(import.meta.dirname, '..', 'docs'));
  } else {
    const kept = await keepSome(full.url);
    // What comes behind a saved search is new in it.
    await writeNewLetters(more, options.letters);
    await full.ingest(more);
    const empty = await serve(null);
    running.push(empty);
    const servers = { full: { url: full.url, kept }, empty: { url: empty.url, kept: await keepSome(empty.url, []) } };
    const shots = shotsOf(options);
    await mkdir(options.out, { recursive: true });
    const taken: typeof shots = [];
    for (const visit of visitsOf(shots)) {
      const state = visit[0]?.state === 'empty' ? 'empty' : 'full';
      try {
        await takeShots(browser, servers[state], visit, options.out);
        taken.push(...visit);
      } catch (error) {
        process.exitCode = 1;
        process.stderr.write(`${visit.map(({ file }) => file)}: ${error instanceof Error ? error.message.split('\n')[0] : error}\n`);
      }
    }
    await writeFile(join(options.out, 'index.html'), contactSheet(taken));
    process.stdout.write(`${taken.length} of ${shots.length} pictures in ${options.out}; open index.html there\n`);
  }
} finally {
  await browser.close();
  for (const server of running) await server.stop();
  await rm(folder, { recursive: true, force: true });
}
