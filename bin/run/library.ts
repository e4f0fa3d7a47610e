/** `imr library`: what is kept and how far its index is; `imr library check`: whether all of it is whole. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { countWords, sizeWords } from '#mappings/text/count-words.ts';
import { EXIT, type Io } from '../lib/io.ts';
import type { Session } from '../lib/session.ts';

export async function tellLibrary(io: Io, { index, options }: Session): Promise<number> {
  const { library } = index;
  const [stats, sums, state] = [await library.stats(), await library.sums(), await index.indexState()];
  const size = async (name: string) => sizeWords(await bytesBelow(join(options.dataDir, name)));
  const lines: readonly (readonly [string, string | number])[] = [
    ['library', library.id],
    ['data folder', options.dataDir],
    ['last change', stats.change],
    ['letters', stats.letters],
    ['disputed items', stats.items],
    ['letter versions', stats.versions],
    ['readings', stats.readings],
    ['files', sums.files],
    ['could not be read', stats.unreadable],
    ['saved searches', sums.searches],
    ['collections', sums.collections],
    ['snapshots', (await library.snapshots()).length],
    ['size of library.sqlite', await size('library.sqlite')],
    ['size of the originals', await size('originals')],
    ...(index.engine === 'embedded'
      ? [['size of the index', await size('index')] as const, ['size of indices of snapshots', await size('snapshots')] as const]
      : []),
    ['index', `${index.engine}, ${state === null ? 'not made yet' : `change ${state.change} of ${stats.change}`}`],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  io.out.write(lines.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join(''));
  return EXIT.ok;
}

/** Faults told one by one; the rest is counted. */
const MOST_FAULTS = 50;

export async function checkLibrary(io: Io, { index, originals }: Session): Promise<number> {
  const { library } = index;
  const faults: string[] = [];
  let [readings, spans] = [0, 0];
  for (let after: number | null = 0; after !== null; ) {
    const checked = await library.check(after);
    faults.push(...checked.faults);
    readings += checked.readings;
    spans += checked.spans;
    after = checked.next;
  }
  const files = (await library.sums()).originals;
  let missing = 0;
  for (const { sha256, name } of files) {
    const kept = await originals.check(sha256);
    if (kept === 'missing') missing += 1;
    else if (kept === 'damaged') faults.push(`${name}: the kept original is damaged; mend it with: npm run imr -- ingest --again PATHS`);
  }
  faults.push(...(await indexFaults(index)));
  for (const fault of faults.slice(0, MOST_FAULTS)) io.out.write(`${fault}\n`);
  if (faults.length > MOST_FAULTS) io.out.write(`and ${faults.length - MOST_FAULTS} more\n`);
  io.out.write(
    `${countWords(readings, 'reading')}, ${countWords(spans, 'span')}, ${countWords(files.length - missing, 'original')}${
      missing > 0 ? ` (${missing} not kept)` : ''
    }: ${faults.length === 0 ? 'all whole' : countWords(faults.length, 'fault')}\n`,
  );
  return faults.length === 0 ? EXIT.ok : EXIT.someUnreadable;
}

/** Whether the index has what the library has. */
async function indexFaults({ library, indexState, counts }: Session['index']): Promise<string[]> {
  const [stats, state] = [await library.stats(), await indexState()];
  if (state === null) return ['There is no index.'];
  if (state.change !== stats.change) return [`The index is at change ${state.change}, the library at ${stats.change}.`];
  const [items] = await counts([{ kind: 'all' }]);
  return items === stats.items
    ? []
    : [`The index has ${items} disputed items, the library ${stats.items}; make it anew with: npm run imr -- reindex`];
}

/** The bytes of a file, or of all files below a folder; 0 where there is none. */
async function bytesBelow(path: string): Promise<number> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return 0;
  if (!entry.isDirectory()) return entry.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => bytesBelow(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
