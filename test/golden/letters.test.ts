/**
 * Whole records of fictional letters, held against files in `expected/`. A change of these files is a change of what users
 * get: read the diff. `npm run fixtures:update` writes them; a missing file fails.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { statementsOf } from '../ingest/statements.ts';

const UPDATE = process.env['UPDATE_FIXTURES'] === '1';
const CASES = [
  { name: '2014-markdown', text: toMarkdown(makeLetter({ seed: 2014, layout: '2014' })) },
  { name: '2014-text', text: toText(makeLetter({ seed: 2015, layout: '2014' })) },
  { name: '2016-text', text: toText(makeLetter({ seed: 2016, layout: '2016' })) },
  { name: '2016-markdown', text: toMarkdown(makeLetter({ seed: 2017, layout: '2016' })) },
];

describe('the record of a fictional letter', () => {
  it.each(CASES)('$name is as it was agreed', async ({ name, text }) => {
    const result = await readLetter(new TextEncoder().encode(text), name);
    if (!result.ok) throw new Error(result.unreadable.reason.reason);
    const path = join(import.meta.dirname, 'expected', `${name}.json`);
    const read = `${JSON.stringify(statementsOf(result.letter.determination), null, 2)}\n`;
    if (UPDATE) writeFileSync(path, read);
    expect(existsSync(path), `${path} is missing; write it with npm run fixtures:update and read it`).toBe(true);
    expect(read).toBe(readFileSync(path, 'utf8'));
  });
});
