/**
 * Engine name -> its projections. A new engine is a folder beside this file and one line here. An engine is loaded when it
 * is asked for, so that the embedded one starts without the Elasticsearch client.
 */
import type { EarlierIndex } from '../library/takeover.ts';
import type { ElasticsearchOptions } from './elasticsearch/options.ts';
import type { Pointer, Projections, SnapshotProjections, Writers } from './port.ts';

export type EngineOptions = { readonly engine: 'embedded' } | ({ readonly engine: 'elasticsearch' } & ElasticsearchOptions);

/** What an engine keeps in the library. */
export interface Kept {
  readonly pointer: Pointer;
  readonly writers: Writers;
}

/**
 * The projections of an engine over the library in `dataDir`. `threads`: whether what can block (the embedded engine) has threads of its own. Throws
 * AppError `engine-unavailable`.
 */
export async function openProjections(
  options: EngineOptions,
  dataDir: string,
  { pointer, writers }: Kept,
  threads: boolean,
): Promise<Projections> {
  switch (options.engine) {
    case 'embedded':
      return (await import('./embedded/projections.ts')).embeddedProjections(dataDir, pointer, threads);
    case 'elasticsearch':
      return (await import('./elasticsearch/projections.ts')).elasticsearchProjections(options, writers);
  }
}

/** The projections of an engine as of the snapshots of a library: `pointerOf` is asked where the library keeps which answers. Throws AppError `engine-unavailable`. */
export async function openSnapshotProjections(
  options: EngineOptions,
  dataDir: string,
  { library, pointerOf }: { library: string; pointerOf: (id: string) => Pointer },
  threads: boolean,
): Promise<SnapshotProjections> {
  switch (options.engine) {
    case 'embedded':
      return (await import('./embedded/projections.ts')).embeddedSnapshots(dataDir, pointerOf, threads);
    case 'elasticsearch':
      return (await import('./elasticsearch/snapshots.ts')).elasticsearchSnapshots(options, library);
  }
}

/** The projection of an engine that can be read without a library; null: this engine has none. Nothing may be projected into it. */
export async function openToReadAlone(options: EngineOptions): Promise<Pick<Projections, 'current' | 'place'> | null> {
  if (options.engine === 'embedded') return null;
  return (await import('./elasticsearch/projections.ts')).elasticsearchProjections(options, NOBODY);
}

const NOBODY: Writers = {
  library: '',
  token: '',
  knows: async () => false,
  announce: () => Promise.reject(new Error('a reader leaves no token')),
  confirm: async () => {},
};

/**
 * Letters that a program before there was a library kept in the engine itself; null where there are none. (Those of the embedded engine lie in
 * the data folder, see `library/takeover.ts`.) Throws AppError `engine-unavailable`.
 */
export async function readEarlierIndex(options: EngineOptions): Promise<EarlierIndex | null> {
  return options.engine === 'elasticsearch' ? (await import('./elasticsearch/earlier.ts')).readEarlier(options) : null;
}

/** Takes away what `readEarlierIndex` reads; the names of what there was. Throws AppError `engine-unavailable`. */
export async function removeEarlierIndex(options: EngineOptions): Promise<string[]> {
  return options.engine === 'elasticsearch' ? (await import('./elasticsearch/earlier.ts')).removeEarlier(options) : [];
}
