/** For tests: a library of its own into which tables are loaded, and what is stored then. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter } from '#contract/determination.ts';
import { load } from '../../ingest/load/load.ts';
import type { LoadOptions } from '../../ingest/load/options.ts';
import type { LoadReport } from '../../ingest/load/report.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { openOriginals } from '../../server/storage/originals.ts';

export interface TableLibrary {
  readonly dir: string;
  readonly index: IndexedLibrary;
  /** Writes a file; gives its path. */
  write(name: string, content: string | Uint8Array): string;
  load(path: string, options?: Partial<LoadOptions>): Promise<LoadReport>;
  close(): Promise<void>;
}

export async function openTableLibrary(): Promise<TableLibrary> {
  const dir = mkdtempSync(join(tmpdir(), 'imr-table-'));
  mkdirSync(join(dir, 'in'));
  const reading = openReading(FOR_LOADS);
  const index = await openSearchIndex({ engine: 'embedded', dataDir: join(dir, 'data') });
  return {
    dir,
    index,
    write(name, content) {
      const path = join(dir, 'in', name);
      writeFileSync(path, content);
      return path;
    },
    load: (path, options = {}) =>
      load({ paths: [path], store: index, originals: openOriginals(join(dir, 'data')), read: reading.read, ...options }),
    async close() {
      await index.close();
      await reading.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** Every letter that counts, by its id, without the file and the place that it came from. */
export async function storedLetters(index: IndexedLibrary): Promise<Map<string, unknown>> {
  const letters = new Map<string, unknown>();
  for await (const hits of index.each({ where: { kind: 'all' }, filters: [], sort: 'case' })) {
    for (const { letterId } of hits) letters.set(letterId, ownOf(await index.letter(letterId)));
  }
  return letters;
}

function ownOf(letter: Letter | null): unknown {
  if (letter === null) return null;
  const { source: _, ...determination } = letter.determination;
  return { determination, canonical: letter.canonical };
}
