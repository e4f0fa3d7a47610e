/**
 * What a command is: its name, its help and what it takes; what it does is loaded when it runs, so that `--help` waits for no engine.
 * A command gives its exit code.
 */

import type { Command } from 'commander';
import type { OptionName } from '../../server/options.ts';
import type { Given } from '../lib/given.ts';
import type { Io } from '../lib/io.ts';
import type { ReadingSession, Session, SessionOpening } from '../lib/session.ts';

export interface Running {
  readonly io: Io;
  /** Opens the options, the index and the originals, by the flags given, and closes them whatever happens. */
  readonly withSession: (given: Given, use: (session: Session) => Promise<number>, opening?: SessionOpening) => Promise<number>;
  /** The same for what only reads, which takes the flag that says so. */
  readonly withReading: (given: Given, use: (session: ReadingSession) => Promise<number>, opening?: SessionOpening) => Promise<number>;
}

export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  /** The options of the program that it takes as flags. */
  readonly flags: readonly OptionName[];
  /** Adds arguments and options of its own; `run` is handed what was given. */
  readonly declare: (command: Command, run: (work: (running: Running) => Promise<number>) => Promise<void>) => void;
}

/** The flags of what opens an index, and of what serves one. */
export const READING_FLAGS = ['dataDir', 'engine', 'readOnly'] as const satisfies readonly OptionName[];
export const INDEX_FLAGS = ['dataDir', 'engine'] as const satisfies readonly OptionName[];
/** How a server opens its index: nobody's question waits behind another's, nor behind an index that is made anew. */
export const SERVING = { threads: true, whileRebuilding: true } as const satisfies SessionOpening;

export const SERVE_FLAGS = ['port', 'host', ...INDEX_FLAGS] as const satisfies readonly OptionName[];
