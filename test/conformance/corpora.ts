/**
 * The letters that every engine is asked about: drawn records (odd words, missing fields, several versions), fictional
 * letters as the pipeline reads them, and the real letters in the folder that IMR_LETTERS names, where it is set.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Letter } from '#contract/determination.ts';
import { listFiles } from '../../ingest/load/files.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetters as drawLetters } from '../fixtures/drawn-letters.ts';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { shared } from '../shared-folder.ts';
import type { Corpus } from './suite.ts';

/** More than an engine counts in one go (a thousand letters, a thousand items). */
const FICTIONAL = 1_200;
const DRAWN = 600;

/** Folder with real letters; undefined where none was named. */
export const REAL_LETTERS = process.env['IMR_LETTERS'];
export const NO_REAL_LETTERS = 'IMR_LETTERS names no folder with real letters';

export function conformanceCorpora(): Corpus[] {
  return [
    { name: `${DRAWN} drawn records`, letters: async () => drawLetters(DRAWN, 1), queries: 1_000 },
    { name: `${FICTIONAL} fictional letters`, letters: fictionalLetters },
    ...(REAL_LETTERS === undefined ? [] : [{ name: `the letters in ${basename(REAL_LETTERS)}`, letters: () => real(REAL_LETTERS ?? '') }]),
  ];
}

/** 1,200 letters of the generator, as the pipeline reads them: once, for both engines. */
export async function fictionalLetters(): Promise<Letter[]> {
  const path = await shared('fictional-letters.json', async (file) => {
    const letters = await readAll(
      makeLetters(FICTIONAL, 2).map((letter) => ({
        name: `${letter.caseNumber}.txt`,
        bytes: async () => new TextEncoder().encode(toText(letter)),
      })),
    );
    await writeFile(file, JSON.stringify(letters));
  });
  return JSON.parse(await readFile(path, 'utf8')) as Letter[];
}

async function real(folder: string): Promise<Letter[]> {
  return readAll((await listFiles([folder])).map((path) => ({ name: basename(path), bytes: () => readFile(path) })));
}

async function readAll(files: readonly { name: string; bytes: () => Promise<Uint8Array> }[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const { name, bytes } of files) {
    const result = await readLetter(await bytes(), name);
    if (!result.ok) throw new Error(`${name} could not be read: ${result.unreadable.reason.reason}`);
    letters.push(result.letter);
  }
  return letters;
}
