/** One row is one field: a field is one row that says it and one that reads it, and everything that has to do with fields follows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { ask, compile, copyProgram, readField, sayField, trialLetters } from './another-field.ts';
import { expectField, PATHS } from './another-field-answers.ts';

let program = '';
let dataDir = '';
beforeAll(async () => {
  program = copyProgram();
  dataDir = mkdtempSync(join(tmpdir(), 'imr-field-data-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.put(trialLetters());
  await index.close();
});
afterAll(() => {
  for (const dir of [program, dataDir]) rmSync(dir, { recursive: true, force: true });
});

describe('a field more', () => {
  it('does not compile while only one of its rows is there', async () => {
    sayField(program);
    expect(await compile(program)).toMatch(/^mappings\/fields\.ts.*'trial' is missing/m);
  });

  it('compiles with both', async () => {
    readField(program);
    expect(await compile(program)).toBe('');
  });

  it('is asked of a library that was there: its index is made anew by itself, and every place knows the field', async () => {
    expectField(await ask(program, { engine: 'embedded', dataDir }, PATHS));
  });
});
