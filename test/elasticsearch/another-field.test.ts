/** A field more, on a real Elasticsearch that holds the index of the program without it. */
import { rmSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { ask, copyProgram, readField, sayField, trialLetters } from '../architecture/another-field.ts';
import { expectField, PATHS } from '../architecture/another-field-answers.ts';
import { inPlace } from './open-index.ts';

const server = inject('elasticsearch');

if ('skipped' in server) it.skip(`a field more is not tested on Elasticsearch: ${server.skipped}`);
else {
  it('is asked of a library that was there: its index is made anew by itself, and every place knows the field', async () => {
    const program = copyProgram();
    try {
      sayField(program);
      readField(program);
      await inPlace(server, async ({ open, options, dataDir }) => {
        const index = await open();
        await index.put(trialLetters());
        expect((await index.stats()).items).toBe(3);
        expectField(await ask(program, { ...options, engine: 'elasticsearch', dataDir }, PATHS));
      });
    } finally {
      rmSync(program, { recursive: true, force: true });
    }
  });
}
