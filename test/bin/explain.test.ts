/** `imr extract FILE --explain` as a process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { garbagePdf } from '../fixtures/letters/broken.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { runImr } from './run-imr.ts';

const letter = makeLetter({ seed: 3, layout: '2014' });
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'imr-cli-explain-'));
  writeFileSync(join(dir, 'letter.txt'), toText(letter));
  writeFileSync(join(dir, 'garbage.pdf'), garbagePdf().bytes);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('imr extract --explain', () => {
  it('lists each value with its grade, its rule and its words, item by item, in 100 columns', async () => {
    const ran = await runImr('extract', join(dir, 'letter.txt'), '--explain');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const lines = ran.out.split('\n');
    expect(lines[0]).toBe(letter.caseNumber);
    expect(lines[1]).toMatch(/^\d+ values stated, \d+ inferred; \d+ looked for and not stated$/);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => /^Item \d+$/.test(line))).toEqual(letter.items.map((_, index) => `Item ${index + 1}`));
    const decision = lines.findIndex((line) => /^ {2}Decision {2}/.test(line));
    expect(lines[decision]).toMatch(/UR decision (?:upheld|overturned)/);
    expect(lines[decision + 1]).toMatch(/^ +stated, rule \S+decision$/);
    expect(lines[decision + 2]).toMatch(/^ +“\S.*”$/);
    expect(lines.filter((line) => line.startsWith('  Not stated  ')).length).toBeGreaterThan(0);
    expect(lines.slice(-12).join('\n')).toMatch(/^(?:No messages\.|Messages)$/m);
  });

  it('exits with 1 and the reason where the letter cannot be read, and with 2 where there is no file', async () => {
    const unreadable = await runImr('extract', join(dir, 'garbage.pdf'), '--explain');
    expect(unreadable).toMatchObject({ code: 1, out: '', err: expect.stringContaining('could not be read') });
    expect(await runImr('extract', join(dir, 'none.txt'), '--explain')).toMatchObject({ code: 2, out: '' });
  });
});
