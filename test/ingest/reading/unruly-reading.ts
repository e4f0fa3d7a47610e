/**
 * For tests: a module that reads in a reading process, and does there what no file is known to bring about. A file says in its first
 * word what happens; any other one is told to be no letter, with the process that read it.
 */
import { writeFileSync } from 'node:fs';
import type { LetterResults } from '../../../ingest/pipeline.ts';
import { unreadableLetter } from '../../../ingest/unreadable-letter.ts';

const held: unknown[] = [];

const DOES: Readonly<Record<string, (rest: string) => unknown>> = {
  /** Never gives control back. The rest is a file into which it writes its process id before. */
  loops: (file) => {
    if (file !== '') writeFileSync(file, String(process.pid));
    for (;;) held.length = 0;
  },
  /** Waits for nothing, for ever. */
  waits: () => new Promise(() => undefined),
  /** One object after the other, until the heap is full. */
  hoards: () => {
    for (;;) held.push(new Array(10_000).fill(0.5));
  },
  /** Memory that is not in the heap, as PDFium's is not; then waits. */
  'fills-memory': () => {
    for (let times = 0; times < 100; times += 1) held.push(Buffer.alloc(10_000_000, 1));
    return new Promise(() => undefined);
  },
  /** As much memory outside the heap as a process of 300 MB may have and still be told to have grown; then reads. */
  swells: () => held.push(Buffer.alloc(170_000_000, 1)),
  exits: () => process.exit(3),
  throws: (words) => {
    throw new TypeError(words);
  },
};

export async function readLetters(bytes: Uint8Array, fileName: string): Promise<LetterResults> {
  const [, word = '', rest = ''] = /^(\S+) ?(.*)/.exec(Buffer.from(bytes.subarray(0, 1000)).toString()) ?? [];
  await DOES[word]?.(rest);
  return [{ ok: false, unreadable: unreadableLetter({ bytes, fileName }, 'read', 'unreadable.layout', `read by ${process.pid}`) }];
}
