/** The program over the fictional letters for all tests of a file; to be called once at its top. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { fictionalFolder, fictionalIndex, type Served, serve } from './served.ts';

interface ServedFictional extends Pick<Served, 'url' | 'ingest'> {
  /** The folder of its letters, which belongs to the file. */
  readonly folder: string;
}

/** Starts it before the first test and ends it behind the last, with its folder. What it is asked before that throws. */
export function serveFictional(): ServedFictional {
  let running: (Served & { readonly folder: string }) | undefined;
  const there = () => {
    if (running === undefined) throw new Error('the program was not started');
    return running;
  };
  let folder: string | undefined;
  beforeAll(async () => {
    folder = await fictionalFolder();
    running = { ...(await serve(folder, await fictionalIndex())), folder };
  });
  afterAll(async () => {
    await running?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return there().url;
    },
    get folder() {
      return there().folder;
    },
    ingest: (letters) => there().ingest(letters),
  };
}
