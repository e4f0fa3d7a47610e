/**
 * What letters are read by and what words and values are taken to mean, each as a short hash of the files that say it. It is what a snapshot is compared by: a
 * hash that is the same proves that nothing of it changed; another one only says that something did.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface MadeBy {
  /** The pipeline: what of a letter is read, and how. */
  readonly extraction: string;
  /** Vocabularies, recognisers, fields and stems. */
  readonly vocabulary: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
let known: MadeBy | null = null;

/** Reads some megabytes once. */
export function madeBy(): MadeBy {
  known ??= { extraction: hashOf('ingest'), vocabulary: hashOf('mappings') };
  return known;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const root = join(ROOT, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
  for (const file of files.map((path) => relative(root, path).split(sep).join('/')).sort()) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 12);
}
