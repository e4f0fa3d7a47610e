/** What a reading process and the one that started it tell each other. */
import type { LetterResults } from '../pipeline.ts';
import type { RowPlace } from '../split/row-place.ts';
import type { Fault } from './fault.ts';

/** A file to read. */
export interface Job {
  readonly bytes: Uint8Array;
  /** Only kept, never read from. */
  readonly fileName: string;
  /** Where the bytes are a row of a file, its place. */
  readonly row?: RowPlace | undefined;
}

/** `ready`, once; then one answer a job. `memoryBytes`: what the process has now. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly results: LetterResults; readonly memoryBytes: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly memoryBytes: number };
