/** The pictures script, run for one page: its files are there, and are what their names say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runScript } from '../scripts/run-script.ts';

it('takes a page in its four states, light and dark, and on paper', () => {
  const out = mkdtempSync(join(tmpdir(), 'imr-pictures-'));
  try {
    const { code, err } = runScript('screenshots.ts', '--out', out, '--only', 'about', '--width', '390', '--letters', '3');
    expect(err).toBe('');
    expect(code).toBe(0);
    const pictures = ['full', 'loading', 'empty', 'error'].flatMap((state) => [`${state}-dark-390.png`, `${state}-light-390.png`]);
    expect(readdirSync(join(out, 'about')).toSorted()).toEqual([...pictures, 'print.pdf'].toSorted());
    for (const name of pictures) {
      const picture = readFileSync(join(out, 'about', name));
      // The width stands behind the head of a PNG.
      expect([picture.toString('latin1', 1, 4), picture.readUInt32BE(16)]).toEqual(['PNG', 390]);
    }
    expect(readFileSync(join(out, 'about', 'print.pdf'), 'latin1')).toMatch(/^%PDF-/);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('about/error-dark-390.png');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
