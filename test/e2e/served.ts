/** The program as a user starts it, over a folder of letters, for the browser tests. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImr, startImr } from '../bin/run-imr.ts';
import { makeLetter, makeLetters } from '../fixtures/letters/generate.ts';
import type { FictionalLetter } from '../fixtures/letters/letter.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { shared } from '../shared-folder.ts';

export interface Served {
  readonly url: string;
  /** Reads a folder of letters into the index of the running program, by a process of its own. */
  ingest(letters: string): Promise<void>;
  /** Ends the program and takes its data folder away. */
  stop(): Promise<void>;
}

/** Starts `imr start` on a free port with a data folder of its own, which begins as a copy of `known`; resolves when it is ready. */
export async function serve(letters: string | null, known?: string): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'imr-e2e-'));
  if (known !== undefined) cpSync(known, data, { recursive: true });
  const child = startImr(['start', ...(letters === null ? [] : [letters]), '--data', data, '--port', '0']);
  return { url: await ready(child), ingest: (folder) => ingest(folder, data), stop: () => stop(child, data) };
}

/** Code 1 says that some files could not be read, which is what one of them is there for. */
async function ingest(letters: string, data: string): Promise<void> {
  const { code, err } = await runImr('ingest', letters, '--data', data);
  if (code !== 0 && code !== 1) throw new Error(`imr ingest ended with ${code}:\n${err}`);
}

/** The address of a program that serves, once it is ready. */
export function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const url = /ready at (\S+)/.exec(log)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', (code) => reject(new Error(`imr start ended with ${code}:\n${log}`)));
  });
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
  rmSync(data, { recursive: true, force: true });
}

/** The fictional letter that the tests look for: its one item asks for a personal trainer. */
export function trainerLetter(): FictionalLetter {
  const letter = makeLetter({ seed: 77, layout: '2014' });
  const item = letter.items[0];
  if (item === undefined) throw new Error('a fictional letter has an item');
  const request = 'Ten sessions with a personal trainer for the right knee';
  return {
    ...letter,
    items: [
      {
        ...item,
        heading: request,
        originalRequest: request,
        inDispute: request,
        headingForm: 'plain',
        authorizedAtUr: null,
        decision: 'upheld',
        decisionPlace: 'same-line',
        rationale:
          'The guideline leaves exercise to the worker. A personal trainer is a matter of choice. Therefore, the request is not medically necessary.',
      },
    ],
  };
}

/** A fictional letter with more items than are seen at a glance, taken from many others. */
export function longLetter(): FictionalLetter {
  const items = makeLetters(60, 9)
    .filter((letter) => letter.layout === '2016')
    .flatMap((letter) => letter.items);
  return { ...makeLetter({ seed: 78, layout: '2016' }), items: items.slice(0, 21) };
}

/** A new folder with the trainer's letter, a long one, 60 others and a file that cannot be read. */
export async function fictionalFolder(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'imr-letters-'));
  cpSync(await shared('letters', writeLetters), dir, { recursive: true });
  return dir;
}

/** A data folder that holds those letters, to be copied: read once for all tests. */
export async function fictionalIndex(): Promise<string> {
  const letters = await shared('letters', writeLetters);
  return shared('letters-index', (data) => ingest(letters, data));
}

async function writeLetters(dir: string): Promise<void> {
  mkdirSync(dir);
  writeFileSync(join(dir, 'trainer.md'), toMarkdown(trainerLetter()));
  writeFileSync(join(dir, 'long.txt'), toText(longLetter()));
  for (const letter of makeLetters(60, 5)) writeFileSync(join(dir, `${letter.caseNumber}.pdf`), await toPdf(letter));
  writeFileSync(join(dir, 'broken.pdf'), '%PDF-1.7 and no more');
}
