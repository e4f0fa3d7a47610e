/**
 * The original bytes of the letters, kept by what they hold: `<dataDir>/originals/<first two hex>/<sha256>`. A file
 * appears whole or not at all: it is written beside its place, brought to the disk and then renamed.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/problem.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import { makeFolder } from './make-folder.ts';

export interface Originals {
  /** The bytes of a file; null where it is not kept. Throws AppError `original-not-found` where the kept file is damaged. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Some lines of a file of any size, from 1, at most so many bytes; null where it is not kept. They are not held against its hash. */
  readRows(sha256: string, from: number, to: number, mostBytes?: number): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
  /** Whether a file is kept as it was, by its hash, whatever its size. */
  check(sha256: string): Promise<'whole' | 'damaged' | 'missing'>;
  /** Keeps the bytes and returns their sha-256 in hex; the same bytes twice are kept once, a damaged copy is written again. Throws what the disk says. */
  write(bytes: Uint8Array): Promise<string>;
  /** The sha-256 of a file of any size on the disk, and its size. */
  hashFile(path: string): Promise<{ sha256: string; size: number }>;
  /** Keeps a file of any size, from the disk; `place`: the path of what is kept, which does not change any more. */
  writeFile(path: string): Promise<{ sha256: string; size: number; place: string }>;
  /** Takes away what was half written when a process was killed. Only who alone may write calls it. */
  sweep(): Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;
/** What is being written has this behind its name. */
const HALF = '.part';

/** What stands in for a store where there is no data folder. */
export const NO_ORIGINALS: Pick<Originals, 'read' | 'readRows' | 'has'> = {
  has: async () => false,
  read: () => Promise.reject(notHere()),
  readRows: () => Promise.reject(notHere()),
};

function notHere(): AppError {
  return new AppError('not-on-this-server', 'Original files are kept where the library is; this server reads the search index alone.');
}

/** The store below a data folder; folders are made at the first write. */
export function openOriginals(dataDir: string): Originals {
  const root = join(dataDir, 'originals');
  const placeOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
  const has = async (sha256: string) => SHA256.test(sha256) && (await isFile(placeOf(sha256)));
  const check: Originals['check'] = async (sha256) => {
    if (!(await has(sha256))) return 'missing';
    return (await hashFile(placeOf(sha256))).sha256 === sha256 ? 'whole' : 'damaged';
  };
  /** Writes a new file beside its place and moves it there; `fill` says what it is called. */
  const placed = async (folder: string, fill: (file: FileHandle) => Promise<string>): Promise<string> => {
    makeFolder(folder);
    const beside = join(folder, `${randomUUID()}${HALF}`);
    try {
      const file = await open(beside, 'wx');
      let sha256: string;
      try {
        sha256 = await fill(file);
        await file.sync();
      } finally {
        await file.close();
      }
      makeFolder(dirname(placeOf(sha256)));
      await rename(beside, placeOf(sha256));
      return sha256;
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  };
  return {
    has,
    check,
    hashFile,
    async read(sha256) {
      if (!(await has(sha256))) return null;
      const bytes = await readFile(placeOf(sha256));
      if (sha256Of(bytes) !== sha256)
        throw new AppError('original-not-found', 'The kept file is damaged: its bytes are not those that were read');
      return bytes;
    },
    readRows: async (sha256, from, to, mostBytes) => ((await has(sha256)) ? rowsOf(placeOf(sha256), from, to, mostBytes) : null),
    async write(bytes) {
      const sha256 = sha256Of(bytes);
      // What a damaged disk has made of it is written again.
      if ((await check(sha256)) === 'whole') return sha256;
      return placed(dirname(placeOf(sha256)), async (file) => {
        await file.writeFile(bytes);
        return sha256;
      });
    },
    async writeFile(path) {
      let size = 0;
      const sha256 = await placed(root, async (file) => {
        const hash = createHash('sha256');
        for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          size += chunk.length;
          await file.write(chunk);
        }
        return hash.digest('hex');
      });
      return { sha256, size, place: placeOf(sha256) };
    },
    async sweep() {
      const folders = await readdir(root, { withFileTypes: true }).catch(() => []);
      for (const folder of [root, ...folders.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name))]) {
        const names = await readdir(folder).catch(() => []);
        for (const name of names) if (name.endsWith(HALF)) await rm(join(folder, name), { force: true });
      }
    },
  };
}

async function hashFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

const LINE_FEED = 10;

async function rowsOf(path: string, from: number, to: number, mostBytes = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let row = 1;
  let left = mostBytes;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    for (let start = 0; start < chunk.length && row <= to && left > 0; row += 1) {
      const feed = chunk.indexOf(LINE_FEED, start);
      const end = feed < 0 ? chunk.length : feed + 1;
      if (row >= from) {
        const part = chunk.subarray(start, Math.min(end, start + left));
        parts.push(part);
        left -= part.length;
      }
      start = end;
      if (feed < 0) break; // the row goes on in the next chunk
    }
    if (row > to || left <= 0) break;
  }
  return Buffer.concat(parts);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}
