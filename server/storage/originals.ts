/**
 * The original bytes of the letters, kept by what they hold: `<dataDir>/originals/<first two hex>/<sha256>`. A file
 * appears whole or not at all: it is written beside its place, brought to the disk and then renamed.
 */
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/problem.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import { makeFolder } from './make-folder.ts';

export interface Originals {
  /** The bytes of a file; null where it is not kept. Throws AppError `original-not-found` where the kept file is damaged. */
  read(sha256: string): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
  /** Keeps the bytes and returns their sha-256 in hex; the same bytes twice are kept once. Throws what the disk says. */
  write(bytes: Uint8Array): Promise<string>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The store below a data folder; folders are made at the first write. */
export function openOriginals(dataDir: string): Originals {
  const placeOf = (sha256: string) => join(dataDir, 'originals', sha256.slice(0, 2), sha256);
  const has = async (sha256: string) => SHA256.test(sha256) && (await isFile(placeOf(sha256)));
  return {
    has,
    async read(sha256) {
      if (!(await has(sha256))) return null;
      const bytes = await readFile(placeOf(sha256));
      if (sha256Of(bytes) !== sha256)
        throw new AppError('original-not-found', 'The kept file is damaged: its bytes are not those that were read');
      return bytes;
    },
    async write(bytes) {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      // A file of another size is the rest of a damaged disk: it is written again.
      if ((await isFile(place)) && (await stat(place)).size === bytes.length) return sha256;
      makeFolder(dirname(place));
      const beside = `${place}.${randomUUID()}.part`;
      try {
        const file = await open(beside, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(beside, place);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      return sha256;
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}
