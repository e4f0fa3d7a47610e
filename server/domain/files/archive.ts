/**
 * A ZIP archive that is written file by file and taken away piece by piece; nothing of it is kept. zlib deflates outside the main
 * thread, so that a long export does not hold up other requests.
 */
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

export interface Archive {
  /** Begins a file; the one before must have ended. */
  begin(path: string): void;
  /** Adds text to the file. It is deflated at the next `taken` or `end`. */
  write(text: string): void;
  /** Throws where the archive has become too large; so do `taken` and `close`. */
  end(): Promise<void>;
  /** What has been made since it was last asked. */
  taken(): Promise<Uint8Array[]>;
  /** Ends the archive and gives what is left of it. */
  close(): Uint8Array[];
  /** Frees what an unfinished archive holds. */
  destroy(): void;
}

/** Places in a plain ZIP archive are 32-bit numbers. */
const MOST_BYTES = 2 ** 32 - 2 ** 24;
const DEFLATED = 8;

/** `modifiedAt` is the time of each file; `mostBytes` the most of the whole. */
export function openArchive(modifiedAt: Date, mostBytes = MOST_BYTES): Archive {
  let ready: Uint8Array[] = [];
  let bytes = 0;
  let file: ReturnType<typeof deflatedFile> | null = null;
  // Pieces arrive in an event of zlib, where nobody would catch what is thrown: it is kept, and thrown to whoever takes them.
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    bytes += chunk?.length ?? 0;
    failed ??= error ?? (bytes > mostBytes ? new Error('the archive is larger than a ZIP archive can be') : null);
    if (failed === null && chunk.length > 0) ready.push(chunk);
  });
  const take = () => {
    if (failed !== null) throw failed;
    const taken = ready;
    ready = [];
    return taken;
  };
  return {
    begin(path) {
      file = deflatedFile(path, modifiedAt);
      zip.add(file.input);
    },
    write(text) {
      file?.write(text);
    },
    async end() {
      await file?.end();
      file = null;
      if (failed !== null) throw failed;
    },
    async taken() {
      await file?.flush();
      return take();
    },
    close() {
      zip.end();
      return take();
    },
    destroy() {
      file?.destroy();
    },
  };
}

function deflatedFile(filename: string, mtime: Date) {
  const input: ZipInputFile = { filename, mtime, size: 0, crc: 0, compression: DEFLATED };
  const deflate = createDeflateRaw();
  let waiting: string[] = [];
  let failed: Error | null = null;
  deflate.on('data', (chunk: Buffer) => input.ondata?.(null, new Uint8Array(chunk), false));
  deflate.on('error', (error) => {
    failed = error;
  });
  const flush = () => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    if (bytes.length === 0) return Promise.resolve();
    input.crc = crc32(bytes, input.crc);
    input.size += bytes.length;
    return new Promise<void>((resolve, reject) => {
      deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  };
  return {
    input,
    flush,
    write(text: string) {
      waiting.push(text);
    },
    async end() {
      await flush();
      await new Promise<void>((resolve, reject) => {
        deflate.once('close', () => (failed === null ? resolve() : reject(failed)));
        deflate.end();
      });
      input.ondata?.(null, new Uint8Array(), true);
    },
    destroy() {
      deflate.destroy();
    },
  };
}
