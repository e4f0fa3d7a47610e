/** FICTIONAL letters as files, for programs that load them or are sent one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLetters } from '../../test/fixtures/letters/generate.ts';
import { toHtml } from '../../test/fixtures/letters/render/to-html.ts';
import { toText } from '../../test/fixtures/letters/render/to-text.ts';

/** Writes text letters to a folder that is made; the same count and seed give the same. */
export async function writeLetters(folder: string, count: number, seed: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const letter of makeLetters(count, seed)) await writeFile(join(folder, `${letter.caseNumber}.txt`), toText(letter));
}

/** A letter of that many characters of HTML (a few more), its words each in an element of its own, as word processors write them. */
export function largeLetter(characters: number, seed: number): string {
  const [letter] = makeLetters(1, seed);
  if (letter === undefined) throw new Error('no letter was written');
  const html = toHtml(letter);
  const words = toText(letter)
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  const paragraph = `<p>${words.map((word) => `<span style="font-size:11pt">${word}</span>`).join(' ')}</p>\n`;
  return html.replace('</body>', `${paragraph.repeat(Math.ceil((characters - html.length) / paragraph.length))}</body>`);
}
