/** What a load is given. */
import type { ReadFile } from '../pipeline.ts';
import type { Mapping } from '../programmes/mapping.ts';
import type { LoadReport } from './report.ts';
import type { LetterStore, OriginalStore } from './store.ts';

export interface LoadOptions {
  /** Files and folders; folders with all their subfolders, hidden files left out. */
  readonly paths: readonly string[];
  readonly store: LetterStore;
  readonly originals: OriginalStore;
  /** Asked before so many bytes of letters are stored; throws where there is no room for them, which ends the load. Default: there is. */
  readonly room?: (bytes: number) => Promise<void>;
  readonly onProgress?: (report: LoadReport) => void;
  /** Read again what is stored or listed as unreadable, for example after the reading was made better. Default false. */
  readonly again?: boolean;
  /** How the columns of a table of one's own are named: every file is to be such a table. */
  readonly mapping?: Mapping;
  /** Reads one file, or one row. It is given those of a batch at once, so that several may be read at a time; an AppError ends the load. */
  readonly read: ReadFile;
}
