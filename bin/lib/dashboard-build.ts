/**
 * The built dashboard: made when the program starts for the first time or when its source has changed since, so that
 * `npm ci && npm start` is all there is to do. What was built from is kept as a hash beside it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');
/** What the bundle is made from. */
const SOURCES = [
  'web/index.html',
  'web/vite.config.ts',
  'web/build-plugins.ts',
  'web/mantine-styles.ts',
  'web/src',
  'web/public',
  'mappings',
  'package-lock.json',
];

/** Folder of the built dashboard; null where it cannot be built (its tools are not installed) and was not built before. */
export async function builtDashboard(say: (line: string) => void): Promise<string | null> {
  const source = await sourceHash();
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === source) return DIST;
  const vite = await import('vite').catch(() => null);
  if (vite === null) return existsSync(join(DIST, 'index.html')) ? DIST : null;
  say('Building the dashboard (once, until its source changes)\n');
  await vite.build({ root: WEB, configFile: join(WEB, 'vite.config.ts'), logLevel: 'error' });
  await writeFile(STAMP, source);
  return DIST;
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(join(ROOT, source)))
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return existsSync(path) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
