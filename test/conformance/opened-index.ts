/** What a test gets that asks for an engine: a new, empty index, and what takes it away again. */
import type { WritableIndex } from '../../server/search/port.ts';

export interface OpenedIndex {
  readonly index: WritableIndex;
  /** The folder of its library. */
  readonly dataDir: string;
  close(): Promise<void>;
}
