/** What every command opens: the options, the index and the originals; and how trouble is told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/problem.ts';
import { readOptions } from '../../server/env.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { type Opening, openSearchIndex } from '../../server/index/open-index.ts';
import { type Originals, openOriginals } from '../../server/storage/originals.ts';
import type { Flags, Io } from './io.ts';

export interface Session {
  readonly options: ReturnType<typeof readOptions>;
  readonly index: IndexedLibrary;
  readonly originals: Originals;
}

/** How an index is opened. */
export type SessionOpening = Omit<Opening, 'tell'>;

/** Opens the index for `use` and closes it whatever happens. A command that only reads says `create` false: AppError `no-index`. */
export async function withSession<T>(
  io: Io,
  flags: Flags,
  use: (session: Session) => Promise<T>,
  opening: SessionOpening = {},
): Promise<T> {
  const options = readOptions(io.env, flags);
  const index = await openSearchIndex(options.search, { ...opening, tell: (line) => io.err.write(`${line}\n`) });
  try {
    return await use({ options, index, originals: openOriginals(options.dataDir) });
  } finally {
    await index.close();
  }
}

/** The version of this program, as its manifest has it. */
export async function programVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}

/** One clear sentence for the user, with the faults where there are several; anything that is not ours is a bug and keeps its stack. */
export function explain(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const faults = error.errors.map((fault) => `  ${fault.parameter === undefined ? '' : `${fault.parameter}: `}${fault.detail}\n`);
  return `${error.message}\n${error.errors.length > 1 ? faults.join('') : ''}`.trimEnd();
}
