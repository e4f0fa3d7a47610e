/** What every command opens: the options, the index and the originals; and how trouble is told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/problem.ts';
import { readOptions } from '../../server/env.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { type Opening, openSearchIndex, openToRead } from '../../server/index/open-index.ts';
import type { SearchIndex } from '../../server/search/port.ts';
import { NO_ORIGINALS, type Originals, openOriginals } from '../../server/storage/originals.ts';
import type { Flags, Io } from './io.ts';

/** What a command holds that only reads. */
export interface ReadingSession {
  readonly options: ReturnType<typeof readOptions>;
  readonly index: SearchIndex;
  readonly originals: Pick<Originals, 'read' | 'readRows' | 'has'>;
}

export interface Session extends ReadingSession {
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
  if (options.readOnly) {
    throw new AppError(
      'bad-configuration',
      'This command writes to the library or looks at it, and --read-only (IMR_READ_ONLY) keeps it from both.',
    );
  }
  const index = await openSearchIndex(options.search, { ...opening, tell: (line) => io.err.write(`${line}\n`) });
  try {
    return await use({ options, index, originals: openOriginals(options.dataDir) });
  } finally {
    await index.close();
  }
}

/** The same for a command that needs no more than to read: with `--read-only` it does no more. */
export async function withReading<T>(
  io: Io,
  flags: Flags,
  use: (session: ReadingSession) => Promise<T>,
  opening: SessionOpening = {},
): Promise<T> {
  const options = readOptions(io.env, flags);
  if (!options.readOnly) return withSession(io, flags, use, opening);
  const index = await openToRead(options.search, { ...opening, tell: (line) => io.err.write(`${line}\n`) });
  try {
    return await use({ options, index, originals: index.hidden.includes('originals') ? NO_ORIGINALS : openOriginals(options.dataDir) });
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
