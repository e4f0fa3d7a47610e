/** The fictional letters that are shown: many, one of one item, one of many items, and a file that cannot be read. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longLetter, trainerLetter } from '../../test/e2e/served.ts';
import { makeLetters } from '../../test/fixtures/letters/generate.ts';
import type { FictionalLetter } from '../../test/fixtures/letters/letter.ts';
import { toText } from '../../test/fixtures/letters/render/to-text.ts';

const SEED = 12;
/** How many come later. */
const NEW = 12;

export async function writeBaseLetters(folder: string, count: number): Promise<void> {
  await write(folder, [trainerLetter(), longLetter(), ...makeLetters(count, SEED)]);
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 and no more');
  await writeFile(join(folder, 'empty.txt'), '');
}

/** Letters that the others are not, to be read later. */
export async function writeNewLetters(folder: string, count: number): Promise<void> {
  await write(folder, makeLetters(count + NEW, SEED + 1).slice(count));
}

async function write(folder: string, letters: readonly FictionalLetter[]): Promise<void> {
  await mkdir(folder);
  for (const letter of letters) await writeFile(join(folder, `${letter.caseNumber}.txt`), toText(letter));
}
